//! `zhibu accept`: findings that are let stand, counted apart and told where they are asked for.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// A branch with two findings in one ledger and one in a meeting.
fn found() -> Sandbox {
    let branch = Sandbox::branch();
    branch.write("rules/duties.toml", "");
    for file in ["study", "talks"] {
        branch.forget(format!("rules/{file}.toml"));
    }
    branch.write(
        "points/2026-10.toml",
        "entries = [\n  { id = \"aaaaa1\", date = 2026-10-08, member = \"sun-lei\", item = \"commended\", points = 99 },\n  \
         { id = \"aaaaa2\", date = 2026-10-09, member = \"sun-lei\", item = \"commended\", points = 99 },\n]\n",
    );
    branch.run("meeting log theme-day --on 2026-10-15 --topic 走访");
    branch.write("evidence/2026/x.txt", "x");
    let meeting = branch.read("meetings/2026/2026-10-15-theme-day.toml");
    branch.write(
        "meetings/2026/2026-10-15-theme-day.toml",
        format!("{meeting}evidence = [{{ file = \"evidence/2026/x.txt\", sha256 = \"00\" }}]\n"),
    );
    branch
}

#[test]
fn a_finding_is_accepted_and_counted_apart() {
    let branch = found();
    assert_snapshot!(branch.run("accept points-range points/2026-10.toml:2 --why 分局特批 --by 李敏"), @"
    --- stderr
    accepted points-range in points/2026-10.toml:2: 分局特批
      rules/accepted.toml
    ");
    assert_snapshot!(branch.read("rules/accepted.toml"), @r#"
    accepted = [
      { id = "xth3a3", date = 2026-11-23, code = "points-range", file = "points/2026-10.toml", record = "aaaaa1", why = "分局特批", by = "li-min" },
    ]
    "#);
    assert_snapshot!(branch.run("check"), @r#"
    meetings/2026/2026-10-15-theme-day.toml:14:54: evidence/2026/x.txt is not as it was when it was recorded [evidence-changed]
       |
    14 | evidence = [{ file = "evidence/2026/x.txt", sha256 = "00" }]
       |                                                      ^^^^
    points/2026-10.toml:3:88: `立功受奖、表彰` is 1 to 10, not 99 [points-range]
      |
    3 |   { id = "aaaaa2", date = 2026-10-09, member = "sun-lei", item = "commended", points = 99 },
      |                                                                                        ^^
    --- stderr
    2 findings, 1 accepted
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.run("check --accepted"), @r#"
    points/2026-10.toml:2:88: `立功受奖、表彰` is 1 to 10, not 99 [points-range]
      |
    2 |   { id = "aaaaa1", date = 2026-10-08, member = "sun-lei", item = "commended", points = 99 },
      |                                                                                        ^^
    accepted: 分局特批 (2026-11-23 李敏, xth3a3)
    --- stderr
    1 accepted
    "#);
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s%n%b"]), @"
    accepted points-range in points/2026-10.toml:2: 分局特批
    分局特批

    Zhibu-Command: accept
    ");
}

#[test]
fn it_stays_accepted_when_lines_move_and_not_when_it_changes() {
    let branch = found();
    branch.run("accept evidence-changed meetings/2026/2026-10-15-theme-day.toml:13 --why 换过清晰的照片");
    let path = "meetings/2026/2026-10-15-theme-day.toml";
    let meeting = branch.read(path);
    branch.write(path, format!("# 补记\n\n{meeting}"));
    let ledger = branch.read("points/2026-10.toml").replace("99", "9");
    branch.write("points/2026-10.toml", ledger);
    assert_snapshot!(branch.run("check"), @r#"
    meetings/2026/2026-10-15-theme-day.toml:16:54: evidence/2026/x.txt is not as it was when it was recorded [evidence-changed]
       |
    16 | evidence = [{ file = "evidence/2026/x.txt", sha256 = "00" }]
       |                                                      ^^^^
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
    branch.write(path, meeting.replace("\"00\"", "\"01\""));
    assert_snapshot!(branch.run("check"), @r#"
    meetings/2026/2026-10-15-theme-day.toml:14:54: evidence/2026/x.txt is not as it was when it was recorded [evidence-changed]
       |
    14 | evidence = [{ file = "evidence/2026/x.txt", sha256 = "01" }]
       |                                                      ^^^^
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
}

#[test]
fn a_file_or_a_folder_is_accepted_whole_and_for_a_time() {
    let branch = found();
    assert_snapshot!(branch.run("accept points-range points --why 老办法 --until 2026-12-31"), @"
    --- stderr
    accepted points-range in points: 老办法
      rules/accepted.toml
    ");
    assert_snapshot!(branch.run("accept evidence-changed meetings/2026/2026-10-15-theme-day.toml --why 换过照片"), @"
    --- stderr
    accepted evidence-changed in meetings/2026/2026-10-15-theme-day.toml: 换过照片
      rules/accepted.toml
    ");
    assert_snapshot!(branch.run("check"), @"
    --- stderr
    nothing is wrong, 3 accepted
    ");
    let later = branch.command(&["check"]).env("ZHIBU_TODAY", "2026-12-31").output().unwrap();
    assert_eq!(later.status.code(), Some(0));
    let over = branch.command(&["check"]).env("ZHIBU_TODAY", "2027-01-01").output().unwrap();
    assert_snapshot!(branch.told(&over), @r#"
    points/2026-10.toml:2:88: `立功受奖、表彰` is 1 to 10, not 99 [points-range]
      |
    2 |   { id = "aaaaa1", date = 2026-10-08, member = "sun-lei", item = "commended", points = 99 },
      |                                                                                        ^^
    points/2026-10.toml:3:88: `立功受奖、表彰` is 1 to 10, not 99 [points-range]
      |
    3 |   { id = "aaaaa2", date = 2026-10-09, member = "sun-lei", item = "commended", points = 99 },
      |                                                                                        ^^
    --- stderr
    2 findings, 1 accepted
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.run("check --accepted --format csv"), @r#"
    code,severity,file,line,column,end_line,end_column,fact,cure,source,about,why,date,until,accepted_by,id
    evidence-changed,error,meetings/2026/2026-10-15-theme-day.toml,14,54,14,58,evidence/2026/x.txt is not as it was when it was recorded,,,,换过照片,2026-11-23,,,25vfbe
    points-range,error,points/2026-10.toml,2,88,2,90,"`立功受奖、表彰` is 1 to 10, not 99",,,,老办法,2026-11-23,2026-12-31,,xth3a3
    points-range,error,points/2026-10.toml,3,88,3,90,"`立功受奖、表彰` is 1 to 10, not 99",,,,老办法,2026-11-23,2026-12-31,,xth3a3
    --- stderr
    3 accepted
    "#);
    assert_snapshot!(branch.run("check meetings --accepted --format json"), @r#"
    [
      {"code":"evidence-changed","severity":"error","file":"meetings/2026/2026-10-15-theme-day.toml","line":14,"column":54,"end_line":14,"end_column":58,"fact":"evidence/2026/x.txt is not as it was when it was recorded","cure":null,"source":null,"about":null,"why":"换过照片","date":"2026-11-23","until":null,"accepted_by":null,"id":"25vfbe"}
    ]
    --- stderr
    1 accepted
    "#);
}

#[test]
fn an_acceptance_is_taken_back() {
    let branch = found();
    branch.run("accept points-range points/2026-10.toml --why 老办法");
    branch.run("accept evidence-changed meetings --why 换过照片");
    let id = "xth3a3";
    assert_snapshot!(branch.run(&format!("accept --revoke {id} --why 看错了")), @"
    --- stderr
    struck the acceptance of points-range in points/2026-10.toml: 看错了
      rules/accepted.toml
    ");
    assert_snapshot!(branch.read("rules/accepted.toml"), @r#"
    accepted = [
      { id = "25vfbe", date = 2026-11-23, code = "evidence-changed", file = "meetings", why = "换过照片" },
      { id = "xth3a3", date = 2026-11-23, code = "points-range", file = "points/2026-10.toml", why = "老办法", struck = "看错了" },
    ]
    "#);
    assert!(branch.run("check").contains("points-range"));
    assert_snapshot!(branch.refused(&format!("accept --revoke {id} --why 看错了")), @"
    --- stderr
    error: the acceptance of points-range in points/2026-10.toml is struck already: 看错了
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("accept --revoke xxxxxx --why 看错了"), @"
    --- stderr
    error: no acceptance `xxxxxx`
    help: zhibu check --accepted lists what is accepted
    --- exit Some(2)
    ");
}

#[test]
fn comments_and_order_of_the_file_survive() {
    let branch = found();
    let text = "# 认可的问题，每季度看一遍\naccepted = [\n  { id = \"bbbbb1\", date = 2026-11-01, code = \"points-range\", file = \
                \"points\", why = \"老办法\" },  # 书记定的\n]\n";
    branch.write("rules/accepted.toml", text);
    branch.run("accept evidence-changed meetings --why 换过照片");
    assert_snapshot!(branch.read("rules/accepted.toml"), @r#"
    # 认可的问题，每季度看一遍
    accepted = [
      { id = "bbbbb1", date = 2026-11-01, code = "points-range", file = "points", why = "老办法" },  # 书记定的
      { id = "xth3a3", date = 2026-11-23, code = "evidence-changed", file = "meetings", why = "换过照片" },
    ]
    "#);
}

#[test]
fn what_is_not_there_or_has_to_be_mended_is_refused() {
    let branch = found();
    branch.write("groups/x.toml", "name = 5\n");
    assert_snapshot!(branch.refused("accept points-range meetings --why x"), @"
    --- stderr
    groups/x.toml:1:1: `from` is missing
      |
    1 | name = 5
      | ^
    help: add the line, for example from = 2026-01-01
    groups/x.toml:1:8: this should be a text in quotes, but is a whole number
      |
    1 | name = 5
      |        ^
    --- exit Some(1)
    ");
    std::fs::remove_file(branch.root().join("groups/x.toml")).unwrap();
    assert_snapshot!(branch.refused("accept points-range meetings --why x"), @"
    --- stderr
    error: no points-range is found in meetings
    help: there is: evidence-changed
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("accept points-range points/2026-10.toml:1 --why x"), @"
    --- stderr
    error: no points-range is found in points/2026-10.toml:1
    help: zhibu check lists all findings and their lines
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("accept wrong-type groups --why x"), @"
    --- stderr
    error: wrong-type has to be mended and cannot be accepted
    help: mend it: while a file or a rule cannot be read, nothing can be reckoned by it
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("accept points-rang points --why x"), @"
    --- stderr
    error: no finding has the code `points-rang`
    help: did you mean `points-range`?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("accept points-range nowhere.toml --why x"), @"
    --- stderr
    error: there is no file or folder `nowhere.toml`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("accept points-range points --why x --until yesterday"), @"
    --- stderr
    error: the last day, 2026-11-22, is before the first, 2026-11-23
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("accept points-range . --why x"), @"
    --- stderr
    error: name a file or a folder: the whole directory cannot be accepted at once
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("accept points-range --why x"), @"
    --- stderr
    error: `zhibu accept` needs: <PATH[:LINE]>
    help: see zhibu accept --help
    --- exit Some(2)
    ");
    branch.run("accept points-range points --why 老办法");
    assert_snapshot!(branch.refused("accept points-range points/2026-10.toml:2 --why x"), @"
    --- stderr
    error: points-range in points/2026-10.toml:2 is accepted already: xth3a3
    help: zhibu check --accepted lists what is accepted
    --- exit Some(1)
    ");
    let branch = branch.chinese();
    assert_snapshot!(branch.refused("accept points-range points/2026-10.toml:2 --why x"), @"
    --- stderr
    错误：points/2026-10.toml:2 的问题 points-range 已经认可，编号 xth3a3
    建议：zhibu check --accepted 列出已认可的问题
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("accept syntax points --why x"), @"
    --- stderr
    错误：syntax 只能改，不能认可
    建议：照提示改好；读不出的和规则本身的问题，不改就算不下去
    --- exit Some(1)
    ");
}
