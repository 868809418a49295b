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

    Zhibu-Command: points award


    A	points/2026-11.toml
    登记 2026-11-23 党课|Zhibu-Command: meeting log


    A	meetings/2026/2026-11-23-lesson.toml
    added 董立: 群众, from 2020-01-01|Zhibu-Command: member add


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

#[test]
fn more_files_than_one_command_line_of_windows_holds_are_one_commit() {
    let branch = Sandbox::branch();
    let rows: String = (0..700).map(|n| format!("甲{},full,2026-01-01\n", spelled(n))).collect();
    branch.write("roster.csv", format!("姓名,身份,起\n{rows}"));
    let told = branch.run("import members roster.csv --yes");
    assert!(told.contains("700"), "{told}");
    assert_eq!(branch.git(&["status", "--porcelain"]), "?? roster.csv\n");
    let names = branch.git(&["show", "--format=", "--name-only"]);
    let members = names.lines().filter(|name| name.starts_with("members/")).count();
    assert!(members == 700 && names.len() > 12_000, "{} {members}", names.len());
    branch.run("undo --yes");
    assert_eq!(branch.git(&["status", "--porcelain"]), "?? roster.csv\n");
    assert_eq!(branch.git(&["show", "--format=", "--name-only"]).lines().count(), names.lines().count());
}

/// A number in signs that names have, three of them.
fn spelled(n: usize) -> String {
    let signs: Vec<_> = "安北川东方刚海建军国".chars().collect();
    [n / 100, n / 10, n].map(|n| signs[n % 10]).iter().collect()
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
    logged 2026-11-23 党课 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏
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
    logged 2026-11-23 党课 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏
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
    larger.run_words(&["init", "党 支部", "--name", "x", "--here"]);
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
    // What git says is no matter: one of before 2.34 says `CONFLICT (add/add)` of what the driver has joined.
    branch.git(&["pull", "--quiet", "--no-rebase", "--no-edit", "other"]);
    assert_eq!(branch.git(&["ls-files", "--unmerged"]), "");
    assert_eq!(branch.run("points list --period 2026 --format csv").lines().count(), 8);
    assert_eq!(branch.run("meeting list --period 2026 --format csv").lines().count(), 7);
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

/// What git holds ready for the next commit, as it stands in it.
fn staged(branch: &Sandbox) -> String {
    branch.git(&["diff", "--cached", "--name-status"])
}

#[test]
fn a_commit_that_fails_leaves_nothing_of_the_record_staged() {
    for (name, script) in [("pre-commit", "exit 1"), ("commit-msg", "echo 要写编号 >&2; exit 1")] {
        let branch = Sandbox::branch();
        branch.write("notes.txt", "one\n");
        branch.git(&["add", "notes.txt"]);
        branch.write("notes.txt", "two\n");
        branch.write("b.png", b"\x89PNG\0\xff");
        hook(&branch, name, script);
        let told = branch.run("meeting log 党课 --evidence b.png");
        assert!(told.contains("warning: the record is written, but not committed"), "{told}");
        branch.run("member edit 孙磊 --note 好");
        assert_eq!(staged(&branch), "A\tnotes.txt\n", "{name}");
        assert_eq!(branch.git(&["show", ":notes.txt"]), "one\n");
        std::fs::remove_file(branch.root().join(".git/hooks").join(name)).unwrap();
        branch.run("meeting edit 11-23 --place 二楼");
        assert_eq!(staged(&branch), "A\tnotes.txt\n", "{name}");
        branch.git(&["add", "members", "evidence"]);
        branch.git(&["commit", "--quiet", "-m", "later", "--", "members", "evidence"]);
        assert_eq!(branch.git(&["status", "--porcelain"]), "AM notes.txt\n?? b.png\n");
        assert_eq!(branch.git(&["cat-file", "-s", "HEAD:evidence/2026/2026-11-23-lesson-1.png"]), "6\n");
    }
}

#[test]
fn a_hook_that_refuses_without_a_word() {
    let branch = Sandbox::branch();
    hook(&branch, "pre-commit", "exit 1");
    assert_snapshot!(branch.run("member edit 孙磊 --note 好"), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: git, or a hook of it, refused without a word
    help: once that is mended: git add -- members/sun-lei.toml && git commit -- members/sun-lei.toml
    ");
    assert_snapshot!(branch.chinese().run("member edit 李敏 --note 好"), @"
    --- stderr
    修改 李敏 的资料
      members/li-min.toml
    注意：记录已写入文件，但没有提交到 git：git 或它的钩子没有说明原因就拒绝了
    建议：解决以后：git add -- members/li-min.toml && git commit -- members/li-min.toml
    ");
}

#[test]
fn how_to_commit_later_holds_from_where_the_call_was_made() {
    let branch = Sandbox::branch();
    hook(&branch, "pre-commit", "exit 1");
    branch.write("工作 间/x", "");
    let here = branch.root().join("工作 间");
    let told =
        branch.told(&branch.command(&["member", "edit", "孙磊", "--note", "好"]).current_dir(&here).output().unwrap());
    assert_snapshot!(told, @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: git, or a hook of it, refused without a word
    help: once that is mended: git -C $DIR add -- members/sun-lei.toml && git -C $DIR commit -- members/sun-lei.toml
    ");
    std::fs::remove_file(branch.root().join(".git/hooks/pre-commit")).unwrap();
    let (_, cure) = told.split_once("once that is mended: ").unwrap();
    let cure = cure.trim().replace("$DIR", branch.root().to_str().unwrap()).replace(" commit ", " commit -q -m later ");
    let mut shell = std::process::Command::new("sh");
    for who in ["AUTHOR", "COMMITTER"] {
        shell.env(format!("GIT_{who}_NAME"), "a").env(format!("GIT_{who}_EMAIL"), "a@example.org");
    }
    assert!(shell.args(["-c", &cure]).current_dir(&here).status().unwrap().success(), "{cure}");
    assert_eq!(branch.git(&["log", "-1", "--format=%s"]), "later\n");
}

#[test]
fn what_git_ignores_is_left_out_and_told() {
    let branch = Sandbox::branch();
    branch.write(".git/info/exclude", ".zhibu\nevidence/2026\nb.png\n");
    branch.write("b.png", "b");
    assert_snapshot!(branch.run("meeting log 党课 --evidence b.png"), @"
    --- stderr
    logged 2026-11-23 党课 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏
      meetings/2026/2026-11-23-lesson.toml
      evidence/2026/2026-11-23-lesson-1.png
    warning: committed, but without what git ignores: evidence/2026/2026-11-23-lesson-1.png
    ");
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s", "--name-only"]), @"
    logged 2026-11-23 党课

    meetings/2026/2026-11-23-lesson.toml
    ");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
    branch.write(".git/info/exclude", ".zhibu\npoints/2026-11.toml\nb.png\n/evidence/2026\n");
    let told = branch.run("points award 孙磊 commended 1");
    assert!(told.contains("not committed to git") && !told.contains("exit"), "{told}");
}

#[test]
fn without_an_identity_the_record_is_written() {
    let branch = Sandbox::branch();
    branch.git(&["config", "user.useConfigOnly", "true"]);
    let mut command = branch.command(&["member", "edit", "孙磊", "--note", "好"]);
    for who in ["AUTHOR", "COMMITTER"] {
        command.env_remove(format!("GIT_{who}_NAME")).env_remove(format!("GIT_{who}_EMAIL"));
    }
    let told = branch.told(&command.output().unwrap());
    assert!(told.contains("not committed to git") && told.contains("Please tell me who you are"), "{told}");
    assert!(!told.contains("exit"), "{told}");
    assert!(branch.read("members/sun-lei.toml").contains("note = \"好\""));
    assert_eq!(staged(&branch), "");
}

#[test]
fn every_thing_that_can_be_under_way_is_told() {
    let branch = Sandbox::branch();
    let head = branch.git(&["rev-parse", "HEAD"]);
    for (marker, what) in [
        ("MERGE_HEAD", "merge"),
        ("CHERRY_PICK_HEAD", "cherry-pick"),
        ("REVERT_HEAD", "revert"),
        ("BISECT_LOG", "bisect"),
    ] {
        branch.write(&format!(".git/{marker}"), &head);
        let told = branch.run(&format!("member edit 孙磊 --note {what}"));
        assert!(told.contains(&format!("in the middle of a {what}; commit it with that\n")), "{told}");
        assert!(!told.contains("exit"), "{told}");
        std::fs::remove_file(branch.root().join(".git").join(marker)).unwrap();
    }
    assert_eq!(branch.git(&["rev-parse", "HEAD"]), head);
    assert_eq!(branch.git(&["status", "--porcelain"]), " M members/sun-lei.toml\n");
    branch.run("member edit 孙磊 --note 完");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_merge_that_left_a_conflict_is_told_and_nothing_is_written() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "--quiet", "-b", "other"]);
    branch.run("member edit 孙磊 --name 孙雷");
    branch.git(&["checkout", "--quiet", "-"]);
    branch.run("member edit 孙磊 --name 孙垒");
    assert!(branch.git(&["merge", "other"]).contains("CONFLICT"));
    assert_snapshot!(branch.refused("points award 李敏 commended 1"), @"
    --- stderr
    members/sun-lei.toml:1:1: the file still has the marks of a merge conflict
      |
    1 | <<<<<<< ours
      | ^^^^^^^^^^^^
    help: `zhibu resolve` shows and settles it, or keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>
    --- exit Some(1)
    ");
}

#[test]
fn a_second_work_tree_commits_where_it_is() {
    let branch = Sandbox::branch();
    branch.git(&["worktree", "add", "--quiet", "second", "-b", "second"]);
    let told = branch.run("-C second member edit 孙磊 --note 好");
    assert!(!told.contains("warning") && !told.contains("exit"), "{told}");
    assert_eq!(branch.git(&["log", "-1", "--format=%s", "refs/heads/second"]), "edited 孙磊\n");
}

#[test]
fn line_ends_that_git_changes_make_no_second_commit() {
    let branch = Sandbox::branch();
    branch.git(&["config", "core.autocrlf", "true"]);
    branch.run("meeting log 党课");
    branch.run("meeting edit 11-23 --place 二楼");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
    assert!(!branch.read("meetings/2026/2026-11-23-lesson.toml").contains('\r'));
}

#[test]
fn a_subject_is_one_line_whatever_the_words_are() {
    let branch = Sandbox::branch();
    branch.run_words(&["meeting", "log", "党课", "--topic", "一\n\n二"]);
    branch.run_words(&["meeting", "decide", "11-23", "# 同意\n--all 'x' \"y\""]);
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s%n%b"]), @r#"
    2026-11-23 党课 decided: # 同意↵--all 'x' "y"
    Zhibu-Command: meeting decide
    "#);
    branch.run_words(&["points", "award", "孙磊", "commended", "1", "--note", "-m x\n# 不是注释"]);
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s%n%b"]), @"
    孙磊: 立功受奖、表彰 +1, 2026-11-23
    -m x
    # 不是注释

    Zhibu-Command: points award
    ");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_commit_that_failed_after_it_was_made_is_not_told_as_missing() {
    let branch = Sandbox::branch();
    // A git that dies when all is done but to say so.
    let real = String::from_utf8(std::process::Command::new("which").arg("git").output().unwrap().stdout).unwrap();
    let script =
        format!("#!/bin/sh\n{} \"$@\" || exit $?\ncase \" $* \" in *' commit '*) exit 128 ;; esac\n", real.trim());
    branch.write("bin/git", &script);
    let git = branch.root().join("bin/git");
    std::fs::set_permissions(&git, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", branch.root().join("bin").display(), std::env::var("PATH").unwrap());
    let output = branch.command(&["member", "edit", "孙磊", "--note", "好"]).env("PATH", path).output().unwrap();
    assert_snapshot!(branch.told(&output), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    ");
    assert_eq!(branch.git(&["status", "--porcelain", "members"]), "");
}
