//! What brings the records of several people together, killed before its writing system calls, those of git included.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::home::{at_home, shell};
use super::sweep::{Blow, Sweep};

const LEDGER: &str = "points/2026-11.toml";

fn sync(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.arg("sync");
    at_home(&mut command, dir);
    command
}

/// Two people gave an award each, apart; the other has pushed hers.
fn apart() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("branch")).unwrap();
    let script = r#"
        "$0" init . --name 站南 > /dev/null 2>&1
        "$0" -q member add 赵刚 -s full --from 2010-01-01
        "$0" -q sync ../shared.git --new > /dev/null 2>&1
        git clone -q ../shared.git ../other
        ZHIBU_SEED=6 "$0" -q -C ../other points award 赵刚 good-deed 2 --on 2026-11-07
        "$0" -q -C ../other sync > /dev/null 2>&1
        "$0" -q points award 赵刚 good-deed 1 --on 2026-11-06
    "#;
    let output = shell(dir.path(), script).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    dir
}

fn ledger(dir: &Path) -> String {
    fs::read_to_string(dir.join("branch").join(LEDGER)).unwrap()
}

#[test]
fn a_kill_while_records_come_together_loses_nothing() {
    let calm = apart();
    let old = ledger(calm.path());
    let done = sync(calm.path()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let new = ledger(calm.path());
    assert!(new.contains("points = 1 ") && new.contains("points = 2 "), "{new}");
    let sweep = Sweep {
        prepare: &apart,
        command: &sync,
        // A git that was killed leaves its locks, which it tells to remove by hand; what it had merged in the files and not
        // committed, `sync` tells to commit.
        next: &|dir| {
            let script = r#"
                find .git ../shared.git -name '*.lock' -delete
                if [ -e .git/MERGE_HEAD ]; then git commit -q -a --no-edit; fi
                git diff --quiet HEAD -- points || git commit -q -m x -- points/2026-11.toml
                exec "$0" sync
            "#;
            shell(dir, script)
        },
        after_blow: &|dir, outcome| {
            let now = ledger(dir);
            assert!(now == old || now == new, "the ledger is torn after {outcome}: {now}");
        },
        after_next: &|dir, outcome| {
            assert_eq!(ledger(dir), new, "{outcome}");
            let script = "git status --porcelain; git diff HEAD $(git --git-dir ../shared.git rev-parse HEAD)";
            let left = shell(dir, script).output().unwrap();
            assert_eq!(String::from_utf8_lossy(&left.stdout), "", "{outcome}: {left:?}");
        },
    };
    let calls = ["fsync", "ftruncate", "link", "linkat", "mkdir", "rename", "unlink", "write"];
    let struck = sweep.run(&calls, Blow::Kill);
    assert!(struck > 8, "{struck}");
}
