//! One command, one commit: what an earlier command could not commit, and what was changed by hand, is committed apart.

use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn subjects(branch: &Sandbox, number: &str) -> String {
    branch.git(&["log", number, "--format=%s"])
}

#[test]
fn what_was_changed_by_hand_is_committed_first_and_undo_leaves_it() {
    let branch = Sandbox::branch();
    branch.run("points award 李敏 commended 1");
    branch.write("points/2026-11.toml", format!("# 手写的\n{}", branch.read("points/2026-11.toml")));
    assert_snapshot!(branch.seeded("2", "points award 孙磊 commended 2"), @"
    --- stderr
    first committed, separately, what was not committed yet: points/2026-11.toml
    孙磊: 立功受奖、表彰 +2, 2026-11-23
      points/2026-11.toml
    ");
    assert_snapshot!(subjects(&branch, "-3"), @"
    孙磊: 立功受奖、表彰 +2, 2026-11-23
    changed by hand: points/2026-11.toml
    李敏: 立功受奖、表彰 +1, 2026-11-23
    ");
    assert_snapshot!(branch.git(&["show", "--format=%B", "HEAD~1"]).lines().take(3).collect::<Vec<_>>().join("\n"), @"changed by hand: points/2026-11.toml");
    branch.run("undo --yes");
    let ledger = branch.read("points/2026-11.toml");
    assert!(ledger.starts_with("# 手写的\n") && ledger.contains("li-min") && !ledger.contains("sun-lei"), "{ledger}");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_is_refused_leaves_a_hand_edit_alone() {
    let branch = Sandbox::branch();
    branch.run("points award 李敏 commended 1");
    branch.write("points/2026-11.toml", format!("# 手写的\n{}", branch.read("points/2026-11.toml")));
    let head = branch.git(&["rev-parse", "HEAD"]);
    branch.refused("points award 孙磊 nothing 2");
    assert_eq!(branch.git(&["rev-parse", "HEAD"]), head);
}

#[test]
fn an_index_lock_that_somebody_left_is_told_at_once() {
    let branch = Sandbox::branch();
    branch.write(".git/index.lock", "");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(60);
    let lock = std::fs::File::options().write(true).open(branch.root().join(".git/index.lock")).unwrap();
    lock.set_modified(old).unwrap();
    let begun = std::time::Instant::now();
    assert_snapshot!(branch.run("points award 李敏 commended 1"), @"
    --- stderr
    李敏: 立功受奖、表彰 +1, 2026-11-23
      points/2026-11.toml
    warning: the record is written, but not committed to git: $DIR/.git/index.lock is in the way, perhaps left by a git that died; if no git is running, delete it
    help: once that is mended: git add -- points/2026-11.toml && git commit -- points/2026-11.toml
    ");
    assert!(begun.elapsed() < std::time::Duration::from_secs(4), "{:?}", begun.elapsed());
    std::fs::remove_file(branch.root().join(".git/index.lock")).unwrap();
    assert_snapshot!(branch.seeded("2", "points award 孙磊 commended 2"), @"
    --- stderr
    made the commit that an earlier command could not make: 李敏: 立功受奖、表彰 +1, 2026-11-23
    孙磊: 立功受奖、表彰 +2, 2026-11-23
      points/2026-11.toml
    ");
    assert_snapshot!(branch.git(&["log", "-2", "--format=%s|%b", "--numstat"]), @"
    孙磊: 立功受奖、表彰 +2, 2026-11-23|Zhibu-Command: points award


    1	0	points/2026-11.toml
    李敏: 立功受奖、表彰 +1, 2026-11-23|Zhibu-Command: points award


    3	0	points/2026-11.toml
    ");
    branch.run("undo --yes");
    assert!(branch.read("points/2026-11.toml").contains("li-min"), "only the last command is taken back");
}

#[test]
fn a_command_that_was_killed_before_its_commit_gets_it_from_the_next() {
    let branch = Sandbox::branch();
    // A git that kills the command where it would commit.
    branch.write("bin/git", "#!/bin/sh\ncase \" $* \" in *' commit '*) kill -9 $PPID; exit 1 ;; esac\nexec /usr/bin/env -i HOME=\"$HOME\" PATH=/usr/local/bin:/usr/bin:/bin git \"$@\"\n");
    let git = branch.root().join("bin/git");
    std::fs::set_permissions(&git, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", branch.root().join("bin").display(), std::env::var("PATH").unwrap());
    let killed = branch.command(&["points", "award", "李敏", "commended", "1"]).env("PATH", path).output().unwrap();
    assert!(killed.status.code().is_none(), "{killed:?}");
    std::fs::remove_dir_all(branch.root().join("bin")).unwrap();
    assert_snapshot!(branch.seeded("2", "points award 孙磊 commended 2"), @"
    --- stderr
    made the commit that an earlier command could not make: 李敏: 立功受奖、表彰 +1, 2026-11-23
    孙磊: 立功受奖、表彰 +2, 2026-11-23
      points/2026-11.toml
    ");
    assert_snapshot!(branch.git(&["log", "-2", "--format=%s|%b", "--numstat"]), @"
    孙磊: 立功受奖、表彰 +2, 2026-11-23|Zhibu-Command: points award


    1	0	points/2026-11.toml
    李敏: 立功受奖、表彰 +1, 2026-11-23|Zhibu-Command: points award


    3	0	points/2026-11.toml
    ");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn several_that_are_owed_of_one_file_are_one_commit_and_say_so() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "--quiet", "--detach"]);
    branch.run("points award 李敏 commended 1 --note 一");
    branch.seeded("2", "points award 孙磊 commended 2 --note 二");
    branch.run("member edit 孙磊 --note 好");
    branch.git(&["checkout", "--quiet", "master"]);
    assert_snapshot!(branch.run("member edit 赵刚 --note 好"), @"
    --- stderr
    made the commit that an earlier command could not make: 李敏: 立功受奖、表彰 +1, 2026-11-23; 孙磊: 立功受奖、表彰 +2, 2026-11-23
    made the commit that an earlier command could not make: edited 孙磊
    edited 赵刚
      members/zhao-gang.toml
    ");
    assert_snapshot!(branch.git(&["log", "-3", "--format=%s|%b"]), @"
    edited 赵刚|Zhibu-Command: member edit

    edited 孙磊|Zhibu-Command: member edit

    李敏: 立功受奖、表彰 +1, 2026-11-23; 孙磊: 立功受奖、表彰 +2, 2026-11-23|一

    二

    Zhibu-Command: points award
    ");
}

#[test]
fn what_somebody_committed_by_hand_is_not_owed_any_more() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "--quiet", "--detach"]);
    branch.run("points award 李敏 commended 1");
    branch.git(&["checkout", "--quiet", "master"]);
    branch.git_on("2026-11-23", &["add", "points"]);
    branch.git_on("2026-11-23", &["commit", "--quiet", "-m", "手工提交"]);
    branch.run("member edit 赵刚 --note 好");
    assert_eq!(subjects(&branch, "-2"), "edited 赵刚\n手工提交\n");
}
