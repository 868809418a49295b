//! Findings of the rules of people, meetings, study, dues and assessment.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "edition-unknown",
        what: ("版本里写了没有的表或列", "an edition names a table or a column that there is none of"),
        why: (
            "写错了，该给的列就不在里面，该去掉的列也去不掉",
            "a column meant to be left out would go out, and one meant to be in would not be",
        ),
        cure: ("照提示改 rules/editions.toml", "mend rules/editions.toml as told"),
        example: r#"  { table = "points", columns = ["name", "group", "totals", "band"] },   # edition-unknown"#,
    },
    Row {
        code: "rule-appraisal",
        what: ("评议的等次、身份或折算说不通", "an appraisal whose grades, standings or factors make no sense"),
        why: (
            "定等次的人不参加评议，或份额大于一，算出来没有意义",
            "a grade for those who take no part, or a share above one, means nothing",
        ),
        cure: (
            "照提示改 rules/appraisal.toml 或 rules/points.toml",
            "mend rules/appraisal.toml or rules/points.toml as told",
        ),
        example: r#"graded = ["full", "applicant"]"#,
    },
    Row {
        code: "rule-dates",
        what: ("起止日期颠倒，或两条规则同一天都有效", "dates the wrong way round, or two rules that hold on one day"),
        why: ("同一天两条规则，不知道按哪条算", "with two rules for a day nobody knows which one counts"),
        cure: (
            "给旧的一条写上 until，新的从第二天起",
            "give the old one `until`, and let the new one begin on the day after",
        ),
        example: "from = 2026-05-01\nuntil = 2026-04-30",
    },
    Row {
        code: "rule-dues",
        what: ("交纳日、比例分档或欠交步骤说不通", "a due day, bands of pay or steps of arrears that make no sense"),
        why: (
            "没有的日子、接不上的分档，算不出应交多少、欠了几个月",
            "with a day that no month has, or bands that do not meet, nothing can be reckoned",
        ),
        cure: ("照提示改 rules/dues.toml", "mend rules/dues.toml as told"),
        example: "due-day = 32",
    },
    Row {
        code: "rule-measure",
        what: ("目标或权重不是正数的考核指标", "a measure whose target or weight is none"),
        why: ("除以零，或乘以零，什么也考核不出来", "nothing comes of it, whatever was done"),
        cure: ("写大于零的数", "write more than nothing"),
        example: "target = 0",
    },
    Row {
        code: "rule-owed",
        what: ("没有写谁应学的学时", "hours of study that nobody owes"),
        why: ("这条规则对谁都不起作用", "the rule holds for nobody"),
        cure: ("用 standings 写身份，或用 posts 写职务", "name `standings` or `posts`"),
        example: "[[owed]]\nfrom = 2026-01-01\nhours = 32",
    },
    Row {
        code: "rule-reserved",
        what: ("用了程序自带的编号", "an id that is the program's own"),
        why: ("left 表示已经离开，不能再有别的意思", "`left` means that somebody has left and can mean nothing else"),
        cure: ("换一个编号", "give it another id"),
        example: r#"id = "left""#,
    },
    Row {
        code: "rule-scope",
        what: ("由小组召开、应到的却都不是小组里的人", "a meeting of a group to which nobody of a group comes"),
        why: ("这样的会没有人应到", "nobody is ever due at it"),
        cure: (
            "用 standings 写应到的人，或改成 scope = \"branch\"",
            "say who is due by `standings`, or write scope = \"branch\"",
        ),
        example: r#"posts = ["publicity"]"#,
    },
    Row {
        code: "rule-twice",
        what: ("同一个编号写了两次，或两条都写了 default", "an id that is declared twice, or two defaults"),
        why: ("记录里的编号只能有一个意思", "an id in a record can mean one thing only"),
        cure: ("换一个编号，或删去一处", "give it another id, or delete one of the two"),
        example: r#"id = "legal""#,
    },
    Row {
        code: "rule-unknown-id",
        what: ("规则里提到的编号没有写明是什么", "an id in the rules that is not declared"),
        why: ("拼错的职务或种类，会让这条规则不起作用", "a misspelt post or kind takes the rule its force"),
        cure: ("改成提示的编号，或先写上它", "write the id that is suggested, or declare it first"),
        example: r#"chair = ["secretry"]"#,
    },
    Row {
        code: "rule-vote",
        what: ("说不通的表决规定", "a rule of votes that makes no sense"),
        why: (
            "没有写哪种会议，或只写了基数、没有写要多少票，判断不了有没有通过",
            "of no kind of meeting, or with a base and no majority, it decides nothing",
        ),
        cure: ("照提示改 rules/meetings.toml", "mend rules/meetings.toml as told"),
        example: "[[vote]]                    # rule-vote",
    },
];
