//! The help in Chinese of what the branch means to do, and what is asked of it.

use super::parts::{CAMPAIGN, Commands, DAY, MANY_LINKS, NOTE, WHY, YES};

const PLANNED: &str = "计划事项：编号，或其中的一部分文字";
const PLAN_YEARS: &str = "在哪些年的计划里找；不写就是去年到明年";
const REQUEST: &str = "报送要求：编号，或其中的一部分文字";
/// What names a task.
const TASK: &str = "哪一项：编号，或决议内容的一部分";
/// What names a visit.
const VISIT: &str = "哪一次：编号、日期，或来访单位的一部分";
const REQUEST_YEARS: &str = "哪个期间提出的；不写就在去年和今年里找";

/// The Chinese help of these commands.
pub(super) const PLAN_HELP: Commands = &[
    ("plan", &[("", "年度计划：列出要办的事，看办得怎样")]),
    (
        "plan add",
        &[
            ("", "列入计划：办什么，什么时候以前"),
            ("more", "写了会议种类的，登记了这样的会议就算完成；没有写的，用 plan done 登记。"),
            ("what", "要办的事"),
            ("when", "什么时候：一个月、一个季度等（`2026-03`、`2026Q1`），或者最后一天"),
            ("from", "从哪天起，只写了最后一天时用；不写就是当年的第一天"),
            ("kind", "开哪一种会议就算完成：编号、名称，或其中一部分"),
            ("group", "哪个小组的"),
            ("each", "在这段时间里每月或每季度一次"),
            ("each=month", "每月"),
            ("each=quarter", "每季度"),
            ("owner", "责任人"),
            ("links", MANY_LINKS),
            ("campaign", CAMPAIGN),
            ("note", NOTE),
            ("by", "登记人"),
        ],
    ),
    (
        "plan list",
        &[("", "列出计划和完成情况"), ("period", "哪个期间到期的；不写就是今年"), ("open", "只看没有完成的")],
    ),
    ("plan done", &[("", "登记计划里的一件事完成了"), ("item", PLANNED), ("on", DAY), ("period", PLAN_YEARS)]),
    (
        "plan edit",
        &[
            ("", "修改计划里的一件事"),
            ("item", PLANNED),
            ("what", "要办的事"),
            ("when", "什么时候：一个月、一个季度等，或者最后一天"),
            ("owner", "责任人"),
            ("links", "再加一条服务的业务条线；可写多次"),
            ("campaign", CAMPAIGN),
            ("note", NOTE),
            ("not_done", "其实没有完成"),
            ("period", PLAN_YEARS),
        ],
    ),
    (
        "plan remove",
        &[
            ("", "作废计划里的一件事：记录留在文件里，但不再计入"),
            ("item", PLANNED),
            ("why", WHY),
            ("period", PLAN_YEARS),
            ("yes", YES),
        ],
    ),
    (
        "log",
        &[
            ("", "一次登记多项：每行一项，一次提交"),
            (
                "more",
                "每行是一条命令，不写 zhibu，如 `talk log 赵刚 孙磊`。只写日期的行（如 `11-05`）管后面各行。# 后面是注释。\
                 只要有一行不对，就什么也不写。",
            ),
            ("file", "写着各行的文件；- 或不写，就从标准输入读"),
        ],
    ),
    ("task", &[("", "会议决定了的事，盯到落实为止")]),
    (
        "task done",
        &[("", "报告一项决议已经落实"), ("task", TASK), ("on", "哪天落实的；不写就是今天"), ("report", "落实情况")],
    ),
    ("task edit", &[("", "改由别人落实，或改期限"), ("task", TASK), ("owner", "由谁落实"), ("until", "最迟哪天落实")]),
    (
        "task list",
        &[
            ("", "列出要落实的决议"),
            ("period", "哪个期间决定的；不写就是今年"),
            ("open", "只看还没有落实的，不论哪年决定的"),
        ],
    ),
    (
        "task remove",
        &[("", "不再落实的，作废：记录留在文件里，但不再计入"), ("task", TASK), ("why", WHY), ("yes", YES)],
    ),
    ("visit", &[("", "登记来访、观摩、检查、督导，要求整改的问题改到销号为止")]),
    (
        "visit log",
        &[
            ("", "登记一次来访检查；要求整改的，一并登记为问题"),
            ("visitor", "谁来的：单位、人员"),
            ("on", DAY),
            ("kind", "哪种：观摩、检查、督导等"),
            ("host", "谁接待的"),
            ("looked_at", "看了什么；可写多次"),
            ("said", "提了什么意见和要求"),
            ("note", NOTE),
            ("orders", "要求整改的：责任人、期限、什么问题；可写多次"),
        ],
    ),
    (
        "visit edit",
        &[
            ("", "改来访检查的登记"),
            ("visit", VISIT),
            ("kind", "哪种：观摩、检查、督导等"),
            ("host", "谁接待的"),
            ("looked_at", "看了什么；可写多次"),
            ("said", "提了什么意见和要求"),
            ("note", NOTE),
        ],
    ),
    ("visit list", &[("", "列出来访检查，要求整改的还有几个没有销号"), ("period", "哪个期间；不写就是今年")]),
    ("visit show", &[("", "看一次来访检查，和要求整改的问题"), ("visit", VISIT)]),
    (
        "visit remove",
        &[("", "作废登错的来访检查：记录留在文件里，但不再计入"), ("visit", VISIT), ("why", WHY), ("yes", YES)],
    ),
    ("request", &[("", "登记上级要求报送的材料，看负担有多重")]),
    (
        "request log",
        &[
            ("", "登记上级的一项报送要求"),
            ("what", "要求报送什么"),
            ("from", "谁要求的"),
            ("form", "什么形式：报表、总结、台账等"),
            ("until", "什么时候以前"),
            ("on", "提出要求的日期；不写就是今天"),
            ("note", NOTE),
            ("by", "登记人"),
        ],
    ),
    (
        "request deliver",
        &[
            ("", "登记已报送"),
            ("request", REQUEST),
            ("on", DAY),
            ("delivered_as", "报送了什么"),
            ("hours", "花了几小时，整数或 .5"),
            ("period", REQUEST_YEARS),
        ],
    ),
    (
        "request list",
        &[("", "列出上级的报送要求"), ("period", "哪个期间提出的；不写就是今年"), ("open", "只看还没有报送的")],
    ),
    (
        "request remove",
        &[
            ("", "作废一项报送要求：记录留在文件里，但不再计入"),
            ("request", REQUEST),
            ("why", WHY),
            ("period", REQUEST_YEARS),
            ("yes", YES),
        ],
    ),
];
