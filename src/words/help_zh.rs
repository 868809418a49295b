//! The help in Chinese; the English help is the doc comments of `cmd`.
//!
//! A test walks every command and fails where a text is missing here, or belongs to nothing.

mod import;
mod ledgers;
mod meeting;
mod paper;
mod parts;
mod past;
mod plan;
mod points;
mod report;
mod shell;

use parts::{
    ANY_NAME, APART, CAMPAIGN, Commands, DAY, DECIDED, EVIDENCE, EXCEPT, FROM, GROUP, ISSUE, MANY, NOTE, NUMBER, WHO,
    WHY, YES,
};

pub(super) use parts::Parts;

/// The Chinese help by command: "" is the program itself.
pub(super) const HELP_ZH: &[Commands] = &[
    OTHERS,
    import::IMPORT_HELP,
    ledgers::LEDGER_HELP,
    meeting::MEETING_HELP,
    paper::PAPER_HELP,
    past::PAST_HELP,
    plan::PLAN_HELP,
    points::POINTS_HELP,
    report::REPORT_HELP,
    shell::SHELL_HELP,
];

const OTHERS: Commands = &[
    (
        "",
        &[
            ("", "用普通文件管好组织的记录"),
            (
                "more",
                "成员、小组、会议和积分都是 TOML 文件，放在 git 能管理的目录里。一条命令登记一次活动，一条命令导出一个月。",
            ),
            ("directory", "当作在这个目录里运行"),
            ("lang", "语言：zh 或 en"),
            ("lang=zh", "中文"),
            ("lang=en", "英文"),
            ("format", "表格的格式"),
            ("format=text", "按列对齐的文字"),
            ("format=csv", "逗号分隔的值"),
            ("format=json", "JSON 对象的列表"),
            ("format=md", "Markdown 表格"),
            ("format=html", "网页，可以打印，也可以用浏览器打开"),
            ("format=xlsx", "工作簿，写到文件"),
            ("dry_run", "只显示会改什么，不写文件"),
            ("no_commit", "写文件，但不提交到 git"),
            ("amend", "修订已封存的月份，写明原因"),
            ("quiet", "只说结果和错误"),
            ("color", "何时用颜色"),
            ("color=auto", "在终端上用，设了 NO_COLOR 就不用"),
            ("color=always", "总是用"),
            ("color=never", "不用"),
        ],
    ),
    ("member", &[("", "管理人员")]),
    (
        "member add",
        &[
            ("", "新增一个人"),
            ("more", "编号取自姓名的拼音；已经有人用了，就在后面加数字。"),
            ("name", "姓名"),
            ("standing", "身份：`full`、`probationary`、`staff` 等"),
            ("from", FROM),
            ("group", "编入的小组，从同一天起；小组成立得更晚，就从成立那天起"),
            ("post", "担任的职务；不写从哪天起，就从同一天起"),
            ("post_from", "职务从哪天起"),
            ("id", "编号；不写就从姓名取"),
            ("apart", APART),
            ("number", NUMBER),
            ("any_name", ANY_NAME),
            ("note", NOTE),
        ],
    ),
    (
        "member list",
        &[("", "列出某一天的人员"), ("on", DAY), ("group", "只看一个小组的"), ("standing", "只看一种身份的")],
    ),
    ("member show", &[("", "看一个人的现状和经历"), ("who", WHO)]),
    (
        "member edit",
        &[
            ("", "更正姓名、备注，或登记从某天起的新姓名、人员类型"),
            (
                "more",
                "不写 --from，--name 更正现在的姓名，以前的名单和页面也按更正后的；写了 --from，以前的日子仍用原来的姓名。",
            ),
            ("who", WHO),
            ("name", "姓名；编号不变"),
            ("apart", APART),
            ("number", NUMBER),
            ("any_name", ANY_NAME),
            ("note", NOTE),
            ("class", "从某天起属于的人员类型"),
            ("from", "从哪天起属于这个类型，不写就是今天；或者从哪天起用新姓名"),
            ("meeting", DECIDED),
        ],
    ),
    (
        "member move",
        &[
            ("", "从某天起编入一个小组"),
            ("who", WHO),
            ("group", "小组"),
            ("from", "编入的第一天；不写就是今天"),
            ("meeting", DECIDED),
        ],
    ),
    (
        "member post",
        &[
            ("", "任职，或者免职"),
            ("who", WHO),
            ("post", "职务"),
            ("from", "任职的第一天；不写就是今天"),
            ("until", "免职：任职的最后一天"),
            ("meeting", DECIDED),
        ],
    ),
    (
        "member standing",
        &[
            ("", "从某天起改变身份"),
            ("who", WHO),
            ("standing", "新的身份"),
            ("from", FROM),
            ("meeting", DECIDED),
            ("note", NOTE),
        ],
    ),
    (
        "member step",
        &[
            ("", "登记发展步骤，连同它带来的身份"),
            ("more", "时限不合规则的会提醒；实际是哪天就登记哪天。"),
            ("who", WHO),
            ("step", "步骤：编号、名称，或其中一部分"),
            ("on", "日期；不写就是会议那天，没写会议就是今天"),
            ("until", "持续几天的，最后一天"),
            ("by", "由谁决定、由谁办"),
            ("people", "相关的人，如谈话人、培养联系人、介绍人；可写多次"),
            ("meeting", DECIDED),
            ("days", "一共几天"),
            ("hours", "一共多少学时"),
            ("lengthens", "把后面的步骤推迟多久，如延长预备期：6m、1y"),
            ("from", "从哪天起是新的身份；不写就按规则"),
            ("note", NOTE),
        ],
    ),
    ("member development", &[("", "列出正在发展的人，各到了哪一步，下一步是什么"), ("who", "只看一个人"), ("on", DAY)]),
    (
        "member leave",
        &[
            ("", "登记一个人离开"),
            ("who", WHO),
            ("reason", WHY),
            ("from", "不再在册的第一天；不写就是今天"),
            ("meeting", DECIDED),
        ],
    ),
    (
        "member erase",
        &[
            ("", "抹去已离开的人的姓名，用化名代替；记录和合计不变"),
            (
                "more",
                "所有文件里的姓名和编号都换成化名。佐证材料不改；还有哪些文件带着姓名、git 的历史怎么办，会一一说明。",
            ),
            ("who", "谁：编号、姓名、拼音、首字母或其中一部分；要是已经离开的人"),
            ("why", WHY),
            ("pseudonym", "今后记作什么；不写就自动编一个"),
            ("yes", "不再询问"),
        ],
    ),
    ("group", &[("", "管理小组")]),
    (
        "group add",
        &[
            ("", "新建一个小组"),
            ("name", "名称"),
            ("id", "编号；不写就从名称的拼音取"),
            ("from", "成立的第一天；不写就是今天"),
            ("note", NOTE),
        ],
    ),
    ("group list", &[("", "列出某一天的小组"), ("on", DAY)]),
    ("group show", &[("", "看一个小组和组里的人"), ("group", GROUP), ("on", DAY)]),
    (
        "group edit",
        &[
            ("", "更正名称或备注，或登记从某天起的新名称"),
            (
                "more",
                "不写 --from，--name 更正现在的名称，以前的名单和页面也按更正后的；写了 --from，以前的日子仍用原来的名称。",
            ),
            ("group", GROUP),
            ("name", "名称；编号不变"),
            ("from", "从哪天起用新名称"),
            ("note", NOTE),
        ],
    ),
    ("group close", &[("", "撤销一个小组"), ("group", GROUP), ("on", "最后一天；不写就是今天")]),
    ("rules", &[("", "查规则，像编译器查代码一样严")]),
    (
        "rules check",
        &[("", "查出规则里的矛盾、日期的空档和重叠、不存在的编号"), ("dir", "放着另一套规则的目录；不写就查本目录的")],
    ),
    ("rules show", &[("", "列出某一天的积分办法"), ("on", DAY)]),
    ("dues", &[("", "核定和登记按月交的费用，看谁欠交")]),
    (
        "dues set",
        &[
            ("", "登记核定的每月金额"),
            ("who", MANY),
            ("except", EXCEPT),
            ("amount", "每月金额：`45.50`；不写就按 --base 算"),
            ("from", "从哪个月起；不写就是本月"),
            ("base", "用来计算或核对金额的工资基数；不写进记录"),
            ("rate", "按规则里的哪一种比例；不写就用默认的"),
            ("note", "备注；年内改动已核定的金额，要在这里写明原因"),
            ("by", "登记人"),
        ],
    ),
    (
        "dues pay",
        &[
            ("", "登记交纳"),
            ("who", MANY),
            ("except", EXCEPT),
            ("months", "交哪几个月的：`2026-11`、`2026-09..2026-11`；不写就是交纳那天的月份"),
            ("on", "交纳的日期；不写就是今天"),
            ("amount", "每月的金额；不写就是核定金额里还没有交的"),
            ("note", NOTE),
            ("by", "收费人"),
        ],
    ),
    ("dues list", &[("", "列出核定金额和交纳记录"), ("who", "只看某人的"), ("period", "期间；不写就是今年")]),
    ("dues arrears", &[("", "看谁欠交，欠了几个月"), ("on", DAY)]),
    (
        "dues remove",
        &[
            ("", "作废一条核定或交纳记录：记录留在文件里，但不再计入"),
            ("id", "那一条的编号，见 `dues list`"),
            ("why", WHY),
            ("period", "它所在的期间；不写就是今年"),
            ("yes", YES),
        ],
    ),
    ("issue", &[("", "登记问题，直到整改销号")]),
    (
        "issue open",
        &[
            ("", "登记一个问题：什么问题，谁整改，什么期限"),
            ("title", "什么问题"),
            ("owner", "责任人"),
            ("deadline", "整改期限"),
            ("on", "发现的日期；不写就是会议或来访检查那天，或今天"),
            ("place", "在什么场合发现的：检查、会议等"),
            ("meeting", "在哪次会议上查出来的，下次同类会议通报整改情况：编号、日期或编号的一部分"),
            ("visit", "在哪次来访检查时要求整改的：编号、日期，或来访单位的一部分"),
            ("kind", "哪一类问题"),
            ("measure", "整改措施"),
            ("links", "涉及的业务条线；可写多次"),
            ("campaign", CAMPAIGN),
            ("evidence", EVIDENCE),
            ("note", NOTE),
        ],
    ),
    (
        "issue update",
        &[
            ("", "登记进展，或改措施、期限、责任人"),
            ("issue", ISSUE),
            ("progress", "做了什么"),
            ("measure", "整改措施"),
            ("deadline", "整改期限"),
            ("owner", "责任人"),
            ("meeting", "在哪次会议上查出来的：编号、日期或编号的一部分"),
            ("visit", "在哪次来访检查时要求整改的：编号、日期，或来访单位的一部分"),
            ("campaign", CAMPAIGN),
            ("evidence", "再加一份照片或扫描件"),
            ("on", "进展的日期；不写就是今天"),
            ("by", "谁报告的进展"),
        ],
    ),
    (
        "issue close",
        &[
            ("", "整改到位，销号；销号的人不能是责任人"),
            ("issue", ISSUE),
            ("by", "核实销号的人"),
            ("on", DAY),
            ("note", "整改的结果"),
            ("evidence", EVIDENCE),
        ],
    ),
    (
        "issue reopen",
        &[
            ("", "重新打开已经销号的问题"),
            ("issue", ISSUE),
            ("why", WHY),
            ("deadline", "新的整改期限；不写就还是原来的"),
            ("on", DAY),
        ],
    ),
    (
        "issue list",
        &[
            ("", "列出问题，逾期的在前"),
            ("open", "只看没有销号的"),
            ("overdue", "只看过了期限还没有销号的"),
            ("period", "在哪个期间里没有销号；不写就是本月"),
        ],
    ),
    ("issue show", &[("", "看一个问题和整改的经过"), ("issue", ISSUE)]),
    (
        "issue remove",
        &[("", "作废一个登错的问题：记录留在文件里，但不再计入"), ("issue", ISSUE), ("why", WHY), ("yes", YES)],
    ),
    ("status", &[("", "概况；只打 zhibu 也是它"), ("on", DAY)]),
    (
        "due",
        &[
            ("", "待办：该办的事，谁办，什么时候以前，按哪条规定"),
            ("on", DAY),
            ("within", "往后看多久：30d 天、6w 周、3m 月、1y 年"),
            ("all", "一年以前没办的，也逐件列出"),
            ("ics", "写成手机能读的日历；`-` 是标准输出"),
            ("plan_back", "从选定的日子倒排一个人的发展步骤，或写任期名称倒排换届：之前的每一步最迟哪天办"),
            ("step", "倒排到哪一步；不写就是转为下一种身份的那一步"),
        ],
    ),
    (
        "check",
        &[
            ("", "找出记录里的问题"),
            ("paths", "只看这些文件或目录里的"),
            ("explain", "说明一种问题查什么、为什么、怎么改；不写代码就列出全部代码"),
            ("code", "只看这些代码的问题，几个用逗号隔开"),
            ("accepted", "列出已认可的问题和理由"),
            ("staged", "查 git 下次要提交的内容，只看其中改动的文件；读不了的不让提交"),
        ],
    ),
    (
        "accept",
        &[
            ("about", "同一行有几处问题时，只认可其中涉及这个的：期间，或期间和责任方"),
            ("", "认可一处不改的问题，写明理由"),
            ("code", "问题的代码，check 会显示"),
            ("path", "文件；只指某一行的，后面写行号；也可以是目录，指里面全部"),
            ("why", WHY),
            ("until", "认可到哪天为止；不写就一直有效"),
            ("by", "谁认可的"),
            ("revoke", "撤回这个编号的认可，check --accepted 会显示"),
        ],
    ),
];
