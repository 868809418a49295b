//! Findings of meetings, and of evidence.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "already-left",
        what: ("开会那天已经离开的人", "people at a meeting after they had left"),
        why: ("多半是认错了人，或日期写错了", "likely the person or a day is wrong"),
        cure: (
            "改成当天在册的人；人还没走的，改他的文件",
            "name whom was meant, or correct the day in the person's file",
        ),
        example: r#""ma-jun","#,
    },
    Row {
        code: "evidence-changed",
        what: ("登记以后变了的佐证材料", "evidence that is not as it was when it was recorded"),
        why: ("换过的照片不能再作凭据", "a picture that was replaced proves nothing"),
        cure: (
            "从 git 里取回原来的文件；确实要换的，作为新的佐证重新登记",
            "take the old file back from git, or record the new one as evidence of its own",
        ),
        example: r#"{ file = "evidence/2026/changed.txt""#,
    },
    Row {
        code: "evidence-missing",
        what: ("不见了的佐证材料", "evidence that is not there"),
        why: ("记录说有照片，检查时拿不出来", "the record promises a picture that nobody can show"),
        cure: ("把文件放回去，或从记录里删去这一行", "put the file back, or take the line out of the record"),
        example: r#"{ file = "evidence/2026/gone.jpg""#,
    },
    Row {
        code: "evidence-outside",
        what: ("放在 evidence 文件夹以外的佐证材料", "evidence that is not below evidence/"),
        why: ("目录复制到别处，外面的文件就跟不去了", "a file elsewhere stays behind when the directory is copied"),
        cure: ("用 zhibu meeting edit --evidence 文件 复制进来", "copy it in with zhibu meeting edit --evidence FILE"),
        example: r#"{ file = "../secret.jpg""#,
    },
    Row {
        code: "future",
        what: ("日期还没到的记录", "records of a day that has not come"),
        why: (
            "还没发生的事不能登记，多半是年份写错了",
            "what has not happened cannot be recorded; likely the year is wrong",
        ),
        cure: ("改正日期", "correct the day"),
        example: "date = 2199-01-01",
    },
    Row {
        code: "listed-twice",
        what: ("一个人在一次会议里列了两次", "a person in two lists of a meeting"),
        why: ("到会又缺席，出席率就算不准", "present and absent at once, the person spoils the rate"),
        cure: ("只留一处，或用 zhibu meeting attend 改", "keep one of them, or set it right with zhibu meeting attend"),
        example: r#""zhao-gang","#,
    },
    Row {
        code: "made-up-early",
        what: ("补课早于会议", "an absence made up for before the meeting"),
        why: ("会还没开，补不了课", "what was not held yet cannot be made up for"),
        cure: ("改正补课的日期", "correct the day of the make-up"),
        example: r#"{ member = "sun-lei", reason = "duty", made-up = 2026-04-11 },"#,
    },
    Row {
        code: "meeting-twice",
        what: (
            "同一次会登记了两次：同一天、同一种、同一个小组，时间重叠",
            "one meeting that stands twice: one day, kind and group, at one time",
        ),
        why: (
            "两个人各登记一次，出席和积分就都算两遍",
            "where two people log the same one, attendance and points count twice",
        ),
        cure: (
            "是同一次会，作废一个：zhibu meeting remove 编号 --why 重复登记；是两次，写上各自的时间",
            "if it is the same one, strike one of them with zhibu meeting remove; if there were two, write the time of each",
        ),
        example: r#"time = "15:30-17:00""#,
    },
    Row {
        code: "no-decision",
        what: ("规则里没有的决议种类", "a kind of decision that the rules do not have"),
        why: ("要多少人到会、多少票通过，都按种类定", "quorum and majority follow the kind"),
        cure: ("改成 rules/meetings.toml 里有的，或在那里加上", "write one of rules/meetings.toml, or add it there"),
        example: r#"kind = "ordinry""#,
    },
    Row {
        code: "no-kind",
        what: ("规则里没有的会议活动种类", "a kind of meeting that the rules do not have"),
        why: ("谁应到、计不计分，都按种类定", "who is due and what is earned follows the kind"),
        cure: ("改成 rules/meetings.toml 里有的，或在那里加上", "write one of rules/meetings.toml, or add it there"),
        example: r#"kind = "themeday""#,
    },
    Row {
        code: "no-reason",
        what: ("规则里没有的缺席原因", "a reason for being absent that the rules do not have"),
        why: (
            "算不算请假按原因定，不认识的就当无故缺席",
            "whether an absence is excused follows the reason; an unknown one does not",
        ),
        cure: ("改成 rules/meetings.toml 里有的，或在那里加上", "write one of rules/meetings.toml, or add it there"),
        example: r#"reason = "dutty""#,
    },
    Row {
        code: "not-due",
        what: ("不是应到人员，却列在到会、迟到或缺席里", "people present, late or absent without being due"),
        why: ("不应到的人会让出席率和表决人数不准", "they spoil the rate and the count of voters"),
        cure: ("列席的人写在 observers 里", "list those who sat in under observers"),
        example: r#""he-bin","#,
    },
    Row {
        code: "not-yet-joined",
        what: ("开会那天还没来的人", "people at a meeting before they had joined"),
        why: ("多半是认错了人，或来的日期写错了", "likely the person or a day is wrong"),
        cure: ("改成当天在册的人，或改他文件里的日期", "name whom was meant, or correct the day in the person's file"),
        example: r#""chen-hao","#,
    },
    Row {
        code: "sitting-twice",
        what: ("一次会的两场时间重叠", "two sittings of a meeting at one time"),
        why: ("多半是同一场登记了两次", "likely one sitting was entered twice"),
        cure: (
            "写上各自的时间，或用 zhibu meeting sitting 会议 编号 --remove 去掉一场",
            "write the hours of each, or take one out with zhibu meeting sitting MEETING NUMBER --remove",
        ),
        example: "date = 2026-04-27           # sitting-twice\ntime = \"09:30-10:30\"",
    },
    Row {
        code: "two-places",
        what: ("一个人同一时间在两个会上", "a person at two meetings at one time"),
        why: ("两份记录至少有一份不实", "one of the two records is not true"),
        cure: ("核对时间和到会的人", "compare the hours and who was there"),
        example: "time = \"09:30-11:00\"\n\"zhao-gang\",",
    },
    Row {
        code: "votes",
        what: ("小于零的票数", "votes below nothing"),
        why: ("票数不会是负的", "there cannot be fewer than no votes"),
        cure: ("改正票数", "correct the numbers"),
        example: "votes = { for = 7, against = -1, abstain = 0 }",
    },
    Row {
        code: "wrong-scope",
        what: (
            "该写小组的会议没有写小组，或不该写的写了",
            "a group where the kind has none, and none where it needs one",
        ),
        why: ("小组会不写小组，就会把所有人都算作应到", "who is due depends on which group met"),
        cure: ("用 zhibu meeting edit --group 改正", "correct it with zhibu meeting edit --group"),
        example: r#"kind = "group""#,
    },
];
