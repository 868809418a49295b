//! The steps of people's development: where each stands, what comes next, and back from a chosen day.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Filed};
use crate::reckon::{BackPlan, BackStep, Coming, Location, Milestone, Progress};
use crate::record::{Day, Member, MemberId};
use crate::rulebook::{Counted, StepRule};
use crate::words::{self, Text};

/// Those who are on the way to another standing on a day, and what comes next for each.
pub fn development<'a>(
    branch: &'a Branch,
    day: Day,
    people: impl Iterator<Item = (&'a MemberId, &'a Filed<Member>)>,
) -> Table {
    use ColumnKind::{Day as Date, Id, Place, Text as Words};
    let columns = [
        ("member", Id),
        ("name", Words),
        ("standing", Words),
        ("since", Date),
        ("last_step", Words),
        ("date", Date),
        ("next_step", Words),
        ("step_state", Words),
        ("earliest", Date),
        ("until", Date),
        ("rule", Place),
    ];
    let mut unknown = None;
    let rows = people.filter_map(|(id, person)| {
        let way = Progress::new(&branch.rules, person, day);
        let next = way.next()?;
        let standing = way.standing()?;
        // Who left and came back as the same has been that all along.
        let taken_up = person.taken_up().into_iter().map(|since| (since.from.value, &since.is.value));
        let since = taken_up.filter(|(from, is)| *from <= day && *is == standing).map(|(from, _)| from).max();
        let last = way.taken.last();
        note_unknown(&mut unknown, &next);
        Some(vec![
            Text::same(id.as_str()).into(),
            branch.member_name_on(id, day).into(),
            Cell::code(standing, branch.standing_name(standing)),
            since.into(),
            last.map(|last| step_cell(branch, last)).into(),
            last.map(|last| last.day).into(),
            Cell::code(&next.rule.id.value, next.rule.name()),
            state(branch, &way, &next),
            next.earliest.map(|earliest| earliest.day()).into(),
            next.latest.map(|latest| latest.day()).into(),
            place(branch, next.rule),
        ])
    });
    let rows = rows.collect();
    with_unknown(Table::new("development", &columns, rows), unknown)
}

/// The steps a person took, and those that come next; nothing for those who are on no way.
pub(super) fn steps(branch: &Branch, person: &Filed<Member>, day: Day) -> Option<Table> {
    use ColumnKind::{Day as Date, Place, Text as Words};
    let columns = [
        ("date", Date),
        ("milestone", Words),
        ("step_state", Words),
        ("earliest", Date),
        ("until", Date),
        ("done_by", Words),
        ("note", Words),
        ("source", Place),
        ("rule", Place),
    ];
    let way = Progress::new(&branch.rules, person, day);
    let open = way.open();
    if open.is_empty() && way.taken.iter().all(|milestone| milestone.record.is_none()) {
        return None;
    }
    let mut unknown = None;
    let taken = way.taken.iter().map(|milestone| taken_row(branch, person, milestone));
    let mut rows: Vec<_> = taken.collect();
    for rule in open {
        let coming = way.coming(rule);
        note_unknown(&mut unknown, &coming);
        let source = coming.latest.or(coming.earliest).and_then(|bound| bound.source).or(rule.source.as_deref());
        rows.push(vec![
            Cell::Empty,
            Cell::code(&rule.id.value, rule.name()),
            state(branch, &way, &coming),
            coming.earliest.map(|earliest| earliest.day()).into(),
            coming.latest.map(|latest| latest.day()).into(),
            rule.by.as_deref().map(Text::same).into(),
            Cell::Empty,
            source.map(Text::same).into(),
            place(branch, rule),
        ]);
    }
    Some(with_unknown(Table::new("steps", &columns, rows), unknown))
}

/// A step that was taken.
fn taken_row(branch: &Branch, person: &Filed<Member>, milestone: &Milestone<'_>) -> Vec<Cell> {
    let record = milestone.record;
    let until = record.and_then(|record| record.until.as_ref()).map(|until| until.value);
    let people =
        record.map(|record| record.people.iter().map(|at| branch.name_on(at, milestone.day)).collect::<Vec<_>>());
    let by = record.and_then(|record| record.by.as_deref()).map(Text::same);
    let by: Vec<_> = by.into_iter().chain(people.unwrap_or_default()).collect();
    let amounts = record.into_iter().flat_map(|record| {
        [
            record.days.as_ref().map(|days| words::so_many_days(days.value)),
            record.hours.as_ref().map(|hours| words::so_many_hours(hours.value)),
            record.lengthens.as_ref().map(|length| length.value.name()),
            record.note.as_deref().map(|note| Text::same(note.to_owned())),
        ]
    });
    let amounts: Vec<_> = amounts.flatten().collect();
    let spot = Location::new(&person.source, Some(milestone.span));
    vec![
        milestone.day.into(),
        step_cell(branch, milestone),
        Cell::code("done", words::step_done()),
        Cell::Empty,
        until.into(),
        if by.is_empty() { Cell::Empty } else { Text::list(by).into() },
        if amounts.is_empty() { Cell::Empty } else { Text::list(amounts).into() },
        Cell::Empty,
        spot.at().into(),
    ]
}

fn step_cell(branch: &Branch, milestone: &Milestone<'_>) -> Cell {
    Cell::code(milestone.step, branch.step_name(milestone.step, milestone.day))
}

/// Where a rule stands.
fn place(branch: &Branch, rule: &StepRule) -> Cell {
    branch.rules.steps.as_ref().map(|(source, _)| Location::new(source, Some(&rule.span)).at()).into()
}

/// Whether a step to come is overdue, due, waits for another, or may be taken from some day on.
fn state(branch: &Branch, way: &Progress<'_>, coming: &Coming<'_>) -> Cell {
    let overdue = coming.latest.is_some_and(|latest| latest.day() < way.day);
    let early = coming.earliest.is_some_and(|earliest| way.day < earliest.day());
    match coming.waits.first() {
        _ if overdue => Cell::code("overdue", words::overdue()),
        Some(first) => Cell::code("waits", words::step_waits(branch.step_name(first, way.day))),
        None if early => Cell::code("early", words::step_not_yet()),
        None => Cell::code("open", words::not_overdue()),
    }
}

/// Keeps the first year whose holidays would have been needed.
fn note_unknown(unknown: &mut Option<i32>, coming: &Coming<'_>) {
    let bounds = [&coming.earliest, &coming.latest].into_iter().flatten();
    *unknown = bounds.filter_map(|bound| bound.counted.unknown).chain(*unknown).min();
}

fn with_unknown(table: Table, unknown: Option<i32>) -> Table {
    match unknown {
        Some(year) => table.note(words::about_unknown_holidays(year)),
        None => table,
    }
}

/// A plan back from a chosen day: the first and the last day of each step that is still to be taken.
pub fn plan_back(branch: &Branch, id: &MemberId, plan: &BackPlan<'_>) -> Table {
    use ColumnKind::{Command, Day as Date, Place, Text as Words};
    let columns = [
        ("milestone", Words),
        ("earliest", Date),
        ("until", Date),
        ("plan_fit", Words),
        ("firm", Words),
        ("done_by", Words),
        ("source", Place),
        ("rule", Place),
        ("command", Command),
    ];
    let rows = plan.steps.iter().map(|planned| {
        let rule = planned.coming.rule;
        vec![
            Cell::code(&rule.id.value, rule.name()),
            planned.first.day.into(),
            planned.last.day.into(),
            plan_fit(planned),
            Cell::code(rule.firm().id(), words::severity(rule.firm().id())),
            rule.by.as_deref().map(Text::same).into(),
            rule.source.as_deref().map(Text::same).into(),
            place(branch, rule),
            Text::same(format!("zhibu member step {id} {}", rule.id.value)).into(),
        ]
    });
    let counted = plan.steps.iter().flat_map(|planned| [planned.first, planned.last]).chain([plan.earliest]);
    let unknown = counted.filter_map(|counted: Counted| counted.unknown).min();
    let verdict = match plan.is_possible() {
        true => words::plan_possible(plan.goal.name(), plan.day),
        false if plan.earliest.day > plan.day => words::plan_too_soon(plan.goal.name(), plan.day, plan.earliest.day),
        false => words::plan_impossible(plan.goal.name(), plan.day),
    };
    with_unknown(Table::new("plan_back", &columns, rows.collect()).note(verdict), unknown)
}

fn plan_fit(planned: &BackStep<'_>) -> Cell {
    match planned.is_possible() {
        false => Cell::code("too-late", words::plan_step_too_late()),
        true if planned.is_late => Cell::code("overdue", words::overdue()),
        true => Cell::code("possible", words::plan_step_possible()),
    }
}
