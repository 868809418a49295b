//! `zhibu upgrade`: files of an older version.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch as version 1 of the files had it.
fn older() -> Sandbox {
    let branch = Sandbox::branch();
    let settings = branch.read("zhibu.toml").replace("schema = 2", "schema = 1 # as it was made");
    let without = |line: &&str| !line.starts_with("id = ") && !line.contains("by this id");
    branch.write("zhibu.toml", settings.lines().filter(without).map(|line| format!("{line}\n")).collect::<String>());
    branch.write(".gitattributes", branch.read(".gitattributes").replace("* -text\n", "") + "*.md text\n");
    branch.git(&["commit", "-qam", "older"]);
    branch
}

/// A text with a plain id.
fn plain(text: &str) -> String {
    let id = |line: &str| match line.split_once("id = \"") {
        Some((before, _)) => format!("{before}id = \"ID\""),
        None => line.to_owned(),
    };
    text.lines().map(|line| id(line) + "\n").collect()
}

#[test]
fn every_command_tells_of_it_and_none_does_it() {
    let branch = older();
    assert!(
        branch.run("member list").ends_with("to bring them to today's: zhibu upgrade (--dry-run shows what changes)\n")
    );
    let told = branch.run("group add 内勤党小组 --id desk");
    assert!(told.contains("zhibu upgrade"), "{told}");
    assert!(!branch.run("group list -q").contains("upgrade"));
    assert!(branch.read("zhibu.toml").contains("schema = 1 # as it was made"));
}

#[test]
fn it_is_one_commit_and_keeps_what_stands_there() {
    let branch = older();
    assert_snapshot!(plain(&branch.run("upgrade --dry-run")), @r#"
    --- a/zhibu.toml
    +++ b/zhibu.toml
    @@ -1,9 +1,10 @@
     # The name of the branch, and how its records are kept.
     name = "站南派出所党支部"
    -schema = 1 # as it was made
    +schema = 2 # as it was made
     lang = "en"
     # the first day of which records are kept here: nothing is owed before it
     since = 2026-11-23
    +id = "ID"
     
     [git]
     # each changing command is one commit
    --- a/.gitattributes
    +++ b/.gitattributes
    @@ -1,3 +1,4 @@
    +* -text
     # Files of one record a line: what two people add apart is all kept when it is merged.
     agendas/*.toml merge=union
     appraisals/*.toml merge=union
    --- stderr
    these records are of an older version; to bring them to today's: zhibu upgrade (--dry-run shows what changes)
    "#);
    assert_snapshot!(branch.run("upgrade"), @"
    --- stderr
    upgraded the records to version 2
      zhibu.toml
      .gitattributes
    ");
    assert_eq!(branch.git(&["log", "-1", "--format=%s"]), "upgraded the records to version 2\n");
    assert_eq!(branch.git(&["status", "--short"]), "");
    assert_snapshot!(plain(&branch.read("zhibu.toml")), @r#"
    # The name of the branch, and how its records are kept.
    name = "站南派出所党支部"
    schema = 2 # as it was made
    lang = "en"
    # the first day of which records are kept here: nothing is owed before it
    since = 2026-11-23
    id = "ID"

    [git]
    # each changing command is one commit
    commit = true

    [csv]
    # CSV files begin with a byte-order mark, by which Excel knows UTF-8
    bom = true
    "#);
    assert!(branch.read(".gitattributes").starts_with("* -text\n"));
    assert!(branch.read(".gitattributes").ends_with("*.md text\n"));
    assert!(!branch.run("member list").contains("upgrade"));
    assert_snapshot!(branch.run("upgrade"), @"
    --- stderr
    nothing to upgrade: the records are of version 2
    ");
}

#[test]
fn two_copies_that_are_upgraded_apart_have_one_id() {
    let branch = older();
    let copy = branch.root().parent().unwrap().join("copy");
    branch.git(&["clone", "-q", ".", copy.to_str().unwrap()]);
    branch.run("upgrade");
    let there = branch.command(&["-C", copy.to_str().unwrap(), "upgrade"]).output().unwrap();
    assert!(there.status.success());
    assert_eq!(std::fs::read_to_string(copy.join("zhibu.toml")).unwrap(), branch.read("zhibu.toml"));
    std::fs::remove_dir_all(copy).unwrap();
}

#[test]
fn a_newer_version_is_refused() {
    let branch = Sandbox::branch();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("schema = 2", "schema = 3"));
    assert_snapshot!(branch.refused("upgrade"), @"
    --- stderr
    error: zhibu.toml says schema = 3, this program knows up to 2: get a newer zhibu
    --- exit Some(1)
    ");
}
