//! Decisions with kinds, votes, ballots, written opinions and results, as `meeting log` and `meeting decide` take them.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

#[test]
fn a_meeting_is_logged_with_its_ballots_and_what_came_of_them_is_said() {
    let branch = Sandbox::branch();
    // Six are full members, one of them exempt and away: five came, and four carry it.
    assert_snapshot!(branch.run(
        "meeting log general --on 2026-11-05 --topic 发展党员 --decision 接收周洋为预备党员 --decision-kind admission --votes 3,1,1 \
         --ballots 5,5,0 --written 1 --decision 通过工作报告 --votes 3,1,1 --result not-carried"
    ), @"
    --- stderr
    logged 2026-11-05 党员大会 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏 · 接收周洋为预备党员: carried (4 for it, 4 carry it), 通过工作报告: not carried (3 for it, 4 carry it)
      meetings/2026/2026-11-05-general.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-general.toml"), @r#"
    kind = "general"
    date = 2026-11-05
    chair = "zhao-gang"
    recorder = "li-min"
    topics = ["发展党员"]
    present = [
      "li-min",
      "sun-lei",
      "wang-fang",
      "wang-fang-2",
      "xu-nuo",
      "zhao-gang",
    ]

    [[decision]]
    text = "接收周洋为预备党员"
    kind = "admission"
    votes = { for = 3, against = 1, abstain = 1, given = 5, returned = 5, invalid = 0, written = { for = 1 } }
    carried = false

    [[decision]]
    text = "通过工作报告"
    votes = { for = 3, against = 1, abstain = 1 }
    "#);
    assert_snapshot!(branch.run("meeting show 2026-11-05"), @"
    2026-11-05 党员大会
      kind      党员大会
      date      2026-11-05
      chair     赵刚
      recorder  李敏
      due       7 (1 预备党员, 6 正式党员)
      attended  6
      rate (%)  100.0
      present   李敏; 孙磊; 王芳 (刑侦党小组); 王芳 (综合党小组); 许诺; 赵刚
      exempt    何秀英
      topics    发展党员
      meeting   2026-11-05-general

    decision            kind          for  against  abstaining  given  returned  invalid  in writing for  with a vote  of them there  outcome
    ──────────────────  ────────────  ───  ───────  ──────────  ─────  ────────  ───────  ──────────────  ───────────  ─────────────  ───────────
    接收周洋为预备党员  接收预备党员    3        1           1      5         5        0               1            6              5  carried
    通过工作报告                        3        1           1                                                      6              5  not carried
    ");
    assert_snapshot!(branch.run("check meetings"), @"
    meetings/2026/2026-11-05-general.toml:19:11: must: recorded as not carried, but 4 for it are enough: 4 carry it [result-wrong]
       |
    19 | carried = false
       |           ^^^^^
    source: 《中国共产党发展党员工作细则》（2026年修订）第19、20、32条
    --- stderr
    1 finding
    --- exit Some(1)
    ");
}

#[test]
fn a_decision_is_added_and_the_rest_of_the_file_stays() {
    let branch = Sandbox::branch();
    branch.run("meeting log general --on 2026-11-05 --topic 发展党员 --present 赵刚,孙磊 --absent wang-fang:duty");
    let path = "meetings/2026/2026-11-05-general.toml";
    branch.write(path, format!("# 第四季度\n{}", branch.read(path).replace("date =", "date  =")));
    assert_snapshot!(branch.run("meeting decide 2026-11-05 许诺转正 --kind conversion --votes 2，0，0 --ballots 2/2 --written 0,1,0 --result not-carried"), @"
    --- stderr
    first committed, separately, what was not committed yet: meetings/2026/2026-11-05-general.toml
    2026-11-05 党员大会 decided: 许诺转正 · not carried (2 for it, 4 carry it)
      meetings/2026/2026-11-05-general.toml
    ");
    assert_snapshot!(branch.read(path), @r#"
    # 第四季度
    kind = "general"
    date  = 2026-11-05
    chair = "zhao-gang"
    topics = ["发展党员"]
    present = [
      "sun-lei",
      "zhao-gang",
    ]
    absent = [
      { member = "wang-fang", reason = "duty" },
    ]

    [[decision]]
    text = "许诺转正"
    kind = "conversion"
    votes = { for = 2, against = 0, abstain = 0, given = 2, returned = 2, written = { for = 0, against = 1, abstain = 0 } }
    carried = false
    "#);
    assert_snapshot!(branch.chinese().run("meeting show 2026-11-05"), @"
    2026-11-05 党员大会
      种类         党员大会
      日期         2026-11-05
      主持人       赵刚
      应到         7 人（预备党员 1、正式党员 6）
      实到         2
      出勤率（%）  33.3
      出席         孙磊；赵刚
      请假         王芳（刑侦党小组）：值班备勤
      免到         何秀英
      未登记       李敏；王芳（综合党小组）；许诺
      议题         发展党员
      会议编号     2026-11-05-general

    决议      种类          赞成  反对  弃权  发出选票  收回选票  书面赞成  书面反对  书面弃权  有表决权应到  有表决权到会  结果
    ────────  ────────────  ────  ────  ────  ────────  ────────  ────────  ────────  ────────  ────────────  ────────────  ──────
    许诺转正  预备党员转正     2     0     0         2         2         0         1         0             6             2  未通过
    ");
}

#[test]
fn too_few_are_told_at_once() {
    let branch = Sandbox::branch();
    branch.run("meeting log general --on 2026-11-05 --topic x --present 赵刚,孙磊 --absent wang-fang:duty,wang-fang-2:duty,lm:duty,xn:duty --absent 何秀英:ill");
    let branch = branch.chinese();
    assert_snapshot!(branch.run("meeting decide 2026-11-05 通过报告 --votes 2,0,0"), @"
    --- stderr
    2026-11-05 党员大会 决议：通过报告 · 到会人数不够（有表决权的到会 2 人，要 3 人）
      meetings/2026/2026-11-05-general.toml
    ");
    assert_snapshot!(branch.run("meeting decide 2026-11-05 参加比赛"), @"
    --- stderr
    2026-11-05 党员大会 决议：参加比赛
      meetings/2026/2026-11-05-general.toml
    ");
}

#[test]
fn somebody_who_was_asked_leads() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("meeting log general --on 2026-11-05 --topic x --chair 李敏 --delegated-by 赵刚 --absent 赵刚:business"), @"
    --- stderr
    logged 2026-11-05 党员大会 · 7 due, 5 present, 1 absent (赵刚: 出差公务), 1 exempt, recorder 李敏
      meetings/2026/2026-11-05-general.toml
    ");
    assert_snapshot!(branch.run("check meetings"), @"
    --- stderr
    nothing is wrong
    ");
    branch.run("meeting log general --on 2026-11-06 --topic x --chair 李敏");
    assert!(branch.run("check meetings").contains("chair-not-entitled"));
    assert_snapshot!(branch.run("meeting edit 2026-11-06 --delegated-by 赵刚"), @"
    --- stderr
    edited 2026-11-06 党员大会
      meetings/2026/2026-11-06-general.toml
    ");
    assert_snapshot!(branch.run("check meetings"), @"
    --- stderr
    nothing is wrong
    ");
    assert_snapshot!(branch.refused("meeting log general --delegated-by 赵刚"), @"
    --- stderr
    error: `zhibu meeting log` needs: --chair <WHO>
    help: see zhibu meeting log --help
    --- exit Some(2)
    ");
}

#[test]
fn wrong_words_are_told_and_nothing_is_written() {
    let branch = Sandbox::branch();
    branch.run("meeting log general --on 2026-11-05 --topic x");
    assert_snapshot!(branch.refused("meeting decide 2026-11-05 x --votes 1,2,3 --ballots 8"), @"
    --- stderr
    error: `8` is no count of ballots: write given, returned, invalid, as in 8,8,0
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting decide 2026-11-05 x --votes 1,2,3 --written many"), @"
    --- stderr
    error: `many` is no count of opinions: write for, against, abstaining, as in 1,0,0
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting decide 2026-11-05 x --ballots 8,8"), @"
    --- stderr
    error: `zhibu meeting decide` needs: --votes <7,0,1>
    help: see zhibu meeting decide --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting decide 2026-11-05 x --result maybe"), @"
    --- stderr
    error: `maybe` is no value of `--result <RESULT>`
    help: write one of: carried, not-carried
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --decision x --votes 1,2,3 --ballots 8,8 --ballots 8,8"), @"
    --- stderr
    error: there are more votes, kinds or results than decisions, or ballots without votes
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --decision x --result carried --result carried"), @"
    --- stderr
    error: there are more votes, kinds or results than decisions, or ballots without votes
    --- exit Some(2)
    ");
    let branch = branch.chinese();
    assert_snapshot!(branch.refused("meeting decide 2026-11-05 x --votes 1,2,3 --ballots 8"), @"
    --- stderr
    错误：“8”不是选票数：应依次写发出、收回、无效，如 8,8,0
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting decide 2026-11-05 x --votes 1,2,3 --written 多"), @"
    --- stderr
    错误：“多”不是书面意见的份数：应依次写赞成、反对、弃权，如 1,0,0
    --- exit Some(2)
    ");
}
