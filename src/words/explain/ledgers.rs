//! Findings of ledgers: points, appraisals, study, dues, figures of work, and problems.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "appraised-twice",
        what: ("同一个人同一年度评议了两次", "two appraisals of one member for one year"),
        why: ("一年只有一个结论，两个就不知道算哪个", "a year has one conclusion; of two, nobody knows which counts"),
        cure: ("登记错的那一条用 zhibu appraisal remove 作废", "strike the wrong one with zhibu appraisal remove"),
        example: r#"{ id = "bbbbb3", year = 2025, date = 2026-01-10, member = "wang-fang" },"#,
    },
    Row {
        code: "closed-by-owner",
        what: ("责任人自己给自己的问题销号", "a problem that its owner closed"),
        why: ("改没改好，要由别人来看", "whether it is mended has to be seen by somebody else"),
        cure: (
            "由负责人或其他委员核实以后销号：zhibu issue close 编号 --by 谁",
            "let somebody else look and close it: zhibu issue close ID --by WHO",
        ),
        example: "owner = \"sun-lei\"\nclosed-by = \"sun-lei\"",
    },
    Row {
        code: "closed-early",
        what: (
            "问题在发现以前就有了进展或销了号，决议在作出以前就落实了",
            "a problem closed or worked on before it was found, or a task done before it was decided",
        ),
        why: (
            "日期写反了，整改用了多少天就算不对",
            "with the days the wrong way round, how long it took cannot be told",
        ),
        cure: ("核对两个日期，改正写错的", "compare the two days and correct the wrong one"),
        example: "found = 2026-04-02\nclosed = 2026-04-01",
    },
    Row {
        code: "confirmer",
        what: ("申报的积分由无权确认的人确认", "declared points that were confirmed by somebody who may not"),
        why: ("自己确认自己申报的，等于没有人核实", "who confirms points of their own has had nobody look at them"),
        cure: (
            "由规则里写的职务（confirm）的其他人确认，改正 confirmed-by",
            "let another holder of a post that the item names in `confirm` look at it, and correct confirmed-by",
        ),
        example: "confirmed = 2026-04-04, confirmed-by = \"sun-lei\"",
    },
    Row {
        code: "deadline-early",
        what: (
            "期限早于发现问题、提出要求、作出决议的日期",
            "a deadline before the day of the problem, the request or the decision",
        ),
        why: ("这样的问题一登记就逾期", "such a problem is overdue from its first day"),
        cure: ("核对两个日期，改正写错的", "compare the two days and correct the wrong one"),
        example: "found = 2026-04-03\ndeadline = 2026-04-02",
    },
    Row {
        code: "grade-missing",
        what: ("全年积分要折算民主评议，还有人没有等次", "points of a year that wait for a grade of the appraisal"),
        why: (
            "没有等次，全年积分就没有定，不能公示",
            "without the grade the year's points are open, and the list cannot be posted",
        ),
        cure: (
            "登记等次：zhibu appraisal record 谁 等次 --for 年份",
            "record the grade: zhibu appraisal record WHO GRADE --for YEAR",
        ),
        example: "appraisals/2025.toml",
    },
    Row {
        code: "grade-share",
        what: ("某一等次的人数超过规定的比例", "more members with a grade than may have it"),
        why: (
            "比例由规则定，超了的评议要重新研究",
            "the rules limit the share; an appraisal beyond it has to be decided again",
        ),
        cure: (
            "减少人数，或核对 rules/appraisal.toml 里的比例和基数",
            "change the grades, or the share and its base in rules/appraisal.toml",
        ),
        example: r#"member = "zhao-gang", grade = "excellent" }"#,
    },
    Row {
        code: "item-not-by-hand",
        what: ("手工登记了自动计分的积分项", "an award by hand of an item that is reckoned"),
        why: (
            "会议记录已经给了这一分，再登记就重复了",
            "the records have earned it already; an award would count it twice",
        ),
        cure: ("作废这一条：zhibu points remove 编号 --why 原因", "strike it: zhibu points remove ID --why REASON"),
        example: r#"member = "sun-lei", item = "attended" }"#,
    },
    Row {
        code: "no-amount",
        what: ("没有核定金额的月份交了费", "a payment for a month without an approved amount"),
        why: ("不知道应交多少，就说不清交足没有", "without the amount nobody can say whether it is paid in full"),
        cure: ("先核定：zhibu dues set 谁 金额 --from 月份", "approve it: zhibu dues set WHO AMOUNT --from MONTH"),
        example: r#"month = "2026-01", member = "sun-lei", amount = "45.50""#,
    },
    Row {
        code: "no-closer",
        what: ("销了号，没有写是谁销的", "a problem that is closed, and nobody says by whom"),
        why: ("没有人核实的销号不算数", "a closing that nobody vouches for is none"),
        cure: ("补上 closed-by，不能是责任人", "add closed-by, who is not the owner"),
        example: "closed = 2026-04-20",
    },
    Row {
        code: "no-edition",
        what: ("规则里没有的导出版本", "an edition that the rules do not have"),
        why: ("说不清当时给出去的是哪些列", "without it nobody can say which columns were given away"),
        cure: ("改成 rules/editions.toml 里有的，或在那里加上", "write one of rules/editions.toml, or add it there"),
        example: r#"edition = "maskd""#,
    },
    Row {
        code: "no-entry",
        what: ("提到的那条记录不存在", "the id of a ledger line that does not exist"),
        why: (
            "更正答复哪条异议、异议针对哪条记录，就查不到了",
            "nobody can see which objection a correction answers, or which line an objection is about",
        ),
        cure: ("改正编号：zhibu points objections", "correct the id: zhibu points objections"),
        example: r#"answers = "zzzzz9""#,
    },
    Row {
        code: "no-exemplar",
        what: ("规则里没有的荣誉", "an honour that the rules do not have"),
        why: ("没有条件的荣誉，评得对不对说不清", "an honour without conditions cannot be checked"),
        cure: ("改成 rules/appraisal.toml 里有的，或在那里加上", "write one of rules/appraisal.toml, or add it there"),
        example: r#"kind = "pioneer""#,
    },
    Row {
        code: "no-grade",
        what: ("规则里没有的评议等次", "a grade that the rules do not have"),
        why: ("不认识的等次不参加比例计算，也不折算积分", "such a grade counts for no share and for no points"),
        cure: ("改成 rules/appraisal.toml 里有的", "write one of rules/appraisal.toml"),
        example: r#"grade = "excelent""#,
    },
    Row {
        code: "no-item",
        what: ("当天的积分办法里没有的积分项", "an item that the scheme does not have on that day"),
        why: ("没有规则的加分扣分不计入", "an award without a rule counts nothing"),
        cure: (
            "改成当天有的积分项；真要新设，写进 rules/points.toml",
            "write an item of that day, or add it to rules/points.toml",
        ),
        example: r#"item = "comended""#,
    },
    Row {
        code: "no-mark",
        what: ("规则里没有的记录标记", "a mark that the rules do not have"),
        why: ("不认识的标记不会使积分翻倍", "such a mark doubles nothing"),
        cure: ("改成 rules/points.toml 里有的，或在那里加上", "write one of rules/points.toml, or add it there"),
        example: r#"marks = ["city"]"#,
    },
    Row {
        code: "no-measure",
        what: ("规则里没有的考核指标", "a measure that the rules do not have"),
        why: ("没有指标，这个数就不计入考核", "a figure without its measure counts nothing"),
        cure: (
            "改成 rules/assessment.toml 里有的，或在那里加上",
            "write one of rules/assessment.toml, or add it there",
        ),
        example: r#"measure = "patrols""#,
    },
    Row {
        code: "no-meeting",
        what: ("先锋标兵写的会议没有记录", "an honour that names a meeting without a record"),
        why: ("荣誉由会议决定，没有会议就没有依据", "an honour is decided by a meeting; without one it has no ground"),
        cure: ("补登这次会议，或改正会议编号", "log the meeting, or correct its id"),
        example: r#"meeting = "2026-01-10-general""#,
    },
    Row {
        code: "no-study",
        what: ("规则里没有的学习形式", "a kind of study that the rules do not have"),
        why: ("不认识的形式不计入应学学时", "such a kind counts for none of the hours that are owed"),
        cure: ("改成 rules/study.toml 里有的，或在那里加上", "write one of rules/study.toml, or add it there"),
        example: r#"kind = "colective""#,
    },
    Row {
        code: "not-graded",
        what: ("给不定等次的人定了等次", "a grade for somebody who gets none"),
        why: (
            "哪些身份定等次由规则定，例如预备成员参加评议、不定等次",
            "the rules say which standings are graded; others take part without a grade",
        ),
        cure: ("删去等次，写上结论", "delete the grade and write the conclusion"),
        example: r#"member = "he-bin", grade = "qualified""#,
    },
    Row {
        code: "not-scored",
        what: ("那天不计分的人的加减分", "points of a day on which the person is not scored"),
        why: ("这一条不计入积分，本人却可能以为有", "the line counts nothing, and the person may think it does"),
        cure: (
            "日期写错的改正；身份或类型写错的改人员文件；本来就不计的作废：zhibu points remove 编号 --why 原因",
            "correct the day, or the person's standing or class; or strike the line: zhibu points remove ID --why REASON",
        ),
        example: r#"member = "he-bin", item = "commended", points = 1"#,
    },
    Row {
        code: "objection-late",
        what: ("异议期已过、还没有答复的异议", "an objection without an answer after the last day for objections"),
        why: ("提了意见没有回音，积分就没有人信", "points are not trusted where nobody answers"),
        cure: ("用 zhibu points correct 答复，更正或说明不更正的理由", "answer it with zhibu points correct"),
        example: r#"member = "sun-lei", why = "少记一次""#,
    },
    Row {
        code: "points-range",
        what: (
            "加分扣分超出积分项的范围，或没有写分值",
            "points that the item does not allow, or none where some are needed",
        ),
        why: ("范围是大家议定的，超出的不公平", "the range was agreed upon; more would be unfair"),
        cure: (
            "改在范围以内；范围不合适的，改 rules/points.toml 并写上起止日期",
            "stay within the range, or change it in rules/points.toml from a day on",
        ),
        example: r#"item = "commended", points = 99"#,
    },
    Row {
        code: "poll",
        what: ("测评票数合计与收回的票数不符", "poll sheets that do not add up"),
        why: ("票数对不上，测评结果就不能用", "a poll that does not add up is no ground for a grade"),
        cure: ("核对测评票，改正票数", "count the sheets again and correct the numbers"),
        example: r#"ballots = 20, votes = [{ grade = "excellent", count = 19 }]"#,
    },
    Row {
        code: "posted-changed",
        what: ("积分公示以后变了", "figures that are not those that were posted"),
        why: ("大家看过的分数不能悄悄改", "what everybody has read is not changed without a word"),
        cure: (
            "查明原因；要重新公示：zhibu points post 期间 --again 原因",
            "find out why; to post it again: zhibu points post PERIOD --again REASON",
        ),
        example: r#"period = "2026-10", date = 2026-11-02"#,
    },
    Row {
        code: "rules-changed",
        what: ("某个周期公示以后，改了当时的积分办法", "rules that were changed for a period that had been posted"),
        why: ("六月改办法，五月不能变", "a change in June leaves May as it was"),
        cure: (
            "旧办法写上 until，新办法另写一条，从新的一天起",
            "give the old rule `until` and write a new one from a later day",
        ),
        example: r#"rules = "0""#,
    },
    Row {
        code: "same-id",
        what: ("两行（或两个问题）用了同一个编号", "two lines, or two problems, of one id"),
        why: (
            "两个人各改了同一行，合并以后两行都在；不处理就会算两次",
            "two people changed one line and the merge kept both, so both count",
        ),
        cure: (
            "删去不对的一行；两行都对，就给其中一行换个编号",
            "delete the line that is wrong; where both are right, give one another id",
        ),
        example: r#"{ id = "aaaaa4", date = 2026-04-02, member = "sun-lei", item = "commended", points = 2 },"#,
    },
    Row {
        code: "seal-broken",
        what: ("封存以后变了的月份", "a month that was changed after it was sealed"),
        why: (
            "封存的月份大家已经看过、上报过，改了要写明原因",
            "a sealed month has been read and handed in; whoever changes it says why",
        ),
        cure: (
            "用 zhibu verify 看变了什么；确需更正：zhibu seal 月份 --amend 原因；否则改回去",
            "see with zhibu verify what changed; where it is right: zhibu seal MONTH --amend WHY; else change it back",
        ),
        example: r#"{ id = "sssss2", date = 2026-01-12, member = "lin-yi", item = "helped", points = 3 },"#,
    },
    Row {
        code: "struck-twin",
        what: ("作废的一行旁边，同一编号还有一行算数", "a struck line beside one of its id that counts"),
        why: (
            "一个人作废、另一个人修改，逐行合并会把两行都留下，作废的就又算上了",
            "one struck it, another edited it: a merge line by line keeps both, and what was struck counts again",
        ),
        cure: (
            "确实作废，就删去还算数的那一行；不作废，就删去作废的那一行",
            "where it is struck, delete the line that counts; where it is not, delete the struck one",
        ),
        example: r#"struck = "重复" },"#,
    },
    Row {
        code: "wrong-month",
        what: ("写在另一个月份文件里的一行", "a line in the file of another month"),
        why: (
            "程序只读要算的那个月的文件，这一行会漏掉",
            "only the files of a month are read for it, so the line is missed",
        ),
        cure: ("移到提示的文件里", "move it to the file that is told"),
        example: r#"{ id = "aaaaa5", date = 2026-05-01, member = "sun-lei", item = "commended", points = 2 },"#,
    },
    Row {
        code: "wrong-year",
        what: ("写在另一个年份文件里的一行", "a line in the file of another year"),
        why: ("核定的金额只在本年度有效，放错年份就不起作用", "an approved amount holds in the year of its file alone"),
        cure: ("移到提示的文件里", "move it to the file that is told"),
        example: r#"from = "2022-12""#,
    },
    Row {
        code: "too-early",
        what: (
            "日期早于它最早可能的那一天，如答复早于异议、公示早于时段结束",
            "a day before the first possible one: an answer before the objection, a list posted before its period is over",
        ),
        why: ("两个日期里有一个写错了", "one of the two days is wrong"),
        cure: ("核对两个日期，改正写错的", "compare the two days and correct the wrong one"),
        example: "told = 2026-01-09",
    },
];
