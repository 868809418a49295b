//! What earns points besides meetings and awards: study, dues, problems.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch whose scheme scores study by the hour, dues and problems by their day.
fn scored() -> Sandbox {
    let branch = Sandbox::branch();
    let item = |id: &str, name: &str, points: &str, by: &str| {
        format!(
            "\n[[item]]\nid = \"{id}\"\nname = \"{name}\"\ncategory = \"study\"\nfrom = 2026-01-01\npoints = {points}\n{by}\n"
        )
    };
    let rules = branch.read("rules/points.toml")
        + &item(
            "hours",
            "集体学习学时",
            "1",
            "study = { kinds = [\"collective\"], hours = 2 }\nceiling = { month = 2 }",
        )
        + &item("trained", "参加集中培训", "3", "study = { kinds = [\"training\"] }")
        + &item("dues", "按时交党费", "0.5", "dues = \"in-time\"")
        + &item("dues-late", "党费逾期", "-1", "dues = \"late\"")
        + &item("mended", "问题按期销号", "2", "problem = \"in-time\"")
        + &item("mended-late", "问题逾期销号", "-2", "problem = \"late\"");
    branch.write("rules/points.toml", rules);
    branch
}

#[test]
fn hours_of_study_bring_points_rounded_down_to_halves_and_cut_by_ceilings() {
    let branch = scored();
    for line in [
        "study log 孙磊 1.5 --kind collective --on 11-02 --title 条例",
        "study log 孙磊 4 --kind collective --on 11-03",
        "study log 孙磊 24 --kind training --on 11-04",
        "study log 孙磊 3 --kind own --on 11-05",
    ] {
        let told = branch.run(line);
        assert!(!told.contains("exit"), "{line}: {told}");
    }
    assert_snapshot!(branch.run("points explain 孙磊 --category study"), @"
    date        item          for                         raw  counted  cut by
    ──────────  ────────────  ──────────────────────────  ───  ───────  ─────────────────────────────────────────────────────────
    2026-11-02  集体学习学时  集体学习, 1.5 hours · 条例  0.5      0.5
        ← study/2026-11.toml:2 ← rules/points.toml:248
    2026-11-03  集体学习学时  集体学习, 4 hours             2      1.5  at most 2 of this item in 2026-11 (rules/points.toml:255)
        ← study/2026-11.toml:3 ← rules/points.toml:248
    2026-11-04  参加集中培训  集中培训, 24 hours            3        3
        ← study/2026-11.toml:4 ← rules/points.toml:257
                total         孙磊, 2026-11               5.5        5
    ");
    assert_snapshot!(branch.chinese().run("points explain 孙磊 --category study"), @"
    日期        积分项        事由                      原始分  计入  因何扣减
    ──────────  ────────────  ────────────────────────  ──────  ────  ───────────────────────────────────────────────
    2026-11-02  集体学习学时  集体学习 1.5 学时 · 条例     0.5   0.5
        ← study/2026-11.toml:2 ← rules/points.toml:248
    2026-11-03  集体学习学时  集体学习 4 学时                2   1.5  本项 2026-11 最多 2 分（rules/points.toml:255）
        ← study/2026-11.toml:3 ← rules/points.toml:248
    2026-11-04  参加集中培训  集中培训 24 学时               3     3
        ← study/2026-11.toml:4 ← rules/points.toml:257
                合计          孙磊，2026-11                5.5     5
    ");
}

#[test]
fn dues_bring_points_by_the_day_they_are_paid_in_whole() {
    let branch = scored();
    for line in [
        "dues set 孙磊,李敏,许诺 40 --from 2026-10",
        "dues pay 孙磊 2026-11 --on 11-10",
        "dues pay 李敏 2026-11 --on 11-10 --amount 20",
        "dues pay 李敏 2026-11 --on 11-23 --amount 20",
        "dues pay 许诺 2026-11 --on 11-10 --amount 20",
    ] {
        let told = branch.run(line);
        assert!(!told.contains("exit"), "{line}: {told}");
    }
    assert_snapshot!(branch.run("points explain 孙磊 --category study"), @"
    date        item        for              raw  counted
    ──────────  ──────────  ───────────────  ───  ───────
    2026-11-10  按时交党费  dues of 2026-11  0.5      0.5
        ← dues/2026.toml:9 ← rules/points.toml:265
                total       孙磊, 2026-11    0.5      0.5
    ");
    assert_snapshot!(branch.run("points explain 李敏 --category study"), @"
    date        item      for              raw  counted
    ──────────  ────────  ───────────────  ───  ───────
    2026-11-23  党费逾期  dues of 2026-11   -1       -1
        ← dues/2026.toml:10 ← rules/points.toml:273
                total     李敏, 2026-11     -1       -1
    ");
    assert_snapshot!(branch.run("points explain 许诺 --category study"), @"
    item   for            raw  counted
    ─────  ─────────────  ───  ───────
    total  许诺, 2026-11    0        0
    ");
}

#[test]
fn a_problem_brings_its_owner_points_on_the_day_it_is_closed() {
    let branch = scored();
    for line in [
        "issue open 台账不全 --owner 孙磊 --deadline 2026-11-10 --on 11-01",
        "issue open 记录太简单 --owner 李敏 --deadline 2026-11-10 --on 11-01",
        "issue close 台账 --by 赵刚 --on 11-10",
        "issue close 记录 --by 赵刚 --on 11-11",
    ] {
        let told = branch.run(line);
        assert!(!told.contains("exit"), "{line}: {told}");
    }
    assert_snapshot!(branch.run("points explain 孙磊 --category study"), @"
    date        item          for                  raw  counted
    ──────────  ────────────  ───────────────────  ───  ───────
    2026-11-10  问题按期销号  2026-11-01 台账不全    2        2
        ← issues/2026/2026-11-01-xth3a3.toml:5 ← rules/points.toml:281
                total         孙磊, 2026-11          2        2
    ");
    assert_snapshot!(branch.run("points explain 李敏 --category study"), @"
    date        item          for                    raw  counted
    ──────────  ────────────  ─────────────────────  ───  ───────
    2026-11-11  问题逾期销号  2026-11-01 记录太简单   -2       -2
        ← issues/2026/2026-11-01-25vfbe.toml:5 ← rules/points.toml:289
                total         李敏, 2026-11           -2       -2
    ");
    assert_snapshot!(branch.run("rules check"), @"
    --- stderr
    nothing is wrong
    ");
}

#[test]
fn an_item_is_earned_in_one_way() {
    let branch = scored();
    let rules = branch.read("rules/points.toml").replace("dues = \"late\"", "dues = \"late\"\nproblem = \"late\"");
    branch.write("rules/points.toml", rules);
    assert_snapshot!(branch.refused("points total"), @r#"
    --- stderr
    rules/points.toml:274:6: `dues-late` is earned in several ways: dues, problem
        |
    274 | id = "dues-late"
        |      ^^^^^^^^^^^
    help: make two items of it
    --- exit Some(1)
    "#);
    branch.write("rules/points.toml", branch.read("rules/points.toml").replace("[\"training\"]", "[\"trainig\"]"));
    assert!(branch.run("rules check").contains("did you mean `training`?"));
}

#[test]
fn a_comparison_counts_what_only_the_other_rules_score() {
    let branch = scored();
    branch.write("other/points.toml", branch.read("rules/points.toml"));
    branch.git(&["checkout", "rules/points.toml"]);
    for line in [
        "study log 孙磊 24 --kind training --on 11-04",
        "dues set 孙磊 40 --from 2026-10",
        "dues pay 孙磊 2026-11 --on 11-10",
        "issue open 台账不全 --owner 孙磊 --deadline 2026-11-10 --on 11-01",
        "issue close 台账 --by 赵刚 --on 11-10",
    ] {
        let told = branch.run(line);
        assert!(!told.contains("exit"), "{line}: {told}");
    }
    assert_snapshot!(branch.run("points compare --rules other -p 2026-11"), @"
    id       name  total  other  difference  because
    ───────  ────  ─────  ─────  ──────────  ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    sun-lei  孙磊     60   65.5         5.5  参加集中培训 +3 (other/points.toml:257); 问题按期销号 +2 (other/points.toml:281); 按时交党费 +0.5 (other/points.toml:265)
    ");
}
