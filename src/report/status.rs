//! The branch at a glance: the month so far, what is owed next, what was recorded last.

use std::collections::BTreeMap;

use super::attendance::{By, attendance};
use super::table::{Cell, ColumnKind, Extent, Table};
use super::{Page, due};
use crate::branch::{Branch, Query};
use crate::error::Fault;
use crate::reckon::{Tally, below_standard, due_query, duties, duties_query, listed, reckon, scored_periods, seats};
use crate::record::{Day, KindId, Period};
use crate::words::{self, Text};

/// How much of what is owed is shown: with the rest it fits on one screen.
const DUES: usize = 6;

/// How many of the last records are shown.
const RECORDS: usize = 3;

/// What [`status`] needs.
pub fn status_query(window: Period) -> Query {
    let before = Period::month_of(Period::month_of(window.first).first.minus(1)).first;
    let month = duties_query(Period::month_of(window.first), window.first);
    let points = Query::roll().scored(Period { first: before, last: window.first });
    let lately = lately(window.first);
    due_query(window).and(month).and(points).and(Query::roll().meetings(lately).points(lately).issues(lately))
}

/// Which parts of it can be shown, as some rules are faulty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sound {
    meetings: bool,
    duties: bool,
    owed: bool,
    points: bool,
}

impl Sound {
    /// All of it.
    pub const ALL: Self = Self { meetings: true, duties: true, owed: true, points: true };

    /// What does not need the files that could not be read, nor rules that contradict one another; none where those are
    /// records, or say who is a member.
    pub fn but_for(unread: &[Fault], contradictions: &[Fault]) -> Option<Self> {
        let file = |fault: &Fault| fault.place.as_ref().map_or(String::new(), |place| place.file.to_string());
        let unread: Vec<_> = unread.iter().map(file).collect();
        let is_read =
            |names: &[&str]| !unread.iter().any(|file| names.iter().any(|name| *file == format!("rules/{name}.toml")));
        let all = |file: &String| file.starts_with("rules/") && file != "rules/branch.toml";
        unread.iter().all(all).then(|| Self {
            meetings: is_read(&["meetings"]),
            duties: is_read(&["meetings", "duties"]),
            owed: is_read(&["meetings", "duties", "dues", "study", "steps", "holidays", "talks"]),
            points: unread.is_empty() && contradictions.is_empty(),
        })
    }
}

/// The branch at a glance on a day, with what is owed until the last day of a window that begins on it: the first few of
/// it, or all.
pub fn status(branch: &Branch, window: Period, extent: Extent, sound: Sound) -> Page {
    let day = window.first;
    let month = Period { last: day, ..Period::month_of(day) };
    let members = branch.number_of_members(day);
    let mut page = Page::new(words::status_title(words::shown(&branch.settings.name), day, members));
    if sound.meetings {
        held(branch, month, &mut page);
    }
    let of_month = sound.duties.then(|| duties(branch, Period::month_of(day), day));
    let over_or_open = of_month.unwrap_or_default();
    let kept = over_or_open.iter().filter(|owing| owing.missing() == 0).count();
    if !over_or_open.is_empty() {
        page.field("duties_kept", Cell::Part(kept, over_or_open.len()));
    }
    problems(branch, day, &mut page);
    if sound.points {
        under_line(branch, day, &mut page);
    }
    page.tables.extend(sound.meetings.then(|| by_group(branch, month)));
    page.tables.extend(sound.owed.then(|| owed(branch, window, extent)));
    page.tables.push(last_records(branch, day));
    page.tables.retain(|table| !table.rows.is_empty());
    page
}

/// The meetings of the month by kind, and how many of those who were due attended.
fn held(branch: &Branch, month: Period, page: &mut Page) {
    let mut kinds: BTreeMap<&KindId, usize> = BTreeMap::new();
    let mut tally = Tally::default();
    for meeting in branch.activities(month) {
        *kinds.entry(&meeting.kind.value).or_default() += 1;
        seats(branch, meeting).iter().for_each(|seat| tally.add(seat));
    }
    let in_order = branch.rules.kinds().filter_map(|kind| Some((kind, *kinds.get(&kind.id.value)?)));
    let told: Vec<_> = in_order.map(|(kind, times)| words::kind_times(kind.name(), times as i64)).collect();
    match told.is_empty() {
        true => page.field("meetings", words::none_yet()),
        false => page.field("meetings", Cell::List(told)),
    }
    page.field("rate", tally.rate().map_or(Cell::Empty, Cell::Bar));
}

/// The problems that are open, and how many of them are over their deadline.
fn problems(branch: &Branch, day: Day, page: &mut Page) {
    let open: Vec<_> = branch.issues.iter().filter(|issue| issue.struck.is_none() && issue.is_open(day)).collect();
    let overdue = open.iter().filter(|issue| issue.deadline.value < day).count();
    page.field("issues_overdue", Cell::Part(overdue, open.len()));
}

/// Who was under the line in the scored period that ended last.
fn under_line(branch: &Branch, day: Day, page: &mut Page) {
    let before = scored_periods(branch, Period::day(day)).first().map(|scored| scored.days.first.minus(1));
    let before = before.and_then(|day| scored_periods(branch, Period::day(day)).first().map(|scored| scored.days));
    // Of days before the records begin nothing is known.
    let since = branch.settings.since.as_ref().map(|since| since.value);
    let Some(period) = before.filter(|period| since.is_none_or(|since| since <= period.last)) else { return };
    let accounts = reckon(branch, period, day);
    let under = listed(branch, &accounts, period).filter(|account| below_standard(branch, account, period) > 0);
    let names: Vec<_> = under.map(|account| branch.name_on(account.member, day)).collect();
    let told = if names.is_empty() { words::nobody_under() } else { Text::list(names) };
    page.field("below", words::in_period(period, told));
}

/// Attendance by group.
fn by_group(branch: &Branch, month: Period) -> Table {
    let whole = attendance(branch, month, By::Group);
    let at = |id: &str| whole.columns.iter().position(|column| column.id == id);
    let columns = [
        ("group", ColumnKind::Key),
        ("group_name", ColumnKind::Text),
        ("meetings", ColumnKind::Integer),
        ("rate", ColumnKind::Number),
    ];
    let cell = |row: &[Cell], id: &str| at(id).map_or(Cell::Empty, |at| row[at].clone());
    let rows = whole.rows.iter().map(|row| {
        let rate = match cell(row, "rate") {
            Cell::Percent(tenths) => Cell::Bar(tenths),
            other => other,
        };
        vec![cell(row, "group"), cell(row, "group_name"), cell(row, "meetings"), rate]
    });
    Table::new("status_groups", &columns, rows.collect())
}

/// What is owed: all of it, or what is owed next without its rules and commands.
fn owed(branch: &Branch, window: Period, extent: Extent) -> Table {
    let all = due(branch, window, Extent::All);
    if extent == Extent::All {
        return all;
    }
    let all = all.rows.len();
    let mut table = Table { notes: vec![], ..due(branch, window, extent) };
    let below = |kind| matches!(kind, ColumnKind::Command | ColumnKind::Place);
    let beside: Vec<_> = (0..table.columns.len()).filter(|at| !below(table.columns[*at].kind)).collect();
    table.rows.truncate(DUES);
    table.rows = table.rows.iter().map(|row| beside.iter().map(|at| row[*at].clone()).collect()).collect();
    table.columns = beside.iter().map(|at| table.columns[*at]).collect();
    if all > DUES { table.note(words::more_due(all - DUES)) } else { table }
}

/// The days to a day of which it is told what happened last: of the year, in January of the year before too.
fn lately(day: Day) -> Period {
    Period { first: Period::year_of(day.minus_months(1)).first, last: day }
}

/// What happened last, by the day on which it did.
fn last_records(branch: &Branch, day: Day) -> Table {
    let mut all: Vec<(Day, Text)> = Vec::new();
    let meetings = branch.held().map(|meeting| {
        let group = meeting.group.as_ref().map(|group| branch.group_name_on(group, meeting.date.value));
        (meeting.date.value, Text::join([branch.kind_name(&meeting.kind)].into_iter().chain(group), " · "))
    });
    let entries = branch.entries().filter(|(_, entry)| entry.struck.is_none()).map(|(_, entry)| {
        let item = branch.rules.item_on(&entry.item, entry.date.value);
        let item = item.map_or_else(|| Text::same(entry.item.as_str()), crate::rulebook::Item::name);
        (entry.date.value, words::who_and_why(branch.name_on(&entry.member, entry.date.value), item))
    });
    let issues = branch.issues.iter().filter(|issue| issue.struck.is_none());
    let issues = issues.map(|issue| (issue.found.value, words::problem_found(words::shown(&issue.title))));
    all.extend(meetings.chain(entries).chain(issues).filter(|(date, _)| lately(day).contains(*date)));
    all.sort_by(|one, other| other.cmp(one));
    let rows = all.into_iter().take(RECORDS).map(|(date, what)| vec![date.into(), what.into()]);
    Table::new("last_records", &[("date", ColumnKind::Day), ("last_record", ColumnKind::Text)], rows.collect())
}
