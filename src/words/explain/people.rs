//! Findings of people, groups and posts.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "control-character",
        what: ("名称里的控制字符", "a name with control characters"),
        why: (
            "它会移动光标、打乱一行字，让人看错名字",
            "they move the cursor or turn a line round, so that a name is misread",
        ),
        cure: ("重新输入名称", "type the name again"),
        example: r#"name = "控制\u001b[31m""#,
    },
    Row {
        code: "dates-order",
        what: (
            "身份、小组、类别、职务或曾用名的日期先后颠倒",
            "standings, groups, classes, posts or former names whose days are the wrong way round",
        ),
        why: ("某一天谁是什么人，就说不清了", "who was what on a day cannot be told then"),
        cure: ("按先后顺序写，改正写错的日期", "put them in order and correct the wrong day"),
        example: "is = \"probationary\"\nfrom = 2009-01-01",
    },
    Row {
        code: "group-closed",
        what: (
            "小组成立以前或撤销以后，还有人在里面或用它开会",
            "people or meetings of a group before it began or after it was closed",
        ),
        why: ("撤销的小组里的人没有编入别的小组，开会会漏掉", "people left in a closed group are due nowhere"),
        cure: (
            "用 zhibu member move 编入现有的小组，或改正小组的起止日期",
            "move them with zhibu member move, or correct the days of the group",
        ),
        example: r#"id = "closed""#,
    },
    Row {
        code: "names-alike",
        what: (
            "姓名看起来一样、写法不同的两个人，或分不清的同名人",
            "two people whose names look alike but are written in two ways, or namesakes whom nothing tells apart",
        ),
        why: (
            "看不见的字符、不同的间隔号会把一个人变成两个；同名的两个人在名单上要能分清",
            "a character that cannot be seen makes two of one person; on a list, namesakes must differ in something",
        ),
        cure: (
            "改正姓名：zhibu member edit 谁 --name 姓名；或加区分的词：zhibu member edit 谁 --apart 词",
            "zhibu member edit WHO --name NAME, or a word of their own: zhibu member edit WHO --apart WORD",
        ),
        example: r#"name = "宋　佳""#,
    },
    Row {
        code: "number-twice",
        what: ("两个人的工号相同", "one number that two people have"),
        why: (
            "导入的表按工号认人，号码相同就认不出是谁",
            "tables are matched by the number, which must mean one person",
        ),
        cure: (
            "改正一个：zhibu member edit 谁 --number 工号",
            "correct one of them: zhibu member edit WHO --number NUMBER",
        ),
        example: r#"number = "023456""#,
    },
    Row {
        code: "no-class",
        what: ("规则里没有的人员类型", "a class that the rules do not have"),
        why: (
            "免到、不计分都按类型算，写错了就当作没有",
            "who is exempt and who is scored follows the class; a wrong one counts as none",
        ),
        cure: ("改成 rules/branch.toml 里有的，或在那里加上", "write one of rules/branch.toml, or add it there"),
        example: r#"id = "eldr""#,
    },
    Row {
        code: "no-group",
        what: ("没有文件的小组", "a group without a file"),
        why: (
            "小组会按小组算应到，写错的小组没有人",
            "who is due at a group's meeting is those in it; a wrong one has nobody",
        ),
        cure: ("改成有的小组，或用 zhibu group add 新建", "write one that there is, or add it with zhibu group add"),
        example: r#"id = "crimnal""#,
    },
    Row {
        code: "no-link",
        what: ("规则里没有的业务条线", "a line of work that the rules do not have"),
        why: (
            "与业务的联系按条线统计，写错了就漏掉",
            "what served which work is counted by it; a wrong one is left out",
        ),
        cure: ("改成 rules/branch.toml 里有的，或在那里加上", "write one of rules/branch.toml, or add it there"),
        example: r#"links = ["servce"]"#,
    },
    Row {
        code: "no-member",
        what: ("没有文件的人", "a person without a file"),
        why: (
            "出席、积分、交费都记在人的文件名下，写错名字就记丢了",
            "attendance, points and dues go to a file; with a wrong name they go to nobody",
        ),
        cure: ("改正编号，或用 zhibu member add 新增", "correct the id, or add the person with zhibu member add"),
        example: r#""sun-lai","#,
    },
    Row {
        code: "no-post",
        what: ("规则里没有的职务", "a post that the rules do not have"),
        why: ("谁参加委员会会议、谁主持，都按职务定", "who is due at a meeting and who leads it may follow the post"),
        cure: ("改成 rules/branch.toml 里有的，或在那里加上", "write one of rules/branch.toml, or add it there"),
        example: r#"id = "treasurer""#,
    },
    Row {
        code: "no-standing",
        what: ("规则里没有的身份", "a standing that the rules do not have"),
        why: (
            "应到、计分、交费都按身份定，写错了就什么都不算",
            "who is due, scored and pays dues follows the standing",
        ),
        cure: ("改成 rules/branch.toml 里有的，或在那里加上", "write one of rules/branch.toml, or add it there"),
        example: r#"is = "fulll""#,
    },
    Row {
        code: "post-held-twice",
        what: ("同一时间两个人担任只能由一个人担任的职务", "two holders at a time of a post that only one can hold"),
        why: (
            "换届以后前一任没有写到哪天为止，主持、应到就会算错",
            "a predecessor without a last day is still due and still leads",
        ),
        cure: (
            "给前一任写上最后一天：zhibu member post 谁 职务 --until 日期",
            "end the other: zhibu member post WHO POST --until DATE",
        ),
        example: "id = \"secretary\"\nfrom = 2025-01-01",
    },
    Row {
        code: "two-groups",
        what: ("同一天在两个小组的人", "somebody in two groups at a time"),
        why: (
            "小组会应到、按小组的统计，一个人只能算在一处",
            "who is due at the meetings of a group, and every sum by group, counts a person once",
        ),
        cure: ("删去不对的一段，或改正 from、until", "delete the one that is wrong, or correct its from and until"),
        example: r#"id = "young"
from = 2024-01-01
until = 2025-06-30"#,
    },
];
