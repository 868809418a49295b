//! The bulletin's numbers: how things stand, what is wrong by kind, who is under the line, what came of last time.

use std::collections::BTreeMap;

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Query};
use crate::reckon::{Account, Tally, below_standard, listed, reckon, scored_periods, seats};
use crate::record::{Day, KindId, Meeting, MemberId, Period, Score};
use crate::rulebook::State;
use crate::words::{self, Text};

/// The days the bulletin of a period looks at: with those of the scored period before, whose bulletin it follows up.
pub fn bulletin_reach(branch: &Branch, period: Period) -> Period {
    Period { first: before(branch, period).map_or(period.first, |before| before.first), last: period.last }
}

/// The scored period before.
fn before(branch: &Branch, period: Period) -> Option<Period> {
    let day = period.first.minus(1);
    scored_periods(branch, Period::day(day)).first().map(|scored| scored.days)
}

/// One line after the other, each under its part.
struct Lines {
    rows: Vec<Vec<Cell>>,
}

impl Lines {
    fn push(&mut self, part: (&str, Text), what: Text, number: Cell, detail: Vec<Text>) {
        self.rows.push(vec![Cell::code(part.0, part.1), what.into(), number, Cell::list(detail)]);
    }
}

/// What [`bulletin`] needs: it follows up the scored period before, and that is a year at the longest.
pub fn bulletin_query(period: Period) -> Query {
    Query::roll().scored(period).back_to(Period::year_of(Period::year_of(period.first).first.minus(1)).first)
}

/// The bulletin of a period, as of a day. Names stand where somebody has to act, in the order of the roll, never by rank.
pub fn bulletin(branch: &Branch, period: Period, on: Day) -> Table {
    let columns = [
        ("part", ColumnKind::Text),
        ("what", ColumnKind::Text),
        ("number", ColumnKind::Number),
        ("details", ColumnKind::List),
    ];
    let mut lines = Lines { rows: vec![] };
    let accounts = reckon(branch, bulletin_reach(branch, period), on);
    situation(branch, period, &accounts, &mut lines);
    problems(branch, period, &mut lines);
    let under = under_line(branch, period, &accounts);
    let part = || ("standard", words::part_standard());
    for (account, in_a_row) in &under {
        let matters = *in_a_row >= matters_from(branch, period);
        let told = words::in_a_row(account.total(period), *in_a_row);
        let detail = [told].into_iter().chain(matters.then(words::in_a_row_matters)).collect();
        lines.push(part(), branch.name_on(account.member, period.last), Cell::from(account.total(period)), detail);
    }
    if under.is_empty() {
        lines.push(part(), words::nobody_under(), Cell::Int(0), vec![]);
    }
    follow_up(branch, period, &accounts, &mut lines);
    Table::new("bulletin", &columns, lines.rows).wrapped()
}

/// How things stand: meetings by kind, attendance, points.
fn situation(branch: &Branch, period: Period, accounts: &[Account<'_>], lines: &mut Lines) {
    let part = || ("situation", words::part_situation());
    let mut kinds: BTreeMap<&KindId, i64> = BTreeMap::new();
    let mut tally = Tally::default();
    let mut linked = 0;
    for meeting in branch.activities(period) {
        *kinds.entry(&meeting.kind.value).or_default() += 1;
        linked += i64::from(!meeting.links.is_empty());
        seats(branch, meeting).iter().for_each(|seat| tally.add(seat));
    }
    let by_kind = kinds.iter().map(|(kind, times)| words::kind_times(branch.kind_name(kind), *times)).collect();
    lines.push(part(), words::bulletin_meetings(branch.rules.word_life()), Cell::Int(kinds.values().sum()), by_kind);
    let rate = tally.rate().map_or(Cell::Empty, Cell::Percent);
    lines.push(part(), words::bulletin_rate(), rate, vec![words::rate_of(tally.attended(), tally.bound)]);
    if branch.rules.links().next().is_some() {
        lines.push(part(), words::bulletin_linked(), Cell::Int(linked), vec![]);
    }
    let scored = listed(branch, accounts, period).count();
    lines.push(part(), words::bulletin_scored(), Cell::from(scored), vec![]);
    if let Some((_, _, posting)) = branch.posting(period) {
        let closed = posting.closed.as_ref().map(|day| words::bulletin_closed(day.value));
        let detail = [Some(words::bulletin_until(posting.until.value)), closed].into_iter().flatten().collect();
        lines.push(part(), words::bulletin_posted(posting.date.value), Cell::Empty, detail);
    }
}

/// What is wrong, by kind.
fn problems(branch: &Branch, period: Period, lines: &mut Lines) {
    let part = || ("problems", words::part_problems());
    let mut by_state: BTreeMap<State, BTreeMap<&MemberId, i64>> = BTreeMap::new();
    for meeting in branch.activities(period) {
        for seat in seats(branch, meeting).into_iter().filter(|seat| seat.due) {
            if matches!(seat.state(), State::Absent | State::Late | State::Open) {
                *by_state.entry(seat.state()).or_default().entry(seat.member).or_default() += 1;
            }
        }
    }
    for (state, what) in [
        (State::Absent, words::problem_absent()),
        (State::Late, words::problem_late()),
        (State::Open, words::problem_open()),
    ] {
        let people = by_state.remove(&state).unwrap_or_default();
        let names =
            people.iter().map(|(id, times)| words::name_times(branch.name_on(id, period.last), *times)).collect();
        lines.push(part(), what, Cell::Int(people.values().sum()), names);
    }
    let titled = |wrong: fn(&Meeting) -> bool| -> Vec<Text> {
        branch.activities(period).filter(|meeting| wrong(meeting)).map(|meeting| branch.title(meeting)).collect()
    };
    let unlinked = || (words::problem_no_link(), titled(|meeting| meeting.links.is_empty()));
    let unlinked = branch.rules.links().next().map(|_| unlinked());
    for (what, meetings) in [
        (words::problem_no_topic(), titled(|meeting| meeting.topics.is_empty())),
        (words::problem_no_minutes(), titled(|meeting| meeting.minutes.is_none() && meeting.evidence.is_empty())),
    ]
    .into_iter()
    .chain(unlinked)
    {
        // A long list of titles is a number, not a list to read.
        let told = if meetings.len() <= 5 { meetings.clone() } else { vec![] };
        lines.push(part(), what, Cell::from(meetings.len()), told);
    }
    let items = branch.rules.item_book();
    let deductions = branch.entries().filter(|(_, entry)| entry.counts() && period.contains(entry.date.value));
    let deductions: Vec<_> = deductions
        .filter_map(|(_, entry)| {
            let item = items.on(&entry.item, entry.date.value)?;
            let points = item.worth_of(entry)?;
            points
                .is_negative()
                .then(|| words::who_and_why(branch.name_on(&entry.member, entry.date.value), item.name()))
        })
        .collect();
    lines.push(part(), words::problem_deducted(), Cell::from(deductions.len()), deductions);
}

/// How many periods in a row below the line matter, by the scheme of the last day.
fn matters_from(branch: &Branch, period: Period) -> usize {
    let standard = branch.rules.scheme_on(period.last).and_then(|scheme| scheme.standard.as_ref());
    let said = standard.and_then(|standard| standard.in_a_row.as_ref());
    said.and_then(|number| usize::try_from(number.value).ok()).unwrap_or(1)
}

/// Who is under the line, and for how many scored periods in a row.
fn under_line<'b, 'a>(
    branch: &'b Branch,
    period: Period,
    accounts: &'b [Account<'a>],
) -> Vec<(&'b Account<'a>, usize)> {
    let in_a_row = |account| (account, below_standard(branch, account, period));
    listed(branch, accounts, period).map(in_a_row).filter(|(_, times)| *times > 0).collect()
}

/// What came of those who were under the line last time, of its objections, and of absences that were made up for.
fn follow_up(branch: &Branch, period: Period, accounts: &[Account<'_>], lines: &mut Lines) {
    let part = || ("follow-up", words::part_follow_up());
    let Some(earlier) = before(branch, period) else { return };
    for (account, _) in under_line(branch, earlier, accounts) {
        let (then, now): (Score, Score) = (account.total(earlier), account.total(period));
        lines.push(
            part(),
            branch.name_on(account.member, period.last),
            Cell::from(now),
            vec![words::then_and_now(earlier, then, now)],
        );
    }
    let objections: Vec<_> = branch.objections().filter(|(_, _, one)| one.period.value == earlier).collect();
    let open = objections.iter().filter(|(_, _, one)| one.is_open()).count();
    if !objections.is_empty() {
        let detail = vec![words::still_open(open)];
        lines.push(part(), words::objections_to(earlier), Cell::from(objections.len()), detail);
    }
    let made_up = branch.activities(earlier).flat_map(|meeting| &meeting.absent);
    let made_up = made_up.filter(|absence| absence.made_up.as_ref().is_some_and(|day| period.contains(day.value)));
    let names: Vec<_> = made_up.map(|absence| branch.name_on(&absence.member, period.last)).collect();
    lines.push(part(), words::made_up_since(earlier), Cell::from(names.len()), names);
}
