//! Findings of what was owed and not done.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "bad-length",
        what: ("写不成时间长短的文字", "a text that is no length of time"),
        why: ("不知道多久，就算不出哪天到期", "without it no day can be reckoned on which something is due"),
        cure: ("写成 30d、2w、3m、1y 这样，工作日写 5wd", "write it as 30d, 2w, 3m or 1y; working days as 5wd"),
        example: r#"grace = "ten days"          # bad-length"#,
    },
    Row {
        code: "duty-missed",
        what: (
            "过了期，规定的会议活动没有开够次数的（轻重按规则里的 firm）",
            "a period that is over, its grace included, in which a duty was not done often enough (as firm as the rule says)",
        ),
        why: (
            "等检查的人来查才知道缺了，就晚了；“一般”的没办，由自己判断，不等于违规",
            "an inspector would find it; where it is done as a rule, a miss is for the branch to judge",
        ),
        cure: (
            "开过没登记的补登：zhibu meeting log 种类 --on 日期；确实没开的写明原因：zhibu accept duty-missed …",
            "log it where it was held: zhibu meeting log KIND --on DATE; where it was not, say why: zhibu accept duty-missed …",
        ),
        example: "id = \"film\"\nname = \"看一次电影\"",
    },
    Row {
        code: "hours-short",
        what: (
            "过完的一年里没有学满学时的人（轻重按规则里的 firm）",
            "a year that is over in which somebody did not reach the hours owed (as firm as the rule says)",
        ),
        why: (
            "学时是年度教育培训的要求，年底补不回来",
            "hours are owed by the year and cannot be made up for after it",
        ),
        cure: (
            "学过没登记的补登：zhibu study log 谁 学时 --on 日期；确实没学满的写明原因：zhibu accept hours-short …",
            "log what was studied: zhibu study log WHO HOURS --on DATE; else say why: zhibu accept hours-short …",
        ),
        example: "[[owed]]                    # hours-short",
    },
    Row {
        code: "period-unfit",
        what: (
            "会议写明了算哪一期，却没有哪项任务有这一期",
            "a meeting held for a period that no duty of its kind has",
        ),
        why: ("这次会议就算不到任何一期里", "the meeting does not count for what it was held for"),
        cure: (
            "写成已经开始、结束不满一年的一期：zhibu meeting edit 会议 --for 2025",
            "name a period that has begun and ended less than a year before: zhibu meeting edit MEETING --for 2025",
        ),
        example: "for = \"2020\"                # period-unfit",
    },
    Row {
        code: "plan-not-held",
        what: (
            "计划的会议或其中一场过了日期，没有登记，也没有取消",
            "a planned meeting, or a further sitting of one, whose day is over and that was neither logged nor given up",
        ),
        why: ("开没开过说不清，计划就成了摆设", "nobody can tell whether it was held"),
        cure: (
            "开过的用 zhibu meeting log 补登；改期的用 zhibu meeting plan … --move-to 日期；不开了的用 zhibu meeting cancel",
            "log it with zhibu meeting log, move it with zhibu meeting plan … --move-to DATE, or give it up with zhibu meeting cancel",
        ),
        example: r#"date = 2026-04-20, kind = "committee" }"#,
    },
    Row {
        code: "rule-duty",
        what: ("说不通的任务、任期或连续月数", "a duty, a term or months in a row that make no sense"),
        why: ("没有写什么算办了，就永远办不成", "where nothing keeps a duty, nobody can keep it"),
        cure: ("照提示改 rules/duties.toml", "mend rules/duties.toml as told"),
        example: r#"[[duty]]                    # rule-duty: nothing keeps it"#,
    },
    Row {
        code: "term-over",
        what: (
            "任满没有换届；推迟得超过规定的，按规则里的 firm",
            "a term of office that is over; as firm as the rule says once it was put off too long",
        ),
        why: ("到期不换届，要经上级批准，而且推迟有限度", "to put an election off needs approval, and has its limit"),
        cure: (
            "换届以后登记选举，职务随之更新：zhibu meeting elect 会议 谁:职务:票数 --places 名额",
            "record the election; the posts follow from it: zhibu meeting elect MEETING WHO:POST:VOTES --places NUMBER",
        ),
        example: r#"[[term]]                    # term-over"#,
    },
];
