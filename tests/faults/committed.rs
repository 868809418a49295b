//! What is left of the records and of git's own files when a call fails, or a program is killed, while a command makes its
//! commit: a call of the program or of any git that it runs.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use super::home::{at_home, copy_of, made_by, shell};
use super::processes::{Struck, strike_each};
use super::programs::is_missing;
use super::records::{Records, all};
use super::sweep::Blow;

/// A branch with an award of this month, and something in the index that somebody else is at.
fn branch() -> TempDir {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    copy_of(MADE.get_or_init(|| {
        made_by(
            r#"
            "$0" init . --name 站南 > /dev/null 2>&1
            "$0" -q member add 赵刚 -s full --from 2010-01-01
            "$0" -q study log 赵刚 3 --on 2025-12-08
            "$0" -q points award 赵刚 good-deed 1 --on 2026-11-06
            echo 'bring the key' > notes.txt
            git add notes.txt
            "#,
        )
    }))
}

/// What the records say, without what is git's.
fn records(dir: &Path) -> Records {
    let mut records = all(&dir.join("branch"));
    records.retain(|path, _| !path.starts_with(".git/"));
    records
}

fn says(dir: &Path, script: &str) -> String {
    let output = shell(dir, script).output().unwrap();
    assert!(output.status.success(), "{script}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Strikes the calls of a command; the records are old or new, and what is told to be done makes the commit.
#[track_caller]
fn is_committed_or_told(words: &[&str], blow: Blow) {
    if is_missing("strace") {
        return;
    }
    let command = |dir: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
        command.args(words);
        at_home(&mut command, dir);
        command
    };
    let calm = branch();
    let old = records(calm.path());
    let done = command(calm.path()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let new = records(calm.path());
    assert_ne!(old, new);
    let judge = |dir: &Path, struck: &Struck| {
        let now = records(dir);
        assert!(!struck.stderr.contains("panicked"), "{struck}");
        if struck.stderr.contains("others have this commit") {
            // Where git does not say whether they have, a line is struck and not taken out.
            return;
        }
        for (path, text) in &now {
            let is_known = old.get(path) == Some(text) || new.get(path) == Some(text);
            assert!(is_known || path.contains(".git/"), "{path} is torn after {struck}");
        }
        if blow == Blow::Kill || struck.call.name == "unlink" {
            // A git that was killed, or cannot remove them, leaves its locks, which it tells to remove by hand.
            says(dir, "find .git -name '*.lock' -delete");
            if struck.stderr.contains("seals/") && !struck.stderr.contains("not committed") {
                // Where it was killed after the commit, the index is left behind until the lock is gone.
                says(dir, "git add -- seals/2025-12.toml");
            }
        }
        let told = struck.stderr.lines().find_map(|line| line.strip_prefix("help: once that is mended: "));
        match struck.code {
            Some(0) => {
                assert_eq!(now, new, "{struck}");
                let later = struck.stderr.contains("the next command then makes the commit");
                assert_eq!(told.is_some() || later, struck.stderr.contains("not committed"), "{struck}");
                if later {
                    says(dir, "\"$0\" -q member edit 赵刚 --note y");
                }
                if let Some(told) = told {
                    let told = told.replace("git commit --", "git commit -q -m x --");
                    let output = shell(dir, &told).output().unwrap();
                    assert!(output.status.success(), "{output:?} after {struck}");
                }
                assert_eq!(says(dir, "git status --porcelain"), "A  notes.txt\n", "{struck}");
            }
            Some(1) => {
                let is_speech = struck.call.process == "zhibu" && struck.stderr.is_empty();
                assert!(now == old && struck.stderr.contains("error: ") || is_speech, "{struck}");
            }
            code => assert!(code.is_none() && blow == Blow::Kill, "{struck}"),
        }
        says(dir, "\"$0\" -q member edit 赵刚 --note x");
        assert_eq!(says(dir, "git status --porcelain -- members"), "", "{struck}");
        assert_eq!(fs::read_to_string(dir.join("branch/notes.txt")).unwrap(), "bring the key\n");
        assert_eq!(says(dir, "git status --porcelain -- notes.txt"), "A  notes.txt\n", "{struck}");
        says(dir, "git fsck --connectivity-only 2> /dev/null");
    };
    let struck = strike_each(&branch, &command, blow, &judge);
    assert!(struck > 20, "{struck}");
}

const SEAL: [&str; 2] = ["seal", "2025-12"];

#[test]
fn a_seal_whose_calls_fail_is_committed_or_told() {
    is_committed_or_told(&SEAL, Blow::Error("ENOSPC"));
}

#[test]
fn a_seal_that_is_killed_is_whole_or_not_there() {
    is_committed_or_told(&SEAL, Blow::Kill);
}

#[test]
fn what_is_taken_back_while_calls_fail_is_committed_or_told() {
    is_committed_or_told(&["undo"], Blow::Error("EIO"));
}
