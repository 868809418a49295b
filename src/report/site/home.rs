//! The overview: the period in a few numbers, week by week and month by month.

use super::leaf::{Fact, Leaf, Part, Section, field};
use super::making::Making;
use super::months::{months, sum};
use super::rhythm::heat;
use crate::reckon::{DutyState, duties};
use crate::report::Cell;
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
    let members = branch.number_of_members(seen.last);
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
