//! A desk that is made and takes a return, struck at each of its calls: all of a return is taken, or nothing.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use super::programs::is_missing;
use super::records::{Records, all, assert_tidy};
use super::sweep::{ALL, Blow, Sweep};

/// The program with words, in a folder of ours.
fn zhibu(dir: &Path, folder: &str, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(words).current_dir(dir.join(folder)).env_clear();
    command.env("ZHIBU_TODAY", "2026-11-23").env("ZHIBU_SEED", "9").env("LANG", "en_US.UTF-8");
    command
}

/// Two returns of a branch, and a desk that took the first; made once and copied.
fn fresh() -> TempDir {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let does = |folder: &str, words: &[&str]| {
            let output = zhibu(dir.path(), folder, words).output().unwrap();
            assert!(output.status.success(), "{words:?}: {output:?}");
        };
        does("", &["init", "records", "--name", "站南", "--no-commit"]);
        does("records", &["return", "2026-11", "--to", "../one.zip", "--no-commit"]);
        does("records", &["member", "add", "赵刚", "-s", "full", "--from", "2010-01-01", "--no-commit"]);
        does("records", &["return", "2026-11", "--edition", "full", "--to", "../two.zip", "--no-commit"]);
        let settings = fs::read_to_string(dir.path().join("records/zhibu.toml")).unwrap();
        let id = settings.lines().find_map(|line| line.strip_prefix("id = ")).unwrap().trim_matches('"');
        fs::write(dir.path().join("units.csv"), format!("unit,name\n{id},站南\n")).unwrap();
        does("", &["desk", "init", "branch", "--units", "units.csv", "--no-commit"]);
        does("branch", &["desk", "take", "../one.zip", "--no-commit"]);
        dir
    });
    let dir = tempfile::tempdir().unwrap();
    let copied = Command::new("cp").arg("-r").arg(made.path().join(".")).arg(dir.path()).status().unwrap();
    assert!(copied.success());
    dir
}

#[test]
fn a_return_is_taken_whole_or_not_at_all() {
    if is_missing("strace") {
        return;
    }
    let take = |dir: &Path| zhibu(dir, "branch", &["desk", "take", "../two.zip", "--no-commit"]);
    let records = |dir: &Path| all(&dir.join("branch"));
    let calm = fresh();
    let old = records(calm.path());
    assert!(take(calm.path()).output().unwrap().status.success());
    let new = records(calm.path());
    assert!(new.len() > old.len() + 10, "a return of many files");
    let sweep = Sweep {
        prepare: &fresh,
        command: &take,
        next: &take,
        after_blow: &|dir, outcome| {
            let now = records(dir);
            assert!(!outcome.stderr.contains("panicked"), "{outcome}");
            if outcome.killed {
                for (path, text) in &now {
                    assert!(new.get(path) == Some(text) || old.get(path) == Some(text), "{path} is torn: {outcome}");
                }
            } else if !outcome.speech {
                assert!(now == if outcome.success { new.clone() } else { old.clone() }, "{outcome}");
            }
        },
        after_next: &|dir, outcome| {
            assert!(records(dir) == new, "it is not taken after {outcome}");
            assert_tidy(&dir.join("branch"));
        },
    };
    let moves = |name: &str| ["fsync", "rename", "unlink", "write"].contains(&name);
    let struck = sweep.run(&[(ALL, Blow::Error("EIO")), (&moves, Blow::Kill)]);
    assert!(struck > 20, "only {struck} calls were struck");
}

#[test]
fn a_desk_is_made_whole_or_not_at_all() {
    if is_missing("strace") {
        return;
    }
    let empty = || {
        let dir = fresh();
        fs::remove_dir_all(dir.path().join("branch")).unwrap();
        fs::create_dir(dir.path().join("branch")).unwrap();
        dir
    };
    let make = |dir: &Path| zhibu(dir, "", &["desk", "init", "branch", "--units", "units.csv", "--no-commit"]);
    let calm = empty();
    assert!(make(calm.path()).output().unwrap().status.success());
    let new = all(&calm.path().join("branch"));
    let again = |dir: &Path| {
        let mut shell = Command::new("sh");
        let line = "\"$0\" desk init branch --units units.csv --no-commit 2> /dev/null; \"$0\" -C branch desk due";
        shell.args(["-c", line, env!("CARGO_BIN_EXE_zhibu")]).current_dir(dir).env_clear();
        shell.env("ZHIBU_TODAY", "2026-11-23").env("ZHIBU_SEED", "9");
        shell
    };
    let sweep = Sweep {
        prepare: &empty,
        command: &make,
        next: &again,
        after_blow: &|dir, outcome| {
            assert!(!outcome.stderr.contains("panicked"), "{outcome}");
            if !outcome.killed && !outcome.success && !outcome.speech {
                assert_eq!(all(&dir.join("branch")), Records::new(), "{outcome}");
            }
        },
        after_next: &|dir, outcome| assert_eq!(all(&dir.join("branch")), new, "{outcome}"),
    };
    let struck = sweep.run(&[(ALL, Blow::Error("EIO")), (ALL, Blow::Kill)]);
    assert!(struck > 20, "only {struck} calls were struck");
}
