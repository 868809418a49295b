//! What is owed, as a table.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon;
use crate::record::Period;
use crate::words::{self, Text};

/// What is owed on the first day of a window and in time until its last day, the overdue first; each with its rule and
/// the command that settles it.
pub fn due(branch: &Branch, window: Period) -> Table {
    use ColumnKind::{Command, Day, List, Place, Text as Words};
    let columns = [
        ("until", Day),
        ("due_state", Words),
        ("firm", Words),
        ("what", Words),
        ("who", List),
        ("source", Place),
        ("rule", Place),
        ("command", Command),
    ];
    let rows = reckon::due(branch, window).into_iter().map(|due| {
        let state = if due.until < window.first { words::overdue() } else { words::not_overdue() };
        let state_id = if due.until < window.first { "overdue" } else { "due" };
        vec![
            due.until.into(),
            Cell::code(state_id, state),
            Cell::code(due.firm.id(), words::severity(due.firm.id())),
            due.what.into(),
            Cell::people(due.who),
            due.source.map(Text::same).into(),
            due.rule.map(|rule| rule.at()).into(),
            Text::same(due.command).into(),
        ]
    });
    Table::new("due", &columns, rows.collect())
}
