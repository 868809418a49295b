//! What is said of plans.

use super::{Text, sentences};

/// The name of a state of an item of a plan.
pub fn plan_state(id: &str) -> Text {
    match id {
        "done" => Text::new("已完成", "done"),
        "late" => Text::new("逾期完成", "done late"),
        "overdue" => Text::new("逾期未完成", "overdue"),
        _ => Text::new("未完成", "open"),
    }
}

sentences! {
    /// How many items of a plan are done.
    about_plan(planned, done, late, open, overdue) {
        zh: "计划 {planned} 项：完成 {done} 项，其中逾期 {late} 项；未完成 {open} 项，其中逾期 {overdue} 项。",
        en: "{planned} planned: {done} done, {late} of them late; {open} not done, {overdue} of them overdue",
    }
    /// A time that is over by a day.
    by_day(day) { zh: "{day} 前", en: "by {day}" }
    /// What to do about days the wrong way round.
    cure_days_of_plan() { zh: "起始日写在最后一天以前", en: "the first day is the last one or before it" }
    /// What to do about an item that is done already.
    cure_plan_done(id) { zh: "登错了：zhibu plan edit {id} --not-done", en: "if it is not: zhibu plan edit {id} --not-done" }
    /// What to do about an item that a meeting does.
    cure_plan_done_by_meeting(kind) {
        zh: "登记会议就算完成：zhibu meeting log {kind}；不开了就作废：zhibu plan remove",
        en: "log the meeting: zhibu meeting log {kind}; if there is to be none, strike it: zhibu plan remove",
    }
    /// What to do about a file in which a meeting's item is done by hand.
    cure_plan_done_by_hand() { zh: "删去 done，登记那次会议", en: "delete `done`, and log the meeting" }
    /// Which parts a time can be split into.
    cure_plan_each() { zh: "写 2026、2026H1 或 2026-03..2026-06", en: "write 2026, 2026H1 or 2026-03..2026-06" }
    /// How an item gets into the plan of another year.
    cure_plan_other_year() { zh: "作废这一条，在那一年另列一条", en: "strike it, and add it to the plan of that year" }
    /// An item of a plan that waits.
    due_planned(what) { zh: "按计划：{what}", en: "as planned: {what}" }
    /// An item that was done.
    plan_done(what, day) { zh: "计划完成：{what}，{day}", en: "done as planned: {what}, {day}" }
    /// An item that was done after its last day.
    plan_done_late(what, day, days) { zh: "计划完成：{what}，{day}，晚 {days} 天", en: "done as planned: {what}, {day}, {days} days late" }
    /// An item that is done already.
    plan_done_already(what, day) { zh: "“{what}”{day} 已完成", en: "{what} was done on {day}" }
    /// An item that only a meeting does.
    plan_done_by_meeting(what, kind) { zh: "“{what}”要开{kind}才算完成", en: "{what} is done by a meeting: {kind}" }
    /// Days that cannot be split.
    plan_each(when) { zh: "{when} 不是几个整月，不能分开列", en: "{when} is not several whole months" }
    /// An item was changed.
    plan_edited(what) { zh: "修改计划：{what}", en: "edited the plan: {what}" }
    /// A last day in another year.
    plan_other_year(day, year) { zh: "{day} 不在 {year} 年的计划里", en: "{day} is not in the plan of {year}" }
    /// Something is planned.
    planned(what, when) { zh: "列入计划：{what}，{when}", en: "planned {what}, {when}" }
    /// Something is planned several times.
    planned_each(what, times, when) { zh: "列入计划：{what}，{when}，共 {times} 次", en: "planned {what}, {times} times in {when}" }
}
