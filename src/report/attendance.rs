//! Who was at which meeting, and how often.

use std::collections::{BTreeMap, BTreeSet};

use super::meetings::{ATTENDED, COUNTED, attended, counts};
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Tally, seats};
use crate::record::{Day, Month, Period};
use crate::words::{self, Text};

/// Every seat of every meeting of a period.
pub fn roll_calls(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Day, Text as Words};
    let columns = [
        ("meeting", ColumnKind::Id),
        ("date", Day),
        ("kind", Words),
        ("group", Words),
        ("member", ColumnKind::Id),
        ("name", Words),
        ("state", Words),
        ("reason", Words),
        ("made_up", Day),
        ("note", Words),
        ("was_due", ColumnKind::Integer),
        ("sitting_date", Day),
    ];
    let held = branch.held().filter(|meeting| period.contains(meeting.date.value));
    let rows = held.flat_map(|meeting| {
        seats(branch, meeting).into_iter().map(move |seat| {
            let reason = seat.absence.and_then(|absence| absence.reason.as_ref());
            vec![
                Text::same(meeting.source.path.stem()).into(),
                meeting.date.value.into(),
                Cell::code(&meeting.kind.value, branch.kind_name(&meeting.kind)),
                meeting
                    .group
                    .as_ref()
                    .map(|group| Cell::code(&group.value, branch.group_name_on(group, meeting.date.value)))
                    .into(),
                Text::same(seat.member.as_str()).into(),
                branch.member_name_on(seat.member, meeting.date.value).into(),
                Cell::code(seat.state().id(), words::state(seat.state().id())),
                reason.map(|reason| Cell::code(&reason.value, branch.reason_name(reason))).into(),
                seat.made_up().into(),
                seat.absence.and_then(|absence| absence.note.as_deref()).map(Text::same).into(),
                usize::from(seat.due).into(),
                seat.sitting.map(|sitting| sitting.date.value).into(),
            ]
        })
    });
    Table::new("attendance", &columns, rows.collect())
}

/// By what attendance is summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    /// Member by member.
    Member,
    /// Group by group, as the members were on the day of the meeting.
    Group,
    /// Kind by kind.
    Kind,
    /// Month by month.
    Month,
    /// Quarter by quarter.
    Quarter,
}

impl By {
    /// The part of time a day is in, where it is summed up by time.
    fn part(self, day: Day) -> Option<Period> {
        match self {
            Self::Month => Some(Month::of(day).period()),
            Self::Quarter => Some(Period::quarter_of(day)),
            Self::Member | Self::Group | Self::Kind => None,
        }
    }
}

/// How often those who were due attended in a period.
pub fn attendance(branch: &Branch, period: Period, by: By) -> Table {
    let part = |day: Day| by.part(day).map_or_else(String::new, |part| part.to_string());
    let mut tallies: BTreeMap<String, (Text, BTreeSet<&str>, Tally)> = BTreeMap::new();
    for meeting in branch.activities(period) {
        for seat in seats(branch, meeting) {
            let group = branch.group_at(seat.member, meeting);
            let (id, name) = match by {
                By::Member => (seat.member.to_string(), branch.member_name_on(seat.member, period.last)),
                By::Group => match group {
                    Some(group) => (group.to_string(), branch.group_name_on(group, period.last)),
                    None => (String::new(), words::no_group()),
                },
                By::Kind => (meeting.kind.to_string(), branch.kind_name(&meeting.kind)),
                By::Month | By::Quarter => (part(meeting.date.value), Text::default()),
            };
            let (_, meetings, tally) = tallies.entry(id).or_insert((name, BTreeSet::new(), Tally::default()));
            meetings.insert(meeting.source.path.as_str());
            tally.add(&seat);
        }
    }
    // Between two in which something was held, one in which nothing was stands there too.
    let held: Vec<_> = branch.activities(period).map(|meeting| meeting.date.value).collect();
    if let (Some(first), Some(last)) = (held.iter().min(), held.iter().max()) {
        let parts = std::iter::successors(by.part(*first), |before| by.part(before.last.plus(1)));
        for empty in parts.take_while(|part| part.first <= *last) {
            tallies.entry(empty.to_string()).or_default();
        }
    }
    let (id, name) = match by {
        By::Member => ("member", Some("name")),
        By::Group => ("group", Some("group_name")),
        By::Kind => ("kind", Some("kind_name")),
        By::Month | By::Quarter => ("period", None),
    };
    let before = [Some(id), name].into_iter().flatten().map(|id| (id, ColumnKind::Text));
    let before: Vec<_> = before.chain([("meetings", ColumnKind::Integer)]).collect();
    let rows = tallies.into_iter().map(|(id, (name, meetings, tally))| {
        let id = Some(id).filter(|id| !id.is_empty()).map(Text::same);
        let named = (!matches!(by, By::Month | By::Quarter)).then(|| name.into());
        let mut row: Vec<Cell> = [id.into()].into_iter().chain(named).chain([meetings.len().into()]).collect();
        row.extend(counts(&tally));
        row.extend(attended(&tally));
        row
    });
    Table::new("attendance", &[&before[..], &COUNTED, &ATTENDED].concat(), rows.collect())
        .spare(&["not_due", "open", "exempt", "excused", "made_up", "late"])
        .note(words::rate_denominator())
}
