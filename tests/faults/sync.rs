//! What brings the records of several people together, when a call of it fails, or it is killed: a call of the program,
//! of any git that it runs, or of the program where git calls it to merge a file.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

use super::home::{at_home, copy_of, made_by, shell};
use super::processes::{Struck, strike_each};
use super::programs::is_missing;
use super::sweep::Blow;

const LEDGER: &str = "points/2026-11.toml";

fn zhibu(dir: &Path, word: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.arg(word);
    at_home(&mut command, dir);
    command
}

fn sync(dir: &Path) -> Command {
    zhibu(dir, "sync")
}

/// Two people gave an award each, apart; the other has pushed hers, and something lies about that is no record.
fn apart() -> TempDir {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    copy_of(MADE.get_or_init(|| {
        made_by(
            r#"
            "$0" init . --name 站南 > /dev/null 2>&1
            "$0" -q member add 赵刚 -s full --from 2010-01-01
            "$0" -q sync ../shared.git --new > /dev/null 2>&1
            git clone -q ../shared.git ../other
            ZHIBU_SEED=6 "$0" -q -C ../other points award 赵刚 good-deed 2 --on 2026-11-07
            "$0" -q -C ../other sync > /dev/null 2>&1
            "$0" -q points award 赵刚 good-deed 1 --on 2026-11-06
            git config remote.origin.url ../shared.git
            echo 'bring the key' > notes.txt
            "#,
        )
    }))
}

/// What the ledger says; nothing where it is gone from the folder.
fn ledger(dir: &Path) -> String {
    fs::read_to_string(dir.join("branch").join(LEDGER)).unwrap_or_default()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Does what a message tells; whether it tells anything to do but to sync again.
fn does_as_told(dir: &Path, told: &str) -> bool {
    let Some(help) = told.lines().find_map(|line| line.strip_prefix("help: ")) else { return false };
    let mut command = if help.contains("`zhibu resolve`") {
        zhibu(dir, "resolve")
    } else if let Some(at) = help.find("git restore ") {
        shell(dir, help[at..].split(" brings").next().unwrap())
    } else if let Some(at) = help.find("git add --") {
        shell(dir, &help[at..].replace("git commit --", "git commit -q -m x --"))
    } else {
        return false;
    };
    let output = command.output().unwrap();
    assert!(output.status.success(), "{told}{output:?}");
    true
}

/// Fails or kills each call, looks at the directory, and goes on as the program says until all is together.
fn comes_together(blow: Blow) {
    if is_missing("strace") {
        return;
    }
    let calm = apart();
    let old = ledger(calm.path());
    let done = sync(calm.path()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let new = ledger(calm.path());
    assert!(new.contains("points = 1 ") && new.contains("points = 2 "), "{new}");
    let judge = |dir: &Path, struck: &Struck| {
        let now = ledger(dir);
        // Git takes a file out before it writes it anew.
        let is_gone = now.is_empty() && blow == Blow::Kill && struck.call.process == "merge-1";
        assert!(now == old || now == new || is_gone, "the ledger is torn after {struck}{now}");
        let files = shell(dir, "git ls-files --others; ls .git/info").output().unwrap();
        let files = String::from_utf8(files.stdout).unwrap();
        // What git itself writes while it merges it may leave.
        let strays = files.lines().filter(|file| !file.starts_with(".merge_file_") && !file.starts_with(".zhibu/"));
        assert_eq!(strays.collect::<Vec<_>>(), ["notes.txt", "attributes", "exclude"], "{struck}");
        assert!(!struck.stderr.contains("panicked"), "{struck}");
        if blow == Blow::Kill {
            // A git that was killed leaves its locks, which it tells to remove by hand.
            let swept = shell(dir, "find .git ../shared.git -name '*.lock' -delete").status().unwrap();
            assert!(swept.success());
        }
        match struck.code {
            Some(0) => assert_eq!(now, new, "{struck}"),
            Some(1) => {
                assert!(struck.stderr.contains("error: "), "{struck}");
                does_as_told(dir, &struck.stderr);
            }
            code => assert!(code.is_none() && blow == Blow::Kill, "{struck}"),
        }
        let mut next = sync(dir).output().unwrap();
        for _ in 0..2 {
            if !next.status.success() && does_as_told(dir, &said(&next)) {
                next = sync(dir).output().unwrap();
            }
        }
        assert!(next.status.success(), "sync again: {next:?}, after {struck}");
        assert_eq!(ledger(dir), new, "{struck}");
        let script = "git diff HEAD $(git --git-dir ../shared.git rev-parse HEAD); git diff HEAD; cat notes.txt";
        let left = shell(dir, script).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&left.stdout), "bring the key\n", "{struck}");
    };
    let struck = strike_each(&apart, &sync, blow, &judge);
    assert!(struck > 80, "{struck}");
}

#[test]
fn a_failing_call_while_records_come_together_loses_nothing() {
    comes_together(Blow::Error("EIO"));
}

#[test]
fn a_kill_while_records_come_together_loses_nothing() {
    comes_together(Blow::Kill);
}
