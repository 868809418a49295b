//! Which repository a record is committed to, and what is said where it is to none.

use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// What is said with a record, to whatever it is committed.
fn noted(branch: &Sandbox) -> String {
    branch.run("member edit 孙磊 --note 好")
}

/// Whether the next command makes up for it.
fn is_made_up_for(branch: &Sandbox) -> bool {
    branch
        .run("points award 李敏 commended 1")
        .contains("made the commit that an earlier command could not make: edited 孙磊")
        && branch.git(&["log", "-2", "--format=%s"]) == "李敏: 立功受奖、表彰 +1, 2026-11-23\nedited 孙磊\n"
        && branch.git(&["status", "--porcelain"]).is_empty()
}

#[test]
fn no_variable_of_git_leads_to_another_repository() {
    let branch = Sandbox::branch();
    let other = Sandbox::empty();
    other.git_on("2026-11-23", &["init", "--quiet"]);
    other.git_on("2026-11-23", &["commit", "--quiet", "--allow-empty", "-m", "code"]);
    let head = other.git(&["rev-parse", "HEAD"]);
    let config = other.read(".git/config");
    let git = other.root().join(".git");
    let (git, empty) = (git.to_str().unwrap(), "");
    for (name, value) in [
        ("GIT_DIR", git),
        ("GIT_WORK_TREE", other.root().to_str().unwrap()),
        ("GIT_INDEX_FILE", "other-index"),
        ("GIT_OBJECT_DIRECTORY", "other-objects"),
        ("GIT_COMMON_DIR", git),
        ("GIT_PREFIX", "members/"),
        ("GIT_GLOB_PATHSPECS", "1"),
        ("GIT_NAMESPACE", "other"),
        ("GIT_CONFIG_COUNT", "x"),
        ("GIT_CONFIG_PARAMETERS", "'core.worktree'='/'"),
        ("GIT_CEILING_DIRECTORIES", empty),
    ] {
        let words = ["member", "edit", "孙磊", "--note", name];
        let told = branch.told(&branch.command(&words).env(name, value).output().unwrap());
        assert!(!told.contains("warning") && !told.contains("exit"), "{name}: {told}");
        assert_eq!(branch.git(&["status", "--porcelain"]), "", "{name}");
        assert!(branch.git(&["show", "--format=", "HEAD"]).contains(&format!("+note = \"{name}\"")), "{name}");
    }
    assert_eq!((other.git(&["rev-parse", "HEAD"]), other.read(".git/config")), (head, config));
}

#[test]
fn a_repository_of_something_else_gets_no_commit() {
    let larger = Sandbox::empty();
    larger.git_on("2026-11-23", &["init", "--quiet"]);
    larger.git_on("2026-11-23", &["commit", "--quiet", "--allow-empty", "-m", "code"]);
    larger.run_words(&["init", "station", "--name", "站南"]);
    std::fs::remove_dir_all(larger.root().join("station/.git")).unwrap();
    assert_snapshot!(larger.run("-C station member add 赵刚 -s full"), @"
    --- stderr
    added 赵刚: 正式党员, from 2026-11-23
      members/zhao-gang.toml
    warning: the record is written, but not committed to git: the git repository in $DIR is kept for something else: it does not have zhibu.toml
    help: give the records a repository of their own: git -C $DIR/station init && git -C $DIR/station add . && git -C $DIR/station commit -m begin; to keep them in that one, leave out git -C $DIR/station init
    ");
    assert_snapshot!(larger.run("-C station --lang zh member edit 赵刚 --note 好"), @"
    --- stderr
    修改 赵刚 的资料
      members/zhao-gang.toml
    注意：记录已写入文件，但没有提交到 git：$DIR 的 git 仓库保存的是别的内容，没有 zhibu.toml
    建议：给记录单独建一个仓库：git -C $DIR/station init && git -C $DIR/station add . && git -C $DIR/station commit -m 开始；确实要放在那个仓库里，就不用 git -C $DIR/station init
    ");
    assert_eq!(larger.git(&["log", "--format=%s"]), "code\n");
    assert_snapshot!(larger.run("-C station history"), @"
    --- stderr
    error: the git repository in $DIR is kept for something else: it does not have zhibu.toml
    help: to have one from now on: git init && git add . && git commit -m begin
    --- exit Some(1)
    ");
    assert_snapshot!(larger.run("-C station sync"), @"
    --- stderr
    error: the git repository in $DIR is kept for something else: it does not have zhibu.toml
    help: to have one from now on: git init && git add . && git commit -m begin
    --- exit Some(1)
    ");
}

#[test]
fn without_a_repository_each_command_says_so() {
    let branch = Sandbox::branch();
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    assert_snapshot!(noted(&branch), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: this directory is not in a git repository
    help: make one: git init && git add . && git commit -m begin; without git, write commit = false in zhibu.toml
    ");
    assert_snapshot!(branch.chinese_once("member edit 孙磊 --note 很好"), @"
    --- stderr
    修改 孙磊 的资料
      members/sun-lei.toml
    注意：记录已写入文件，但没有提交到 git：这个目录不在 git 仓库里
    建议：建一个：git init && git add . && git commit -m 开始；不用 git，就在 zhibu.toml 里写 commit = false
    ");
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("commit = true", "commit = false"));
    assert!(!branch.run("member edit 孙磊 --note 不说").contains("warning"));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("commit = false", "commit = true"));
    branch.git_on("2026-11-23", &["init", "--quiet"]);
    assert_snapshot!(branch.run("member edit 孙磊 --note 再说"), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: the git repository here does not have the records yet: zhibu.toml is not in it
    help: give git the records first: git add . && git commit -m begin
    ");
}

#[test]
fn without_git_on_the_path_the_commit_is_made_later() {
    let branch = Sandbox::branch();
    let told = branch.command(&["member", "edit", "孙磊", "--note", "好"]).env("PATH", "").output().unwrap();
    assert_snapshot!(branch.told(&told), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: git is not installed, or not on the PATH
    help: install git, and the next command makes the commit; without git, write commit = false in zhibu.toml
    ");
    assert!(is_made_up_for(&branch));
}

#[test]
fn a_damaged_repository_is_told_as_one() {
    let branch = Sandbox::branch();
    let head = branch.root().join(".git/HEAD");
    let kept = std::fs::read(&head).unwrap();
    std::fs::remove_file(&head).unwrap();
    assert_snapshot!(noted(&branch), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: $DIR/.git is damaged: it is not a whole git repository
    help: make `git status` work first; the next command then makes the commit
    ");
    assert_snapshot!(branch.refused("history"), @"
    --- stderr
    error: git will not read this repository: $DIR/.git is damaged: it is not a whole git repository
    help: make `git status` work in this directory first
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("--lang zh sync"), @"
    --- stderr
    错误：git 读不了这个仓库：$DIR/.git 已损坏，不是完整的 git 仓库
    建议：先让 git status 在这个目录里能用
    --- exit Some(1)
    ");
    std::fs::write(&head, kept).unwrap();
    assert!(is_made_up_for(&branch));
}

#[test]
fn a_damaged_repository_within_another_is_not_taken_for_that_one() {
    let larger = Sandbox::empty();
    larger.git_on("2026-11-23", &["init", "--quiet"]);
    larger.run("init station --name 站南");
    larger.git_on("2026-11-23", &["add", "station/zhibu.toml", "-f"]);
    larger.run("-C station member add 赵刚 -s full");
    std::fs::remove_file(larger.root().join("station/.git/HEAD")).unwrap();
    let told = larger.run("-C station member edit 赵刚 --note 好");
    assert!(told.contains("station/.git is damaged"), "{told}");
}

#[test]
fn a_repository_that_git_refuses_is_told() {
    let branch = Sandbox::branch();
    let mut command = branch.command(&["member", "edit", "孙磊", "--note", "好"]);
    let told = branch.told(&command.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1").output().unwrap());
    assert_snapshot!(told, @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: the git repository in $DIR belongs to another user, so git does not read it
    help: if you trust it: git config --global --add safe.directory $DIR; the next command then makes the commit
    ");
    for words in [["history"].as_slice(), &["sync"], &["--lang", "zh", "history"]] {
        let mut command = branch.command(words);
        let told = branch.told(&command.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1").output().unwrap());
        assert!(told.contains("git config --global --add safe.directory $DIR\n"), "{told}");
    }
    assert!(is_made_up_for(&branch));
}

#[test]
fn in_a_submodule_the_commit_is_on_its_branch_and_waits_where_it_has_none() {
    let (branch, larger) = (Sandbox::branch(), Sandbox::empty());
    larger.git_on("2026-11-23", &["init", "--quiet"]);
    let from = format!("file://{}", branch.root().display());
    larger.git_on("2026-11-23", &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &from, "station"]);
    larger.git_on("2026-11-23", &["commit", "--quiet", "-m", "records"]);
    let told = larger.run("-C station member edit 孙磊 --note 好");
    assert!(!told.contains("warning"), "{told}");
    assert_eq!(larger.git(&["-C", "station", "log", "-1", "--format=%s"]), "edited 孙磊\n");
    assert_eq!(larger.git(&["log", "--format=%s"]), "records\n");
    // As `git submodule update` leaves it.
    larger.git(&["-C", "station", "checkout", "--quiet", "--detach"]);
    let told = larger.run("-C station member edit 孙磊 --note 很好");
    assert!(told.contains("no branch is checked out"), "{told}");
    assert!(told.ends_with("station switch BRANCH; the next command then makes the commit\n"), "{told}");
}

#[test]
fn without_a_branch_the_commit_waits_for_one() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "--quiet", "--detach"]);
    assert_snapshot!(noted(&branch), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    warning: the record is written, but not committed to git: no branch is checked out, so the commit would be on none
    help: git switch BRANCH; the next command then makes the commit
    ");
    assert_snapshot!(branch.chinese_once("member edit 李敏 --note 好"), @"
    --- stderr
    修改 李敏 的资料
      members/li-min.toml
    注意：记录已写入文件，但没有提交到 git：当前没有检出分支，提交以后会找不到
    建议：git switch 分支名，下一条命令会补上提交
    ");
    branch.git(&["checkout", "--quiet", "master"]);
    branch.git(&["checkout", "--quiet", "--", "members/li-min.toml"]);
    assert!(is_made_up_for(&branch));
}

#[test]
fn what_hooks_say_is_passed_on() {
    let branch = Sandbox::branch();
    branch.write(".git/hooks/pre-commit", "#!/bin/sh\necho 记得备份 >&2\n");
    let hook = branch.root().join(".git/hooks/pre-commit");
    std::fs::set_permissions(hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_snapshot!(noted(&branch), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    git says: 记得备份
    ");
}

#[test]
fn a_hook_that_changes_records_is_told_at_once_that_it_cannot() {
    let branch = Sandbox::branch();
    let program = env!("CARGO_BIN_EXE_zhibu");
    branch.write(
        ".git/hooks/post-commit",
        format!("#!/bin/sh\n{program} points award 李敏 commended 1 2>&1 | sed 's/^/  /' >&2\n"),
    );
    let hook = branch.root().join(".git/hooks/post-commit");
    std::fs::set_permissions(hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_snapshot!(noted(&branch), @"
    --- stderr
    edited 孙磊
      members/sun-lei.toml
    git says: error: `member edit 孙磊 --note 好` runs this command and waits for it, so it cannot run now
      help: do not change records in a git hook; run it in the background instead
    ");
    assert!(!branch.root().join("points/2026-11.toml").exists());
}

#[test]
fn who_waits_says_for_whom_and_not_for_ever() {
    let branch = Sandbox::branch();
    let program = env!("CARGO_BIN_EXE_zhibu");
    branch.write("editor", format!("#!/bin/sh\nZHIBU_WAIT=0 {program} -q member edit 李敏 --note x 2>told\n"));
    branch.write(
        ".git/hooks/pre-commit",
        format!("#!/bin/sh\nunset ZHIBU_WITHIN; ZHIBU_WAIT=0 {program} -q member edit 李敏 --note x 2>told; exit 0\n"),
    );
    let hook = branch.root().join(".git/hooks/pre-commit");
    std::fs::set_permissions(hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    noted(&branch);
    let told = branch.read("told");
    let process: String = told.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    assert_snapshot!(told.replace(&process, "PID"), @"
    warning: waiting for another command to finish: `member edit 孙磊 --note 好` (process PID)
    error: waiting for another command to finish: `member edit 孙磊 --note 好` (process PID); gave up after 0 seconds
    help: see what process PID is doing (ps PID), end it and try again; ZHIBU_WAIT=SECONDS waits longer
    ");
}
