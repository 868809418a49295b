//! What stands below a table: sums, signatures, notes, and the headings again where a new page began.

use super::{Cell, Mapping, Row, Sheet};
use crate::branch::is_label;

impl Mapping {
    /// Whether a row is no record: one of its first words is that of a sum, a signature or a note, and the rest are such
    /// words or numbers; or it says the headings once more.
    pub(super) fn is_foot(&self, row: &Row) -> bool {
        let filled = || row.cells.iter().filter(|cell| !cell.is_empty());
        let text = |cell: &Cell| match cell {
            Cell::Text(text) => Some(text.clone()),
            _ => None,
        };
        let first = filled().next().and_then(text);
        let name = self.place("name").map(|at| row.cell(at)).and_then(text);
        if ![first, name].iter().flatten().any(|text| is_label(text)) {
            return false;
        }
        let is_number =
            |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '¥' | '￥'));
        let headings = self.columns.iter().map(|column| column.heading.as_str());
        let is_heading = |(cell, heading): (&Cell, &str)| cell.is_empty() || text(cell).as_deref() == Some(heading);
        filled().all(|cell| text(cell).is_none_or(|text| is_label(&text) || is_number(&text)))
            || row.cells.iter().zip(headings).all(is_heading)
    }

    /// The rows that are no records, each with what it begins with.
    pub fn foot<'a>(&'a self, sheet: &'a Sheet) -> impl Iterator<Item = (usize, String)> + 'a {
        let first = |row: &Row| row.cells.iter().find_map(|cell| cell.text().ok().flatten());
        let under = sheet.rows.iter().filter(|row| row.number > self.heading_row);
        under.filter(|row| self.is_foot(row)).map(move |row| (row.number, first(row).unwrap_or_default()))
    }
}
