//! The assessment of efficiency: each measure's value, what it brings, and every record it comes from.
//!
//! A measure brings its weight times its value over its target, never more than its weight, rounded down to half
//! points. A value that nobody wrote is open, and brings nothing; it is not nought.

use std::collections::BTreeMap;

use super::attendance::{Seat, seats};
use super::points::{Account, Spot, reckon};
use crate::branch::{Branch, Filed};
use crate::record::{GroupId, Meeting, MemberId, Period, Score};
use crate::rulebook::{By, Measure, State, Whom};
use crate::words::Text;

/// Who is assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessed<'a> {
    /// A member.
    Member(&'a MemberId),
    /// A group.
    Group(&'a GroupId),
    /// The branch.
    Branch,
}

/// A record a value comes from.
#[derive(Debug)]
pub struct Trace<'a> {
    /// What it is.
    pub what: Text,
    /// What it adds: a number, points or hours; none where it counts as not done.
    pub adds: Option<Score>,
    /// Where it stands; none for a sum of lines that have their own explanation.
    pub record: Option<Spot<'a>>,
}

/// One measure of somebody.
#[derive(Debug)]
pub struct Measured<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// The value; none where nothing is known.
    pub value: Option<Score>,
    /// What it brings; none where nothing is known.
    pub brings: Option<Score>,
    /// What it comes from.
    pub traces: Vec<Trace<'a>>,
}

/// What all measures of a period need, worked out once.
pub struct Assessment<'a> {
    branch: &'a Branch,
    period: Period,
    accounts: Vec<Account<'a>>,
    seats: Vec<(&'a Filed<Meeting>, Vec<Seat<'a>>)>,
}

impl<'a> Assessment<'a> {
    /// The assessment of a period.
    pub fn of(branch: &'a Branch, period: Period) -> Self {
        let held = branch.held().filter(|meeting| period.contains(meeting.date.value));
        let seats = held.map(|meeting| (meeting, seats(branch, meeting))).collect();
        Self { branch, period, accounts: reckon(branch, period), seats }
    }

    /// Those who are assessed: the members, the groups and the branch, as they are at the end of the period.
    pub fn all(&self) -> Vec<Assessed<'a>> {
        let day = self.period.last;
        let members = self.branch.people_on(day).filter(|(_, member)| self.branch.is_member(member, day));
        let groups = self.branch.groups_on(day).map(|(id, _)| Assessed::Group(id));
        members.map(|(id, _)| Assessed::Member(id)).chain(groups).chain([Assessed::Branch]).collect()
    }

    /// The measures of somebody.
    pub fn sheet(&self, whom: Assessed<'a>) -> Vec<Measured<'a>> {
        let kind = match whom {
            Assessed::Member(_) => Whom::Member,
            Assessed::Group(_) => Whom::Group,
            Assessed::Branch => Whom::Branch,
        };
        let measures = self.branch.rules.measures_on(self.period.last).filter(|measure| measure.is_of(kind));
        measures.map(|measure| self.measured(whom, measure)).collect()
    }

    fn measured(&self, whom: Assessed<'a>, measure: &'a Measure) -> Measured<'a> {
        let (value, traces) = match measure.by {
            By::Attendance => self.attendance(whom),
            By::Points => self.points(whom),
            By::Study => self.study(whom),
            By::Problems => self.problems(whom),
            By::Links => self.links(whom),
            By::Hand => self.by_hand(whom, measure),
        };
        let brings = value.map(|value| {
            let target = measure.target_in(self.period);
            measure.weight.value.part(value.min(target).max(Score::ZERO), target)
        });
        Measured { measure, value, brings, traces }
    }

    /// Whether a member is the one, of the group, or of the branch, on the day of a record.
    fn is_of(&self, whom: Assessed<'a>, member: &MemberId, day: crate::record::Day) -> bool {
        match whom {
            Assessed::Member(id) => id == member,
            Assessed::Group(group) => {
                self.branch.members.get(member).is_some_and(|record| record.group_on(day) == Some(group))
            }
            Assessed::Branch => {
                self.branch.members.get(member).is_some_and(|record| self.branch.is_member(record, day))
            }
        }
    }

    fn attendance(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let (mut attended, mut bound, mut traces) = (0, 0, vec![]);
        for (meeting, seats) in &self.seats {
            let mine = seats.iter().filter(|seat| seat.due && self.is_of(whom, seat.member, meeting.date.value));
            let (mut here, mut all) = (0, 0);
            for seat in mine.filter(|seat| seat.state != State::Exempt) {
                all += 1;
                here += i64::from(seat.state.attended());
            }
            if all > 0 {
                let record = Some(Spot::new(&meeting.source, None));
                traces.push(Trace { what: self.branch.title(meeting), adds: Some(Score::whole(here)), record });
            }
            attended += here;
            bound += all;
        }
        ((bound > 0).then(|| Score::whole(100).part(Score::whole(attended), Score::whole(bound))), traces)
    }

    fn points(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let mine = self.accounts.iter().filter(|account| self.is_of(whom, account.member, self.period.last));
        let trace = |account: &Account<'a>| {
            let (what, adds) = (self.branch.name(account.member), Some(account.total(self.period)));
            Trace { what, adds, record: None }
        };
        mean(mine.map(trace).collect())
    }

    fn study(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let (mut sums, mut traces) = (BTreeMap::new(), vec![]);
        for (id, member) in self.branch.people_on(self.period.last) {
            if self.branch.is_member(member, self.period.last) && self.is_of(whom, id, self.period.last) {
                sums.insert(id, Score::ZERO);
            }
        }
        for (source, study) in self.branch.studied().filter(|(_, study)| study.struck.is_none()) {
            let Some(sum) = sums.get_mut(&study.member.value) else { continue };
            if self.period.contains(study.date.value) {
                *sum += study.hours.score();
                let kind = self.branch.study_name(&study.kind);
                let what = crate::words::who_and_why(self.branch.name(&study.member), kind);
                let record = Some(Spot::new(source, Some(&study.span)));
                traces.push(Trace { what, adds: Some(study.hours.score()), record });
            }
        }
        let many = i64::try_from(sums.len()).unwrap_or(i64::MAX);
        let sum: Score = sums.into_values().sum();
        ((many > 0).then(|| sum.part(Score::whole(1), Score::whole(many))), traces)
    }

    fn problems(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let due = self.branch.issues.iter().filter(|issue| issue.struck.is_none());
        let due = due.filter(|issue| self.period.contains(issue.deadline.value));
        let mine = due.filter(|issue| self.is_of(whom, &issue.owner, issue.deadline.value));
        let (mut done, mut all, mut traces) = (0, 0, vec![]);
        for issue in mine {
            let in_time = issue.closed.as_ref().is_some_and(|closed| closed.value <= issue.deadline.value);
            all += 1;
            done += i64::from(in_time);
            let record = Some(Spot::new(&issue.source, Some(&issue.deadline.span)));
            let adds = in_time.then_some(Score::whole(1));
            traces.push(Trace { what: self.branch.issue_title(issue), adds, record });
        }
        ((all > 0).then(|| Score::whole(100).part(Score::whole(done), Score::whole(all))), traces)
    }

    fn links(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let mut traces = vec![];
        for (meeting, seats) in self.seats.iter().filter(|(meeting, _)| !meeting.links.is_empty()) {
            let there = |seat: &Seat<'_>| seat.state.attended() && self.is_of(whom, seat.member, meeting.date.value);
            if seats.iter().any(there) {
                let record = Some(Spot::new(&meeting.source, meeting.links.first().map(|at| &at.span)));
                traces.push(Trace { what: self.branch.title(meeting), adds: Some(Score::whole(1)), record });
            }
        }
        for (source, entry) in self.branch.entries().filter(|(_, entry)| entry.struck.is_none()) {
            let day = entry.date.value;
            if !entry.links.is_empty() && self.period.contains(day) && self.is_of(whom, &entry.member, day) {
                let what = entry.note.as_deref().map_or_else(|| self.branch.name(&entry.member), Text::same);
                let record = Some(Spot::new(source, Some(&entry.span)));
                traces.push(Trace { what, adds: Some(Score::whole(1)), record });
            }
        }
        (Some(traces.iter().filter_map(|trace| trace.adds).sum()), traces)
    }

    fn by_hand(&self, whom: Assessed<'a>, measure: &Measure) -> (Option<Score>, Vec<Trace<'a>>) {
        let given = self.branch.figures().filter(|(_, figure)| figure.measure.value == measure.id.value);
        let given = given.filter(|(_, figure)| self.period.contains(figure.date.value));
        let mine = given.filter(|(_, figure)| match (whom, &figure.member, &figure.group) {
            (Assessed::Member(id), Some(member), _) => member.value == *id,
            (Assessed::Group(id), None, Some(group)) => group.value == *id,
            (Assessed::Group(_) | Assessed::Branch, Some(member), _) => self.is_of(whom, member, figure.date.value),
            (Assessed::Branch, None, _) => true,
            _ => false,
        });
        let traces: Vec<_> = mine
            .map(|(source, figure)| {
                let what = Text::same(figure.note.clone().unwrap_or_else(|| figure.date.value.to_string()));
                let record = Some(Spot::new(source, Some(&figure.span)));
                Trace { what, adds: Some(figure.value.value), record }
            })
            .collect();
        ((!traces.is_empty()).then(|| traces.iter().filter_map(|trace| trace.adds).sum()), traces)
    }
}

/// The mean of what some records add; none where there are none.
fn mean(traces: Vec<Trace<'_>>) -> (Option<Score>, Vec<Trace<'_>>) {
    let sum: Score = traces.iter().filter_map(|trace| trace.adds).sum();
    let many = Score::whole(i64::try_from(traces.len()).unwrap_or(i64::MAX));
    ((!traces.is_empty()).then(|| sum.part(Score::whole(1), many)), traces)
}
