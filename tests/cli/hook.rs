//! `init --hook` and `check --staged`: git asks before a commit whether what is staged can be read.

use std::os::unix::fs::symlink;
use std::process::Command;

use crate::sandbox::Sandbox;

/// A branch whose git finds the program.
fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    std::fs::create_dir(branch.root().join(".git/bin")).unwrap();
    symlink(env!("CARGO_BIN_EXE_zhibu"), branch.root().join(".git/bin/zhibu")).unwrap();
    branch
}

/// Runs a program with the program in reach, and gives what it said.
fn told(branch: &Sandbox, mut command: Command) -> String {
    let path = format!("{}:{}", branch.root().join(".git/bin").display(), std::env::var("PATH").unwrap());
    branch.told(&command.env("PATH", path).output().unwrap())
}

/// What the hook says, with the program's own folder taken out.
fn hook(branch: &Sandbox) -> String {
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_zhibu")).parent().unwrap();
    branch.read(".git/hooks/pre-commit").replace(folder.to_str().unwrap(), "FOLDER")
}

fn git(branch: &Sandbox, words: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=李敏", "-c", "user.email=li-min@example.org"]).args(words);
    command
        .current_dir(branch.root())
        .env("HOME", branch.root())
        .env("ZHIBU_TODAY", "2026-11-23")
        .env("LC_ALL", "C.UTF-8");
    told(branch, command)
}

#[test]
fn what_cannot_be_read_is_not_committed() {
    let branch = branch();
    insta::assert_snapshot!(branch.run("init --hook"), @"
    --- stderr
    made the check before each commit: $DIR/.git/hooks/pre-commit
    ");
    insta::assert_snapshot!(branch.run("init --hook"), @"
    --- stderr
    the check before each commit is there: $DIR/.git/hooks/pre-commit
    ");
    insta::assert_snapshot!(hook(&branch), @r#"
    #!/bin/sh
    # Checks the records that are staged; made by zhibu init --hook
    PATH="$PATH":FOLDER
    zhibu -C . check --staged
    "#);

    // It is what is staged that counts, not what stands on disk.
    let right = branch.read("members/sun-lei.toml");
    branch.write("members/sun-lei.toml", right.replace("is = \"full\"", "is = \"ful\""));
    git(&branch, &["add", "members"]);
    branch.write("members/sun-lei.toml", &right);
    insta::assert_snapshot!(git(&branch, &["commit", "-qm", "改错了"]), @r#"
    --- stderr
    members/sun-lei.toml:4:6: no standing `ful` [no-standing]
      |
    4 | is = "ful"
      |      ^^^^^
    help: did you mean `full` (正式党员)?
    members/sun-lei.toml:12:6: as a rule: 孙磊 is ful and cannot be 党小组组长 [leader-standing]
       |
    12 | id = "group-leader"
       |      ^^^^^^^^^^^^^^
    source: 《中国共产党支部工作条例（试行）》第13条
    1 error in what is staged: mend it and commit again; git commit --no-verify commits it as it is
    --- exit Some(1)
    "#);
    git(&branch, &["add", "members"]);
    branch.write("members/sun-lei.toml", "name = ");
    branch.write("members/new.toml", "name = ");
    branch.write("notes.txt", "x");
    git(&branch, &["add", "notes.txt"]);
    insta::assert_snapshot!(git(&branch, &["commit", "-qm", "改好了"]), @"");
}

#[test]
fn a_file_that_goes_is_missed_by_others() {
    let branch = branch();
    branch.run("init --hook");
    branch.run("meeting log group -g criminal --on 2026-11-05");
    git(&branch, &["rm", "-q", "members/sun-lei.toml"]);
    let refused = git(&branch, &["commit", "-qm", "删去"]);
    assert!(
        refused.contains("meetings/2026/2026-11-05-group-criminal.toml") && refused.contains("--- exit Some(1)"),
        "{refused}"
    );
}

#[test]
fn commands_pass_and_what_is_only_amiss_hinders_nobody() {
    let branch = branch();
    branch.run("init --hook");
    let mut command = branch.command(&["meeting", "log", "general", "--on", "2026-11-05", "--present", "赵刚"]);
    command.env("LC_ALL", "C.UTF-8");
    let logged = told(&branch, command);
    assert!(!logged.contains("not committed"), "{logged}");
    assert!(branch.git(&["status", "--porcelain"]).is_empty());
    assert!(branch.run("check --staged").is_empty());
}

#[test]
fn the_hook_finds_the_program_that_made_it() {
    let branch = Sandbox::branch();
    branch.run("init --hook");
    // Nothing of the program is on the PATH.
    assert_eq!(branch.run("member edit li-min --note 1"), "--- stderr\nedited 李敏\n  members/li-min.toml\n");
    branch.write("members/li-min.toml", "name = ");
    branch.git(&["add", "members"]);
    let refused = branch.git(&["commit", "-m", "x"]);
    assert!(refused.contains("1 error in what is staged"), "{refused}");
}

#[test]
fn a_hook_that_is_there_is_left() {
    let branch = branch();
    branch.write(".git/hooks/pre-commit", "#!/bin/sh\n./lint\n");
    insta::assert_snapshot!(branch.refused("init --hook"), @"
    --- stderr
    error: there is another hook, which was left as it is: $DIR/.git/hooks/pre-commit
    help: add a line to it: zhibu -C . check --staged
    --- exit Some(1)
    ");
    branch.write(".git/hooks/pre-commit", "#!/bin/sh\n./lint\nzhibu check --staged\n");
    insta::assert_snapshot!(branch.run("init --hook"), @"
    --- stderr
    the check before each commit is there: $DIR/.git/hooks/pre-commit
    ");
    let nowhere = Sandbox::empty();
    insta::assert_snapshot!(nowhere.run("init station --name 站南 --hook --no-commit"), @"
    --- stderr
    made the records of 站南 in station
    error: this is no git repository
    --- exit Some(1)
    ");
    insta::assert_snapshot!(nowhere.run("-C station check --staged"), @"
    --- stderr
    error: this is no git repository
    --- exit Some(1)
    ");
}

#[test]
fn records_below_the_repository_are_checked_where_they_are() {
    let above = Sandbox::empty();
    above.git(&["init", "-q"]);
    above.run("init 支部/甲 --name 甲 --hook --here");
    insta::assert_snapshot!(hook(&above), @r#"
    #!/bin/sh
    # Checks the records that are staged; made by zhibu init --hook
    PATH="$PATH":FOLDER
    zhibu -C 支部/甲 check --staged
    "#);
    above.write("支部/甲/members/x.toml", "name = ");
    above.git(&["add", "."]);
    insta::assert_snapshot!(above.run("-C 支部/甲 check --staged"), @"
    members/x.toml:1:8: not TOML: the file ends here too early [syntax]
      |
    1 | name = 
      |        ^
    --- stderr
    1 error in what is staged: mend it and commit again; git commit --no-verify commits it as it is
    --- exit Some(1)
    ");
}
