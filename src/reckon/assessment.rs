//! The assessment of efficiency: each measure's value, what it brings, and every record it comes from.
//!
//! A measure brings its weight times its value over its target, never more than its weight, rounded down to half
//! points. The target is that of the days that are over. A value that nobody wrote is open, and what is not asked of a
//! person who is exempt is out: neither is nought, and their weights are in no total.

use super::assessed::{Assessed, Book};
use super::attendance::seats;
use super::points::{Location, reckon};
use crate::branch::{Branch, Filed};
use crate::record::{Day, Entry, Figure, Issue, Meeting, MemberId, Month, Period, Score, Source, Study};
use crate::rulebook::{By, Measure, Whom};
use crate::words::Text;

/// A record a value comes from.
#[derive(Debug)]
pub struct Trace<'a> {
    /// What it is.
    pub what: Text,
    /// What it adds: a number, points or hours; none where it counts as not done.
    pub adds: Option<Score>,
    /// Where it stands; none for a sum of lines that have their own explanation.
    pub record: Option<Location<'a>>,
}

/// One measure of somebody.
#[derive(Debug)]
pub struct Measured<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// Whether it is known, open, or not asked of the person.
    pub state: Known,
    /// The value that brings its whole weight in the days that are over.
    pub target: Score,
    /// The value; none where nothing is known.
    pub value: Option<Score>,
    /// What it brings; none where nothing is known.
    pub brings: Option<Score>,
    /// What it comes from.
    pub traces: Vec<Trace<'a>>,
}

/// What is known of a measure of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Its value.
    Value,
    /// Nothing yet: it brings nothing, and its weight is in no total.
    Open,
    /// It is not asked of the person, by class: its weight is in no total.
    Exempt,
}

/// What all measures of a period need, worked out once and put down to whom it is about.
pub struct Assessment<'a> {
    branch: &'a Branch,
    period: Period,
    /// The days of it that are over on the day for which it is asked, from the month on in which the branch
    /// began to keep its records here.
    days: Period,
    /// The meetings, with how many were bound to attend, and how many of them did.
    attended: Book<'a, (&'a Filed<Meeting>, i64, i64)>,
    /// The meetings that served a line of work.
    linked: Book<'a, &'a Filed<Meeting>>,
    /// The awards that did.
    awarded: Book<'a, (&'a Source, &'a Entry)>,
    /// What the accounts come to.
    points: Book<'a, (&'a MemberId, Score)>,
    /// The members at the end of the period.
    people: Book<'a, &'a MemberId>,
    /// What they studied.
    studied: Book<'a, (&'a Source, &'a Study)>,
    /// The problems whose deadlines are in the period.
    problems: Book<'a, &'a Filed<Issue>>,
    /// The figures given by hand.
    figures: Book<'a, (&'a Source, &'a Figure)>,
}

impl<'a> Assessment<'a> {
    /// The assessment of a period, as it stands on a day.
    pub fn of(branch: &'a Branch, period: Period, on: Day) -> Self {
        let days = Period { last: period.last.min(on).max(period.first), ..period };
        let days = Period { first: Month::of(branch.told(days).first).first().max(days.first), ..days };
        let mut all = Self {
            branch,
            period,
            days,
            attended: Book::new(),
            linked: Book::new(),
            awarded: Book::new(),
            points: Book::new(),
            people: Book::new(),
            studied: Book::new(),
            problems: Book::new(),
            figures: Book::new(),
        };
        all.put_meetings();
        all.put_points(on);
        all.put_study();
        all.put_problems(on);
        all.put_figures();
        all
    }

    fn put_meetings(&mut self) {
        let period = self.period;
        for meeting in self.branch.activities(period) {
            for seat in seats(self.branch, meeting) {
                let here = seat.state().attended();
                for whom in Assessed::all_of(self.branch, seat.member, meeting.date.value) {
                    if seat.verdict.in_rate {
                        match self.attended.last(whom).filter(|(last, ..)| std::ptr::eq(*last, meeting)) {
                            Some((_, bound, attended)) => {
                                *bound += 1;
                                *attended += i64::from(here);
                            }
                            None => self.attended.put(whom, (meeting, 1, i64::from(here))),
                        }
                    }
                    let is_new = self.linked.last(whom).is_none_or(|last| !std::ptr::eq(*last, meeting));
                    if here && is_new && !meeting.links.is_empty() {
                        self.linked.put(whom, meeting);
                    }
                }
            }
        }
        for (source, entry) in self.branch.entries().filter(|(_, entry)| entry.counts()) {
            let day = entry.date.value;
            if !entry.links.is_empty() && period.contains(day) {
                for whom in Assessed::all_of(self.branch, &entry.member, day) {
                    self.awarded.put(whom, (source, entry));
                }
            }
        }
    }

    fn put_points(&mut self, on: Day) {
        for account in reckon(self.branch, self.period, on) {
            for whom in Assessed::all_of(self.branch, account.member, self.days.last) {
                self.points.put(whom, (account.member, account.total(self.period)));
            }
        }
    }

    fn put_study(&mut self) {
        let (branch, day) = (self.branch, self.days.last);
        let is_member = |id: &MemberId| branch.members.get(id).is_some_and(|member| branch.is_member(member, day));
        // Hours of a person who is exempt are in no mean of others.
        let all_of = |id: &'a MemberId| {
            let all = Assessed::all_of(branch, id, day);
            all.filter(move |whom| matches!(whom, Assessed::Member(_)) || !is_exempt(branch, id, day))
        };
        for id in branch.people_on(day).map(|(id, _)| id).filter(|id| is_member(id)) {
            all_of(id).for_each(|whom| self.people.put(whom, id));
        }
        for (source, study) in branch.studied().filter(|(_, study)| study.struck.is_none()) {
            if self.period.contains(study.date.value) && is_member(&study.member) {
                all_of(&study.member.value).for_each(|whom| self.studied.put(whom, (source, study)));
            }
        }
    }

    fn put_problems(&mut self, on: Day) {
        let due = self.branch.issues.iter().filter(|issue| issue.struck.is_none());
        // Of one that is open and not yet due nobody knows.
        let due = due.filter(|issue| issue.closed.is_some() || issue.is_overdue(on));
        for issue in due.filter(|issue| self.period.contains(issue.deadline.value)) {
            let all = Assessed::all_of(self.branch, &issue.owner, issue.deadline.value);
            all.for_each(|whom| self.problems.put(whom, issue));
        }
    }

    fn put_figures(&mut self) {
        let period = self.period;
        for (source, figure) in self.branch.figures().filter(|(_, figure)| period.contains(figure.date.value)) {
            let mut put = |whom| self.figures.put(whom, (source, figure));
            match (&figure.member, &figure.group) {
                (Some(member), _) => Assessed::all_of(self.branch, member, figure.date.value).for_each(put),
                (None, group) => {
                    group.iter().for_each(|group| put(Assessed::Group(&group.value)));
                    put(Assessed::Branch);
                }
            }
        }
    }

    /// Those who are assessed: the members, the groups and the branch, as they are at the end of the days that are over.
    pub fn all(&self) -> Vec<Assessed<'a>> {
        let day = self.days.last;
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
        let measures = self.branch.rules.measures_on(self.days.last).filter(|measure| measure.is_of(kind));
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
        let exempt = matches!(whom, Assessed::Member(id) if is_exempt(self.branch, id, self.days.last));
        // Of who is exempt nothing is asked that the records would tell; what they tell all the same counts.
        let is_asked = !exempt || measure.by == By::Hand || !traces.is_empty();
        let value = value.filter(|_| is_asked);
        let state = match value {
            Some(_) => Known::Value,
            None if is_asked => Known::Open,
            None => Known::Exempt,
        };
        let target = measure.target_in(self.days);
        let part = |value: Score| measure.weight.value.part(value.min(target).max(Score::ZERO), target);
        Measured { measure, state, target, value, brings: value.map(part), traces }
    }

    fn attendance(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let (mut attended, mut bound, mut traces) = (0, 0, vec![]);
        for (meeting, all, here) in self.attended.of(whom) {
            let record = Some(Location::new(&meeting.source, None));
            traces.push(Trace { what: self.branch.title(meeting), adds: Some(Score::whole(*here)), record });
            attended += here;
            bound += all;
        }
        ((bound > 0).then(|| Score::whole(100).part(Score::whole(attended), Score::whole(bound))), traces)
    }

    fn points(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let trace = |(member, total): &(&MemberId, Score)| Trace {
            what: self.branch.name(member),
            adds: Some(*total),
            record: None,
        };
        mean(self.points.of(whom).iter().map(trace).collect())
    }

    fn study(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let trace = |(source, study): &(&'a Source, &'a Study)| {
            let kind = self.branch.study_name(&study.kind);
            let what = crate::words::who_and_why(self.branch.name_on(&study.member, study.date.value), kind);
            Trace { what, adds: Some(study.hours.score()), record: Some(Location::new(source, Some(&study.span))) }
        };
        let traces: Vec<_> = self.studied.of(whom).iter().map(trace).collect();
        let many = i64::try_from(self.people.of(whom).len()).unwrap_or(i64::MAX);
        let sum: Score = traces.iter().filter_map(|trace| trace.adds).sum();
        ((many > 0).then(|| sum.part(Score::whole(1), Score::whole(many))), traces)
    }

    fn problems(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        let (mut done, mut all, mut traces) = (0, 0, vec![]);
        for issue in self.problems.of(whom) {
            let in_time = issue.closed.as_ref().is_some_and(|closed| closed.value <= issue.deadline.value);
            all += 1;
            done += i64::from(in_time);
            let record = Some(Location::new(&issue.source, Some(&issue.deadline.span)));
            let adds = in_time.then_some(Score::whole(1));
            traces.push(Trace { what: self.branch.issue_title(issue), adds, record });
        }
        ((all > 0).then(|| Score::whole(100).part(Score::whole(done), Score::whole(all))), traces)
    }

    fn links(&self, whom: Assessed<'a>) -> (Option<Score>, Vec<Trace<'a>>) {
        if self.branch.rules.links().next().is_none() {
            return (None, vec![]);
        }
        let mut traces = vec![];
        for meeting in self.linked.of(whom) {
            let record = Some(Location::new(&meeting.source, meeting.links.first().map(|at| &at.span)));
            traces.push(Trace { what: self.branch.title(meeting), adds: Some(Score::whole(1)), record });
        }
        for (source, entry) in self.awarded.of(whom) {
            let what =
                entry.note.as_deref().map_or_else(|| self.branch.name_on(&entry.member, entry.date.value), Text::same);
            let record = Some(Location::new(source, Some(&entry.span)));
            traces.push(Trace { what, adds: Some(Score::whole(1)), record });
        }
        (Some(traces.iter().filter_map(|trace| trace.adds).sum()), traces)
    }

    fn by_hand(&self, whom: Assessed<'a>, measure: &Measure) -> (Option<Score>, Vec<Trace<'a>>) {
        let mine = self.figures.of(whom).iter().filter(|(_, figure)| figure.measure.value == measure.id.value);
        let traces: Vec<_> = mine
            .map(|(source, figure)| {
                let what = Text::same(figure.note.clone().unwrap_or_else(|| figure.date.value.to_string()));
                let record = Some(Location::new(source, Some(&figure.span)));
                Trace { what, adds: Some(figure.value.value), record }
            })
            .collect();
        ((!traces.is_empty()).then(|| traces.iter().filter_map(|trace| trace.adds).sum()), traces)
    }
}

/// Whether attendance and study are no duty of a person on a day, by class.
fn is_exempt(branch: &Branch, id: &MemberId, day: Day) -> bool {
    let class = branch.members.get(id).and_then(|member| branch.class_on(member, day));
    class.is_some_and(|class| class.exempt.unwrap_or(false))
}

/// The mean of what some records add; none where there are none.
fn mean(traces: Vec<Trace<'_>>) -> (Option<Score>, Vec<Trace<'_>>) {
    let sum: Score = traces.iter().filter_map(|trace| trace.adds).sum();
    let many = Score::whole(i64::try_from(traces.len()).unwrap_or(i64::MAX));
    ((!traces.is_empty()).then(|| sum.part(Score::whole(1), many)), traces)
}
