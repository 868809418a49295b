use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn init_makes_a_directory_and_a_repository() {
    let sandbox = Sandbox::empty();
    assert_snapshot!(sandbox.run("init station --name 站南"), @"
    --- stderr
    made the records of 站南 in station
    made a git repository; each command is one commit
    next: zhibu group add NAME --id ID, then zhibu member add NAME --standing ID --group ID
    ");
    assert_snapshot!(sandbox.read("station/zhibu.toml"), @r#"
    # The name of the branch, and how its records are kept.
    name = "站南"
    # by this id others know these records: the same in every copy, never changed
    id = "xth3a325vfbea5dp"
    schema = 2
    lang = "en"
    # the first day of which records are kept here: nothing is owed before it
    since = 2026-11-23

    [git]
    # each changing command is one commit
    commit = true

    [csv]
    # CSV files begin with a byte-order mark, by which Excel knows UTF-8
    bom = true
    "#);
    assert_snapshot!(sandbox.git(&["-C", "station", "log", "--format=%s", "--name-only"]), @"
    began the records of 站南

    .gitattributes
    agendas/README.md
    appraisals/README.md
    dues/README.md
    evidence/README.md
    figures/README.md
    groups/README.md
    issues/README.md
    meetings/README.md
    members/README.md
    plans/README.md
    points/README.md
    requests/README.md
    rules/appraisal.toml
    rules/assessment.toml
    rules/branch.toml
    rules/dues.toml
    rules/duties.toml
    rules/editions.toml
    rules/holidays.toml
    rules/meetings.toml
    rules/points.toml
    rules/steps.toml
    rules/study.toml
    rules/talks.toml
    seals/README.md
    study/README.md
    talks/README.md
    tasks/README.md
    visits/README.md
    zhibu.toml
    ");
    assert_eq!(sandbox.git(&["-C", "station", "status", "--porcelain"]), "");
}

#[test]
fn init_speaks_chinese() {
    let sandbox = Sandbox::empty().chinese();
    assert_snapshot!(sandbox.run("init . --name 站南"), @"
    --- stderr
    已建立“站南”的记录目录：.
    已建立 git 仓库，每条命令自动提交一次
    下一步：zhibu group add 小组名称 --id 编号，再 zhibu member add 姓名 --standing 身份 --group 小组编号
    ");
    assert_snapshot!(sandbox.read("zhibu.toml"), @r#"
    # 组织的名称，和记录的方式。
    name = "站南"
    # 这些记录的编号，上级凭它认出；每份副本都一样，不要改动
    id = "xth3a325vfbea5dp"
    schema = 2
    lang = "zh"
    # 从这一天起在这里记录；这以前的，不算欠
    since = 2026-11-23

    [git]
    # 每条修改记录的命令提交一次 git
    commit = true

    [csv]
    # CSV 文件带字节顺序标记，Excel 才能认出是 UTF-8
    bom = true
    "#);
}

#[test]
fn init_is_never_over_something_that_exists() {
    let sandbox = Sandbox::empty();
    sandbox.write("rules/points.toml", "mine");
    assert_snapshot!(sandbox.refused("init"), @"
    --- stderr
    rules/points.toml: the file is there already and is not written over
    --- exit Some(1)
    ");
    let sandbox = Sandbox::branch();
    assert_snapshot!(sandbox.refused("init"), @"
    --- stderr
    .gitattributes: the file is there already and is not written over
    agendas/README.md: the file is there already and is not written over
    appraisals/README.md: the file is there already and is not written over
    dues/README.md: the file is there already and is not written over
    evidence/README.md: the file is there already and is not written over
    figures/README.md: the file is there already and is not written over
    groups/README.md: the file is there already and is not written over
    issues/README.md: the file is there already and is not written over
    meetings/README.md: the file is there already and is not written over
    members/README.md: the file is there already and is not written over
    plans/README.md: the file is there already and is not written over
    points/README.md: the file is there already and is not written over
    requests/README.md: the file is there already and is not written over
    rules/appraisal.toml: the file is there already and is not written over
    rules/assessment.toml: the file is there already and is not written over
    rules/branch.toml: the file is there already and is not written over
    rules/dues.toml: the file is there already and is not written over
    rules/duties.toml: the file is there already and is not written over
    rules/editions.toml: the file is there already and is not written over
    rules/holidays.toml: the file is there already and is not written over
    rules/meetings.toml: the file is there already and is not written over
    rules/points.toml: the file is there already and is not written over
    rules/steps.toml: the file is there already and is not written over
    rules/study.toml: the file is there already and is not written over
    rules/talks.toml: the file is there already and is not written over
    seals/README.md: the file is there already and is not written over
    study/README.md: the file is there already and is not written over
    talks/README.md: the file is there already and is not written over
    tasks/README.md: the file is there already and is not written over
    visits/README.md: the file is there already and is not written over
    zhibu.toml: the file is there already and is not written over
    --- exit Some(1)
    ");
}

#[test]
fn init_within_another_repository_makes_its_own_unless_told_otherwise() {
    let sandbox = Sandbox::empty();
    sandbox.git(&["init", "--quiet"]);
    assert_snapshot!(sandbox.run("init records --name 记录"), @"
    --- stderr
    made the records of 记录 in records
    this is inside the git repository in $DIR, so the records got a repository of their own; each command is one commit
    next: zhibu group add NAME --id ID, then zhibu member add NAME --standing ID --group ID
    ");
    assert!(sandbox.git(&["log"]).contains("does not have any commits yet"), "the other one is as it was");
    assert_eq!(sandbox.git(&["-C", "records", "log", "--format=%s"]), "began the records of 记录\n");
    sandbox.run("init shared --name 共用 --here");
    assert!(!sandbox.root().join("shared/.git").exists());
    assert_eq!(sandbox.git(&["log", "--format=%s"]), "began the records of 共用\n");
}

#[test]
fn init_is_not_over_a_repository_of_something_else() {
    let sandbox = Sandbox::empty();
    sandbox.git_on("2026-11-23", &["init", "--quiet"]);
    sandbox.git_on("2026-11-23", &["commit", "--quiet", "--allow-empty", "-m", "code"]);
    assert_snapshot!(sandbox.refused("init"), @"
    --- stderr
    error: this folder is a git repository that is kept for something else
    help: name another folder: zhibu init DIR; to keep the records with what is there, add --here
    --- exit Some(1)
    ");
    assert_snapshot!(sandbox.refused("--lang zh init --dry-run"), @"
    --- stderr
    错误：这个文件夹是别的内容的 git 仓库
    建议：另起一个文件夹：zhibu init 文件夹；确实要和那些内容放在一起，加 --here
    --- exit Some(1)
    ");
    sandbox.run("init --here --name 共用");
    assert_eq!(sandbox.git(&["log", "--format=%s"]), "began the records of 共用\ncode\n");
}

#[test]
fn init_works_without_git() {
    let sandbox = Sandbox::empty();
    let mut command = sandbox.command(&["init", "--name", "站南"]);
    let told = sandbox.told(&command.env("PATH", "").output().unwrap());
    assert_snapshot!(told, @"
    --- stderr
    made the records of 站南 in .
    there is no git: records are kept all the same, without a history; for one later, run `git init` and set commit = true in zhibu.toml
    next: zhibu group add NAME --id ID, then zhibu member add NAME --standing ID --group ID
    ");
    assert_eq!(sandbox.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn an_association_has_its_own_rulebook() {
    let sandbox = Sandbox::empty();
    sandbox.run("init . --name Club --rulebook association");
    sandbox.run_words(&["member", "add", "Ada Berg", "-s", "member", "--post", "chair", "--from", "2026-01-01"]);
    assert_snapshot!(sandbox.run("meeting log board"), @"
    --- stderr
    logged 2026-11-23 board meeting · 1 due, 1 present, chair Ada Berg
      meetings/2026/2026-11-23-board.toml
    ");
    assert_snapshot!(sandbox.run("--lang zh meeting list"), @"
    日期        种类        应到  实到  出勤率（%）  议题  会议编号          免到  非应到参加
    ──────────  ──────────  ────  ────  ───────────  ────  ────────────────  ────  ──────────
    2026-11-23  理事会会议     1     1        100.0        2026-11-23-board     0           0
    ");
}

#[test]
fn a_dry_run_of_init_refuses_what_init_refuses() {
    let sandbox = Sandbox::branch();
    assert_eq!(sandbox.refused("init --dry-run"), sandbox.refused("init"));
    let sandbox = Sandbox::empty();
    let told = sandbox.run("init new --dry-run");
    assert!(told.contains("would write zhibu.toml"), "{told}");
    assert!(!sandbox.root().join("new").exists());
}
