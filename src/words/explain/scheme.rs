//! Findings of the points scheme.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "rule-bands",
        what: ("上下接不上的等次", "bands that do not meet"),
        why: (
            "落在空档里的分数不属于任何等次（有半分）",
            "a figure between two bands belongs to none; there are half points",
        ),
        cure: ("照提示改 least 和 most", "mend `least` and `most` as told"),
        example: r#"{ id = "pass", name = "合格", most = 89 }"#,
    },
    Row {
        code: "rule-carry",
        what: ("不是份额的结转比例", "a share to carry over that is none"),
        why: (
            "百分之零等于不结转，大于一百会越滚越多",
            "nothing of a hundred carries nothing, and more than all grows without end",
        ),
        cure: ("写 1 到 100", "write 1 to 100"),
        example: "carry = { percent = 0 }",
    },
    Row {
        code: "rule-ceiling",
        what: ("装不下的上限或下限", "a ceiling or floor that leaves no room"),
        why: (
            "上限低于一次的分值，这一项永远给不满",
            "under a ceiling below a single award the item can never be given in full",
        ),
        cure: ("提高上限，或降低分值", "raise the ceiling or lower the points"),
        example: "points = 5\nceiling = { month = 2 }",
    },
    Row {
        code: "rule-earned",
        what: ("有几种得分依据，或永远得不到的积分项", "an item earned in several ways, or never"),
        why: ("一件事按两种办法算，会重复计分", "one deed would be counted in two ways"),
        cure: ("分成两条，每条一种依据", "make two items of it, each with one way"),
        example: "attendance = { kinds = [\"lecture\"], states = [\"late\"] }\nrole = { kinds = [\"lecture\"], roles = [\"chair\"] }",
    },
    Row {
        code: "rule-gap",
        what: ("同一项前后两条之间的空档", "days without a rule between two of one id"),
        why: ("空档里的记录没有办法计分", "records of those days earn nothing"),
        cure: (
            "把前一条的 until 写到空档的最后一天，或让后一条提前",
            "let the earlier one end later, or the later one begin earlier",
        ),
        example: "from = 2026-04-01",
    },
    Row {
        code: "rule-points",
        what: (
            "分值没写、写了两样或范围不对的积分项",
            "an item whose points are missing, said twice, or a range that is none",
        ),
        why: ("登记的人不知道给多少分", "nobody knows how much to award"),
        cure: ("写 points = 2，或 range = [1, 5]", "write points = 2, or range = [1, 5]"),
        example: r#"id = "worthless""#,
    },
    Row {
        code: "rule-standard",
        what: (
            "够不着的达标线，或不对的异议期",
            "a line of the standard that nobody can reach, or a wrong time for objections",
        ),
        why: (
            "连续零个周期、高于总分的线，都没有意义",
            "no periods in a row, or a line above the ceiling, mean nothing",
        ),
        cure: ("照提示改", "mend it as told"),
        example: "standard = { line = 60, in-a-row = 0 }",
    },
];
