//! The months of a site, each with what leads to its bulletin and its points.

use super::making::{Making, bulletin_page, head, known, leading};
use super::{Linked, points};
use crate::reckon::{Tally, seats};
use crate::record::Month;
use crate::report::{Cell, ColumnKind, Grid};
use crate::words;

/// The months, each with what leads to its bulletin and its points.
pub(super) fn months(making: &Making<'_>) -> Grid {
    let row = |month: Month| -> Vec<Linked> {
        let held = making.activities().filter(|meeting| month.period().contains(meeting.date.value)).count();
        let rate = sum(making, |day| Month::of(day) == month).rate();
        let scored = making.scored.iter().find(|scored| scored.last == month.last());
        vec![
            leading(words::Text::same(month.to_string()), None),
            leading(held, None),
            leading(rate.map_or(Cell::Empty, Cell::Bar), None),
            leading(words::bulletin_in(month), Some(bulletin_page(month))),
            leading(scored.map(|scored| words::points_in(*scored)), scored.map(|scored| points::page(*scored))),
        ]
    };
    let mut grid = Grid {
        caption: words::month_by_month(),
        heads: vec![
            head(words::the_month(), ColumnKind::Id),
            known("meetings", ColumnKind::Integer),
            known("rate", ColumnKind::Number),
            head(words::site_bulletins(), ColumnKind::Id),
            head(words::site_points(), ColumnKind::Id),
        ],
        row_head: 0,
        rows: making.months().map(row).collect(),
        notes: vec![words::rate_denominator()],
    };
    if making.scored.is_empty() {
        grid.heads.pop();
        grid.rows.iter_mut().for_each(|row| row.truncate(4));
    }
    grid
}

/// The attendance of the meetings of some days.
pub(super) fn sum(making: &Making<'_>, wanted: impl Fn(crate::record::Day) -> bool) -> Tally {
    let mut tally = Tally::default();
    for meeting in making.activities().filter(|meeting| wanted(meeting.date.value)) {
        seats(making.branch, meeting).iter().for_each(|seat| tally.add(seat));
    }
    tally
}
