//! The rhythm of a period: what was held week by week, the pauses, and how regularly the duties were kept.

use std::collections::BTreeMap;

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Query};
use crate::reckon::{DutyState, Whose, duties, duties_query};
use crate::record::{Day, GroupId, KindId, Period};
use crate::rulebook::Scope;
use crate::words::{self, Text};

/// What [`rhythm`] needs.
pub fn rhythm_query(period: Period, today: Day) -> Query {
    Query::roll().meetings(period).and(duties_query(period, today))
}

/// The rhythm of a period as far as it has come by a day: a row a kind of meeting, and a group where groups meet.
///
/// A week is from Monday to Sunday. A pause is the number of days between two meetings, or between the first or last of
/// them and an end of the period. Regular is the share of the periods of its duties, as far as they are over, in which
/// they were kept.
pub fn rhythm(branch: &Branch, period: Period, today: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, List, Number, Text as Words};
    let columns = [
        ("kind", Id),
        ("kind_name", Words),
        ("group", Id),
        ("group_name", Words),
        ("held", Integer),
        ("last_held", Date),
        ("longest_pause", Integer),
        ("pause_from", Date),
        ("regular", Number),
        ("weeks", List),
    ];
    let seen = branch.told(Period { last: period.last.min(today), ..period });
    let mut held: BTreeMap<(&KindId, Option<&GroupId>), Vec<Day>> = BTreeMap::new();
    for meeting in branch.held().filter(|meeting| seen.contains(meeting.date.value)) {
        let group = meeting.group.as_ref().map(|group| &group.value);
        held.entry((&meeting.kind.value, group)).or_default().push(meeting.date.value);
    }
    let kept = regular(branch, seen, today);
    // What ought to be held and never was stands there too.
    for (kind, group) in kept.keys() {
        held.entry((kind, *group)).or_default();
    }
    let place = |kind: &KindId| branch.rules.kinds().position(|rule| rule.id.value == *kind);
    let mut rows: Vec<_> = held.into_iter().collect();
    rows.sort_by_key(|((kind, group), _)| (place(kind), *group));
    let rows = rows.into_iter().map(|((kind, group), mut days)| {
        days.sort();
        let pause = longest_pause(&days, seen);
        vec![
            Text::same(kind.as_str()).into(),
            branch.kind_name(kind).into(),
            group.map(|group| Text::same(group.as_str())).into(),
            group.map(|group| branch.group_name_on(group, period.last)).into(),
            days.len().into(),
            days.last().copied().into(),
            pause.map(|(pause, _)| pause).into(),
            pause.map(|(_, from)| from).into(),
            kept.get(&(kind, group)).map_or(Cell::Empty, |(kept, all)| Cell::Bar((kept * 1000 / all) as i64)),
            Cell::Heat(weeks(&days, seen)),
        ]
    });
    Table::new("rhythm", &columns, rows.collect())
        .spare(&["weeks", "pause_from", "last_held"])
        .note(words::about_rhythm(seen))
}

/// For each kind and group with a duty of its own, the periods of it that are settled: kept in time, and all.
fn regular(branch: &Branch, seen: Period, today: Day) -> BTreeMap<(&KindId, Option<&GroupId>), (usize, usize)> {
    let mut counts = BTreeMap::new();
    for owing in duties(branch, seen, today) {
        let group = match owing.whose {
            Whose::Branch => None,
            Whose::Group(group) => Some(group),
            Whose::Member(_) => continue,
        };
        let state = owing.state(today);
        for kind in owing.duty.kinds.iter().filter(|_| state != DutyState::Open) {
            // A duty of the branch is not told at the kind of which each group has its own meetings.
            let of_groups = branch.rules.kind(&kind.value).is_some_and(|kind| kind.scope() == Scope::Group);
            if of_groups == group.is_some() {
                let (kept, all): &mut (usize, usize) = counts.entry((&kind.value, group)).or_default();
                *kept += usize::from(state == DutyState::Kept);
                *all += 1;
            }
        }
    }
    counts
}

/// The longest pause and the day it began after: none where nothing was held.
fn longest_pause(days: &[Day], seen: Period) -> Option<(usize, Day)> {
    let first = seen.first.minus(1);
    let ends = std::iter::once(first).chain(days.iter().copied());
    let pauses = ends.zip(days.iter().copied().chain([seen.last.plus(1)]));
    let pauses = pauses.map(|(from, to)| (usize::try_from(to.since(from) - 1).unwrap_or(0), from.plus(1)));
    // Of pauses as long as one another, the first.
    pauses.reduce(|one, other| if other.0 > one.0 { other } else { one }).filter(|_| !days.is_empty())
}

/// How many were held in each week, from the one in which the period begins.
fn weeks(days: &[Day], seen: Period) -> Vec<usize> {
    let monday = seen.first.minus(seen.first.weekday().num_days_from_monday().into());
    let week = |day: Day| usize::try_from(day.since(monday) / 7).unwrap_or(0);
    let mut counts = vec![0; week(seen.last) + 1];
    days.iter().for_each(|day| counts[week(*day)] += 1);
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[track_caller]
    fn pause(days: &[&str], expected: Option<(usize, &str)>) {
        let seen = Period::new(day("2026-01-01"), day("2026-03-31")).expect("a period");
        let days: Vec<_> = days.iter().map(|text| day(text)).collect();
        assert_eq!(longest_pause(&days, seen), expected.map(|(pause, from)| (pause, day(from))));
    }

    #[test]
    fn a_pause_is_the_days_on_which_nothing_was_held() {
        pause(&[], None);
        pause(&["2026-01-01"], Some((89, "2026-01-02")));
        pause(&["2026-03-31"], Some((89, "2026-01-01")));
        pause(&["2026-01-31", "2026-03-01"], Some((30, "2026-01-01")));
        pause(&["2026-01-10", "2026-02-20"], Some((40, "2026-01-11")));
        pause(&["2026-01-31", "2026-01-31", "2026-03-03"], Some((30, "2026-01-01")));
    }

    #[test]
    fn weeks_begin_on_monday() {
        // The first of January 2026 was a Thursday.
        let seen = Period::new(day("2026-01-01"), day("2026-01-19")).expect("a period");
        let days = ["2026-01-01", "2026-01-04", "2026-01-05", "2026-01-19"].map(day);
        assert_eq!(weeks(&days, seen), [2, 1, 0, 1]);
        let leap = Period::year(2028).expect("a year");
        assert_eq!(weeks(&[leap.last], leap).len(), 53);
    }
}
