//! What is said of problems.

use super::{Text, sentences};

/// The name of a state of a problem.
pub fn issue_state(id: &str) -> Text {
    match id {
        "overdue" => Text::new("逾期", "overdue"),
        "open" => Text::new("整改中", "open"),
        _ => Text::new("已销号", "closed"),
    }
}

sentences! {
    /// At which meeting it was found.
    found_at(title) { zh: "在 {title} 上查出", en: "found at {title}" }
    /// Something done before there was anything to do.
    before_found(day, found) { zh: "{day} 早于发现的 {found}", en: "{day} is before it was found, on {found}" }
    /// Something done before what was done last.
    before_last(day, last) { zh: "{day} 早于 {last}：那天才发现、销号或重新打开", en: "{day} is before {last}, when it was found, closed or opened again" }
    /// A problem was closed.
    closed_issue(title, by, day) { zh: "“{title}”销号，{by} {day}", en: "closed {title}, by {by}, {day}" }
    /// A closing without a name.
    closed_by_nobody() { zh: "销了号，却没有写谁销的", en: "it is closed, and nothing says by whom" }
    /// The owner saw to the own work.
    closed_by_owner(name) { zh: "{name} 是责任人，不能自己销号", en: "{name} is the owner and cannot close it" }
    /// What to do about it.
    cure_closed_by_nobody() { zh: "用 closed-by 写明，不能是责任人", en: "name somebody in closed-by who is not the owner" }
    /// What to do about it.
    cure_closed_by_owner() { zh: "由负责人或其他委员核实后销号", en: "somebody else has to see that it is done" }
    /// How deadlines are written.
    cure_deadline_early() { zh: "明年的日期请把年份写全，如 2027-01-15", en: "write a day of next year with its year, as in 2027-01-15" }
    /// What a closed problem needs first.
    cure_issue_closed(id) { zh: "先重新打开：zhibu issue reopen {id} --why 原因", en: "open it again first: zhibu issue reopen {id} --why WHY" }
    /// A deadline that cannot be met.
    deadline_early(deadline, found) { zh: "期限 {deadline} 早于发现的 {found}", en: "the deadline, {deadline}, is before it was found, on {found}" }
    /// It is closed.
    issue_is_closed(title, day, by) { zh: "“{title}”{day} 已由 {by} 销号", en: "{title} was closed on {day} by {by}" }
    /// It is open.
    issue_is_open(title) { zh: "“{title}”没有销号", en: "{title} is open" }
    /// It was struck.
    misnamed_issue() { zh: "文件名与发现日期、编号不符", en: "the name of the file is not the day it was found and an id" }
    /// A new deadline.
    now_deadline(day) { zh: "期限改为 {day}", en: "the deadline is {day}" }
    /// Another measure.
    now_measure(text) { zh: "措施：{text}", en: "the measure is {text}" }
    /// Another owner.
    now_owner(name) { zh: "责任人改为 {name}", en: "the owner is {name}" }
    /// Something was done.
    now_progress(text) { zh: "进展：{text}", en: "progress: {text}" }
    /// More pictures and scans.
    now_evidence(number) { zh: "证据 {number} 份", en: "{number} evidence" }
    /// A problem is new.
    opened_issue(title, owner, deadline) { zh: "发现问题“{title}”，责任人 {owner}，期限 {deadline}", en: "opened {title}: owner {owner}, deadline {deadline}" }
    /// A problem is not over.
    reopened_issue(title, why) { zh: "重新打开“{title}”：{why}", en: "opened {title} again: {why}" }
    /// A problem was changed.
    updated_issue(title, what) { zh: "“{title}”：{what}", en: "{title}: {what}" }
    /// It was closed once.
    was_closed() { zh: "销号", en: "closed" }
    /// It was opened again.
    was_reopened(why) { zh: "重新打开：{why}", en: "opened again: {why}" }
    /// A problem that was closed once.
    with_closed_before(what, day, old, id) {
        zh: "{what}。同样的问题 {day} 已销号（{old}）；如果是又出现了：zhibu issue remove {id} --why 重复登记，再 zhibu issue reopen {old} --why 原因",
        en: "{what}; one of that title was closed on {day} ({old}): if it has come back, zhibu issue remove {id} --why twice, then zhibu issue reopen {old} --why WHY",
    }
    /// A problem that is there already.
    with_open_already(what, day, old, id) {
        zh: "{what}。{day} 发现的同样问题还没有销号（{old}）；如果登记重了：zhibu issue remove {id} --why 重复登记",
        en: "{what}; one of that title, found on {day}, is open ({old}): if it is the same one, zhibu issue remove {id} --why twice",
    }
    /// A new problem, with what it is found by.
    with_id(what, id) { zh: "{what}（{id}）", en: "{what} ({id})" }
}
