//! Findings as tables.

use crate::branch::Branch;
use crate::error::{Fault, Place};
use crate::record::Acceptance;
use crate::report::{Cell, ColumnKind, Table};
use crate::words::{self, Text};

/// What every finding has.
const COLUMNS: [(&str, ColumnKind); 11] = [
    ("code", ColumnKind::Id),
    ("severity", ColumnKind::Text),
    ("file", ColumnKind::Id),
    ("line", ColumnKind::Integer),
    ("column", ColumnKind::Integer),
    ("end_line", ColumnKind::Integer),
    ("end_column", ColumnKind::Integer),
    ("fact", ColumnKind::Text),
    ("cure", ColumnKind::Text),
    ("source", ColumnKind::Text),
    ("about", ColumnKind::Text),
];

/// The cells under [`COLUMNS`].
fn cells(finding: &Fault) -> Vec<Cell> {
    let place = finding.place.as_ref();
    let position = |number: Option<usize>| Cell::from(number.filter(|number| *number > 0));
    vec![
        Text::same(finding.code).into(),
        Cell::code(finding.severity.id(), words::severity(finding.severity.id())),
        place.map(|place| Text::same(place.file.as_str())).into(),
        position(place.map(|place| place.line)),
        position(place.map(|place| place.column)),
        position(place.map(|place| place.line)),
        position(place.map(end_column)),
        finding.fact.clone().into(),
        finding.cure.clone().into(),
        finding.source.as_deref().map(Text::same).into(),
        finding.about.as_deref().map(Text::same).into(),
    ]
}

/// The column behind the part of a line that is meant, from 1, in characters; what goes on over several lines ends with
/// the first.
fn end_column(place: &Place) -> usize {
    let behind = place.excerpt.as_ref().and_then(|excerpt| excerpt.line.get(..excerpt.to));
    behind.map_or(place.column, |behind| behind.chars().count() + 1).max(place.column)
}

/// Findings as a table.
pub fn table(findings: &[Fault]) -> Table {
    Table::new("findings", &COLUMNS, findings.iter().map(cells).collect())
}

/// Findings that were let stand as a table, each with why, since when, until when and by whom.
pub fn accepted_table(branch: &Branch, accepted: &[(Fault, Acceptance)]) -> Table {
    use ColumnKind::{Day, Id, Text as Words};
    let more = [("why", Words), ("date", Day), ("until", Day), ("accepted_by", Words), ("id", Id)];
    let rows = accepted.iter().map(|(finding, acceptance)| {
        let mut row = cells(finding);
        row.extend([
            Text::same(acceptance.why.as_str()).into(),
            acceptance.date.value.into(),
            acceptance.until.as_ref().map(|until| until.value).into(),
            acceptance.by.as_ref().map(|by| Cell::code(&by.value, branch.name(by))).into(),
            Text::same(acceptance.id.as_str()).into(),
        ]);
        row
    });
    Table::new("accepted", &[&COLUMNS[..], &more].concat(), rows.collect())
}
