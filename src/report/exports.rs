//! Which tables went to whom.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::record::Period;
use crate::rulebook::{COUNTS, Edition, FULL};
use crate::words::{self, Text};

/// What was exported in a period, as far as it was noted, a line a time.
pub fn exports(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Day, Id, List, Text as Words};
    let columns = [
        ("date", Day),
        ("period", Words),
        ("edition", Words),
        ("tables", List),
        ("to", Words),
        ("note", Words),
        ("by", Words),
        ("sha256", Words),
        ("entry", Id),
    ];
    let name = |id: &str| match branch.rules.editions().find(|edition| edition.key() == id) {
        Some(edition) => Edition::name(edition),
        None if id == FULL => words::full_edition(),
        None if id == COUNTS => words::counts_edition(),
        None => Text::same(id),
    };
    let exported = branch.exported().map(|(_, one)| one).filter(|one| period.contains(one.date.value));
    let rows = exported.map(|one| {
        vec![
            one.date.value.into(),
            Text::same(one.period.value.to_string()).into(),
            Cell::code(&one.edition.value, name(one.edition.as_str())),
            Cell::list(one.tables.iter().map(|table| Text::same(table.as_str()))),
            Text::same(words::shown(&one.to)).into(),
            one.note.as_deref().map(|note| Text::same(words::shown(note))).into(),
            one.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, one.date.value))).into(),
            Text::same(one.sha256.as_str()).into(),
            Text::same(one.id.as_str()).into(),
        ]
    });
    Table::new("exports", &columns, rows.collect())
}
