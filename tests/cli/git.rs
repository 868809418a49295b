use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn each_changing_command_is_one_commit_with_a_sentence() {
    let branch = Sandbox::branch().chinese();
    branch.run("meeting log 党课 --absent 孙磊:ill --lang zh");
    branch.run("points award 孙磊 commended 5 --note 破案 --lang zh");
    assert_snapshot!(branch.git(&["log", "-3", "--format=%s|%b", "--name-status"]), @"
    孙磊 立功受奖、表彰 +5，2026-11-23|破案


    A	points/2026-11.toml
    登记 2026-11-23 党课|

    A	meetings/2026/2026-11-23-lesson.toml
    added 董立: 群众, from 2020-01-01|

    A	members/dong-li.toml
    ");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_is_staged_stays_staged() {
    let branch = Sandbox::branch();
    branch.write("notes.txt", "one\n");
    branch.git(&["add", "notes.txt"]);
    branch.write("notes.txt", "two\n");
    branch.write("b.png", "b");
    branch.run("meeting log 党课 --evidence b.png");
    branch.run("meeting edit 11-23 --place 二楼");
    assert_eq!(branch.git(&["status", "--porcelain"]), "AM notes.txt\n?? b.png\n");
    assert_eq!(branch.git(&["show", ":notes.txt"]), "one\n");
    assert_eq!(branch.git(&["log", "--format=%h", "--", "notes.txt"]), "");
}

fn hook(branch: &Sandbox, name: &str, script: &str) {
    let path = format!(".git/hooks/{name}");
    branch.write(&path, format!("#!/bin/sh\n{script}\n"));
    let path = branch.root().join(path);
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_hook_that_refuses_leaves_the_record_written() {
    let branch = Sandbox::branch();
    hook(&branch, "pre-commit", "echo 不行 >&2; exit 1");
    assert_snapshot!(branch.run("meeting log 党课"), @"
    --- stderr
    logged 2026-11-23 党课 · 7 due, 6 present, 1 exempt
      meetings/2026/2026-11-23-lesson.toml
    warning: the record is written, but not committed to git: git says: 不行
    help: once that is mended: git add -- meetings/2026/2026-11-23-lesson.toml && git commit -- meetings/2026/2026-11-23-lesson.toml
    ");
    assert!(branch.root().join("meetings/2026/2026-11-23-lesson.toml").exists());
    hook(&branch, "pre-commit", "exit 0");
    let commit = "git add -- meetings/2026/2026-11-23-lesson.toml && git commit -q -m later -- meetings/2026/2026-11-23-lesson.toml";
    let done = std::process::Command::new("sh")
        .args(["-c", commit])
        .current_dir(branch.root())
        .envs([
            ("GIT_AUTHOR_NAME", "a"),
            ("GIT_AUTHOR_EMAIL", "a@b"),
            ("GIT_COMMITTER_NAME", "a"),
            ("GIT_COMMITTER_EMAIL", "a@b"),
        ])
        .status()
        .unwrap();
    assert!(done.success());
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn signing_that_fails_leaves_the_record_written() {
    let branch = Sandbox::branch();
    branch.git(&["config", "commit.gpgsign", "true"]);
    branch.git(&["config", "gpg.program", "false"]);
    let told = branch.run("meeting log 党课");
    assert!(told.contains("warning: the record is written, but not committed to git: git says:"), "{told}");
    assert!(branch.root().join("meetings/2026/2026-11-23-lesson.toml").exists());
}

#[test]
fn in_the_middle_of_a_merge_nothing_is_committed() {
    let branch = Sandbox::branch();
    let head = branch.git(&["rev-parse", "HEAD"]);
    branch.write(".git/MERGE_HEAD", &head);
    assert_snapshot!(branch.run("meeting log 党课"), @"
    --- stderr
    logged 2026-11-23 党课 · 7 due, 6 present, 1 exempt
      meetings/2026/2026-11-23-lesson.toml
    warning: the record is written, but not committed to git: the repository is in the middle of a merge; commit it with that
    ");
    assert_eq!(branch.git(&["rev-parse", "HEAD"]), head);
    std::fs::remove_file(branch.root().join(".git/MERGE_HEAD")).unwrap();
    std::fs::create_dir(branch.root().join(".git/rebase-merge")).unwrap();
    assert!(branch.chinese().run("meeting log 警示教育").contains("仓库正在进行 rebase"));
}

#[test]
fn without_commits_everything_works() {
    let branch = Sandbox::branch();
    let head = branch.git(&["rev-parse", "HEAD"]);
    branch.run("meeting log 党课 --no-commit");
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("commit = true", "commit = false"));
    branch.run("meeting log 警示教育");
    assert_eq!(branch.git(&["rev-parse", "HEAD"]), head);
    assert_eq!(branch.run("meeting list --format csv").lines().count(), 3);
    let without = branch.command(&["meeting", "log", "讲座"]).env("PATH", "").output().unwrap();
    assert!(without.status.success());
}

#[test]
fn an_index_that_somebody_else_holds_is_waited_for_and_told() {
    let branch = Sandbox::branch();
    branch.write(".git/index.lock", "");
    let told = branch.run("meeting log 党课");
    assert!(told.contains("index.lock"), "{told}");
    assert!(branch.root().join("meetings/2026/2026-11-23-lesson.toml").exists());
}

#[test]
fn a_folder_of_a_larger_repository_commits_its_own_files() {
    let larger = Sandbox::empty();
    larger.git(&["init", "--quiet"]);
    larger.write("other.txt", "x");
    larger.run_words(&["init", "党 支部", "--name", "x"]);
    let told = larger.run_words(&["-C", "党 支部", "member", "add", "赵刚", "-s", "full"]);
    assert_snapshot!(told, @"
    --- stderr
    added 赵刚: 正式党员, from 2026-11-23
      members/zhao-gang.toml
    ");
    assert_snapshot!(larger.git(&["log", "-1", "--format=%s", "--name-only"]), @"
    added 赵刚: 正式党员, from 2026-11-23

    党 支部/members/zhao-gang.toml
    ");
    assert_eq!(larger.git(&["status", "--porcelain"]), "?? other.txt\n");
}

#[test]
fn two_people_record_apart_and_merge_without_loss() {
    let branch = Sandbox::branch();
    branch.run("points award 李敏 commended 1 --on 11-01");
    let other = branch.root().join("other");
    branch.git(&["clone", "--quiet", ".", "other"]);
    let in_other = |line: &str, seed: &str| {
        let words: Vec<_> = line.split_whitespace().collect();
        let output = branch.command(&words).current_dir(&other).env("ZHIBU_SEED", seed).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    for (day, seed) in [("10-05", "205"), ("11-05", "215"), ("11-06", "216")] {
        in_other(&format!("points award 孙磊 commended 2 --on {day}"), seed);
        in_other(&format!("meeting log 党课 --on {day}"), seed);
    }
    for (day, seed) in [("10-07", "107"), ("11-04", "104"), ("11-07", "117")] {
        let words = ["points", "award", "赵刚", "commended", "3", "--on", day];
        assert!(branch.command(&words).env("ZHIBU_SEED", seed).output().unwrap().status.success());
        branch.run(&format!("meeting log 主题党日 --on {day}"));
    }
    branch.write("other/.git/info/exclude", ".zhibu\n");
    let merged = branch.git(&["pull", "--quiet", "--no-rebase", "--no-edit", "other"]);
    assert!(!merged.contains("CONFLICT"), "{merged}");
    assert_eq!(branch.run("points list --period 2026 --format csv").lines().count(), 8);
    assert_eq!(branch.run("meeting list --period 2026 --format csv").lines().count(), 7);
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}
