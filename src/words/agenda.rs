//! What is said of meetings that are planned.

use super::{Text, sentences};

sentences! {
    /// One was planned.
    agenda_added(title) { zh: "计划 {title}", en: "planned {title}" }
    /// One is planned otherwise.
    agenda_changed(title) { zh: "更改计划 {title}", en: "changed the plan of {title}" }
    /// Which there are.
    cure_no_agenda() { zh: "zhibu meeting plans 会列出所有计划；用编号或日期", en: "zhibu meeting plans lists them; give the id or the day" }
    /// What there is to prepare.
    cure_nothing_to_prepare(all) { zh: "要准备的有：{all}", en: "there is to prepare: {all}" }
    /// It cannot be planned afterwards.
    cure_agenda_over() { zh: "已经开过的，用 zhibu meeting log 登记", en: "log what was held with zhibu meeting log" }
    /// A planned meeting has to be logged or given up.
    due_agenda(title) { zh: "按计划召开并登记 {title}；不开了，用 zhibu meeting cancel 取消", en: "hold and log {title} as planned, or give it up with zhibu meeting cancel" }
    /// A further sitting has to be logged.
    due_sitting(title, day) { zh: "{title}：{day} 的一场，开了就登记", en: "{title}: log the sitting of {day}" }
    /// A planned meeting that nobody logged.
    plan_not_held(title) { zh: "计划 {title} 过了日期，没有登记", en: "{title} was planned, and is not logged" }
    /// What to do about it.
    cure_plan_not_held(id) { zh: "开过的用 zhibu meeting log 补登；没开的改期，或取消：zhibu meeting cancel {id} --why 原因", en: "log it, move it, or give it up: zhibu meeting cancel {id} --why WHY" }
    /// A planned sitting that nobody logged.
    sitting_not_held(title, day) { zh: "计划 {title} 在 {day} 再开一场，没有登记", en: "a sitting of {title} was planned for {day}, and is not logged" }
    /// What to do about it.
    cure_sitting_not_held(day) { zh: "开过的用 zhibu meeting sitting … --on {day} 补登；没开的，从计划里删去这一场", en: "log it with zhibu meeting sitting … --on {day}, or delete it from the plan" }
    /// A plan was moved.
    agenda_moved(title, day) { zh: "{title} 改到 {day}", en: "moved {title} to {day}" }
    /// A plan that is moved and is not there.
    agenda_not_there(title) { zh: "没有计划 {title}", en: "{title} is not planned" }
    /// Another is planned for that day.
    agenda_there(title) { zh: "{title} 已有计划", en: "{title} is planned already" }
    /// A plan of another year.
    agenda_other_year(day) { zh: "{day} 是另一年，计划在另一个文件里", en: "{day} is in another year, whose plans are in another file" }
    /// What to do about it.
    cure_agenda_other_year(id) { zh: "先取消：zhibu meeting cancel {id} --why 改期，再计划一次", en: "give it up with zhibu meeting cancel {id} --why moved, and plan it again" }
    /// Something is to be prepared.
    due_prepare(title, what) { zh: "准备 {title}：{what}", en: "prepare {title}: {what}" }
    /// What the plan said was taken.
    from_plan(all) { zh: "照计划：{all}", en: "as planned: {all}" }
    /// A day of a plan that is over.
    agenda_over(day) { zh: "{day} 已经过了，不能再计划", en: "{day} is over and cannot be planned" }
    /// It was held.
    agenda_held(title) { zh: "{title} 已经登记", en: "{title} is logged already" }
    /// There is no such one.
    no_agenda(typed) { zh: "没有计划“{typed}”", en: "no meeting is planned as {typed}" }
    /// Nobody has to prepare that.
    nothing_to_prepare(what, title) { zh: "{title} 没有要准备的“{what}”", en: "{what} is not among what is prepared for {title}" }
    /// Something is ready.
    prepared(title, what, day) { zh: "{title}：{what}，{day} 已准备好", en: "{title}: {what}, ready {day}" }
    /// Who prepares something has to be named with it.
    bad_prepares(typed) { zh: "“{typed}”不是“谁:准备什么”", en: "{typed} is not WHO:WHAT" }
    /// The title of a notice.
    paper_notice(kind) { zh: "{kind}通知", en: "{kind}: notice" }
    /// The title of an agenda.
    paper_agenda(kind) { zh: "{kind}议程", en: "{kind}: agenda" }
    /// A further sitting that is before the first.
    sitting_early(day, first) { zh: "{day} 早于第一场 {first}", en: "{day} is before the first sitting, {first}" }
}

/// How a planned meeting stands, by its id.
pub fn agenda_state(id: &str) -> Text {
    match id {
        "planned" => Text::new("待召开", "to be held"),
        "held" => Text::new("已召开", "held"),
        "not-held" => Text::new("逾期未召开", "not held"),
        other => Text::same(other),
    }
}
