use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch with two campaigns, one of them over, one going on.
fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    let rules = branch.read("rules/branch.toml");
    let campaigns = "\n[[campaign]]\nid = \"san-chuang-san-zeng\"\nname = \"三创三增\"\nname-en = \"three creations\"\n\
                     from = 2026-03-01\nuntil = 2026-10-31\n\n\
                     [[campaign]]\nid = \"winter\"\nname = \"冬季行动\"\nfrom = 2026-11-01\n";
    branch.write("rules/branch.toml", rules + campaigns);
    branch
}

/// The same with a record of each sort for the first campaign, and others beside them.
fn logged() -> Sandbox {
    let branch = branch();
    branch.does(&[
        "meeting log group -g 刑侦 --on 10-15 --absent 孙磊:duty --link 刑侦 --campaign scsz",
        "meeting log group -g 综合 --on 10-16",
        "points award 孙磊 commended 5 --on 10-20 --campaign 三创 --link 刑侦",
        "points award 孙磊 commended 2 --on 10-21",
        "study log 孙磊,李敏 4 --on 10-22 --campaign three",
        "study log 孙磊 1 --on 10-23",
        "issue open 台账不全 --owner 孙磊 --deadline 11-30 --on 10-24 --campaign san-chuang-san-zeng",
        "issue open 制度没有上墙 --owner 孙磊 --deadline 11-30 --on 10-24",
    ]);
    branch
}

#[test]
fn records_carry_their_campaign() {
    let branch = logged();
    assert_snapshot!(branch.read("meetings/2026/2026-10-15-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-10-15
    campaign = "san-chuang-san-zeng"
    links = ["criminal-investigation"]
    present = [
      "wang-fang",
      "zhao-gang",
    ]
    absent = [
      { member = "sun-lei", reason = "duty" },
    ]
    "#);
    assert_snapshot!(branch.read("points/2026-10.toml"), @r#"
    entries = [
      { id = "g7zpzn", date = 2026-10-20, member = "sun-lei", item = "commended", points = 5, links = ["criminal-investigation"], campaign = "san-chuang-san-zeng" },
      { id = "vkp9x5", date = 2026-10-21, member = "sun-lei", item = "commended", points = 2 },
    ]
    "#);
    assert_snapshot!(branch.read("study/2026-10.toml"), @r#"
    entries = [
      { id = "dz63et", date = 2026-10-22, member = "sun-lei", hours = 4, kind = "collective", campaign = "san-chuang-san-zeng" },
      { id = "rp96zf", date = 2026-10-22, member = "li-min", hours = 4, kind = "collective", campaign = "san-chuang-san-zeng" },
      { id = "fguj4a", date = 2026-10-23, member = "sun-lei", hours = 1, kind = "collective" },
    ]
    "#);
    assert_snapshot!(branch.run("meeting show 10-15"), @"
    2026-10-15 党小组会 · 刑侦党小组
      kind      党小组会
      group     刑侦党小组
      date      2026-10-15
      due       3 (3 正式党员)
      attended  2
      rate (%)  66.7
      present   王芳 (刑侦党小组); 赵刚
      excused   孙磊: 值班备勤
      links     刑侦打击
      campaign  three creations
      meeting   2026-10-15-group-criminal
    ");
    assert_snapshot!(branch.run("points list -p 2026-10 --lang zh"), @"
    日期        姓名  积分项          分值  联系业务  主题活动  编号
    ──────────  ────  ──────────────  ────  ────────  ────────  ──────
    2026-10-20  孙磊  立功受奖、表彰     5  刑侦打击  三创三增  g7zpzn
    2026-10-21  孙磊  立功受奖、表彰     2                      vkp9x5
    ");
    assert_snapshot!(branch.run("study list -p 2026-10 --format csv"), @"
    date,member,name,kind,kind_name,hours,title,campaign,reflection,note,by,struck,id
    2026-10-22,sun-lei,孙磊,collective,集体学习,4,,san-chuang-san-zeng,,,,,dz63et
    2026-10-22,li-min,李敏,collective,集体学习,4,,san-chuang-san-zeng,,,,,rp96zf
    2026-10-23,sun-lei,孙磊,collective,集体学习,1,,,,,,,fguj4a
    ");
    assert_snapshot!(branch.run("issue show 台账"), @"
    2026-10-24 台账不全
      state     open
      found     2026-10-24
      owner     孙磊
      deadline  2026-11-30
      campaign  three creations
      issue     2026-10-24-zyb6jy
    ");
    assert!(only_thin(&branch.run("check")));
}

#[test]
fn a_report_is_of_one_campaign_and_its_days() {
    let branch = logged();
    assert_snapshot!(branch.run("report meetings --campaign 三创三增"), @"
    date        kind      group       due  attended  rate (%)  topics  meeting                    exempt  not due
    ──────────  ────────  ──────────  ───  ────────  ────────  ──────  ─────────────────────────  ──────  ───────
    2026-10-15  党小组会  刑侦党小组    3         2      66.7          2026-10-15-group-criminal       0        0
    ");
    assert_snapshot!(branch.run("report attendance --campaign 三创三增 --format csv"), @"
    member,name,meetings,due,present,late,made_up,excused,absent,exempt,open,rate,attended,not_due
    sun-lei,孙磊,1,1,0,0,0,1,0,0,0,0.0,0,0
    wang-fang,王芳,1,1,1,0,0,0,0,0,0,100.0,1,0
    zhao-gang,赵刚,1,1,1,0,0,0,0,0,0,100.0,1,0
    ");
    assert_snapshot!(branch.run("report points --campaign 三创三增"), @"
    id         name  group       standing  class     earned  deducted  cut  total
    ─────────  ────  ──────────  ────────  ────────  ──────  ────────  ───  ─────
    sun-lei    孙磊  刑侦党小组  正式党员  一般党员       5         0    0      5
    wang-fang  王芳  刑侦党小组  正式党员  一般党员       2         0    0      2
    zhao-gang  赵刚  刑侦党小组  正式党员  支委委员       2         0    0      2
    ");
    assert_snapshot!(branch.run("report links --campaign 三创三增 --format csv"), @"
    link,link_name,meetings,share,entries,points
    criminal-investigation,刑侦打击,1,100.0,1,5
    public-order,治安管控,0,0.0,0,0
    community,社区警务,0,0.0,0,0
    emergency,接处警,0,0.0,0,0
    service,群众服务,0,0.0,0,0
    mediation,矛盾调解,0,0.0,0,0
    legal,执法规范化,0,0.0,0,0
    ,any,1,100.0,1,5
    ,none,0,0.0,0,0
    ");
    assert_snapshot!(branch.run("report study --campaign 三创三增 --format csv"), @"
    date,member,name,kind,kind_name,hours,title,reflection,note,by,entry
    2026-10-22,sun-lei,孙磊,collective,集体学习,4,,,,,dz63et
    2026-10-22,li-min,李敏,collective,集体学习,4,,,,,rp96zf
    ");
    assert_snapshot!(branch.run("report issues --campaign 三创三增"), @"
    deadline    state  title     owner  found       issue
    ──────────  ─────  ────────  ─────  ──────────  ──────
    2026-11-30  open   台账不全  孙磊   2026-10-24  zyb6jy
    ");
    assert_eq!(branch.run("report study --campaign 三创三增 -p 2026-09"), "");
    assert_eq!(branch.run("report study --campaign winter"), "");
}

#[test]
fn what_a_campaign_brought_is_cut_by_what_else_there_was() {
    let branch = branch();
    branch.run("points award 孙磊 good-deed 3 --on 10-01");
    branch.run("points award 孙磊 good-deed 3 --on 10-02");
    branch.run("points award 孙磊 good-deed 3 --on 10-03 --campaign 三创");
    assert_snapshot!(branch.run("report points --campaign 三创三增 --format csv"), @"
    member,name,group,standing,class,earned,deducted,cut,total
    sun-lei,孙磊,criminal,full,ordinary,3,0,-3,0
    ");
}

#[test]
fn a_record_is_moved_into_a_campaign() {
    let branch = logged();
    assert_snapshot!(branch.run("meeting edit 10-16 --campaign 三创三增"), @"
    --- stderr
    edited 2026-10-16 党小组会 · 综合党小组
      meetings/2026/2026-10-16-group-office.toml
    ");
    assert!(branch.read("meetings/2026/2026-10-16-group-office.toml").contains("campaign = \"san-chuang-san-zeng\"\n"));
    assert_snapshot!(branch.run("issue update 制度 --campaign 三创三增"), @"
    --- stderr
    制度没有上墙: the campaign is three creations
      issues/2026/2026-10-24-2gzrdf.toml
    ");
    assert_snapshot!(branch.refused("meeting edit 10-16 --campaign 冬季"), @"
    --- stderr
    error: 2026-10-16 is not in 冬季行动, which begins on 2026-11-01
    help: put the day right, or the days of the campaign in rules/branch.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting edit 10-15 --on 11-02"), @"
    --- stderr
    error: 2026-11-02 is not in three creations, which is from 2026-03-01 to 2026-10-31
    help: put the day right, or the days of the campaign in rules/branch.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("meeting edit 10-15 --on 11-02 --campaign 冬季"), @"
    --- stderr
    2026-10-15 党小组会 · 刑侦党小组 is now 2026-11-02 党小组会 · 刑侦党小组
      meetings/2026/2026-11-02-group-criminal.toml
      meetings/2026/2026-10-15-group-criminal.toml
    ");
}

#[test]
fn a_campaign_has_its_first_and_its_last_day() {
    let branch = branch();
    for (day, campaign, held) in [
        ("2026-02-28", "三创三增", false),
        ("2026-03-01", "三创三增", true),
        ("2026-10-31", "三创三增", true),
        ("2026-11-01", "三创三增", false),
        ("2026-10-31", "冬季行动", false),
        ("2026-11-01", "冬季行动", true),
        ("2026-11-23", "冬季行动", true),
    ] {
        let told = branch.run(&format!("points award 孙磊 good-deed 1 --on {day} --campaign {campaign}"));
        assert_eq!(!told.contains("--- exit"), held, "{day} {campaign}: {told}");
    }
    assert_snapshot!(branch.refused("points award 孙磊 good-deed 1 --on 02-28 --campaign 三创三增"), @"
    --- stderr
    error: 2026-02-28 is not in three creations, which is from 2026-03-01 to 2026-10-31
    help: put the day right, or the days of the campaign in rules/branch.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("study log 孙磊 1 --on 10-31 --campaign 冬季行动"), @"
    --- stderr
    error: 2026-10-31 is not in 冬季行动, which begins on 2026-11-01
    help: put the day right, or the days of the campaign in rules/branch.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue open 台账 --owner 孙磊 --deadline 12-01 --campaign 三创三增"), @"
    --- stderr
    error: 2026-11-23 is not in three creations, which is from 2026-03-01 to 2026-10-31
    help: put the day right, or the days of the campaign in rules/branch.toml
    --- exit Some(1)
    ");
}

#[test]
fn campaigns_that_are_none() {
    let branch = branch();
    assert_snapshot!(branch.refused("meeting log theme-day --campaign wintr"), @"
    --- stderr
    error: no campaign `wintr`
    help: did you mean `winter` (冬季行动)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("report meetings --campaign 夏季"), @"
    --- stderr
    error: no campaign `夏季`
    help: there are: san-chuang-san-zeng (三创三增), winter (冬季行动)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("report dues --campaign winter"), @"
    --- stderr
    error: this report cannot be of one campaign
    help: those that can: meetings, attendance, points, links, study, issues, plan
    --- exit Some(2)
    ");
    let without = Sandbox::branch().chinese();
    assert_snapshot!(without.refused("meeting log theme-day --campaign 三创三增"), @"
    --- stderr
    错误：规则里还没有主题活动
    建议：在 rules/branch.toml 里写上：[[campaign]]，下面写 id、name、from、until
    --- exit Some(2)
    ");
    branch.write("rules/branch.toml", branch.read("rules/branch.toml").replace("2026-10-31", "2026-02-28"));
    assert_snapshot!(branch.run("rules check"), @"
    rules/branch.toml:241:9: the last day, 2026-02-28, is before the first, 2026-03-01 [rule-dates]
        |
    241 | until = 2026-02-28
        |         ^^^^^^^^^^
    help: write `until` as 2026-03-01 or later
    --- stderr
    1 finding
    --- exit Some(1)
    ");
}

#[test]
fn each_campaign_is_summed_up() {
    let branch = logged();
    branch.run("plan add 刑侦党小组会 2026-10 --kind group -g 刑侦 --campaign 三创三增");
    branch.run("plan add 活动总结 2026-10-30 --campaign 三创三增");
    assert_snapshot!(branch.run("report campaigns"), @"
    campaign             name             from        until       meetings  rate (%)  awards  points  hours  issues  issues open  planned  done  not done
    ───────────────────  ───────────────  ──────────  ──────────  ────────  ────────  ──────  ──────  ─────  ──────  ───────────  ───────  ────  ────────
    san-chuang-san-zeng  three creations  2026-03-01  2026-10-31         1      66.7       1       9      8       1            1        2     1         1
    winter               冬季行动         2026-11-01                     0                 0       0      0       0            0        0     0         0
    ");
    assert_snapshot!(branch.run("report campaigns -p 2026-10 --format csv"), @"
    campaign,campaign_name,from,until,meetings,rate,entries,points,hours,issues_found,issues_open,planned,planned_done,planned_open
    san-chuang-san-zeng,three creations,2026-03-01,2026-10-31,1,66.7,1,9,8,1,1,2,1,1
    ");
    assert_snapshot!(branch.run("report campaigns -p 2026Q4 --lang zh"), @"
    主题活动             活动名称  起          止          会议次数  出勤率（%）  积分记录  分值  学时  发现问题  未销号问题  计划事项  计划完成  计划未完成
    ───────────────────  ────────  ──────────  ──────────  ────────  ───────────  ────────  ────  ────  ────────  ──────────  ────────  ────────  ──────────
    san-chuang-san-zeng  三创三增  2026-03-01  2026-10-31         1         66.7         1     9     8         1           1         2         1           1
    winter               冬季行动  2026-11-01                     0                      0     0     0         0           0         0         0           0
    ");
    assert!(branch.run("report campaigns -p 2025").starts_with("--- stderr\nnothing is recorded in 2025, before"));
}

/// Whether all that is found is that records say little.
fn only_thin(told: &str) -> bool {
    told.lines().filter(|line| line.ends_with(']')).all(|line| line.ends_with("[record-thin]"))
}
