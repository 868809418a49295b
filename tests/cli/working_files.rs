//! Where working files are, and that none of ours comes in through git.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn they_are_where_no_commit_reaches() {
    let branch = Sandbox::branch();
    assert!(branch.root().join(".git/zhibu/lock").exists());
    assert!(!branch.root().join(".zhibu").exists());
    branch.git(&["worktree", "add", "--quiet", "second", "-b", "second"]);
    branch.run("-C second member edit 孙磊 --note 好");
    assert!(branch.root().join(".git/worktrees/second/zhibu/lock").exists());
    let larger = Sandbox::empty();
    larger.git(&["init", "--quiet"]);
    larger.run("init one --here");
    larger.run("init two --here");
    for name in ["one", "two"] {
        larger.run(&format!("-C {name} member add 赵刚 -s full"));
    }
    let folders = std::fs::read_dir(larger.root().join(".git")).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(folders.filter(|name| name.to_string_lossy().starts_with("zhibu-")).count(), 2, "each has its own");
}

#[test]
fn a_journal_that_a_remote_committed_is_refused_and_named() {
    let branch = Sandbox::branch();
    branch.write(
        ".zhibu/journal",
        "back = false\n\n[[file]]\npath = \"members/sun-lei.toml\"\nname = \"a-0\"\nhad_old = true\ngoes = true\n",
    );
    branch.git(&["add", "--force", ".zhibu/journal"]);
    branch.git_on("2026-11-23", &["commit", "--quiet", "-m", "an attack"]);
    let clone = branch.clone_of(None);
    assert_snapshot!(clone.refused("status"), @"
    --- stderr
    .zhibu/journal: this file was not made here: it says which files to change, and is not followed
    help: find out who committed it, then delete it: git rm -r --cached .zhibu; rm -r .zhibu
    --- exit Some(1)
    ");
    assert_snapshot!(clone.refused("--lang zh points award 李敏 commended 1"), @"
    --- stderr
    .zhibu/journal: 这个文件不是本机留下的，里面写着要改哪些文件，不予执行
    建议：问清楚是谁提交的，再删去：git rm -r --cached .zhibu；rm -r .zhibu
    --- exit Some(1)
    ");
    assert!(clone.root().join("members/sun-lei.toml").exists());
}

#[test]
fn what_is_only_read_runs_none_of_the_programs_of_a_repository() {
    let branch = Sandbox::branch();
    branch.run("points award 李敏 commended 1");
    let ran = branch.root().join("ran");
    let program = format!("touch '{}'; cat", ran.display());
    for (key, value) in [
        ("core.fsmonitor", program.as_str()),
        ("diff.external", &program),
        ("diff.toml.textconv", &program),
        ("diff.toml.command", &program),
        ("filter.toml.clean", &program),
        ("filter.toml.smudge", &program),
        ("gpg.program", &program),
        ("log.showSignature", "true"),
        ("core.pager", &program),
        ("core.editor", &program),
    ] {
        branch.git(&["config", key, value]);
    }
    branch.write(".git/info/attributes", "*.toml diff=toml filter=toml\n");
    // As it is after a copy: git cannot tell by the moment that a file is as it was.
    for path in ["points/2026-11.toml", "members/sun-lei.toml"] {
        branch.write(path, branch.read(path));
    }
    let _ = std::fs::remove_file(&ran);
    for line in [
        "history",
        "audit",
        "status",
        "check",
        "verify",
        "undo --list",
        "undo --dry-run",
        "report attendance",
        "sync --dry-run",
    ] {
        branch.run(line);
        assert!(!ran.exists(), "{line}");
    }
}
