//! Points, and what is said of members and their work by the year.

use super::parts::{CAMPAIGN, Commands, DAY, MANY_LINKS, NOTE, PERIOD, WHO, WHY, YES};

pub(super) const POINTS_HELP: Commands = &[
    ("points", &[("", "登记加减分，说明每个分数的来历")]),
    (
        "points award",
        &[
            ("", "手工加分"),
            ("who", "成员；多人用逗号隔开"),
            ("item", "积分项：编号、名称，或其中一部分"),
            ("points", "分值；积分项留有幅度时才写"),
            ("on", DAY),
            ("note", "事由"),
            ("links", MANY_LINKS),
            ("campaign", CAMPAIGN),
            ("marks", "积分办法里的标记（如获市级表彰），有它就翻倍；可写多次"),
            ("by", "登记人"),
        ],
    ),
    (
        "points deduct",
        &[
            ("", "手工扣分"),
            ("who", "成员；多人用逗号隔开"),
            ("item", "积分项：编号、名称，或其中一部分"),
            ("points", "分值，不带负号；积分项留有幅度时才写"),
            ("on", DAY),
            ("note", "事由"),
            ("links", MANY_LINKS),
            ("campaign", CAMPAIGN),
            ("marks", "积分办法里的标记（如获市级表彰），有它就翻倍；可写多次"),
            ("by", "登记人"),
        ],
    ),
    ("points list", &[("", "列出手工加减分"), ("who", "只看某人的"), ("period", PERIOD)]),
    ("points total", &[("", "看每个人的积分合计"), ("period", PERIOD)]),
    (
        "points compare",
        &[
            ("", "换一套办法，比一比一段时间的积分会怎样变"),
            ("rules", "放着另一套规则的目录：其中的 points.toml，以及有不同的其他文件"),
            ("period", "期间；不写就是去年"),
        ],
    ),
    (
        "points explain",
        &[
            ("", "逐条说明一个人的积分从哪里来"),
            ("who", WHO),
            ("period", PERIOD),
            ("category", "只看一类的：编号、名称，或其中一部分"),
            ("line", "只看一条加减分：编号见 `points list`"),
        ],
    ),
    (
        "points post",
        &[
            ("", "公示一个计分周期的积分，并打印名单"),
            ("period", "计分周期；不写就是上月"),
            ("until", "异议期的最后一天；不写就按积分办法"),
            ("rank", "按名次排，不按名册"),
            ("again", "重新公示，原来的作废：原因"),
            ("by", "谁公示的"),
        ],
    ),
    (
        "points object",
        &[
            ("", "登记对公示积分的异议"),
            ("who", "对谁的积分有异议"),
            ("why", WHY),
            ("period", "计分周期；不写就是上月"),
            ("about", "针对哪一条加减分：编号见 `points list`"),
            ("on", DAY),
        ],
    ),
    ("points objections", &[("", "列出异议"), ("period", "期间；不写就是今年")]),
    (
        "points correct",
        &[
            ("", "答复异议：更正、作废一条，或说明不更正的理由"),
            ("objection", "异议的编号，见 `points objections`"),
            ("item", "用哪个积分项更正：编号、名称，或其中一部分"),
            ("points", "分值；积分项留有幅度时才写，扣分写负数"),
            ("strike", "作废异议针对的那一条加减分"),
            ("decline", "不更正：理由"),
            ("note", NOTE),
            ("on", "更正记在哪一天；不写就是那个周期的最后一天"),
        ],
    ),
    ("points close", &[("", "异议期过了、异议都答复了，锁定一个周期的积分"), ("period", "计分周期；不写就是上月")]),
    (
        "points remove",
        &[
            ("", "作废一条加减分：记录留在文件里，但不再计入"),
            ("id", "那一条的编号，见 `points list`"),
            ("why", WHY),
            ("period", "它所在的期间；不写就是今年"),
            ("yes", YES),
        ],
    ),
    ("appraisal", &[("", "登记民主评议党员")]),
    (
        "appraisal record",
        &[
            ("", "登记某一年度的民主评议结果"),
            ("who", "成员；多人用逗号隔开"),
            ("grade", "等次：编号、名称，或其中一部分；参加评议但不定等次的不写"),
            ("year", "评的是哪一年；不写的话，三月以前是去年，以后是今年"),
            ("on", "哪天评议的；不写就是今天"),
            ("conclusion", "支部的结论"),
            ("ballots", "收回的测评票数"),
            ("votes", "某个等次的票数，如 `excellent:18`；可写多次"),
            ("told", "哪天把结果告诉本人的"),
        ],
    ),
    (
        "appraisal list",
        &[("", "列出某一年度的评议结果和等次比例"), ("year", "评的是哪一年；不写的话，三月以前是去年，以后是今年")],
    ),
    (
        "appraisal remove",
        &[
            ("", "作废一条评议或先锋标兵：记录留在文件里，但不再算数"),
            ("id", "那一条的编号，见 `appraisal list`"),
            ("why", WHY),
            ("year", "评的是哪一年；不写的话，三月以前是去年，以后是今年"),
            ("yes", YES),
        ],
    ),
    ("assessment", &[("", "效能考核：记录和业务数据说明的情况，按办法加权")]),
    (
        "assessment show",
        &[
            ("", "列出党员、小组和支部的考核表"),
            ("whose", "谁的：成员或小组；不写就是全部"),
            ("period", "期间；不写就是本季度"),
        ],
    ),
    (
        "assessment explain",
        &[
            ("", "说明考核表里每个数从哪条记录来"),
            ("whose", "谁的：成员或小组；不写就是支部"),
            ("period", "期间；不写就是本季度"),
        ],
    ),
    (
        "assessment record",
        &[
            ("", "登记一个业务数据"),
            ("measure", "考核指标：编号、名称，或其中一部分"),
            ("value", "多少，整数或 .5"),
            ("member", "谁的：成员"),
            ("group", "谁的：小组；都不写就是支部的"),
            ("on", DAY),
            ("note", NOTE),
            ("by", "登记人"),
        ],
    ),
    ("exemplar", &[("", "先锋标兵：提出建议名单，登记支部的决定")]),
    (
        "exemplar propose",
        &[
            ("", "列出符合条件的人，以及支持和反对的理由"),
            ("honour", "哪一项；只有一项时不用写"),
            ("period", "期间；不写就是上月"),
            ("all", "不符合条件的也列出来"),
        ],
    ),
    (
        "exemplar confirm",
        &[
            ("", "登记支部授予先锋标兵的决定"),
            ("who", WHO),
            ("honour", "哪一项；只有一项时不用写"),
            ("meeting", "作出决定的会议：编号、日期，或编号的一部分"),
            ("period", "授予的是哪一段时间的；不写就是上月"),
            ("why", "条件没有都满足时，授予的理由"),
        ],
    ),
    ("exemplar list", &[("", "列出先锋标兵"), ("period", "期间；不写就是今年")]),
];
