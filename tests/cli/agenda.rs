//! Meetings before they are held.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch that plans a committee of 5 December on 23 November.
fn planned() -> Sandbox {
    let branch = Sandbox::branch().since("2026-11-01");
    branch.does(&[
        "meeting log committee --on 11-05 --topic 研究",
        "meeting decide 11-05 写小结 --owner 李敏 --until 12-20",
        "issue open 记录过简 --owner 孙磊 --deadline 12-15 --meeting 11-05",
        "meeting plan committee --on 12-05 --time 15:00-16:00 --place 二楼 --topic 年底总结 --prepares 李敏:总结初稿",
    ]);
    branch
}

/// What is owed of plans on a day.
fn owed(branch: &Sandbox, day: &str) -> String {
    let told = branch.run(&format!("due --format csv --within 20d --on {day}"));
    let of_plans = told.lines().filter(|line| line.contains("agendas/"));
    of_plans.map(|line| line.split(',').take(5).collect::<Vec<_>>().join(",")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_plan_is_changed_until_it_is_right() {
    let branch = planned();
    assert_snapshot!(branch.run("meeting plan committee --on 12-05 --place 三楼 --topic 党费 --prepares 孙磊:考勤表 --sitting 12-06,9:00-10:00,值班室"), @"
    --- stderr
    changed the plan of 2026-12-05 支委会
      agendas/2026.toml
    ");
    assert_snapshot!(branch.read("agendas/2026.toml"), @r#"
    entries = [
      { id = "vkp9x5", date = 2026-12-05, kind = "committee", time = "15:00-16:00", place = "三楼", topics = ["年底总结", "党费"], prepares = [{ member = "li-min", what = "总结初稿" }, { member = "sun-lei", what = "考勤表" }], sittings = [{ date = 2026-12-06, time = "09:00-10:00", place = "值班室" }] },
    ]
    "#);
    assert_snapshot!(branch.run("meeting plans"), @"
    date        kind    time         place  topics          to prepare  state       plan
    ──────────  ──────  ───────────  ─────  ──────────────  ──────────  ──────────  ──────
    2026-12-05  支委会  15:00-16:00  三楼   年底总结; 党费           3  to be held  vkp9x5
    ");
    assert_snapshot!(branch.run("meeting list --period 2026-12"), @"");
    assert_snapshot!(branch.chinese_once("meeting prepared 12-05 初稿"), @"
    --- stderr
    2026-12-05 支委会：总结初稿，2026-11-23 已准备好
      agendas/2026.toml
    ");
    assert_snapshot!(branch.run("meeting cancel 12-05 --why 改期 --yes"), @"
    --- stderr
    struck 2026-12-05 支委会: 改期
      agendas/2026.toml
    ");
    assert_eq!(branch.run("meeting plans"), "");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn what_is_prepared_is_owed_counted_back_from_the_day() {
    let branch = planned();
    assert_snapshot!(owed(&branch, "2026-11-23"), @"
    2026-12-02,due,as-a-rule,prepare 2026-12-05 支委会: 征求议题，发会议通知,li-min
    2026-12-05,due,as-a-rule,prepare 2026-12-05 支委会: 总结初稿,li-min
    ");
    branch.does(&["meeting prepared 12-05 通知"]);
    assert_snapshot!(owed(&branch, "2026-11-23"), @"2026-12-05,due,as-a-rule,prepare 2026-12-05 支委会: 总结初稿,li-min");
    assert_snapshot!(owed(&branch, "2026-12-05"), @r#"
    2026-12-05,due,as-a-rule,prepare 2026-12-05 支委会: 总结初稿,li-min
    2026-12-05,due,as-a-rule,"hold and log 2026-12-05 支委会 as planned, or give it up with zhibu meeting cancel"
    "#);
    // A plan that nobody held is asked about until it is logged or given up.
    assert_snapshot!(owed(&branch, "2026-12-08"), @r#"2026-12-05,overdue,as-a-rule,"hold and log 2026-12-05 支委会 as planned, or give it up with zhibu meeting cancel""#);
    branch.on("2026-12-08", "meeting log committee --on 12-05");
    assert_eq!(owed(&branch, "2026-12-08"), "");
}

#[test]
fn a_meeting_that_is_logged_takes_from_its_plan_what_came_true() {
    let branch = planned();
    assert_snapshot!(branch.on("2026-12-06", "meeting log committee --on 12-05 --place 三楼"), @"
    --- stderr
    logged 2026-12-05 支委会 · 2 due, 2 present, chair 赵刚, recorder 李敏 · as planned: 15:00-16:00, 年底总结
      meetings/2026/2026-12-05-committee.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-12-05-committee.toml"), @r#"
    kind = "committee"
    date = 2026-12-05
    time = "15:00-16:00"
    place = "三楼"
    chair = "zhao-gang"
    recorder = "li-min"
    topics = ["年底总结"]
    present = [
      "li-min",
      "zhao-gang",
    ]
    "#);
    assert_snapshot!(branch.on("2026-12-06", "meeting plans"), @"
    date        kind    time         place  topics    state  plan
    ──────────  ──────  ───────────  ─────  ────────  ─────  ──────
    2026-12-05  支委会  15:00-16:00  二楼   年底总结  held   vkp9x5
    ");
    assert_snapshot!(branch.on("2026-12-06", "meeting plan committee --on 12-05"), @"
    --- stderr
    error: 2026-12-05 is over and cannot be planned
    help: log what was held with zhibu meeting log
    --- exit Some(1)
    ");
    // Another kind, and another day, have no plan.
    let other = branch.on("2026-12-06", "meeting log committee --on 12-04");
    assert!(!other.contains("as planned"), "{other}");
}

#[test]
fn a_planned_meeting_is_printed() {
    let branch = planned();
    let texts = |page: &str| {
        let body = page.split_once("<h1>").unwrap().1;
        let mut text = String::new();
        for part in body.split('<').skip(1) {
            let said = part.split_once('>').map_or("", |(_, said)| said.trim());
            if !said.is_empty() {
                text = format!("{text}{said}\n");
            }
        }
        text
    };
    assert_snapshot!(texts(&branch.run("print notice 12-05 --lang zh")), @"
    日期
    2026年12月5日
    时间
    15:00-16:00
    地点
    二楼
    主持人
    赵刚
    应到人数
    2
    议题
    1. 年底总结
    站南派出所党支部
    2026年11月23日
    ");
    assert_snapshot!(texts(&branch.run("print agenda 12-05 --lang zh")), @"
    日期
    2026年12月5日
    时间
    15:00-16:00
    地点
    二楼
    应到人数
    2
    主持人
    赵刚
    记录人
    李敏
    议题
    1. 年底总结
    上次决议落实情况
    序号
    决议日期
    事项
    责任人
    期限
    落实状态
    落实情况
    1
    2026-11-05
    写小结
    李敏
    2026-12-20
    未落实
    上次查找问题整改情况
    序号
    发现日期
    问题
    责任人
    期限
    整改状态
    进展
    1
    2026-11-05
    记录过简
    孙磊
    2026-12-15
    整改中
    会前准备
    序号
    事项
    责任人
    期限
    完成日期
    1
    征求议题，发会议通知
    李敏
    2026-12-02
    2
    总结初稿
    李敏
    2026-12-05
    ");
    let sheet = branch.run("print sign-in committee --on 12-05");
    assert!(sheet.contains("二楼") && sheet.contains("15:00-16:00") && sheet.contains("年底总结"));
}

#[test]
fn what_cannot_be_planned_is_refused() {
    let branch = planned();
    let before = branch.read("agendas/2026.toml");
    for (line, told) in [
        ("meeting plan committee --on 11-20", "2026-11-20 is over"),
        ("meeting plan group --on 12-05", "--group"),
        ("meeting plan committee --on 12-09 --prepares 李敏", "is not WHO:WHAT"),
        ("meeting plan committee --on 12-09 --prepares 无人:材料", "无人"),
        ("meeting plan committee --on 12-09 --sitting 12-08", "2026-12-08 is before the first sitting"),
        ("meeting prepared 12-05 晚饭", "总结初稿"),
        ("meeting prepared 12-06 初稿", "no meeting is planned as 12-06"),
        ("meeting cancel 12-06 --why 改期 --yes", "meeting plans"),
        ("print notice 12-06", "meeting plans"),
    ] {
        let refused = branch.refused(line);
        assert!(refused.contains(told), "{line}: {refused}");
    }
    assert_eq!(branch.read("agendas/2026.toml"), before);
}

#[test]
fn check_tells_what_no_plan_can_be() {
    let branch = planned();
    let found = |keys: &str| {
        let line = format!("entries = [\n  {{ id = \"abcdef\", date = 2026-12-05, {keys} }},\n]\n");
        branch.write("agendas/2026.toml", line);
        let found = branch.contradictions();
        found.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    for (keys, codes) in [
        ("kind = \"committee\"", ""),
        ("kind = \"comittee\"", "no-kind"),
        ("kind = \"committee\", chair = \"nobody\"", "no-member"),
        ("kind = \"committee\", prepares = [{ member = \"nobody\", what = \"x\" }]", "no-member"),
        ("kind = \"committee\", sittings = [{ date = 2026-12-04 }]", "too-early"),
        ("kind = \"committee\", ready = [{ what = \"x\", date = 2027-12-04 }]", "future"),
        ("kind = \"committee\", time = \"25:00\"", "bad-time"),
    ] {
        assert_eq!(found(keys), codes, "{keys}");
    }
}

#[test]
fn two_clones_that_plan_apart_have_both_plans() {
    let branch = planned();
    branch.git(&["branch", "other"]);
    branch.seeded("1", "meeting plan theme-day --on 12-15 --topic 慰问");
    branch.git(&["checkout", "--quiet", "other"]);
    branch.seeded("2", "meeting plan lesson --on 12-18 --topic 党史");
    branch.does(&["meeting prepared 12-05 初稿"]);
    let merged = branch.git(&["merge", "--no-edit", "@{-1}"]);
    assert!(!merged.contains("CONFLICT"), "{merged}");
    let plans = branch.run("meeting plans");
    assert!(["12-05", "12-15", "12-18"].iter().all(|day| plans.contains(day)), "{plans}");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn a_plan_is_moved_to_another_day() {
    let branch = planned();
    branch.does(&["meeting plan committee --on 12-05 --sitting 12-09,9:00-10:00,值班室"]);
    assert_snapshot!(branch.run("meeting plan committee --on 12-05 --move-to 12-08"), @"
    --- stderr
    moved 2026-12-05 支委会 to 2026-12-08
      agendas/2026.toml
    ");
    assert_snapshot!(branch.read("agendas/2026.toml"), @r#"
    entries = [
      { id = "vkp9x5", date = 2026-12-08, kind = "committee", time = "15:00-16:00", place = "二楼", topics = ["年底总结"], prepares = [{ member = "li-min", what = "总结初稿" }], sittings = [{ date = 2026-12-09, time = "09:00-10:00", place = "值班室" }] },
    ]
    "#);
    assert_snapshot!(branch.refused("meeting plan committee --on 12-08 --move-to 12-10"), @"
    --- stderr
    error: 2026-12-09 is before the first sitting, 2026-12-10
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting plan committee --on 12-08 --move-to 2027-01-05"), @"
    --- stderr
    error: 2027-01-05 is in another year, whose plans are in another file
    help: give it up with zhibu meeting cancel vkp9x5 --why moved, and plan it again
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting plan committee --on 12-05 --move-to 12-07"), @"
    --- stderr
    error: 2026-12-05 支委会 is not planned
    help: zhibu meeting plans lists them; give the id or the day
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting plan committee --on 12-08 --move-to 11-20"), @"
    --- stderr
    error: 2026-11-20 is over and cannot be planned
    help: log what was held with zhibu meeting log
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting plan committee --on 12-08 --move-to 12-08"), @"
    --- stderr
    error: 2026-12-08 支委会 is planned already
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting plan committee --on 12-08 --move-to 12-07 --place 三楼"), @"
    --- stderr
    error: `--move-to <DATE>` and `--place <PLACE>` cannot be given together
    help: see zhibu meeting plan --help
    --- exit Some(2)
    ");
    // Who was not able to hold it on its day moves it afterwards.
    assert_snapshot!(branch.on("2026-12-09", "meeting plan committee --on 12-08 --move-to 12-09"), @"
    --- stderr
    moved 2026-12-08 支委会 to 2026-12-09
      agendas/2026.toml
    ");
}

#[test]
fn check_finds_a_plan_that_nobody_held() {
    let branch = planned();
    branch.does(&["meeting plan committee --on 12-05 --sitting 12-06,9:00-10:00,值班室 --sitting 12-09"]);
    let found = |day: &str| {
        let found = branch.on(day, "check agendas --format csv");
        let cells = |line: &str| line.split(',').skip(3).take(5).collect::<Vec<_>>().join(",");
        found.lines().filter(|line| line.starts_with("plan-not-held")).map(cells).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(found("2026-12-05"), @"");
    assert_snapshot!(found("2026-12-06"), @r#"2,27,2,37,"2026-12-05 支委会 was planned"#);
    branch.on("2026-12-07", "meeting log committee --on 12-05 --absent 李敏:duty");
    assert_snapshot!(found("2026-12-07"), @r#"2,186,2,196,"a sitting of 2026-12-05 支委会 was planned for 2026-12-06"#);
    assert_snapshot!(owed(&branch, "2026-12-07"), @"2026-12-06,overdue,as-a-rule,2026-12-05 支委会: log the sitting of 2026-12-06,");
    assert_snapshot!(branch.on("2026-12-07", "meeting sitting 12-05 --on 12-06 --present 李敏 --lang zh"), @"
    --- stderr
    2026-12-05 支委会 加开第 2 场：2026-12-06 · 应到 2 人，到会 2 人 · 李敏 改为出席（原登记：值班备勤），记录人 李敏，照计划：09:00-10:00、值班室
      meetings/2026/2026-12-05-committee.toml
    ");
    assert!(
        branch.read("meetings/2026/2026-12-05-committee.toml").contains("time = \"09:00-10:00\"\nplace = \"值班室\"")
    );
    assert_snapshot!(found("2026-12-09"), @"");
    assert_snapshot!(owed(&branch, "2026-12-09"), @"2026-12-09,due,as-a-rule,2026-12-05 支委会: log the sitting of 2026-12-09,");
    assert_snapshot!(found("2026-12-10"), @r#"2,246,2,256,"a sitting of 2026-12-05 支委会 was planned for 2026-12-09"#);
}
