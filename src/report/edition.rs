//! What of a table somebody gets.

use super::table::{Cell, Table};
use crate::branch::Mask;
use crate::rulebook::EditionTable;
use crate::words::{Lang, Text};

impl Table {
    /// The columns that an edition has of it.
    #[must_use]
    pub fn of_edition(mut self, edition: &EditionTable) -> Self {
        let has: Vec<_> = self.columns.iter().map(|column| edition.has(column.id)).collect();
        self.rows = self.rows.into_iter().map(|row| kept(row, &has)).collect();
        self.columns = kept(self.columns, &has);
        self
    }

    /// The same without the names and ids of people, in whatever is written in it.
    #[must_use]
    pub fn masked(mut self, mask: &Mask) -> Self {
        self.notes.iter_mut().for_each(|note| *note = mask.text(note));
        self.rows.iter_mut().flatten().for_each(|cell| hide(cell, mask));
        self
    }
}

/// Those that are wanted.
fn kept<T>(all: Vec<T>, wanted: &[bool]) -> Vec<T> {
    all.into_iter().zip(wanted).filter_map(|(one, wanted)| wanted.then_some(one)).collect()
}

/// Takes the names and ids out of a cell.
pub(super) fn hide(cell: &mut Cell, mask: &Mask) {
    let hide_id = |id: &mut String| *id = mask.text(&Text::same(id.as_str())).get(Lang::Zh).to_owned();
    match cell {
        Cell::Text(text) => *text = mask.text(text),
        Cell::Code(id, text) => {
            hide_id(id);
            *text = mask.text(text);
        }
        Cell::List(texts) => texts.iter_mut().for_each(|text| *text = mask.text(text)),
        Cell::Codes(codes) | Cell::People(codes) => codes.iter_mut().for_each(|(id, text)| {
            hide_id(id);
            *text = mask.text(text);
        }),
        Cell::Empty
        | Cell::Bar(_)
        | Cell::Day(_)
        | Cell::Heat(_)
        | Cell::Int(_)
        | Cell::Part(..)
        | Cell::Percent(_)
        | Cell::Score(_)
        | Cell::Yuan(_) => {}
    }
}
