//! What was planned against what was done.
//!
//! An item without a kind of meeting is done on the day somebody says. One with a kind is done by a meeting of that kind
//! and group, and each meeting does one item: first one in whose days it was held, of several the one that ends first; a
//! meeting to spare does the one that has been missed the longest, until the end of the year after it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::Location;
use crate::branch::{Branch, Filed, Query};
use crate::record::{Day, GroupId, KindId, Meeting, Period, PlanItem, Source};

/// An item of a plan, and what came of it.
#[derive(Clone, Debug)]
pub struct Planned<'a> {
    /// The file it stands in.
    pub source: &'a Source,
    /// What the plan says.
    pub item: &'a PlanItem,
    /// What did it; none where it is open.
    pub done: Option<Done<'a>>,
}

/// What did an item of a plan.
#[derive(Clone, Debug)]
pub struct Done<'a> {
    /// The day.
    pub day: Day,
    /// The record that says so.
    pub record: Location<'a>,
}

/// How an item of a plan stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// Done in time.
    Done,
    /// Done after its last day.
    Late,
    /// Not done, and still in time.
    Open,
    /// Not done after its last day.
    Overdue,
}

impl PlanState {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Late => "late",
            Self::Open => "open",
            Self::Overdue => "overdue",
        }
    }
}

impl Planned<'_> {
    /// How it stands on a day.
    pub fn state(&self, day: Day) -> PlanState {
        match (&self.done, self.late(day) > 0) {
            (Some(_), false) => PlanState::Done,
            (Some(_), true) => PlanState::Late,
            (None, false) => PlanState::Open,
            (None, true) => PlanState::Overdue,
        }
    }

    /// By how many days it was done late, or is late on a day; none or below where it is in time.
    pub fn late(&self, day: Day) -> i64 {
        self.done.as_ref().map_or(day, |done| done.day).since(self.item.until.value)
    }
}

/// What [`planned`] needs to tell what became of the items of a period. Who is late takes a meeting from who is later, so
/// that all plans before decide.
pub fn planned_query(period: Period, day: Day) -> Query {
    Query::roll().plans_until(Period { first: Day::FIRST, last: period.last }, day)
}

/// Every item that counts, by its last day, then id, and what had done it by the end of a day.
pub fn planned(branch: &Branch, day: Day) -> Vec<Planned<'_>> {
    let counting = branch.plan_items().filter(|(_, item)| item.struck.is_none());
    let mut all: Vec<_> =
        counting.map(|(source, item)| Planned { source, item, done: by_hand(source, item, day) }).collect();
    all.sort_by_key(|planned| (planned.item.until.value, planned.item.id.as_str()));
    let mut series: BTreeMap<Series<'_>, (Vec<usize>, Vec<&Filed<Meeting>>)> = BTreeMap::new();
    for (at, planned) in all.iter().enumerate() {
        if let Some(kind) = &planned.item.kind {
            let group = planned.item.group.as_ref().map(|group| &group.value);
            series.entry((&kind.value, group)).or_default().0.push(at);
        }
    }
    for meeting in branch.held().filter(|meeting| meeting.date.value <= day) {
        let group = meeting.group.as_ref().map(|group| &group.value);
        if let Some((_, meetings)) = series.get_mut(&(&meeting.kind.value, group)) {
            meetings.push(meeting);
        }
    }
    for (items, meetings) in series.into_values() {
        let days: Vec<_> = items.iter().map(|at| all[*at].item.days()).collect();
        let held: Vec<_> = meetings.iter().map(|meeting| meeting.date.value).collect();
        for (at, meeting) in items.into_iter().zip(matched(&days, &held)) {
            all[at].done = meeting.map(|meeting| {
                let meeting = meetings[meeting];
                let record = Location::new(&meeting.source, Some(&meeting.date.span));
                Done { day: meeting.date.value, record }
            });
        }
    }
    all
}

/// The day by whose end it is told what became of the plans of a period: today, unless no meeting can do them any more.
pub fn plan_day(period: Period, today: Day) -> Day {
    Period::year(period.last.year() + 1).map_or(today, |next| next.last.min(today))
}

/// A kind of meeting, and the group that meets.
type Series<'a> = (&'a KindId, Option<&'a GroupId>);

/// What the line of an item says of its being done.
fn by_hand<'a>(source: &'a Source, item: &PlanItem, day: Day) -> Option<Done<'a>> {
    let done = item.done.as_ref().filter(|done| item.kind.is_none() && done.value <= day)?;
    Some(Done { day: done.value, record: Location::new(source, Some(&item.id.span)) })
}

/// Which meeting does each of some items: the days of the items by their last, the days of the meetings in order.
fn matched(items: &[Period], held: &[Day]) -> Vec<Option<usize>> {
    let mut done = vec![None; items.len()];
    let mut spare = Vec::new();
    let mut coming: Vec<_> = (0..items.len()).collect();
    coming.sort_by_key(|at| items[*at].first);
    let mut coming = coming.into_iter().peekable();
    let mut in_time: BinaryHeap<Reverse<(Day, usize)>> = BinaryHeap::new();
    for (meeting, day) in held.iter().enumerate() {
        while let Some(at) = coming.next_if(|at| items[*at].first <= *day) {
            in_time.push(Reverse((items[at].last, at)));
        }
        while in_time.peek().is_some_and(|Reverse((last, _))| last < day) {
            in_time.pop();
        }
        match in_time.pop() {
            Some(Reverse((_, at))) => done[at] = Some(meeting),
            None => spare.push(meeting),
        }
    }
    let missed: Vec<_> = (0..items.len()).filter(|at| done[*at].is_none()).collect();
    let mut missed = missed.into_iter().peekable();
    let mut waiting = VecDeque::new();
    for meeting in spare {
        waiting.extend(std::iter::from_fn(|| missed.next_if(|at| items[*at].last < held[meeting])));
        while waiting.front().is_some_and(|at: &usize| held[meeting].year() - items[*at].last.year() > 1) {
            waiting.pop_front();
        }
        if let Some(at) = waiting.pop_front() {
            done[at] = Some(meeting);
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::parse_period;

    /// The days of items and of meetings; the days on which the items are done, `-` where they are not.
    #[track_caller]
    fn case(items: &str, held: &str, expected: &str) {
        let today = Day::new(2026, 1, 1).expect("a day");
        let items: Vec<_> = items.split_whitespace().map(|text| parse_period(text, today).expect("a period")).collect();
        let held: Vec<_> = held.split_whitespace().map(|text| Day::parse(text).expect("a day")).collect();
        let done = matched(&items, &held);
        let done = done.into_iter().map(|meeting| meeting.map_or("-".to_owned(), |at| held[at].to_string()));
        assert_eq!(done.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_meeting_in_the_days_of_an_item_does_it() {
        case("2026-03", "2026-03-01", "2026-03-01");
        case("2026-03", "2026-03-31", "2026-03-31");
        case("2026-03", "2026-02-28", "-");
        case("2028-02", "2028-02-29", "2028-02-29");
        case("2026-03-15", "2026-03-15", "2026-03-15");
        case("2026-03", "", "-");
    }

    #[test]
    fn one_meeting_does_one_item() {
        case("2026Q1 2026H1", "2026-02-01", "2026-02-01 -");
        case("2026Q1 2026H1", "2026-02-01 2026-03-01", "2026-02-01 2026-03-01");
        case("2026-01-01..2026-01-10 2026-01", "2026-01-05", "2026-01-05 -");
        case("2026-01 2026-01 2026-01", "2026-01-05 2026-01-06", "2026-01-05 2026-01-06 -");
        // The year's item takes what the quarters leave.
        case("2026Q1 2026Q2 2026", "2026-01-05 2026-02-01 2026-04-01", "2026-01-05 2026-04-01 2026-02-01");
    }

    #[test]
    fn a_meeting_to_spare_does_late_what_was_missed_first() {
        case("2026-03", "2026-04-01", "2026-04-01");
        case("2026-01 2026-02", "2026-02-05", "- 2026-02-05");
        case("2026-01 2026-02", "2026-02-05 2026-02-20", "2026-02-20 2026-02-05");
        case("2026-01 2026-02", "2026-03-01", "2026-03-01 -");
        case("2026-01 2026-02", "2026-03-01 2026-03-02", "2026-03-01 2026-03-02");
        case("2025-12 2026-01", "2026-01-05 2026-01-06", "2026-01-06 2026-01-05");
        case("2024-03 2026-03", "2026-04-01", "- 2026-04-01");
        case("2025-03", "2026-12-31", "2026-12-31");
        case("2025-03", "2027-01-01", "-");
    }
}
