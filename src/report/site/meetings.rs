//! The meetings: the list, and each as the record book prints it.

use super::Grid;
use super::leaf::{Leaf, Part, Section, parts_of, string_together};
use super::making::{Making, meeting_page};
use crate::report::{meetings_brief, record_book};
use crate::words;

/// The list, and each meeting.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let table = meetings_brief(making.branch, making.seen, making.today, |meeting| meeting.struck.is_none());
    let mut grid = Grid::without(words::table_title("meetings"), &table, &["meeting"]);
    for (row, meeting) in grid.rows.iter_mut().zip(making.held()) {
        row[grid.row_head].to = Some(meeting_page(meeting.source.path.stem()));
    }
    let mut leaves: Vec<_> = making
        .held()
        .map(|meeting| {
            let record = record_book(making.branch, meeting);
            let parts = parts_of(&record, |id| making.page_of(id));
            Leaf::new(Section::Meetings, meeting_page(meeting.source.path.stem()), record.title, parts)
        })
        .collect();
    string_together(&mut leaves);
    leaves.insert(0, Leaf::first(Section::Meetings, vec![Part::Grid(grid)]));
    leaves
}
