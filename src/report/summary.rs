//! The month in numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Query};
use crate::reckon::{DuesBook, PlanState, Tally, asked_in, burden, planned, planned_query, reckon, seats};
use crate::record::{Day, GroupId, KindId, Period, Score, Yuan};
use crate::words::{self, Text};

/// What [`summary`] needs.
pub fn summary_query(period: Period, day: Day) -> Query {
    let of_period = Query::roll().scored(period).study(period).talks(period).dues(period).issues(period);
    of_period.requests(period).seals(period).and(planned_query(period, period.last.min(day)))
}

/// A period in numbers: people, meetings, attendance, points, study, talks, dues, problems; those as they are on a day.
pub fn summary(branch: &Branch, period: Period, day: Day) -> Table {
    let mut lines = Lines(vec![]);
    // While a period runs, people are what they are on the day that is asked for.
    let last = period.last.min(day);
    let people: Vec<_> = branch.people_on(last).collect();
    let members = people.iter().filter(|(_, member)| branch.is_member(member, last)).count();
    lines.push(words::figure_members(&branch.rules.word_member()), members.into(), words::unit_people());
    for standing in branch.rules.standings() {
        let of = people.iter().filter(|(_, member)| member.standing_on(last) == Some(&standing.id.value)).count();
        lines.push(
            words::figure_part("people", standing.id.as_str(), standing.name()),
            of.into(),
            words::unit_people(),
        );
    }

    let mut all = Tally::default();
    let mut kinds: BTreeMap<&KindId, usize> = BTreeMap::new();
    let mut groups: BTreeMap<&GroupId, Tally> = BTreeMap::new();
    let mut linked = 0;
    let mut held = 0;
    for meeting in branch.activities(period) {
        held += 1;
        linked += usize::from(!meeting.links.is_empty());
        *kinds.entry(&meeting.kind.value).or_default() += 1;
        for seat in seats(branch, meeting) {
            all.add(&seat);
            let group = branch.group_at(seat.member, meeting);
            if let Some(group) = group {
                groups.entry(group).or_default().add(&seat);
            }
        }
    }
    lines.push(words::figure_meetings(), held.into(), words::unit_times());
    for kind in branch.rules.kinds() {
        if let Some(times) = kinds.get(&kind.id.value) {
            lines.push(
                words::figure_part("meetings", kind.id.as_str(), kind.name()),
                (*times).into(),
                words::unit_times(),
            );
        }
    }
    if branch.rules.links().next().is_some() {
        lines.push(words::figure_linked(), linked.into(), words::unit_times());
    }
    chores(&mut lines, branch, period);
    let rate = |tally: &Tally| tally.rate().map_or(Cell::Empty, Cell::Percent);
    lines.push(words::figure_rate(), rate(&all), words::unit_percent());
    for (group, tally) in &groups {
        lines.push(
            words::figure_part("attendance_rate", group.as_str(), branch.group_name_on(group, period.last)),
            rate(tally),
            words::unit_percent(),
        );
    }

    let entries: Vec<_> = branch
        .entries()
        .map(|(_, entry)| entry)
        .filter(|entry| entry.counts() && period.contains(entry.date.value))
        .collect();
    lines.push(words::figure_entries(), entries.len().into(), words::unit_times());
    let accounts = reckon(branch, period, day);
    let total: Score = accounts.iter().map(|account| account.total(period)).sum();
    lines.push(words::figure_scored(), accounts.len().into(), words::unit_people());
    lines.push(words::figure_points(), total.into(), words::unit_points());
    let study = branch.studied().map(|(_, study)| study).filter(|study| study.struck.is_none());
    let hours: Score = study.filter(|study| period.contains(study.date.value)).map(|study| study.hours.score()).sum();
    lines.push(words::figure_study_hours(), hours.into(), words::unit_hours());
    talks(&mut lines, branch, period);
    dues(&mut lines, branch, period, day);
    issues(&mut lines, branch, period, day);
    plan(&mut lines, branch, period, day);
    requests(&mut lines, branch, period, day);
    let amended = branch.seals.iter().filter(|(month, _)| month.period().meets(period));
    let amended: usize = amended.map(|(_, seal)| seal.amended.len()).sum();
    lines.push(words::figure_amended(), amended.into(), words::unit_times());
    let columns = [("figure", ColumnKind::Text), ("value", ColumnKind::Number), ("unit", ColumnKind::Text)];
    Table::new("summary", &columns, lines.0)
}

/// The chores that were noted as done, by kind.
fn chores(lines: &mut Lines, branch: &Branch, period: Period) {
    let held = branch.held().filter(|meeting| period.contains(meeting.date.value));
    let chores: Vec<_> = held.filter(|meeting| !branch.is_activity(meeting)).collect();
    lines.push(words::figure_chores(), chores.len().into(), words::unit_times());
    for kind in branch.rules.kinds() {
        let times = chores.iter().filter(|chore| chore.kind.value == kind.id.value).count();
        if times > 0 {
            let figure = words::figure_part("chores", kind.id.as_str(), kind.name());
            lines.push(figure, times.into(), words::unit_times());
        }
    }
}

/// The talks of a period, and how many people had one.
fn talks(lines: &mut Lines, branch: &Branch, period: Period) {
    let talks: Vec<_> = branch.talks().map(|(_, talk)| talk).filter(|talk| period.contains(talk.date.value)).collect();
    let people: BTreeSet<_> = talks.iter().flat_map(|talk| [&talk.who.value, &talk.with.value]).collect();
    lines.push(words::figure_talks(), talks.len().into(), words::unit_times());
    lines.push(words::figure_talked(), people.len().into(), words::unit_people());
}

/// What was paid for the months of a period, and what is owed of them after the days by which it was to be paid.
fn dues(lines: &mut Lines, branch: &Branch, period: Period, day: Day) {
    let (book, mut paid, mut owed) = (DuesBook::until(branch, day), Yuan::ZERO, Yuan::ZERO);
    for month in period.each_month() {
        for (id, member) in &branch.members {
            let dues = book.dues(id, month);
            paid = paid + dues.paid();
            if branch.pays_dues(member, month, day) && branch.is_dues_overdue(&dues, month, day) {
                owed = owed + dues.owed();
            }
        }
    }
    let (dues, currency) = (branch.rules.word_dues(), branch.rules.word_currency());
    lines.push(words::figure_dues_paid(&dues), paid.into(), words::unit_money(currency.clone()));
    lines.push(words::figure_dues_owed(&dues), owed.into(), words::unit_money(currency));
}

/// The problems closed in a period, and those that are open at its end.
fn issues(lines: &mut Lines, branch: &Branch, period: Period, day: Day) {
    let end = period.last.min(day);
    let all: Vec<_> = branch.issues_during(period).collect();
    let closed = |closed: &Day| period.contains(*closed);
    let closed = all.iter().filter(|issue| issue.closed.as_ref().map(|day| &day.value).is_some_and(closed)).count();
    let open = all.iter().filter(|issue| issue.is_open(end)).count();
    let overdue = all.iter().filter(|issue| issue.is_overdue(end)).count();
    lines.push(words::figure_issues_closed(), closed.into(), words::unit_pieces());
    lines.push(words::figure_issues_open(), open.into(), words::unit_pieces());
    lines.push(words::figure_issues_overdue(), overdue.into(), words::unit_pieces());
}

/// What was planned for a period, and what of it was done by its end.
fn plan(lines: &mut Lines, branch: &Branch, period: Period, day: Day) {
    let day = period.last.min(day);
    let all: Vec<_> =
        planned(branch, day).into_iter().filter(|planned| period.contains(planned.item.until.value)).collect();
    let overdue = all.iter().filter(|planned| planned.state(day) == PlanState::Overdue).count();
    let done = all.iter().filter(|planned| planned.done.is_some()).count();
    lines.push(words::figure_planned(), all.len().into(), words::unit_items());
    lines.push(words::figure_planned_done(), done.into(), words::unit_items());
    lines.push(words::figure_planned_overdue(), overdue.into(), words::unit_items());
}

/// What superiors asked for in a period, what of it was late or not delivered by its end, and the hours it took.
fn requests(lines: &mut Lines, branch: &Branch, period: Period, day: Day) {
    let burden = burden(asked_in(branch, period), period.last.min(day));
    lines.push(words::figure_requests(), burden.asked.into(), words::unit_requests());
    lines.push(words::figure_requests_late(), (burden.late + burden.overdue).into(), words::unit_requests());
    lines.push(words::figure_requests_open(), burden.open.into(), words::unit_requests());
    let hours = if burden.timed > 0 { burden.hours.into() } else { Cell::Empty };
    lines.push(words::figure_request_hours(), hours, words::unit_work_hours());
}

/// The rows so far.
struct Lines(Vec<Vec<Cell>>);

impl Lines {
    fn push(&mut self, figure: (String, Text), value: Cell, unit: (impl ToString, Text)) {
        self.0.push(vec![Cell::Code(figure.0, figure.1), value, Cell::Code(unit.0.to_string(), unit.1)]);
    }
}
