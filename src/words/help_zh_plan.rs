//! The help in Chinese of what the branch means to do, and what is asked of it.

use super::help_zh::{CAMPAIGN, DAY, MANY_LINKS, NOTE, Parts, WHY, YES};

const PLANNED: &str = "计划事项：编号，或其中的一部分文字";
const PLAN_YEARS: &str = "在哪些年的计划里找；不写就是去年到明年";

/// The Chinese help of these commands.
pub(super) const HELP: &[(&str, Parts)] = &[
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
];
