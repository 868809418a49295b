//! What `meeting edit` takes away from a meeting; a void meeting does not compete for its day.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn topics_links_guests_and_decisions_are_taken_away() {
    let branch = Sandbox::branch();
    branch.run(
        "meeting log committee --topic 学习条例 --topic 夜间巡逻 --topic 经费 --link service,legal --guest 张三 \
         --decision 调整班次 --votes 2,0,0 --decision 购书 --votes 2,0,0",
    );
    assert_snapshot!(branch.run("meeting edit 11-23 --drop-topic 经费 --drop-topic 学习 --drop-link legal"), @"
    --- stderr
    edited 2026-11-23 支委会
      meetings/2026/2026-11-23-committee.toml
    ");
    assert_snapshot!(branch.run("meeting edit 11-23 --drop-guest 张三 --drop-decision 购书 --topic 值班"), @"
    --- stderr
    edited 2026-11-23 支委会
      meetings/2026/2026-11-23-committee.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-23-committee.toml"), @r#"
    kind = "committee"
    date = 2026-11-23
    chair = "zhao-gang"
    recorder = "li-min"
    topics = ["夜间巡逻", "值班"]
    links = ["service"]
    present = [
      "li-min",
      "zhao-gang",
    ]
    guests = []

    [[decision]]
    text = "调整班次"
    votes = { for = 2, against = 0, abstain = 0 }
    "#);
    assert_snapshot!(branch.refused("meeting edit 11-23 --drop-topic 经费"), @"
    --- stderr
    error: no topic `经费`
    help: there are: 夜间巡逻, 值班
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting edit 11-23 --drop-link legal"), @"
    --- stderr
    error: 2026-11-23 支委会 is not linked to 执法规范化
    --- exit Some(1)
    ");
}

#[test]
fn a_decision_that_is_carried_out_stays() {
    let branch = Sandbox::branch();
    branch.run("meeting log committee");
    branch.run("meeting decide 11-23 调整班次 --votes 2,0,0 --owner 李敏");
    assert_snapshot!(branch.refused("meeting edit 11-23 --drop-decision 班次"), @"
    --- stderr
    error: the decision `调整班次` is the task xth3a3
    help: strike the task first: zhibu task remove xth3a3 --why WHY
    --- exit Some(1)
    ");
    branch.run("task remove xth3a3 --why 误记 --yes");
    assert_snapshot!(branch.run("meeting edit 11-23 --drop-decision 班次"), @"
    --- stderr
    edited 2026-11-23 支委会
      meetings/2026/2026-11-23-committee.toml
    ");
}

#[test]
fn a_void_meeting_does_not_compete_for_its_day() {
    let branch = Sandbox::branch();
    branch.run("meeting log committee --on 11-20");
    branch.run("meeting remove 11-20 --why 误记 --yes");
    branch.run("meeting log theme-day --on 11-20");
    assert_snapshot!(branch.run("meeting attend 11-20 --absent 孙磊:duty"), @"
    --- stderr
    2026-11-20 主题党日: 孙磊: 值班备勤 was absent
      meetings/2026/2026-11-20-theme-day.toml
    ");
    branch.run("meeting log committee --on 11-20");
    assert_snapshot!(branch.refused("meeting attend 11-20 --absent 孙磊:duty"), @"
    --- stderr
    error: `2026-11-20` is more than one meeting
    help: write the id: 2026-11-20-committee-2 (2026-11-20 支委会), 2026-11-20-theme-day (2026-11-20 主题党日)
    --- exit Some(2)
    ");
    // By its own name it is still found.
    assert_snapshot!(branch.run("meeting show 2026-11-20-committee --format csv"), @"
    figure,value
    struck,误记
    kind_name,committee
    date,2026-11-20
    chair,zhao-gang
    recorder,li-min
    due,2 (2 正式党员)
    attended,2
    rate,100.0
    present,李敏; 赵刚
    meeting,2026-11-20-committee
    ");
}
