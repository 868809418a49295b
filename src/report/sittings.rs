//! The sittings of a meeting that was held in several.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Filed};
use crate::record::{At, Clock, Day, Meeting, MemberId, Sitting};
use crate::words::{self, Text};

/// The table of a meeting with a line for each sitting.
pub(super) const SITTINGS: &str = "sittings";

/// Its columns.
pub(super) const COLUMNS: &[&str] =
    &["sitting", "date", "time", "place", "chair", "recorder", "attended", "present", "late"];

/// A line for each sitting; none of a meeting that was held once.
pub(super) fn sittings(branch: &Branch, meeting: &Filed<Meeting>) -> Option<Table> {
    let first = Line {
        day: meeting.date.value,
        time: meeting.time.as_deref(),
        place: meeting.place.as_deref(),
        chair: meeting.chair.as_ref(),
        recorder: meeting.recorder.as_ref(),
        present: &meeting.present,
        late: &meeting.late,
    };
    let lines = std::iter::once(first).chain(meeting.sittings.iter().map(Line::of));
    let kinds = COLUMNS.iter().map(|id| match *id {
        "sitting" | "attended" => (*id, ColumnKind::Integer),
        "date" => (*id, ColumnKind::Day),
        "present" | "late" => (*id, ColumnKind::List),
        _ => (*id, ColumnKind::Text),
    });
    let kinds: Vec<_> = kinds.collect();
    let rows = lines.enumerate().map(|(at, line)| line.cells(branch, at + 1));
    (!meeting.sittings.is_empty()).then(|| Table::new(SITTINGS, &kinds, rows.collect()))
}

/// The day and hours of each sitting; nothing for a meeting that was held once.
pub(super) fn days(meeting: &Meeting) -> Cell {
    let all = meeting.gatherings().map(|gathering| when(gathering.date.value, gathering.time.as_deref()));
    if meeting.sittings.is_empty() { Cell::Empty } else { Cell::List(all.collect()) }
}

/// The minutes of every sitting, each further one under its day.
pub(super) fn minutes(meeting: &Meeting) -> Option<Text> {
    let further = meeting.sittings.iter().enumerate().filter_map(|(at, sitting)| {
        let head = words::minutes_of_sitting(at + 2, when(sitting.date.value, sitting.time.as_deref()));
        Some(Text::join([head, Text::same(sitting.minutes.as_deref()?)], "\n"))
    });
    let all: Vec<_> = meeting.minutes.as_deref().map(Text::same).into_iter().chain(further).collect();
    (!all.is_empty()).then(|| Text::join(all, "\n"))
}

fn when(day: Day, time: Option<&Clock>) -> Text {
    let parts = [Text::same(day.to_string())].into_iter().chain(time.map(|time| Text::same(time.to_string())));
    Text::join(parts, " ")
}

/// What is told of one sitting.
struct Line<'a> {
    day: Day,
    time: Option<&'a Clock>,
    place: Option<&'a str>,
    chair: Option<&'a At<MemberId>>,
    recorder: Option<&'a At<MemberId>>,
    present: &'a [At<MemberId>],
    late: &'a [At<MemberId>],
}

impl<'a> Line<'a> {
    fn of(sitting: &'a Sitting) -> Self {
        Self {
            day: sitting.date.value,
            time: sitting.time.as_deref(),
            place: sitting.place.as_deref(),
            chair: sitting.chair.as_ref(),
            recorder: sitting.recorder.as_ref(),
            present: &sitting.present,
            late: &sitting.late,
        }
    }

    fn cells(&self, branch: &Branch, number: usize) -> Vec<Cell> {
        let name = |at: &At<MemberId>| branch.name_on(at, self.day);
        let person = |at: Option<&At<MemberId>>| Cell::from(at.map(|at| Cell::code(&at.value, name(at))));
        let people = |list: &[At<MemberId>]| Cell::codes(list.iter().map(|at| (&at.value, name(at))));
        vec![
            number.into(),
            self.day.into(),
            self.time.map(|time| Text::same(time.to_string())).into(),
            self.place.map(Text::same).into(),
            person(self.chair),
            person(self.recorder),
            (self.present.len() + self.late.len()).into(),
            people(self.present),
            people(self.late),
        ]
    }
}
