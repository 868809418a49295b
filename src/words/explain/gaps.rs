//! Findings of what the records leave open, and of evidence and dues that are not what they seem.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "absent-without-reason",
        what: ("缺席没有写原因", "an absence without a reason"),
        why: ("没有原因就按无故缺席算，检查时也常被指出", "it counts as unexcused, and inspections ask for the reason"),
        cure: ("zhibu meeting attend 会议 --absent 谁:原因", "zhibu meeting attend MEETING --absent WHO:REASON"),
        example: r#"{ member = "sun-lei" },"#,
    },
    Row {
        code: "open-seats",
        what: ("应到的人，没有写到会还是缺席", "people who were due, and nobody wrote whether they came"),
        why: (
            "“请假人员没有写姓名”是检查里最常见的问题；没有登记的按未到算，出席率会偏低",
            "that those on leave are not named is what inspections find most; they count as not there",
        ),
        cure: (
            "zhibu meeting attend 会议 --present 谁，或 --absent 谁:原因",
            "zhibu meeting attend MEETING --present WHO, or --absent WHO:REASON",
        ),
        example: "date = 2025-12-20",
    },
    Row {
        code: "payer-no-member",
        what: ("当月不是在册成员的人交了费", "dues paid for a month in which the payer was no member"),
        why: ("谁交的记错了，真正交的人就成了欠交", "if the payer is wrong, whoever did pay is in arrears"),
        cure: (
            "改正是谁交的，或作废：zhibu dues remove 编号 --why 原因",
            "correct who paid, or strike it: zhibu dues remove ID --why REASON",
        ),
        example: r#"month = "2026-02", member = "he-bin""#,
    },
    Row {
        code: "record-thin",
        what: ("会议记录缺了规定要写的内容", "the record of a meeting without what its kind needs"),
        why: (
            "哪种会议要写什么，由 rules/meetings.toml 的 needs 定；缺主要内容是检查里常见的问题",
            "what a kind needs stands under `needs` in rules/meetings.toml; inspections look for it",
        ),
        cure: (
            "zhibu meeting edit 会议 补上；不要求的，从 needs 里删去",
            "add it with zhibu meeting edit; what your branch does not ask for, take out of `needs`",
        ),
        example: r#"kind = "theme-day""#,
    },
    Row {
        code: "same-evidence",
        what: ("两次会议用了同一张照片或扫描件", "two meetings that show the same picture or scan"),
        why: ("同一张照片证明不了两次活动", "one picture does not show two meetings"),
        cure: (
            "换上各自的照片；签到表等确实共用的，认可并写明理由",
            "give each its own; where they do share a sheet, accept it and say why",
        ),
        example: r#"file = "evidence/2026/twice.txt""#,
    },
];
