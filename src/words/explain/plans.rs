//! Findings of the plan, of campaigns, and of what superiors asked for.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "delivered-early",
        what: ("报送日期早于提出要求的日期", "something delivered before it was asked for"),
        why: ("日期颠倒，按时率和用时就不可信", "with days the wrong way round nobody can say what was in time"),
        cure: ("核对两个日期", "look at both days"),
        example: "asker = \"分局政治处\", delivered = 2026-04-09",
    },
    Row {
        code: "done-by-hand",
        what: (
            "写了会议种类的计划事项，又手工登记了完成",
            "an item of the plan that names a kind of meeting and says by hand that it is done",
        ),
        why: (
            "登记了会议就算完成；手工写的，会和会议记录对不上",
            "the meeting itself does it; what is written by hand can contradict the record of meetings",
        ),
        cure: ("删去 done，登记那次会议", "leave `done` out, and log the meeting"),
        example: "kind = \"general\", done = 2026-03-20",
    },
    Row {
        code: "no-campaign",
        what: ("规则里没有的主题活动", "a campaign that the rules do not have"),
        why: ("按主题活动汇总时，这条记录会漏掉", "what is summed up by campaign leaves the record out"),
        cure: ("改成 rules/branch.toml 里有的，或在那里加上", "write one of rules/branch.toml, or add it there"),
        example: "campaign = \"san-chuang\"",
    },
    Row {
        code: "outside-campaign",
        what: ("不在主题活动期间的记录，写了这个主题活动", "a record for a campaign on a day that is none of its days"),
        why: ("不是日期错了，就是活动期写错了", "either the day or the days of the campaign are wrong"),
        cure: (
            "核对日期，或改 rules/branch.toml 里的 from、until",
            "look at the day, or at `from` and `until` in rules/branch.toml",
        ),
        example: "date = 2026-04-01, member = \"sun-lei\", hours = 4, kind = \"collective\", campaign = \"san-chuang-san-zeng\"",
    },
];
