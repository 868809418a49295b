//! What settles a merge, killed before its writing system calls, those of git included.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::home::{at_home, shell};
use super::records::Records;
use super::sweep::{Blow, Sweep};

const FILES: [&str; 2] = ["members/zhao-gang.toml", "points/2026-11.toml"];

fn resolve(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(["resolve", "--theirs"]);
    at_home(&mut command, dir);
    command
}

/// Two people changed the same person and the same award: the merge waits.
fn torn() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("branch")).unwrap();
    let script = r#"
        "$0" init . --name 站南 > /dev/null 2>&1
        "$0" -q member add 赵刚 -s full --from 2010-01-01
        "$0" -q points award 赵刚 good-deed 1 --on 2026-11-06
        git checkout -q -b other
        sed -i 's/赵刚/赵钢/' members/zhao-gang.toml; sed -i 's/points = 1/points = 2/' points/2026-11.toml
        git commit -q -a -m x
        git checkout -q -
        sed -i 's/赵刚/赵冈/' members/zhao-gang.toml; sed -i 's/points = 1/points = 3/' points/2026-11.toml
        git commit -q -a -m y
        ! git merge -q --no-edit other > /dev/null 2>&1
    "#;
    let output = shell(dir.path(), script).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    dir
}

fn records(dir: &Path) -> Records {
    FILES.iter().map(|path| ((*path).to_owned(), fs::read(dir.join("branch").join(path)).unwrap())).collect()
}

#[test]
fn a_kill_while_a_merge_is_settled_loses_nothing() {
    let calm = torn();
    let old = records(calm.path());
    let done = resolve(calm.path()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let new = records(calm.path());
    assert!(String::from_utf8_lossy(&new[FILES[0]]).contains("赵钢"));
    let sweep = Sweep {
        prepare: &torn,
        command: &resolve,
        // A git that was killed leaves its locks, which it tells to remove by hand.
        next: &|dir| shell(dir, "find .git -name '*.lock' -delete; exec \"$0\" resolve --theirs"),
        after_blow: &|dir, outcome| {
            for (path, text) in records(dir) {
                assert!(old[&path] == text || new[&path] == text, "{path} is torn after {outcome}");
            }
        },
        after_next: &|dir, outcome| {
            assert_eq!(records(dir), new, "{outcome}");
            let left = shell(dir, "git status --porcelain").output().unwrap();
            assert_eq!(String::from_utf8_lossy(&left.stdout), "", "{outcome}");
        },
    };
    assert!(sweep.run(&["fsync", "ftruncate", "link", "linkat", "rename", "unlink"], Blow::Kill) > 8);
}
