//! The overview: the period in a few numbers, week by week and month by month.

use super::leaf::{Fact, Leaf, Part, Section, field};
use super::rhythm::heat;
use super::{Linked, Making, bulletins, head, known, leading, points};
use crate::reckon::{DutyState, Tally, duties, seats};
use crate::record::Month;
use crate::report::{Cell, ColumnKind, Grid};
use crate::words;

/// The first page.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let mut parts = vec![Part::Fields(numbers(making))];
    let heat = heat(making);
    if !heat.rows.is_empty() {
        parts.extend([Part::Heading(words::week_by_week()), Part::Heat(heat)]);
    }
    parts.extend([Part::Heading(words::month_by_month()), Part::Grid(months(making))]);
    vec![Leaf { title: words::overview_of(making.period), ..Leaf::first(Section::Home, parts) }]
}

/// The period in a few numbers.
fn numbers(making: &Making<'_>) -> Vec<Fact> {
    let Making { branch, seen, today, .. } = making;
    let members = branch.people_on(seen.last).filter(|(_, member)| branch.is_member(member, seen.last)).count();
    let rate = sum(making, |_| true).rate();
    let mut owed: Vec<_> = duties(branch, *seen, *today).iter().map(|owing| owing.state(*today)).collect();
    owed.retain(|state| *state != DutyState::Open);
    let kept = owed.iter().filter(|state| **state == DutyState::Kept).count();
    let open: Vec<_> = branch.issues_during(*seen).filter(|issue| issue.is_open(seen.last)).collect();
    let overdue = open.iter().filter(|issue| issue.is_overdue(seen.last)).count();
    let mut numbers = vec![
        field("members", members),
        field("meetings", making.activities().count()),
        field("rate", rate.map_or(Cell::Empty, Cell::Bar)),
        Fact { label: words::duties_kept_of_over(), value: Cell::Part(kept, owed.len()).into() },
        Fact { label: words::overdue_of_open(), value: Cell::Part(overdue, open.len()).into() },
    ];
    numbers.retain(|field| !matches!(field.value.cell, Cell::Empty | Cell::Part(0, 0)));
    numbers
}

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
            leading(words::bulletin_in(month), Some(bulletins::page(month))),
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
fn sum(making: &Making<'_>, wanted: impl Fn(crate::record::Day) -> bool) -> Tally {
    let mut tally = Tally::default();
    for meeting in making.activities().filter(|meeting| wanted(meeting.date.value)) {
        seats(making.branch, meeting).iter().for_each(|seat| tally.add(seat));
    }
    tally
}
