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
    let (table, _) = table(shown, window);
    match old.first() {
        Some(oldest) => table.note(words::older_due(old.len(), oldest.until)),
        None => table,
    }
}

/// All of it, with what each row is, whatever it says.
pub fn due_with_ids(branch: &Branch, window: Period) -> (Table, Vec<String>) {
    table(reckon::due(branch, window), window)
}

/// What is owed, a row each, with what it is.
fn table(dues: Vec<Due<'_>>, window: Period) -> (Table, Vec<String>) {
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
    let mut ids = Vec::new();
    let rows = dues.into_iter().map(|due| {
        ids.push(due.id.clone());
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
    let rows = rows.collect();
    (Table::new("due", &columns, rows), ids)
}
