//! What is owed, as a table.

use super::table::{Cell, ColumnKind, Extent, Table};
use crate::branch::Branch;
use crate::reckon::{self, Due};
use crate::record::Period;
use crate::words::{self, Text};

/// What is owed on the first day of a window and in time until its last day, the overdue first; each with its rule and
/// the command that settles it.
pub fn due(branch: &Branch, window: Period, extent: Extent) -> Table {
    let (mut shown, mut old) = (reckon::due(branch, window), vec![]);
    if extent == Extent::Brief {
        (old, shown) = shown.into_iter().partition(|due| due.is_old(window.first));
    }
    // A note stands under a table, and there is none without rows.
    if shown.is_empty() {
        std::mem::swap(&mut shown, &mut old);
    }
    let table = table(shown, window);
    match old.first() {
        Some(oldest) => table.note(words::older_due(old.len(), oldest.until)),
        None => table,
    }
}

/// What is owed, a row each.
fn table(dues: Vec<Due<'_>>, window: Period) -> Table {
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
    let rows = dues.into_iter().map(|due| {
        let (state_id, state) = match due.is_overdue(window.first) {
            true => ("overdue", words::overdue()),
            false => ("due", words::not_overdue()),
        };
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
