use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch with four requests: one delivered in time, one late, one over its day, one without any.
fn asked() -> Sandbox {
    let branch = Sandbox::branch();
    branch.does(&[
        "request log 党员名册 --from 分局政治处 --form 报表 --until 11-10 --on 11-03 --by 李敏",
        "request log 三季度总结 --from 分局政治处 --form 总结 --until 2026-10-15 --on 10-08 --note 三页以内",
        "request log 活动照片 --from 街道党工委 --on 11-20",
        "request log 整改台账 --from 分局纪委 --form 报表 --until 11-22 --on 11-19",
        "request deliver 名册 --on 11-10 --hours 1.5 --as 名册一份",
        "request deliver 总结 --on 10-17 --hours 3",
    ]);
    branch
}

/// What is owed of the requests alone.
fn due(branch: &Sandbox, words: &str) -> String {
    let told = branch.run(&format!("due --format csv {words}"));
    told.lines().filter(|line| line.contains("zhibu request")).fold(String::new(), |told, line| told + line + "\n")
}

#[test]
fn what_is_asked_for_is_kept_and_the_burden_is_a_number() {
    let branch = asked();
    assert_snapshot!(branch.read("requests/2026.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-10-08, what = "三季度总结", asker = "分局政治处", form = "总结", until = 2026-10-15, note = "三页以内", delivered = 2026-10-17, hours = 3 },
      { id = "vackck", date = 2026-11-03, what = "党员名册", asker = "分局政治处", form = "报表", until = 2026-11-10, by = "li-min", delivered = 2026-11-10, as = "名册一份", hours = 1.5 },
      { id = "vkp9x5", date = 2026-11-19, what = "整改台账", asker = "分局纪委", form = "报表", until = 2026-11-22 },
      { id = "g7zpzn", date = 2026-11-20, what = "活动照片", asker = "街道党工委" },
    ]
    "#);
    assert_snapshot!(branch.run("request list"), @"
    date        what        asked by    form  until       state           delivered   days late  as        hours  note      id
    ──────────  ──────────  ──────────  ────  ──────────  ──────────────  ──────────  ─────────  ────────  ─────  ────────  ──────
    2026-10-08  三季度总结  分局政治处  总结  2026-10-15  delivered late  2026-10-17          2                3  三页以内  xth3a3
    2026-11-03  党员名册    分局政治处  报表  2026-11-10  delivered       2026-11-10             名册一份    1.5            vackck
    2026-11-19  整改台账    分局纪委    报表  2026-11-22  overdue                             1                             vkp9x5
    2026-11-20  活动照片    街道党工委                    open                                                              g7zpzn
    ");
    assert_snapshot!(branch.run("request list --open -p 2026-11 --format csv"), @"
    date,what,asker,form,until,request_state,delivered,late_days,delivered_as,work_hours,note,struck,id
    2026-11-19,整改台账,分局纪委,报表,2026-11-22,overdue,,1,,,,,vkp9x5
    2026-11-20,活动照片,街道党工委,,,open,,,,,,,g7zpzn
    ");
    assert_snapshot!(branch.run("report requests --lang zh"), @"
    2026 上级要求报送的材料
      要求件数      4
      按时报送      1
      逾期报送      1
      未报送        2
      其中逾期      1
      用时（小时）  4.5
      记了用时的    2

    要求单位    要求件数  按时报送  逾期报送  未报送  其中逾期  用时（小时）  记了用时的
    ──────────  ────────  ────────  ────────  ──────  ────────  ────────────  ──────────
    分局政治处         2         1         1       0         0           4.5           2
    分局纪委           1         0         0       1         1                         0
    街道党工委         1         0         0       1         0                         0

    形式  要求件数  按时报送  逾期报送  未报送  其中逾期  用时（小时）  记了用时的
    ────  ────────  ────────  ────────  ──────  ────────  ────────────  ──────────
    总结         1         0         1       0         0             3           1
    报表         2         1         0       1         1           1.5           1
                 1         0         0       1         0                         0

    日期        事项        要求单位    形式  止          报送情况  报送日期    逾期天数  报送内容  用时（小时）  备注      编号
    ──────────  ──────────  ──────────  ────  ──────────  ────────  ──────────  ────────  ────────  ────────────  ────────  ──────
    2026-10-08  三季度总结  分局政治处  总结  2026-10-15  逾期报送  2026-10-17         2                       3  三页以内  xth3a3
    2026-11-03  党员名册    分局政治处  报表  2026-11-10  已报送    2026-11-10            名册一份           1.5            vackck
    2026-11-19  整改台账    分局纪委    报表  2026-11-22  逾期未报                     1                                    vkp9x5
    2026-11-20  活动照片    街道党工委                    未报送                                                            g7zpzn
    ");
    assert_snapshot!(branch.run("report requests --format csv"), @"
    id,date,what,asker,form,until,request_state,delivered,late_days,delivered_as,work_hours,note,by
    xth3a3,2026-10-08,三季度总结,分局政治处,总结,2026-10-15,late,2026-10-17,2,,3,三页以内,
    vackck,2026-11-03,党员名册,分局政治处,报表,2026-11-10,in-time,2026-11-10,,名册一份,1.5,,li-min
    vkp9x5,2026-11-19,整改台账,分局纪委,报表,2026-11-22,overdue,,1,,,,
    g7zpzn,2026-11-20,活动照片,街道党工委,,,open,,,,,,
    ");
    assert_snapshot!(branch.run("report requests --by asker --format json"), @r#"
    [
      {"asker":"分局政治处","asked":2,"in_time":1,"delivered_late":1,"undelivered":0,"undelivered_overdue":0,"work_hours":4.5,"timed":2},
      {"asker":"分局纪委","asked":1,"in_time":0,"delivered_late":0,"undelivered":1,"undelivered_overdue":1,"work_hours":null,"timed":0},
      {"asker":"街道党工委","asked":1,"in_time":0,"delivered_late":0,"undelivered":1,"undelivered_overdue":0,"work_hours":null,"timed":0}
    ]
    "#);
    assert_snapshot!(branch.run("report requests --by form --format csv --lang zh"), @"
    形式,要求件数,按时报送,逾期报送,未报送,其中逾期,用时（小时）,记了用时的
    总结,1,0,1,0,0,3,1
    报表,2,1,0,1,1,1.5,1
    ,1,0,0,1,0,,0
    ");
    assert_snapshot!(branch.run("report requests -p 2026Q3"), @"
    what superiors asked for in 2026Q3
      asked    0
      in time  0
      late     0
      open     0
      overdue  0
      timed    0
    ");
    assert_snapshot!(due(&branch, ""), @"2026-11-22,overdue,must,deliver 整改台账,li-min,分局纪委,,zhibu request deliver vkp9x5");
    assert_snapshot!(branch.git(&["log", "-6", "--format=%s"]), @"
    delivered 三季度总结 to 分局政治处, 2026-10-17, 2 days late
    delivered 党员名册 to 分局政治处, 2026-11-10
    分局纪委 asks for 整改台账 by 2026-11-22
    街道党工委 asks for 活动照片
    分局政治处 asks for 三季度总结 by 2026-10-15
    分局政治处 asks for 党员名册 by 2026-11-10
    ");
    let summary = branch.run("export --month 2026-11 --table summary --lang en");
    assert_snapshot!(summary.lines().filter(|line| line.contains("request")).collect::<Vec<_>>().join("\n"), @"
    requests,3,requests
    requests_late,1,requests
    requests_open,2,requests
    request_hours,1.5,hours
    ");
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn requests_are_said_in_words() {
    let branch = Sandbox::branch().chinese();
    assert_snapshot!(branch.run("request log 党员名册 --from 分局政治处 --until 2026-11-30"), @"
    --- stderr
    分局政治处 要求：党员名册，2026-11-30 前（xth3a3）
      requests/2026.toml
    ");
    assert_snapshot!(branch.run("request log 活动照片 --from 街道"), @"
    --- stderr
    街道 要求：活动照片（25vfbe）
      requests/2026.toml
    ");
    assert_snapshot!(branch.run("request deliver 名册"), @"
    --- stderr
    报送 党员名册（分局政治处），2026-11-23
      requests/2026.toml
    ");
    assert_snapshot!(branch.run("request log 整改台账 --from 纪委 --until 11-20 --on 11-19"), @"
    --- stderr
    纪委 要求：整改台账，2026-11-20 前（a5dput）
      requests/2026.toml
    ");
    assert_snapshot!(branch.run("request deliver 台账 --hours 2"), @"
    --- stderr
    报送 整改台账（纪委），2026-11-23，晚 3 天
      requests/2026.toml
    ");
    assert_snapshot!(branch.run("request remove 照片 --why 不用报了 --yes"), @"
    --- stderr
    作废 2026-11-23 活动照片：不用报了
      requests/2026.toml
    ");
    assert_snapshot!(branch.run("request list"), @"
    日期        事项      要求单位    止          报送情况  报送日期    逾期天数  用时（小时）  作废      编号
    ──────────  ────────  ──────────  ──────────  ────────  ──────────  ────────  ────────────  ────────  ──────
    2026-11-19  整改台账  纪委        2026-11-20  逾期报送  2026-11-23         3             2            a5dput
    2026-11-23  活动照片  街道                                                                  不用报了  25vfbe
    2026-11-23  党员名册  分局政治处  2026-11-30  已报送    2026-11-23                                    xth3a3
    ");
    assert!(!branch.run("report requests --format csv").contains("活动照片"));
}

#[test]
fn a_request_of_last_year_is_still_due() {
    let branch = Sandbox::branch();
    branch.write(
        "requests/2026.toml",
        "# 上级要的\nentries = [\n  { id = \"aaaaaa\", date = 2026-12-20, what = \"年报\", asker = \"分局\", until = 2027-03-10 }, # 每年\n]\n",
    );
    let on = |day: &str, words: &[&str]| {
        let output = branch.command(words).env("ZHIBU_TODAY", day).output().unwrap();
        branch.told(&output)
    };
    assert_eq!(due(&branch, "--on 2026-12-19 --within 1y"), "");
    assert_eq!(due(&branch, "--on 2027-02-07"), "");
    assert_snapshot!(due(&branch, "--on 2027-02-08"), @"2027-03-10,due,must,deliver 年报,li-min,分局,,zhibu request deliver aaaaaa");
    assert_snapshot!(due(&branch, "--on 2027-03-10"), @"2027-03-10,due,must,deliver 年报,li-min,分局,,zhibu request deliver aaaaaa");
    assert_snapshot!(due(&branch, "--on 2027-03-11"), @"2027-03-10,overdue,must,deliver 年报,li-min,分局,,zhibu request deliver aaaaaa");
    assert_snapshot!(on("2027-03-10", &["request", "deliver", "aaaaaa"]), @"
    --- stderr
    first committed, separately, what was not committed yet: requests/2026.toml
    delivered 年报 to 分局, 2027-03-10
      requests/2026.toml
    ");
    assert_snapshot!(branch.read("requests/2026.toml"), @r#"
    # 上级要的
    entries = [
      { id = "aaaaaa", date = 2026-12-20, what = "年报", asker = "分局", until = 2027-03-10, delivered = 2027-03-10 }, # 每年
    ]
    "#);
    assert_eq!(due(&branch, "--on 2027-03-11"), "");
}

#[test]
fn what_cannot_be_asked_for_or_delivered() {
    let branch = asked();
    assert_snapshot!(branch.refused("request log 名册"), @"
    --- stderr
    error: `zhibu request log` needs: --from <ASKER>
    help: see zhibu request log --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("request log 名册 --from 分局 --on 2026-11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("request log 名册 --from 分局 --until 11-22"), @"
    --- stderr
    error: 2026-11-22 is before it was asked for, on 2026-11-23
    help: write a day of next year with its year, as in 2027-01-15
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("request log 名册 --from 分局 --until soon"), @"
    --- stderr
    error: `soon` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("request log 名册 --from 分局 --by 孙雷"), @"
    --- stderr
    error: no member `孙雷`
    help: did you mean `sun-lei` (孙磊)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("request deliver 照片 --on 11-19"), @"
    --- stderr
    error: delivered on 2026-11-19, before it was asked for on 2026-11-20
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("request deliver 照片 --hours 1.2"), @"
    --- stderr
    error: 1.2 is no number of hours: whole or .5, more than none
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("request deliver 名册"), @"
    --- stderr
    error: 党员名册 was delivered on 2026-11-10
    help: to put it right, edit requests/2026.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("request deliver 名单"), @"
    --- stderr
    error: no request `名单`
    help: there are: xth3a3 (三季度总结), vackck (党员名册), vkp9x5 (整改台账), g7zpzn (活动照片)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("request deliver 照片 -p 2025"), @"
    --- stderr
    error: no request `照片`
    --- exit Some(2)
    ");
    branch.run("request remove 照片 --why 取消 --yes");
    assert_snapshot!(branch.refused("request deliver 照片"), @"
    --- stderr
    error: 2026-11-20 活动照片 is struck already: 取消
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("request remove 照片 --why 取消 --yes"), @"
    --- stderr
    error: 2026-11-20 活动照片 is struck already: 取消
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("report requests --by member"), @"
    --- stderr
    error: this report is not summed up so
    help: attendance goes by member, group or kind, requests by asker or form
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("report attendance --by asker"), @"
    --- stderr
    error: this report is not summed up so
    help: attendance goes by member, group or kind, requests by asker or form
    --- exit Some(2)
    ");
}

#[test]
fn what_cannot_be_in_the_ledger_of_requests_is_found() {
    let branch = Sandbox::branch();
    branch.write(
        "requests/2026.toml",
        "entries = [\n\
         \x20 { id = \"aaaaa1\", date = 2025-12-31, what = \"a\", asker = \"x\", until = 2025-12-30 },\n\
         \x20 { id = \"aaaaa1\", date = 2026-11-24, what = \"b\", asker = \"\\u001b[31m\" },\n\
         \x20 { id = \"aaaaa2\", date = 2026-11-20, what = \"c\", asker = \"x\", delivered = 2026-11-19, by = \"nobody\" },\n\
         ]\n",
    );
    let told = branch.run("check --format csv");
    let told = told.lines().map(|line| line.split(',').take(5).collect::<Vec<_>>().join(",") + "\n");
    assert_snapshot!(told.collect::<String>(), @"
    code,severity,file,line,column
    wrong-year,error,requests/2026.toml,2,27
    deadline-early,error,requests/2026.toml,2,72
    same-id,error,requests/2026.toml,3,10
    future,error,requests/2026.toml,3,27
    control-character,error,requests/2026.toml,3,59
    delivered-early,error,requests/2026.toml,4,76
    no-member,error,requests/2026.toml,4,93
    --- stderr
    7 findings
    --- exit Some(1)
    ");
    let listed = branch.run("request list -p 2026") + &branch.run("report requests --by asker");
    assert!(!listed.contains('\u{1b}'), "{listed}");
}

#[test]
fn two_people_record_requests_apart_and_merge() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "-qb", "other"]);
    branch.seeded("2", "request log 名册 --from 分局");
    branch.git(&["checkout", "-q", "-"]);
    branch.run_words(&["request", "log", "照片", "--from", "街道", "--note", "apart"]);
    branch.git(&["merge", "-q", "--no-edit", "other"]);
    assert_eq!(branch.run("request list --format csv").lines().count(), 3);
}
