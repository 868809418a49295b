//! Absent is not empty: a record that git has and the disk does not.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch whose talks of the year a cleaner took away.
fn cleaned() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("talk log 赵刚 李敏 --on 11-02");
    branch.seeded("2", "talk log 赵刚 孙磊 --on 11-03");
    fs::remove_file(branch.root().join("talks/2026.toml")).unwrap();
    branch
}

#[test]
fn what_names_a_record_that_is_gone_is_no_second_finding() {
    for (path, code) in [("members/sun-lei.toml", "no-member"), ("groups/criminal.toml", "no-group")] {
        let branch = Sandbox::branch();
        branch.run("meeting log group -g criminal --on 11-10");
        branch.run("talk log 赵刚 孙磊 --on 11-12");
        fs::remove_file(branch.root().join(path)).unwrap();
        let told = branch.run("check");
        assert!(told.contains(&format!("{path}: git has {path}")) && !told.contains(code), "{told}");
    }
}

#[test]
fn a_record_that_is_gone_is_a_finding() {
    let branch = cleaned();
    let told = branch.run("check");
    let finding: Vec<_> = told.lines().skip_while(|line| !line.contains("[gone]")).take(2).collect();
    assert_snapshot!(finding.join("\n"), @"
    talks/2026.toml: git has talks/2026.toml, but it is gone from the disk [gone]
    help: bring it back: git restore -- talks/2026.toml; to delete it for good: git rm --cached -- talks/2026.toml && git commit
    ");
    assert!(!told.contains("warning"), "told once: {told}");
    let told = branch.chinese().run("check");
    let finding: Vec<_> = told.lines().skip_while(|line| !line.contains("[gone]")).take(2).collect();
    assert_snapshot!(finding.join("\n"), @"
    talks/2026.toml: git 里有 talks/2026.toml，磁盘上没有了 [gone]
    建议：取回：git restore -- talks/2026.toml；确实要删去：git rm --cached -- talks/2026.toml && git commit
    ");
}

#[test]
fn no_figure_is_made_without_it_and_not_a_word() {
    let branch = cleaned();
    assert_snapshot!(branch.run("talk list"), @"
    --- stderr
    warning: git has records that are gone from the disk, and the answer lacks them: talks/2026.toml
    help: bring it back: git restore -- talks/2026.toml; to delete it for good: git rm --cached -- talks/2026.toml && git commit
    ");
    assert!(branch.chinese().run("points total").ends_with(
        "取回：git restore -- talks/2026.toml；确实要删去：git rm --cached -- talks/2026.toml && git commit\n"
    ));
}

#[test]
fn no_command_writes_over_it() {
    let branch = cleaned();
    assert_snapshot!(branch.refused("talk log 赵刚 李敏 --on 11-04"), @"
    --- stderr
    talks/2026.toml: git has talks/2026.toml, but it is gone from the disk
    help: bring it back: git restore -- talks/2026.toml; to delete it for good: git rm --cached -- talks/2026.toml && git commit
    --- exit Some(1)
    ");
    let words = ["talk", "log", "赵刚", "李敏", "--on", "11-04", "--no-commit"];
    assert!(!branch.command(&words).output().unwrap().status.success(), "nor without a commit");
    branch.git(&["restore", "--", "talks/2026.toml"]);
    branch.run("talk log 赵刚 李敏 --on 11-04");
    assert_eq!(branch.git(&["show", "--numstat", "--format=", "HEAD"]), "1\t0\ttalks/2026.toml\n");
}

#[test]
fn what_is_left_out_when_checked_out_is_gone_as_well() {
    let branch = Sandbox::branch();
    branch.run("talk log 赵刚 李敏 --on 11-02");
    branch.git(&["update-index", "--skip-worktree", "talks/2026.toml"]);
    fs::remove_file(branch.root().join("talks/2026.toml")).unwrap();
    assert!(branch.run("check").contains("[gone]"));
    branch.refused("talk log 赵刚 李敏 --on 11-04");
}

#[test]
fn what_was_deleted_for_good_is_not_missed() {
    let branch = cleaned();
    branch.git(&["rm", "--quiet", "--cached", "talks/2026.toml"]);
    assert!(!branch.run("check").contains("[gone]"));
    branch.run("talk log 赵刚 李敏 --on 11-04");
    assert!(branch.read("talks/2026.toml").contains("2026-11-04"));
}

#[test]
fn what_a_command_took_away_comes_again() {
    let branch = Sandbox::branch();
    branch.run("meeting log 党课");
    branch.git(&["checkout", "--quiet", "--detach"]);
    branch.run("meeting remove 11-23 --why 登错 --yes");
    let told = branch.run("meeting log 党课");
    assert!(told.contains("logged 2026-11-23"), "{told}");
}

#[test]
fn copies_that_a_cloud_made_do_not_count_and_are_named() {
    let branch = Sandbox::branch();
    branch.run("meeting log 党课");
    branch.run("issue open 记录太简单 --measure 写明 --owner 孙磊 --deadline 2026-12-15");
    let issue = fs::read_dir(branch.root().join("issues/2026")).unwrap().next().unwrap().unwrap().path();
    let (lists, due) =
        (|| (branch.run("meeting list --format csv"), branch.run("issue list --format csv")), branch.run("due"));
    let before = lists();
    for copy in [" (1)", " 冲突副本", "-DESKTOP-3F8K"] {
        let name = format!("{}{copy}.toml", issue.file_stem().unwrap().to_str().unwrap());
        fs::copy(&issue, issue.with_file_name(name)).unwrap();
        let meeting = branch.root().join("meetings/2026");
        fs::copy(meeting.join("2026-11-23-lesson.toml"), meeting.join(format!("2026-11-23-lesson{copy}.toml")))
            .unwrap();
    }
    assert_eq!((lists(), branch.run("due")), (before, due));
    let told = branch.run("check");
    let named: Vec<_> = told.lines().filter(|line| line.contains("[stray-file]")).collect();
    assert_eq!(named.len(), 6, "{told}");
    assert_snapshot!(named[3..].join("\n"), @"
    meetings/2026/2026-11-23-lesson (1).toml: a second copy that a syncing service left, which does not count [stray-file]
    meetings/2026/2026-11-23-lesson 冲突副本.toml: a second copy that a syncing service left, which does not count [stray-file]
    meetings/2026/2026-11-23-lesson-DESKTOP-3F8K.toml: a second copy that a syncing service left, which does not count [stray-file]
    ");
}

#[test]
fn who_leads_is_not_asked_while_a_record_of_somebody_is_gone() {
    let branch = Sandbox::branch();
    branch.run("group add 内勤党小组 --id desk --from 2024-01-01");
    branch.run("member add 王芳 -s full --from 2012-01-01 -g desk");
    assert!(branch.run("check").contains("[group-leaderless]"));
    fs::remove_file(branch.root().join("members/li-min.toml")).unwrap();
    let told = branch.run("check");
    assert!(told.contains("[gone]") && !told.contains("group-leaderless"), "{told}");
}

#[test]
fn a_directory_whose_settings_are_gone_is_not_to_be_begun_anew() {
    let branch = Sandbox::branch();
    fs::remove_file(branch.root().join("zhibu.toml")).unwrap();
    let told = branch.refused("due");
    assert_snapshot!(told, @"
    --- stderr
    zhibu.toml: git has zhibu.toml, but it is gone from the disk
    help: bring it back: git restore --source=HEAD --staged --worktree zhibu.toml
    --- exit Some(1)
    ");
    assert_eq!(branch.refused("-C members member list"), told);
    assert_eq!(branch.refused("init ."), told);
    assert_eq!(branch.refused("init"), told);
    let branch = branch.chinese();
    assert_snapshot!(branch.refused("due"), @"
    --- stderr
    zhibu.toml: git 里有 zhibu.toml，磁盘上没有了
    建议：取回：git restore --source=HEAD --staged --worktree zhibu.toml
    --- exit Some(1)
    ");
    branch.git(&["restore", "--source=HEAD", "--staged", "--worktree", "zhibu.toml"]);
    branch.run("member list");
}
