//! What stands in the files of a new directory.

use super::{Text, sentences};

sentences! {
    /// Above the keys of `zhibu.toml`.
    comment_settings() { zh: "# 组织的名称，和记录的方式。", en: "# The name of the branch, and how its records are kept." }
    /// Above `commit`.
    comment_commit() { zh: "# 每条修改记录的命令提交一次 git", en: "# each changing command is one commit" }
    /// Above `since`.
    comment_since() { zh: "# 从这一天起在这里记录；这以前的，不算欠", en: "# the first day of which records are kept here: nothing is owed before it" }
    /// Above `id`.
    comment_id() { zh: "# 这些记录的编号，上级凭它认出；每份副本都一样，不要改动", en: "# by this id others know these records: the same in every copy, never changed" }
    /// Above `bom`.
    comment_bom() { zh: "# CSV 文件带字节顺序标记，Excel 才能认出是 UTF-8", en: "# CSV files begin with a byte-order mark, by which Excel knows UTF-8" }
    /// Above `merge=union`.
    comment_attributes() {
        zh: "# 一条记录一行的文件：两个人分别添加的行，合并时都保留。",
        en: "# Files of one record a line: what two people add apart is all kept when it is merged.",
    }
}

/// What a folder holds.
pub fn readme_of(folder: &str) -> Text {
    match folder {
        "members" => Text::new(
            "一人一个文件，文件名是姓名的拼音。用 `zhibu member add` 新增。\n",
            "One file a person, named by the id. Add one with `zhibu member add`.\n",
        ),
        "groups" => Text::new(
            "一个小组一个文件。用 `zhibu group add` 新建。\n",
            "One file a group. Add one with `zhibu group add`.\n",
        ),
        "meetings" => Text::new(
            "一次会议或活动一个文件，按年分文件夹，文件名是日期、种类和小组。用 `zhibu meeting log` 登记。\n",
            "One file a meeting or activity, in a folder for each year, named by date, kind and group. Log one with `zhibu meeting log`.\n",
        ),
        "points" => Text::new(
            "手工加减分，一月一个文件，一条一行。用 `zhibu points award` 和 `zhibu points deduct` 登记。\n",
            "Awards and deductions by hand, a file a month, a line each. Made with `zhibu points award` and `zhibu points deduct`.\n",
        ),
        "dues" => Text::new(
            "按月交的费用，一年一个文件，一条一行。用 `zhibu dues set` 和 `zhibu dues pay` 登记。\n",
            "Dues, a file a year, a line each. Recorded with `zhibu dues set` and `zhibu dues pay`.\n",
        ),
        "issues" => Text::new(
            "一个问题一个文件，按年分文件夹，文件名是发现日期和编号。用 `zhibu issue open` 登记。\n",
            "One file a problem, in a folder for each year, named by the day it was found and an id. Opened with `zhibu issue open`.\n",
        ),
        "appraisals" => Text::new(
            "民主评议和先锋标兵，按所评的年度一年一个文件，一条一行。用 `zhibu appraisal record`、`zhibu exemplar confirm` 登记。\n",
            "Appraisals and honours, a file for each year they are for, a line each. Recorded with `zhibu appraisal record` and `zhibu exemplar confirm`.\n",
        ),
        "figures" => Text::new(
            "人工登记的业务数据，一年一个文件，一条一行。用 `zhibu assessment record` 登记。\n",
            "Figures of work given by hand, a file a year, a line each. Recorded with `zhibu assessment record`.\n",
        ),
        "plans" => Text::new(
            "年度计划，一年一个文件，一条一行。用 `zhibu plan add` 登记。\n",
            "What is planned, a file a year, a line each. Made with `zhibu plan add`.\n",
        ),
        "requests" => Text::new(
            "上级要求报送的材料，按提出的年份一年一个文件，一条一行。用 `zhibu request log` 登记。\n",
            "What superiors ask for, a file for each year they ask in, a line each. Logged with `zhibu request log`.\n",
        ),
        "agendas" => Text::new(
            "计划要开的会，按会议日期的年份一年一个文件，一条一行；开过以后登记在 meetings。用 `zhibu meeting plan` 登记。\n",
            "Meetings that are planned, a file for each year, a line each; once held they are logged in meetings. Written by `zhibu meeting plan`.\n",
        ),
        "visits" => Text::new(
            "来访、观摩、检查、督导，按日期的年份一年一个文件，一条一行；要求整改的问题在 issues 里。用 `zhibu visit log` 登记。\n",
            "Visits and inspections, a file for each year, a line each. What was ordered to be mended is in issues. Logged with `zhibu visit log`.\n",
        ),
        "tasks" => Text::new(
            "会议决定了、要有人落实的事，按作出决议的年份一年一个文件，一条一行。用 `zhibu meeting decide … --owner` 登记，用 `zhibu task done` 报落实。\n",
            "What meetings decided that somebody carries out, a file for each year they decide in, a line each. Begun with `zhibu meeting decide … --owner`, ended with `zhibu task done`.\n",
        ),
        "seals" => Text::new(
            "封存的月份，一月一个文件，记下当月文件的校验值。用 `zhibu seal` 封存，用 `zhibu verify` 核对；不要手工修改。\n",
            "The months that are sealed, a file each, with the digests of what made them. Made with `zhibu seal`, proven with `zhibu verify`; not to be edited by hand.\n",
        ),
        "study" => Text::new(
            "学习学时，一月一个文件，一条一行。用 `zhibu study log` 登记。\n",
            "Hours of study, a file a month, a line each. Logged with `zhibu study log`.\n",
        ),
        "talks" => Text::new(
            "谈心谈话，一年一个文件，一条一行：只记谈过，不记谈了什么。用 `zhibu talk log` 登记。\n",
            "Talks, a file a year, a line each: that people talked, never what was said. Logged with `zhibu talk log`.\n",
        ),
        _ => Text::new(
            "照片、扫描件和心得，由记录引用。用 `zhibu meeting log --evidence`、`zhibu study log --reflection` 存入。\n",
            "Pictures, scans and reflections, named in a record. Put here by `zhibu meeting log --evidence` and `zhibu study log --reflection`.\n",
        ),
    }
}
