//! `doctor`: what is around the records.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// What `doctor` says of some items, by the beginnings of their lines.
fn said(branch: &Sandbox, variables: &[(&str, &str)], words: &[&str], items: &[&str]) -> String {
    let mut command = branch.command(&[&["doctor"], words].concat());
    command.env("LC_ALL", "C.UTF-8").envs(variables.iter().copied());
    let output = command.output().unwrap();
    let told = branch.told(&output);
    let of_item = |line: &&str| items.iter().any(|item| line.starts_with(item)) || line.starts_with("---");
    told.lines().filter(of_item).collect::<Vec<_>>().join("\n")
}

#[test]
fn all_is_well() {
    let branch = Sandbox::branch();
    let items = ["records", "schema", "cloud", "repository", "merging", "check", "not committed", "remote", "clock"];
    // Commits have the day on which the test runs.
    let later = [("ZHIBU_TODAY", "2100-01-01")];
    assert_snapshot!(said(&branch, &later, &[], &items), @"
    records               good   $DIR
    schema                good   2
    cloud folder          good   not in one
    repository            good   $DIR, on master
    merging               good   record by record
    check before commits  note   none; if you want it: zhibu init --hook
    not committed         good   nothing
    remote                note   none, the records are on this machine alone; zhibu sync keeps a second copy
    clock                 good   2100-01-01
    ");
    let items = ["记录目录", "记录格式", "网盘", "仓库", "合并", "提交前检查", "未提交", "远程仓库", "时钟"];
    assert_snapshot!(said(&branch, &later, &["--lang", "zh"], &items), @"
    记录目录    正常  $DIR
    记录格式    正常  2
    网盘        正常  不在网盘里
    仓库        正常  $DIR，分支 master
    合并        正常  按记录合并
    提交前检查  留意  没有；要的话：zhibu init --hook
    未提交      正常  没有
    远程仓库    留意  没有，记录只在这台机器上；用 zhibu sync 放一份到别处
    时钟        正常  2100-01-01
    ");
}

#[test]
fn what_is_wrong_has_its_cure() {
    let branch = Sandbox::branch();
    branch.run("group add 内勤");
    branch.write("members/new.toml", "");
    branch.git(&["checkout", "-q", "--detach"]);
    let long_ago = [("ZHIBU_TODAY", "2001-01-01"), ("LC_ALL", "zh_CN.GBK")];
    let items = ["locale", "repository", "not committed"];
    assert_snapshot!(said(&branch, &long_ago, &["--lang", "en"], &items), @"
    locale                note   zh_CN.GBK is not UTF-8, Chinese may not be shown; export LANG=C.UTF-8
    repository            wrong  $DIR, on no branch; git switch BRANCH
    not committed         wrong  members/new.toml; look with git status, then git add and git commit
    --- exit Some(1)
    ");
    let clock = said(&branch, &long_ago, &["--lang", "en"], &["clock"]);
    assert!(clock.contains("wrong  today is 2001-01-01, before the last commit on 20"), "{clock}");
    assert_snapshot!(said(&branch, &[("PATH", "/nowhere")], &[], &["git", "repository"]), @"
    git           wrong  git is not installed, or not on the PATH; install git, and the next command makes the commit; without git, write commit = false in zhibu.toml
    repository    wrong  git is not installed, or not on the PATH; install git, and the next command makes the commit; without git, write commit = false in zhibu.toml
    --- exit Some(1)
    ");
}

#[test]
fn where_no_records_are_it_still_answers() {
    let nowhere = Sandbox::empty();
    assert_snapshot!(said(&nowhere, &[], &[], &["records", "clock"]), @"
    records  wrong  no zhibu.toml in `$DIR` or above it; make one with `zhibu init`, or name its folder with -C
    clock    good   2026-11-23
    --- exit Some(1)
    ");
}

#[test]
fn data_has_the_states_by_their_ids() {
    let branch = Sandbox::branch();
    let output = branch.command(&["doctor", "--lang", "zh", "--format", "json"]).output().unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(rows.iter().all(|row| ["good", "note", "wrong"].contains(&row["doctor_state"].as_str().unwrap())));
}
