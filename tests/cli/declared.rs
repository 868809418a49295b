//! Points that people declare themselves: they count once a holder of the right post has confirmed them.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::scheme::{does, item, scheme, told_of};

/// A branch in which good deeds are declared, and confirmed by the leader of the group or the secretary. 王芳, of the group
/// that 孙磊 leads, declared two.
fn deeds() -> Sandbox {
    let deed = item("deed", "a", "range = [1, 5]\nconfirm = [\"group-leader\", \"secretary\"]");
    let branch = scheme("period = \"month\"\nbase = 60", &(deed + &item("hand", "b", "points = 2")));
    let line = |id: &str, day: &str, points: i64| {
        format!(
            "  {{ id = \"{id}\", date = {day}, member = \"wang-fang\", item = \"deed\", points = {points}, declared = 2026-11-20 }},\n"
        )
    };
    let lines = line("a2b3c4", "2026-11-05", 3) + &line("a2b3c5", "2026-11-20", 2);
    branch.write("points/2026-11.toml", format!("entries = [\n{lines}]\n"));
    branch
}

#[test]
fn what_is_declared_counts_once_it_is_confirmed() {
    let branch = deeds();
    let total = || branch.run("points total -p 2026-11 --format csv").lines().nth(3).unwrap().to_owned();
    assert_snapshot!(branch.run("points explain wang-fang -p 2026-11"), @"
    date        item   for                         raw  counted  cut by
    ──────────  ─────  ──────────────────────────  ───  ───────  ──────────────────────────────────────────────
    2026-11-01  base                                60       60
        ← rules/points.toml:1
    2026-11-05  deed                                 3        0  declared, not confirmed: it does not count yet
        ← points/2026-11.toml:2 ← rules/points.toml:17
    2026-11-20  deed                                 2        0  declared, not confirmed: it does not count yet
        ← points/2026-11.toml:3 ← rules/points.toml:17
                total  王芳 (刑侦党小组), 2026-11   65       60
    ");
    assert_snapshot!(total(), @"wang-fang,王芳,criminal,full,ordinary,60,,0,0,0,60,660,,");
    assert_snapshot!(branch.run("points list -p 2026-11"), @"
    date        name               item  points  confirmed        id
    ──────────  ─────────────────  ────  ──────  ───────────────  ──────
    2026-11-05  王芳 (刑侦党小组)  deed       3  to be confirmed  a2b3c4
    2026-11-20  王芳 (刑侦党小组)  deed       2  to be confirmed  a2b3c5
    ");
    assert_snapshot!(branch.run("points confirm a2b3c5 --by 孙磊"), @"
    --- stderr
    first committed, separately, what was not committed yet: points/2026-11.toml
    孙磊 confirmed: 2026-11-20 王芳 (刑侦党小组) deed +2
      points/2026-11.toml
    ");
    assert_snapshot!(total(), @"wang-fang,王芳,criminal,full,ordinary,60,,2,0,0,62,662,,");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "a2b3c4", date = 2026-11-05, member = "wang-fang", item = "deed", points = 3, declared = 2026-11-20 },
      { id = "a2b3c5", date = 2026-11-20, member = "wang-fang", item = "deed", points = 2, declared = 2026-11-20, confirmed = 2026-11-23, confirmed-by = "sun-lei" },
    ]
    "#);
    assert_snapshot!(branch.chinese().run("points list -p 2026-11"), @"
    日期        姓名                积分项  分值  确认             编号
    ──────────  ──────────────────  ──────  ────  ───────────────  ──────
    2026-11-05  王芳（刑侦党小组）  deed       3  待确认           a2b3c4
    2026-11-20  王芳（刑侦党小组）  deed       2  孙磊 2026-11-23  a2b3c5
    ");
}

#[test]
fn whoever_may_confirm_owes_it_until_the_end_of_the_scored_period() {
    let branch = deeds();
    for (day, owed) in [("2026-11-19", 0), ("2026-11-20", 2), ("2026-12-01", 2)] {
        let due = branch.on(day, "due --within 60d --format csv");
        assert_eq!(due.lines().filter(|line| line.contains("zhibu points confirm")).count(), owed, "{day}: {due}");
    }
    assert_snapshot!(branch.on("2026-11-30", "due --within 5d --format csv").lines().filter(|line| line.contains("confirm")).collect::<Vec<_>>().join("\n"), @r#"
    2026-11-30,due,must,"confirm `deed` of 2026-11-05, declared by 王芳 (刑侦党小组)",sun-lei; zhao-gang,,rules/points.toml:17,zhibu points confirm a2b3c4 --by sun-lei
    2026-11-30,due,must,"confirm `deed` of 2026-11-20, declared by 王芳 (刑侦党小组)",sun-lei; zhao-gang,,rules/points.toml:17,zhibu points confirm a2b3c5 --by sun-lei
    "#);
    does(&branch, &["points confirm a2b3c4 a2b3c5 --by zhao-gang"]);
    assert!(!branch.on("2026-11-30", "due --within 60d").contains("points confirm"));
}

#[test]
fn nobody_confirms_who_may_not_and_nothing_that_is_not_declared() {
    let branch = deeds();
    assert_snapshot!(branch.refused("points confirm a2b3c4 --by wang-fang"), @"
    --- stderr
    error: 王芳 (刑侦党小组) cannot confirm points of their own
    help: let another holder of the post confirm it (--by)
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points confirm a2b3c4 --by wang-fang-2"), @"
    --- stderr
    error: 王芳 (综合党小组) could not confirm it on 2026-11-23: that takes 党小组组长, 书记, of the same group where it is a post of groups
    help: let another holder of the post confirm it (--by)
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points confirm a2b3c4 --by zhao-gang --on 11-19"), @"
    --- stderr
    error: 2026-11-19 is before the day on which it was declared, 2026-11-20
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points confirm zzzzz9 --by zhao-gang"), @"
    --- stderr
    error: no award or deduction `zzzzz9` in 2026
    help: zhibu points list shows the ids; add --period for other years
    --- exit Some(2)
    ");
    does(&branch, &["points confirm a2b3c4 --by zhao-gang", "points remove a2b3c5 --why 重复 --yes"]);
    assert_snapshot!(branch.refused("points confirm a2b3c4 --by zhao-gang"), @"
    --- stderr
    error: 2026-11-05 王芳 (刑侦党小组) deed +3 was confirmed on 2026-11-23
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points confirm a2b3c5 --by zhao-gang"), @"
    --- stderr
    error: 2026-11-20 王芳 (刑侦党小组) deed +2 is struck already: 重复
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points declare wang-fang hand"), @"
    --- stderr
    error: `hand` cannot be declared
    help: award it with `zhibu points award`, or name the posts that confirm it in rules/points.toml (`confirm`)
    --- exit Some(1)
    ");
    let awarded =
        "entries = [\n  { id = \"a2b3c6\", date = 2026-11-01, member = \"xu-nuo\", item = \"deed\", points = 1 },\n]\n";
    branch.write("points/2026-11.toml", awarded);
    assert_snapshot!(branch.chinese().refused("points confirm a2b3c6 --by zhao-gang"), @"
    --- stderr
    错误：2026-11-01 许诺 deed +1 不是申报的，不用确认
    --- exit Some(1)
    ");
}

#[test]
fn declaring_writes_the_day_and_says_that_it_waits() {
    let branch = deeds();
    std::fs::remove_file(branch.root().join("points/2026-11.toml")).unwrap();
    assert_snapshot!(branch.run("points declare 许诺 deed 2 --on 11-03 --note 帮困 --no-commit"), @"
    --- stderr
    declared, to be confirmed: 许诺: deed +2, 2026-11-03 (帮困)
      points/2026-11.toml
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-03, member = "xu-nuo", item = "deed", points = 2, note = "帮困", declared = 2026-11-23 },
    ]
    "#);
    assert_snapshot!(branch.run("check --code not-scored"), @"
    --- stderr
    nothing is wrong
    ");
}

#[test]
fn what_was_confirmed_by_somebody_who_may_not_or_too_early_is_found() {
    let branch = deeds();
    let text = branch.read("points/2026-11.toml");
    let wrong = text.replace(
        "points = 3, declared = 2026-11-20",
        "points = 3, declared = 2026-11-04, confirmed = 2026-11-03, confirmed-by = \"xu-nuo\"",
    );
    branch.write("points/2026-11.toml", wrong);
    assert_snapshot!(branch.run("check points"), @r#"
    points/2026-11.toml:2:99: 2026-11-04 is before the day of the deed, 2026-11-05 [too-early]
      |
    2 |   { id = "a2b3c4", date = 2026-11-05, member = "wang-fang", item = "deed", points = 3, declared = 2026-11-04, confirmed = 2026-11-03, confirmed-by = "xu-nuo" },
      |                                                                                                   ^^^^^^^^^^
    points/2026-11.toml:2:123: 2026-11-03 is before the day on which it was declared, 2026-11-04 [too-early]
      |
    2 |   { id = "a2b3c4", date = 2026-11-05, member = "wang-fang", item = "deed", points = 3, declared = 2026-11-04, confirmed = 2026-11-03, confirmed-by = "xu-nuo" },
      |                                                                                                                           ^^^^^^^^^^
    points/2026-11.toml:2:150: 许诺 could not confirm it on 2026-11-03: that takes 党小组组长, 书记, of the same group where it is a post of groups [confirmer]
      |
    2 |   { id = "a2b3c4", date = 2026-11-05, member = "wang-fang", item = "deed", points = 3, declared = 2026-11-04, confirmed = 2026-11-03, confirmed-by = "xu-nuo" },
      |                                                                                                                                                      ^^^^^^^^
    help: let another holder of the post confirm it (--by)
    --- stderr
    3 findings
    --- exit Some(1)
    "#);
}

#[test]
fn only_what_is_awarded_by_hand_can_be_declared() {
    let right = "points = 2\nattendance";
    assert_snapshot!(told_of("rules/points.toml", right, "points = 2\nconfirm = [\"secretary\"]\nattendance"), @"
    rules/points.toml:54:12: `attended` is not awarded by hand, so nobody can declare or confirm it [rule-earned]
    help: delete `confirm`
    ");
    assert_snapshot!(told_of("rules/points.toml", "range = [1, 10]", "range = [1, 10]\nconfirm = [\"secretry\"]"), @"
    rules/points.toml:156:12: no post `secretry` in rules/branch.toml [rule-unknown-id]
    help: did you mean `secretary`?
    ");
}
