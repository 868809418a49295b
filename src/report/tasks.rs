//! Decisions that somebody carries out: who, by when, and what became of each.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Filed};
use crate::reckon::{Session, TaskState, tasks as decided_in, told_at};
use crate::record::{Day, Meeting, Period, Task};
use crate::words::{self, Text};

/// What was decided in a period and is carried out by somebody, as it stands on a day; only what is open, where that is
/// asked.
pub fn tasks(branch: &Branch, period: Period, day: Day, only_open: bool) -> Table {
    let asked = decided_in(branch, period).filter(|task| !only_open || task.done_by(day).is_none());
    table(branch, asked, day, "tasks")
}

/// What was decided by the end of a period and was open on some day of it, as it stands on a day.
pub fn tasks_during(branch: &Branch, period: Period, day: Day) -> Table {
    let decided = decided_in(branch, Period { first: Day::FIRST, last: period.last });
    table(branch, decided.filter(|task| task.done_by(period.first.minus(1)).is_none()), day, "tasks")
}

/// What a meeting is told of what those of its kind decided before it, as it stood on its day; none where there is nothing.
pub(super) fn told(branch: &Branch, meeting: &Filed<Meeting>) -> Option<Table> {
    told_in(branch, &Session::held(meeting), meeting.date.value)
}

/// The same of a meeting that is held or planned, as it stands on a day.
pub(super) fn told_in(branch: &Branch, session: &Session<'_>, day: Day) -> Option<Table> {
    let tasks = told_at(branch, session);
    (!tasks.is_empty()).then(|| table(branch, tasks.into_iter(), day, TOLD))
}

/// The table of a meeting that says what became of earlier decisions.
pub(super) const TOLD: &str = "tasks_before";

/// Its columns.
pub(super) const COLUMNS: &[&str] =
    &["decided", "what", "owner", "owner_name", "deadline", "task_state", "done_on", "reported", "meeting", "task"];

fn table<'a>(branch: &Branch, tasks: impl Iterator<Item = &'a Task>, day: Day, name: &'static str) -> Table {
    let kinds = COLUMNS.iter().map(|id| match *id {
        "decided" | "deadline" | "done_on" => (*id, ColumnKind::Day),
        "meeting" | "owner" => (*id, ColumnKind::Key),
        "task" => (*id, ColumnKind::Id),
        _ => (*id, ColumnKind::Text),
    });
    let kinds: Vec<_> = kinds.collect();
    let rows = tasks.map(|task| {
        let (state, done) = (TaskState::of(task, day).id(), task.done_by(day));
        vec![
            task.date.value.into(),
            Text::same(task.what.as_str()).into(),
            task.owner.as_ref().map(|owner| Text::same(owner.as_str())).into(),
            task.owner.as_ref().map(|owner| branch.name_on(owner, day)).into(),
            task.until().into(),
            Cell::code(state, words::task_state(state)),
            done.into(),
            task.report.as_deref().filter(|_| done.is_some()).map(Text::same).into(),
            Text::same(task.meeting.as_str()).into(),
            Text::same(task.id.as_str()).into(),
        ]
    });
    Table::new(name, &kinds, rows.collect())
}
