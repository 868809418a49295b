//! Findings of talks.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "no-talk-reason",
        what: ("规则里没有的谈话事由", "a reason for a talk that the rules do not have"),
        why: ("事由对不上，必谈的就算没有谈", "a talk that something made a duty is known by its reason"),
        cure: ("改成 rules/talks.toml 里有的，或在那里加上", "write one of rules/talks.toml, or add it there"),
        example: r#"reason = "regulr" },          # no-talk-reason"#,
    },
    Row {
        code: "rule-talks",
        what: (
            "说不通的谈话规则：没有写是谁、几次、什么情况",
            "a rule of talks that does not say who, how often, or what makes it a duty",
        ),
        why: ("写不清楚，就没有人知道该和谁谈", "nobody can know who is to talk with whom"),
        cure: ("照提示改 rules/talks.toml", "mend rules/talks.toml as told"),
        example: r#"[[trigger]]                 # rule-talks"#,
    },
    Row {
        code: "talk-alone",
        what: ("谈话双方是同一个人", "a talk of somebody with nobody else"),
        why: (
            "多半是写错了人，真正谈过的那一位就算没有谈",
            "one of the two is named wrongly, and has had no talk then",
        ),
        cure: ("with 写对方", "name the other in `with`"),
        example: r#"who = "zhao-gang", with = "zhao-gang""#,
    },
    Row {
        code: "talk-missed",
        what: (
            "过了期，该谈而没有谈的（轻重按规则里的 firm）",
            "a talk that was owed in a period that is over, and was not held (as firm as the rule says)",
        ),
        why: (
            "规则要他们谈心的人没有谈；“一般”的没办，由自己判断，不等于违规",
            "those whom the rules want to talk did not; where it is done as a rule, a miss is for the branch to judge",
        ),
        cure: (
            "谈过没登记的补登：zhibu talk log 谈话人 对方 --on 日期；确实没谈的写明原因：zhibu accept talk-missed …",
            "log it where it was held: zhibu talk log WHO WITH --on DATE; where it was not, say why: zhibu accept talk-missed …",
        ),
        example: r#"id = "april"                # talk-missed"#,
    },
    Row {
        code: "talk-twice",
        what: ("同一天、同样两个人、同一事由的谈话有两条", "two records of a day, of the same two people and reason"),
        why: ("多半是双方各登记了一次，次数就多算了", "each of the two may have recorded it, and it counts twice"),
        cure: ("作废一条：zhibu talk remove 编号 --why 重复登记", "strike one: zhibu talk remove ID --why twice"),
        example: r#"# talk-twice"#,
    },
];
