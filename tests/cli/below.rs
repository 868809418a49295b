//! Points below the line several times in a row make a talk a duty.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::scheme::{does, item, scheme};

const TRIGGER: &str = "[[reason]]\nid = \"regular\"\nname = \"日常\"\ndefault = true\n\n[[trigger]]\nid = \"below\"\nname = \"连续未达标\"\nfrom = 2026-01-01\nbelow = true\nwith = { posts = [\"secretary\"] }\nwithin = \"1m\"\nfirm = \"must\"\n";

/// A branch whose secretary talks with whoever is below 60 points in two months in a row.
fn branch(standard: &str) -> Sandbox {
    let branch = scheme(&format!("period = \"month\"\nbase = 60\n{standard}"), &item("hand", "b", "range = [-5, 5]"));
    branch.write("rules/talks.toml", TRIGGER);
    branch
}

#[test]
fn a_talk_is_owed_from_the_day_after_so_many_months_below_the_line_and_after_as_many_more() {
    let branch = branch("standard = { line = 60, in-a-row = 2 }");
    does(
        &branch,
        &[
            "points deduct 孙磊 hand 1 --on 08-10",
            "points deduct 孙磊 hand 1 --on 09-10",
            "points deduct 孙磊 hand 1 --on 10-10",
            "points deduct 孙磊 hand 1 --on 11-10",
            "points deduct wang-fang hand 1 --on 08-10",
            "points deduct wang-fang hand 1 --on 10-10",
        ],
    );
    let owed = |day: &str| {
        let due = branch.on(day, "due --within 60d --format csv");
        due.lines().filter(|line| line.contains("连续未达标")).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(owed("2026-09-30"), "");
    assert_snapshot!(owed("2026-10-01"), @"2026-11-01,due,must,talk: 连续未达标 (2026-10-01),zhao-gang; sun-lei,,rules/talks.toml:6,zhibu talk log zhao-gang sun-lei");
    assert_snapshot!(branch.on("2026-11-05", "talk matrix"), @"
    talks of 2026, as of 2026-11-05
      talks     0
      owed      1
      proposed  1

    id           name    group       talks  owed                            proposed
    ───────────  ──────  ──────────  ─────  ──────────────────────────────  ────────
    he-xiuying   何秀英  综合党小组      0
    li-min       李敏    综合党小组      0
    sun-lei      孙磊    刑侦党小组      0  赵刚 (连续未达标 (2026-10-01))  赵刚
    wang-fang    王芳    刑侦党小组      0
    wang-fang-2  王芳    综合党小组      0
    xu-nuo       许诺    综合党小组      0
    zhao-gang    赵刚    刑侦党小组      0                                  孙磊

    until       name  with  settles                  command
    ──────────  ────  ────  ───────────────────────  ────────────────────────────────
    2026-11-01  赵刚  孙磊  连续未达标 (2026-10-01)  zhibu talk log zhao-gang sun-lei

    what is owed is as of that day, by rules/talks.toml. Proposed are first the talks that leave no choice, then those that settle something for both; the rest with whoever has had the fewest talks this year, of the same group where there are several
    ");
    branch.on("2026-11-05", "talk log zhao-gang sun-lei --no-commit");
    // One month more is not two, and a talk after the last day settles what was before it.
    for day in ["2026-11-05", "2026-11-30"] {
        assert_eq!(owed(day), "", "{day}");
    }
    assert_snapshot!(owed("2026-12-01"), @"2027-01-01,due,must,talk: 连续未达标 (2026-12-01),zhao-gang; sun-lei,,rules/talks.toml:6,zhibu talk log zhao-gang sun-lei");
}

#[test]
fn a_talk_after_points_below_a_line_that_there_is_not_is_told() {
    let branch = branch("");
    assert_snapshot!(branch.run("rules check"), @r#"
    rules/talks.toml:7:6: no scheme has a `standard`, so nobody is below the line [rule-talks]
      |
    7 | id = "below"
      |      ^^^^^^^
    help: write a `standard` in rules/points.toml, or delete `below`
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
}
