//! The measures of a period: what every rate and number is made of, without a name, so that those of several months,
//! groups and branches can be added up.

use std::collections::BTreeMap;

use super::amount::Amount;
use super::table::{ColumnKind, Table};
use crate::branch::{Branch, Filed, Query};
use crate::reckon::{
    Bands, DuesBook, DutyState, Tally, Whose, asked_in, burden, duties, duties_query, reckon, seats, ungraded,
};
use crate::record::{Day, Member, Period};
use crate::words::{self, Text};

/// So many months back begin the longest periods whose duties may still fall due.
const MONTHS: u32 = 12;

/// What [`measures`] needs.
pub fn measures_query(period: Period, day: Day) -> Query {
    let of_period = Query::roll().scored(period).study(period).talks(period).dues(period).issues(period);
    of_period.requests(period).and(duties_query(since(period), day))
}

fn since(period: Period) -> Period {
    Period { first: period.first.minus_months(MONTHS), last: period.last }
}

/// The columns of measures, whoever adds them up.
pub const MEASURE_COLUMNS: [(&str, ColumnKind); 9] = [
    ("period", ColumnKind::Text),
    ("figure", ColumnKind::Id),
    ("figure_name", ColumnKind::Text),
    ("group", ColumnKind::Id),
    ("kind", ColumnKind::Id),
    ("numerator", ColumnKind::Number),
    ("denominator", ColumnKind::Number),
    ("unit", ColumnKind::Id),
    ("nature", ColumnKind::Id),
];

/// What the measures of a month are, as of a day: each a part and, where it is a rate, the whole it is part of.
///
/// A flow is of the days of the month, and adds up over months; a stock is as it was on the last of them, and adds up over
/// groups and branches alone. A duty stands in the month on whose days it fell due, and only once it is decided.
pub fn measures(branch: &Branch, period: Period, day: Day) -> Table {
    let mut sums = Sums { last: period.last.min(day), sums: BTreeMap::new() };
    people(&mut sums, branch);
    meetings(&mut sums, branch, period);
    points(&mut sums, branch, period, day);
    owed(&mut sums, branch, period, day);
    hours_and_talks(&mut sums, branch, period);
    dues(&mut sums, branch, period, day);
    issues(&mut sums, branch, period);
    asked(&mut sums, branch, period);
    let rows = sums.sums.into_iter().map(|((measure, group, kind), sum)| {
        let text = |text: String| (!text.is_empty()).then(|| Text::same(text));
        vec![
            Text::same(period.to_string()).into(),
            Text::same(measure.id()).into(),
            measure.name().into(),
            text(group).into(),
            text(kind).into(),
            sum.part.into(),
            sum.whole.into(),
            Text::same(measure.unit()).into(),
            Text::same(if measure.is_stock() { "stock" } else { "flow" }).into(),
        ]
    });
    Table::new("measures", &MEASURE_COLUMNS, rows.collect())
}

/// Declares the measures: each with its id, its unit, and whether it is a stock.
macro_rules! measures {
    ($($name:ident: $id:literal, $unit:literal, $stock:literal, $words:expr;)*) => {
        /// What is measured.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        enum Measure {
            $($name,)*
        }

        impl Measure {
            fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            fn unit(self) -> &'static str {
                match self { $(Self::$name => $unit,)* }
            }

            fn is_stock(self) -> bool {
                match self { $(Self::$name => $stock,)* }
            }

            fn name(self) -> Text {
                match self { $(Self::$name => $words,)* }
            }
        }
    };
}

measures! {
    People: "people", "people", true, words::measure_people();
    Meetings: "meetings", "times", false, words::measure_meetings();
    Linked: "linked", "times", false, words::measure_linked();
    Attendance: "attendance", "people", false, words::measure_attendance();
    DutiesKept: "duties_kept", "times", false, words::measure_duties_kept();
    DutiesInTime: "duties_in_time", "times", false, words::measure_duties_in_time();
    Entries: "entries", "times", false, words::measure_entries();
    Points: "points", "points", false, words::measure_points();
    Scored: "scored", "people", true, words::measure_scored();
    StudyHours: "study_hours", "hours", false, words::measure_study_hours();
    Talks: "talks", "times", false, words::measure_talks();
    DuesPaid: "dues_paid", "money", false, words::measure_dues_paid();
    IssuesFound: "issues_found", "pieces", false, words::measure_issues_found();
    IssuesClosed: "issues_closed", "pieces", false, words::measure_issues_closed();
    IssuesOpen: "issues_open", "pieces", true, words::measure_issues_open();
    IssuesOverdue: "issues_overdue", "pieces", true, words::measure_issues_overdue();
    RequestsLate: "requests_late", "pieces", false, words::measure_requests_late();
    RequestHours: "request_hours", "hours", false, words::measure_request_hours();
}

/// A part, and the whole it is part of.
struct Sum {
    part: Amount,
    whole: Option<Amount>,
}

/// The sums so far, by measure, group and kind; no group and no kind are empty.
struct Sums {
    /// The last day that is looked at.
    last: Day,
    sums: BTreeMap<(Measure, String, String), Sum>,
}

impl Sums {
    fn add(
        &mut self,
        measure: Measure,
        group: Option<&dyn ToString>,
        kind: Option<&dyn ToString>,
        part: impl Into<Amount>,
        whole: Option<Amount>,
    ) {
        let text = |text: Option<&dyn ToString>| text.map(ToString::to_string).unwrap_or_default();
        let part = part.into();
        self.sums
            .entry((measure, text(group), text(kind)))
            .and_modify(|sum| {
                sum.part = sum.part + part;
                sum.whole = sum.whole.zip(whole).map(|(one, other)| one + other);
            })
            .or_insert(Sum { part, whole });
    }
}

/// The group of a person on a day.
fn group_on(branch: &Branch, member: &crate::record::MemberId, day: Day) -> Option<String> {
    branch.members.get(member).and_then(|member| member.group_on(day)).map(ToString::to_string)
}

/// A text as it is added.
fn said(text: &Option<String>) -> Option<&dyn ToString> {
    text.as_ref().map(|text| text as &dyn ToString)
}

/// Those who are there at the end, by standing.
fn people(sums: &mut Sums, branch: &Branch) {
    let last = sums.last;
    let group = |member: &Filed<Member>| member.group_on(last).map(ToString::to_string);
    for (_, member) in branch.people_on(last) {
        let standing = member.standing_on(last).map(ToString::to_string);
        sums.add(Measure::People, said(&group(member)), said(&standing), 1_usize, None);
    }
}

/// The meetings held, and of those due at them how many attended.
fn meetings(sums: &mut Sums, branch: &Branch, period: Period) {
    let names_links = branch.rules.links().next().is_some();
    for meeting in branch.activities(period) {
        let kind: Option<&dyn ToString> = Some(&meeting.kind.value);
        let group = meeting.group.as_ref().map(|group| &group.value as &dyn ToString);
        sums.add(Measure::Meetings, group, kind, 1_usize, None);
        if names_links {
            let served = usize::from(!meeting.links.is_empty());
            sums.add(Measure::Linked, group, kind, served, Some(Amount::Count(1)));
        }
        let mut tallies: BTreeMap<Option<String>, Tally> = BTreeMap::new();
        for seat in seats(branch, meeting) {
            let group = branch.group_at(seat.member, meeting).map(ToString::to_string);
            tallies.entry(group).or_default().add(&seat);
        }
        for (group, tally) in tallies.iter().filter(|(_, tally)| tally.bound > 0) {
            sums.add(Measure::Attendance, said(group), kind, tally.attended(), Some(tally.bound.into()));
        }
    }
}

/// What was given by hand, what everybody's points come to, and in which bands.
fn points(sums: &mut Sums, branch: &Branch, period: Period, day: Day) {
    let counting = branch.entries().map(|(_, entry)| entry).filter(|entry| entry.counts());
    for entry in counting.filter(|entry| period.contains(entry.date.value)) {
        let group = group_on(branch, &entry.member.value, entry.date.value);
        sums.add(Measure::Entries, said(&group), Some(&entry.item.value), 1_usize, None);
    }
    let (bands, open, last) = (Bands::of(branch, period), ungraded(branch, period, day), sums.last);
    for account in reckon(branch, period, day) {
        let there = branch.members.get(account.member);
        let there = there.and_then(|member| branch.last_there(member, Period { last, ..period }));
        let group = group_on(branch, account.member, there.unwrap_or(last));
        sums.add(Measure::Points, said(&group), None, account.total(period), None);
        let is_open = open.iter().any(|(_, people)| people.contains(&account.member));
        let band = bands.band(&account).filter(|_| !is_open).map(|band| &band.id.value as &dyn ToString);
        sums.add(Measure::Scored, said(&group), band, 1_usize, None);
    }
}

/// The duties that fell due: how often they were to be kept, were kept, and were kept in time.
fn owed(sums: &mut Sums, branch: &Branch, period: Period, day: Day) {
    for owing in duties(branch, since(period), day) {
        if !period.contains(owing.until) || owing.state(day) == DutyState::Open {
            continue;
        }
        let group = match owing.whose {
            Whose::Branch => None,
            Whose::Group(group) => Some(group.to_string()),
            Whose::Member(member) => group_on(branch, member, owing.period.last),
        };
        let (times, kind) = (owing.duty.times(), Some(&owing.duty.id.value as &dyn ToString));
        let kept = [(Measure::DutiesKept, owing.done), (Measure::DutiesInTime, owing.in_time)];
        for (measure, done) in kept {
            sums.add(measure, said(&group), kind, done.min(times), Some(times.into()));
        }
    }
}

/// The hours of study and the talks.
fn hours_and_talks(sums: &mut Sums, branch: &Branch, period: Period) {
    let counting = branch.studied().map(|(_, study)| study).filter(|study| study.struck.is_none());
    for study in counting.filter(|study| period.contains(study.date.value)) {
        let group = group_on(branch, &study.member.value, study.date.value);
        sums.add(Measure::StudyHours, said(&group), Some(&study.kind.value), study.hours.score(), None);
    }
    for (_, talk) in branch.talks().filter(|(_, talk)| period.contains(talk.date.value)) {
        let reason = talk.reason.as_ref().map(|reason| &reason.value as &dyn ToString);
        sums.add(Measure::Talks, None, reason, 1_usize, None);
    }
}

/// What was paid of the dues of the period's months, and what was approved for them.
fn dues(sums: &mut Sums, branch: &Branch, period: Period, day: Day) {
    let book = DuesBook::until(branch, day);
    for month in period.each_month() {
        for (id, member) in &branch.members {
            let dues = book.dues(id, month);
            if let Some(amount) = dues.amount().filter(|_| branch.pays_dues(member, month, day)) {
                let group = group_on(branch, id, month.last().min(sums.last));
                sums.add(Measure::DuesPaid, said(&group), None, dues.paid(), Some(amount.into()));
            }
        }
    }
}

/// The problems that were found and closed, and those that are open at the end.
fn issues(sums: &mut Sums, branch: &Branch, period: Period) {
    let end = sums.last;
    for issue in branch.issues_during(period) {
        let closed = issue.closed.as_ref().is_some_and(|closed| period.contains(closed.value));
        for (measure, counts) in [
            (Measure::IssuesFound, period.contains(issue.found.value)),
            (Measure::IssuesClosed, closed),
            (Measure::IssuesOpen, issue.is_open(end)),
            (Measure::IssuesOverdue, issue.is_overdue(end)),
        ] {
            if counts {
                sums.add(measure, None, None, 1_usize, None);
            }
        }
    }
}

/// What superiors asked for, and how much of it was late.
fn asked(sums: &mut Sums, branch: &Branch, period: Period) {
    let burden = burden(asked_in(branch, period), sums.last);
    if burden.asked > 0 {
        let late = burden.late + burden.overdue;
        sums.add(Measure::RequestsLate, None, None, late, Some(burden.asked.into()));
    }
    if burden.timed > 0 {
        sums.add(Measure::RequestHours, None, None, burden.hours, None);
    }
}
