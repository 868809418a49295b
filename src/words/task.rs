//! What is said of decisions that somebody carries out.

use super::{Text, sentences};

/// How one stands, by its id.
pub fn task_state(id: &str) -> Text {
    match id {
        "open" => Text::new("未落实", "open"),
        "overdue" => Text::new("逾期未落实", "overdue"),
        "done" => Text::new("已落实", "done"),
        "late" => Text::new("逾期落实", "done late"),
        other => Text::same(other),
    }
}

sentences! {
    /// A decision that is a task, and is to go.
    decision_is_task(text, id) { zh: "决议“{text}”还有落实事项 {id}", en: "the decision `{text}` is the task {id}" }
    /// What to do about it.
    cure_decision_is_task(id) { zh: "先作废落实事项：zhibu task remove {id} --why 原因", en: "strike the task first: zhibu task remove {id} --why WHY" }

    /// Something done before it was decided.
    before_decided(day, decided) { zh: "{day} 早于作出决议的 {decided}", en: "{day} is before it was decided, on {decided}" }
    /// It was said before.
    done_already(what, day) { zh: "“{what}”{day} 已报落实", en: "{what} was done on {day}" }
    /// A decision that is to be carried out.
    due_task(what, decided) { zh: "落实 {decided} 的决议：{what}", en: "carry out what was decided on {decided}: {what}" }
    /// Nobody carries out what was not decided.
    task_not_carried() { zh: "没有通过的决议，没有人可以落实", en: "the decision was not carried, so there is nothing to carry out" }
    /// What is still to be carried out.
    open_tasks() { zh: "未落实的决议", en: "Decisions still to be carried out" }
    /// One was carried out.
    task_done(what, day) { zh: "“{what}”{day} 已落实", en: "{what}: done {day}" }
    /// One was carried out too late.
    task_done_late(what, day, days) { zh: "“{what}”{day} 落实，逾期 {days} 天", en: "{what}: done {day}, {days} days late" }
    /// Who carries it out.
    task_owner(name) { zh: "由 {name} 落实", en: "{name} carries it out" }
    /// By when.
    task_until(day) { zh: "{day} 前完成", en: "by {day}" }
    /// Nothing is known of earlier ones.
    tasks_before_unknown(files) { zh: "{files} 读不懂，所以没有列出上次决议的落实情况", en: "{files} cannot be read, so what became of earlier decisions is not shown" }
    /// A last day that cannot be kept.
    until_before_decided(until, decided) { zh: "期限 {until} 早于作出决议的 {decided}", en: "{until} is before it was decided, on {decided}" }
}
