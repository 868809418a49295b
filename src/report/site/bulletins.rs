//! The bulletins, a page a month.

use super::Grid;
use super::leaf::{Leaf, Part, Section, string_together};
use super::making::{Making, bulletin_page};
use super::months::months;
use crate::record::Month;
use crate::report::bulletin;
use crate::words;

/// The list of the months, and the bulletin of each.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let bulletin = |month: Month| {
        let table = bulletin(making.branch, month.period(), making.today);
        let mut grid = Grid { row_head: 1, ..Grid::of(words::bulletin_in(month), &table) };
        grid.notes.extend(making.amended(month.period()));
        Leaf::new(Section::Bulletins, bulletin_page(month), words::bulletin_in(month), vec![Part::Grid(grid)])
    };
    let mut bulletins: Vec<_> = making.months().map(bulletin).collect();
    string_together(&mut bulletins);
    bulletins.insert(0, Leaf::first(Section::Bulletins, vec![Part::Grid(months(making))]));
    bulletins
}
