//! What settles a merge, when a call of it fails or it is killed: a call of the program or of any git that it runs.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use super::home::{at_home, copy_of, made_by, shell};
use super::processes::{Struck, strike_each};
use super::programs::is_missing;
use super::records::Records;
use super::sweep::Blow;

const FILES: [&str; 2] = ["members/zhao-gang.toml", "points/2026-11.toml"];

fn resolve(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(["resolve", "--theirs"]);
    at_home(&mut command, dir);
    command
}

/// Two people changed the same person and the same award: the merge waits.
fn torn() -> TempDir {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    copy_of(MADE.get_or_init(|| {
        made_by(
            r#"
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
            "#,
        )
    }))
}

fn records(dir: &Path) -> Records {
    FILES.iter().map(|path| ((*path).to_owned(), fs::read(dir.join("branch").join(path)).unwrap())).collect()
}

/// Strikes each call; the files are old or new, and what is told to be done ends the merge.
fn settles(blow: Blow) {
    if is_missing("strace") {
        return;
    }
    let calm = torn();
    let old = records(calm.path());
    let done = resolve(calm.path()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let new = records(calm.path());
    assert!(String::from_utf8_lossy(&new[FILES[0]]).contains("赵钢"));
    let judge = |dir: &Path, struck: &Struck| {
        for (path, text) in records(dir) {
            assert!(old[&path] == text || new[&path] == text, "{path} is torn after {struck}");
        }
        assert!(!struck.stderr.contains("panicked"), "{struck}");
        // A git that was killed leaves its locks, which it tells to remove by hand.
        let locks = if blow == Blow::Kill { "find .git -name '*.lock' -delete" } else { "true" };
        let next = match struck.stderr.contains("help: once that is mended: git commit --no-edit") {
            true => "git commit -q --no-edit",
            false => "\"$0\" resolve --theirs",
        };
        let next = shell(dir, &format!("{locks}; {next}")).output().unwrap();
        assert!(next.status.success(), "{next:?} after {struck}");
        assert_eq!(records(dir), new, "{struck}");
        let left = shell(dir, "git status --porcelain; git log -1 --merges --format=%P").output().unwrap();
        let left = String::from_utf8(left.stdout).unwrap();
        assert_eq!(left.split_whitespace().count(), 2, "{left} after {struck}");
    };
    let struck = strike_each(&torn, &resolve, blow, &judge);
    assert!(struck > 30, "{struck}");
}

#[test]
fn a_failing_call_while_a_merge_is_settled_loses_nothing() {
    settles(Blow::Error("EIO"));
}

#[test]
fn a_kill_while_a_merge_is_settled_loses_nothing() {
    settles(Blow::Kill);
}
