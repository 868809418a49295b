//! Each way a file of records can be wrong, once: the smallest file, the exact message, nothing written.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// What a command says of a file that is wrong.
#[track_caller]
fn case(path: &str, text: &str, line: &str) -> String {
    let branch = Sandbox::branch();
    branch.write(path, text);
    let told = branch.refused(line);
    assert!(told.ends_with("--- exit Some(1)\n"), "{told}");
    told
}

fn member(text: &str) -> String {
    case("members/x.toml", text, "member add 周杰 -s full")
}

fn meeting(text: &str) -> String {
    case("meetings/2026/2026-11-05-lesson.toml", text, "meeting edit 11-05 --place 二楼")
}

fn ledger(line: &str) -> String {
    case("points/2026-11.toml", &format!("entries = [\n  {line},\n]\n"), "points award 孙磊 commended 1")
}

#[test]
fn an_empty_file() {
    assert_snapshot!(member(""), @r#"
    --- stderr
    members/x.toml:1:1: `name` is missing
      |
    1 | 
      | ^
    help: add the line, for example name = "…"
    --- exit Some(1)
    "#);
}

#[test]
fn no_toml() {
    assert_snapshot!(member("name = "), @"
    --- stderr
    members/x.toml:1:8: not TOML: the file ends here too early
      |
    1 | name = 
      |        ^
    --- exit Some(1)
    ");
    assert_snapshot!(member("name = \"x\nid = 1\n"), @r#"
    --- stderr
    members/x.toml:1:10: not TOML: the text has no closing "
      |
    1 | name = "x
      |          ^
    --- exit Some(1)
    "#);
    assert_snapshot!(member("name = \"x\"\nname = \"y\"\n"), @r#"
    --- stderr
    members/x.toml:2:1: not TOML: this key stands here twice
      |
    2 | name = "y"
      | ^^^^
    --- exit Some(1)
    "#);
}

#[test]
fn no_utf_8() {
    let branch = Sandbox::branch();
    branch.write("members/x.toml", b"name = \"\xff\"\n");
    assert_snapshot!(branch.refused("member add 周杰 -s full"), @r#"
    --- stderr
    members/x.toml:1:9: no UTF-8 text
      |
    1 | name = "
      |         ^
    help: save it as UTF-8 in an editor
    --- exit Some(1)
    "#);
}

#[test]
fn a_key_that_is_missing() {
    assert_snapshot!(member("naem = \"x\"\n"), @r#"
    --- stderr
    members/x.toml:1:1: `name` is missing
      |
    1 | naem = "x"
      | ^
    help: add the line, for example name = "…"
    --- exit Some(1)
    "#);
    assert_snapshot!(meeting("kind = \"lesson\"\n"), @r#"
    --- stderr
    meetings/2026/2026-11-05-lesson.toml:1:1: `date` is missing
      |
    1 | kind = "lesson"
      | ^
    help: add the line, for example date = 2026-01-01
    --- exit Some(1)
    "#);
}

#[test]
fn a_value_of_another_type() {
    assert_snapshot!(member("name = 5\n"), @"
    --- stderr
    members/x.toml:1:8: this should be a text in quotes, but is a whole number
      |
    1 | name = 5
      |        ^
    --- exit Some(1)
    ");
    assert_snapshot!(member("name = \"x\"\nstanding = 5\n"), @"
    --- stderr
    members/x.toml:2:12: this should be a list, but is a whole number
      |
    2 | standing = 5
      |            ^
    --- exit Some(1)
    ");
    assert_snapshot!(meeting("kind = \"lesson\"\ndate = \"2026-11-05\"\n"), @r#"
    --- stderr
    meetings/2026/2026-11-05-lesson.toml:2:8: this should be a date such as 2026-11-05, but is a text in quotes
      |
    2 | date = "2026-11-05"
      |        ^^^^^^^^^^^^
    --- exit Some(1)
    "#);
    assert_snapshot!(meeting("kind = \"lesson\"\ndate = 2026-11-05\npresent = \"sun-lei\"\n"), @r#"
    --- stderr
    meetings/2026/2026-11-05-lesson.toml:3:11: this should be a list, but is a text in quotes
      |
    3 | present = "sun-lei"
      |           ^^^^^^^^^
    --- exit Some(1)
    "#);
}

#[test]
fn a_value_that_cannot_be() {
    assert_snapshot!(meeting("kind = \"lesson\"\ndate = 2026-11-05\ntime = \"25:00\"\n"), @r#"
    --- stderr
    meetings/2026/2026-11-05-lesson.toml:3:8: `25:00` is no time: write 19:30-20:40
      |
    3 | time = "25:00"
      |        ^^^^^^^
    --- exit Some(1)
    "#);
    assert_snapshot!(meeting("kind = \"lesson\"\ndate = 2026-11-05\npresent = [\"../x\"]\n"), @r#"
    --- stderr
    meetings/2026/2026-11-05-lesson.toml:3:12: `../x` is no id: use lower-case letters, digits and single dashes
      |
    3 | present = ["../x"]
      |            ^^^^^^
    --- exit Some(1)
    "#);
    let line = |points: &str| {
        format!(
            "{{ id = \"aaaaaa\", date = 2026-11-01, member = \"sun-lei\", item = \"commended\", points = {points} }}"
        )
    };
    assert_snapshot!(ledger(&line("0.33")), @r#"
    --- stderr
    points/2026-11.toml:2:88: 0.33 is not a number of points: one decimal at most, up to a million
      |
    2 |   { id = "aaaaaa", date = 2026-11-01, member = "sun-lei", item = "commended", points = 0.33 },
      |                                                                                        ^^^^
    --- exit Some(1)
    "#);
    for points in ["nan", "inf", "1e300", "1000001", "\"5\""] {
        let told = ledger(&line(points));
        assert!(told.contains("points/2026-11.toml:2:"), "{points}: {told}");
    }
}

#[test]
fn the_marks_of_a_merge() {
    let text = "<<<<<<< HEAD\nname = \"x\"\n=======\nname = \"y\"\n>>>>>>> other\n";
    assert_snapshot!(member(text), @"
    --- stderr
    members/x.toml:1:1: the file still has the marks of a merge conflict
      |
    1 | <<<<<<< HEAD
      | ^^^^^^^^^^^^
    help: `zhibu resolve` shows and settles it, or keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>
    --- exit Some(1)
    ");
}

#[test]
fn all_faults_are_told_at_once_and_in_chinese_too() {
    let branch = Sandbox::branch().chinese();
    branch.write("members/x.toml", "name = 5\n");
    branch.write("groups/y.toml", "");
    assert_snapshot!(branch.refused("member list"), @r#"
    --- stderr
    groups/y.toml:1:1: 缺少“from”
      |
    1 | 
      | ^
    建议：补上这一行，例如 from = 2026-01-01
    groups/y.toml:1:1: 缺少“name”
      |
    1 | 
      | ^
    建议：补上这一行，例如 name = "…"
    members/x.toml:1:8: 这里应是文字（用引号），却是整数
      |
    1 | name = 5
      |        ^
    --- exit Some(1)
    "#);
}

#[test]
fn a_file_that_has_to_be_there() {
    let branch = Sandbox::branch();
    branch.forget("rules/points.toml");
    assert_snapshot!(branch.refused("points award 孙磊 commended 1"), @"
    --- stderr
    rules/points.toml: there is no file `rules/points.toml`
    --- exit Some(1)
    ");
    assert!(!branch.run("meeting log 党课").contains("exit"), "a meeting needs no scheme");
}

#[test]
fn a_folder_where_a_file_should_be() {
    let branch = Sandbox::branch();
    std::fs::create_dir(branch.root().join("points/2026-11.toml")).unwrap();
    assert_snapshot!(branch.refused("points award 孙磊 commended 1"), @"
    --- stderr
    points/2026-11.toml: `points/2026-11.toml` is no plain file
    --- exit Some(1)
    ");
}

#[test]
fn a_faulty_file_stops_only_the_commands_that_need_it() {
    let branch = Sandbox::branch();
    branch.write("rules/points.toml", "broken");
    branch.write("points/2026-10.toml", "broken");
    branch.write("meetings/2026/2026-10-05-lesson.toml", "broken");
    for line in [
        "meeting log 党课",
        "meeting edit 11-23 --place 二楼",
        "member edit 孙磊 --note 好",
        "meeting list",
        "member list",
    ] {
        let told = branch.run(line);
        assert!(!told.contains("exit"), "{line}: {told}");
    }
    // What a meeting was counted for follows from those before it.
    let listed = branch.run("meeting list");
    assert!(
        listed.contains("2026-11-23-lesson") && listed.contains("2026-10-05-lesson.toml cannot be read"),
        "{listed}"
    );
    for line in [
        "points award 孙磊 commended 1",
        "points total",
        "meeting list --period 2026-10",
        "export --month 2026-10 --out out",
    ] {
        let told = branch.refused(line);
        assert!(told.contains("not TOML") && told.contains("exit Some(1)"), "{line}: {told}");
    }
}

#[test]
fn what_the_program_does_not_know_is_kept() {
    let branch = Sandbox::branch();
    let text = "nick = \"小周\" # 他们这么叫\nname = \"周杰\"\n[[standing]]\nis = \"full\"\nfrom = 2020-01-01\nsince = 5\n[own]\nx = [1,2,\n3]\n";
    branch.write("members/zhou-jie.toml", text);
    branch.run("member edit 周杰 --name 周捷");
    assert_eq!(branch.read("members/zhou-jie.toml"), text.replace("\"周杰\"", "\"周捷\""));
}

#[test]
fn hours_amounts_and_months_that_are_none() {
    let study = |line: &str| case("study/2026-11.toml", &format!("entries = [\n  {line},\n]\n"), "study log 孙磊 4");
    let dues = |line: &str| case("dues/2026.toml", &format!("amounts = [\n  {line},\n]\n"), "dues set 孙磊 45.50");
    let issue = |text: &str| case("issues/2026/2026-11-05-k7p2m4.toml", text, "issue close k7p2m4 --by 李敏");
    assert_snapshot!(study("{ id = \"a\", date = 2026-11-01, member = \"sun-lei\", hours = -1, kind = \"own\" }"), @r#"
    --- stderr
    study/2026-11.toml:2:62: -1 is no hours: whole or .5, more than none
      |
    2 |   { id = "a", date = 2026-11-01, member = "sun-lei", hours = -1, kind = "own" },
      |                                                              ^^
    --- exit Some(1)
    "#);
    assert_snapshot!(study("{ id = \"a\", date = 2026-11-01, member = \"sun-lei\", hours = \"4\", kind = \"own\" }"), @r#"
    --- stderr
    study/2026-11.toml:2:62: this should be hours, whole or .5, but is a text in quotes
      |
    2 |   { id = "a", date = 2026-11-01, member = "sun-lei", hours = "4", kind = "own" },
      |                                                              ^^^
    --- exit Some(1)
    "#);
    assert_snapshot!(dues("{ id = \"a\", member = \"sun-lei\", from = \"2026-01\", amount = 45.5 }"), @r#"
    --- stderr
    dues/2026.toml:2:62: this should be an amount in quotes such as "45.50", but is a fraction
      |
    2 |   { id = "a", member = "sun-lei", from = "2026-01", amount = 45.5 },
      |                                                              ^^^^
    --- exit Some(1)
    "#);
    assert_snapshot!(dues("{ id = \"a\", member = \"sun-lei\", from = 2026-01-01, amount = \"45.5\" }"), @r#"
    --- stderr
    dues/2026.toml:2:42: this should be a text in quotes, but is a date or time
      |
    2 |   { id = "a", member = "sun-lei", from = 2026-01-01, amount = "45.5" },
      |                                          ^^^^^^^^^^
    --- exit Some(1)
    "#);
    assert_snapshot!(dues("{ id = \"a\", member = \"sun-lei\", from = \"2026-1\", amount = \"-45.5\" }"), @r#"
    --- stderr
    dues/2026.toml:2:42: `2026-1` is no month: write "2026-11"
      |
    2 |   { id = "a", member = "sun-lei", from = "2026-1", amount = "-45.5" },
      |                                          ^^^^^^^^
    dues/2026.toml:2:61: `-45.5` is no amount: write "45.50", in whole fen, at most a million yuan
      |
    2 |   { id = "a", member = "sun-lei", from = "2026-1", amount = "-45.5" },
      |                                                             ^^^^^^^
    --- exit Some(1)
    "#);
    assert_snapshot!(issue("title = \"x\"\nfound = 2026-11-05\ndeadlin = 2026-11-30\n"), @r#"
    --- stderr
    issues/2026/2026-11-05-k7p2m4.toml:1:1: `deadline` is missing
      |
    1 | title = "x"
      | ^
    help: add the line, for example deadline = 2026-01-01
    issues/2026/2026-11-05-k7p2m4.toml:1:1: `owner` is missing
      |
    1 | title = "x"
      | ^
    help: add the line, for example owner = "…"
    --- exit Some(1)
    "#);
}
