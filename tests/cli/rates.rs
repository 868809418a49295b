//! Points for a rate of attendance: earned on the last day, explained, and what `rules check` says of it.

use insta::assert_snapshot;

use super::scheme::{does, item, scheme, told_of};

#[test]
fn a_rate_of_attendance_is_a_line_that_says_how_often_somebody_came() {
    let regular = item("regular", "a", "points = 3\nrate = { kinds = [\"general\"], least = 60, over = \"quarter\" }");
    let every = item(
        "every",
        "b",
        "points = 1\nrate = { kinds = [\"general\"], least = 100, over = \"quarter\", each = \"month\", whole = true }",
    );
    let branch = scheme("period = \"month\"\nbase = 60", &(regular + &every));
    does(
        &branch,
        &[
            "meeting log general --on 07-10 --absent 孙磊:leave",
            "meeting log general --on 08-10",
            "meeting log general --on 09-10 --absent 李敏:duty",
            "meeting log general --on 09-20",
        ],
    );
    assert_snapshot!(branch.run("points explain 孙磊 -p 2026-07..2026-09"), @"
    date        item     for                       raw  counted
    ──────────  ───────  ────────────────────────  ───  ───────
    2026-07-01  base                                60       60
        ← rules/points.toml:1
    2026-08-01  base                                60       60
        ← rules/points.toml:1
    2026-09-01  base                                60       60
        ← rules/points.toml:1
    2026-09-30  regular  came to 3 of 4 in 2026Q3    3        3
        ← rules/points.toml:17
                total    孙磊, 2026Q3              183      183
    ");
    assert_snapshot!(branch.run("points total -p 2026-09 --format csv"), @"
    member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks
    li-min,李敏,office,full,committee,60,,3,0,0,63,543,,
    sun-lei,孙磊,criminal,full,ordinary,60,,3,0,0,63,543,,
    wang-fang,王芳,criminal,full,ordinary,60,,4,0,0,64,544,,
    wang-fang-2,王芳,office,full,ordinary,60,,4,0,0,64,544,,
    xu-nuo,许诺,office,probationary,ordinary,60,,4,0,0,64,484,,
    zhao-gang,赵刚,criminal,full,committee,60,,4,0,0,64,544,,
    ");
    assert_snapshot!(branch.chinese().run("rules show"), @"
    积分项编号  积分项   类别  分值  如何得分                                                 起
    ──────────  ───────  ────  ────  ───────────────────────────────────────────────────────  ──────────
    regular     regular  甲类  +3    出席率达到 60%，按一个季度算：党员大会                   2026-01-01
        ← rules/points.toml:17
    every       every    乙类  +1    出席率达到 100%，一个季度内每月，全程计分的人：党员大会  2026-01-01
        ← rules/points.toml:25

    计分周期：一个月，基础分 60
    ");
}

#[test]
fn a_rate_that_nobody_or_everybody_has_is_told() {
    let right = "attendance = { kinds = [\"general\", \"group\", \"lesson\", \"theme-day\", \"organization-life\", \"appraisal\"], states = [\"present\"] }";
    let rates = [
        "{}",
        "{ least = 101 }",
        "{ least = 80, below = 80 }",
        "{ least = 80, each = \"month\" }",
        "{ least = 80, over = \"month\", each = \"quarter\" }",
        "{ least = 80, states = [\"open\"] }",
        "{ least = 80, kinds = [\"genral\"] }",
    ];
    let told = rates.map(|rate| told_of("rules/points.toml", right, &format!("rate = {rate}")));
    assert_snapshot!(told.join("\n"), @"
    rules/points.toml:54:8: `attended` has neither `least` nor `below`, so every rate earns it [rule-earned]
    help: write `least = 80`
    rules/points.toml:54:18: 101% is no share [rule-earned]
    help: write 1 to 100
    rules/points.toml:54:30: `attended` is for a rate of at least 80% and below 80%, which nobody can have [rule-earned]
    help: write a `below` above 80
    rules/points.toml:54:29: `each` (a month) is no shorter than the whole (a month) [rule-earned]
    help: write a shorter `each`, or a longer `over`
    rules/points.toml:54:45: `each` (a quarter) is no shorter than the whole (a month) [rule-earned]
    help: write a shorter `each`, or a longer `over`
    rules/points.toml:54:8: `attended` counts `open`, which can earn nothing and cost nothing [rule-earned]
    help: take `open` out of the states
    rules/points.toml:54:31: no kind of meeting `genral` in rules/meetings.toml [rule-unknown-id]
    help: did you mean `general`?
    ");
}
