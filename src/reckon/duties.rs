//! Duties: what the rules say is owed in each period, and how often it was done.

use std::collections::{BTreeMap, HashMap};

use super::Spot;
use crate::branch::{Branch, Filed};
use crate::record::{At, Day, GroupId, KindId, Meeting, Member, MemberId, Period, StudyId};
use crate::rulebook::{Bearer, Duty};

/// A duty in one of its periods, of one who owes it.
#[derive(Clone, Debug)]
pub struct Owing<'a> {
    /// The duty.
    pub duty: &'a Duty,
    /// Whose it is.
    pub whose: Whose<'a>,
    /// The period.
    pub period: Period,
    /// The last day on which it can be done for that period.
    pub until: Day,
    /// How often it was done.
    pub done: usize,
}

/// Whose a duty is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// The branch's as a whole.
    Branch,
    /// A group's.
    Group(&'a GroupId),
    /// A member's.
    Member(&'a MemberId),
}

impl Owing<'_> {
    /// What tells it from others of its duty: the period and whose it is.
    pub fn about(&self) -> String {
        match self.whose {
            Whose::Branch => self.period.to_string(),
            Whose::Group(group) => format!("{} {group}", self.period),
            Whose::Member(member) => format!("{} {member}", self.period),
        }
    }

    /// How often it is still to be done.
    pub fn missing(&self) -> usize {
        self.duty.times().saturating_sub(self.done)
    }
}

impl Branch {
    /// The duties, in the order of the file.
    pub fn duties(&self) -> impl Iterator<Item = &Duty> {
        self.rules.duties.iter().flat_map(|(_, rules)| &rules.duties)
    }

    /// Where a duty or a term stands in the rules.
    pub fn duty_spot(&self, span: &crate::record::Span) -> Option<Spot<'_>> {
        self.rules.duties.as_ref().map(|(source, _)| Spot::new(source, Some(span)))
    }

    /// The first day of which the branch keeps its records here, where it says so.
    pub fn since(&self) -> Option<Day> {
        self.settings.since.as_ref().map(|since| since.value)
    }

    /// Whether a member is one of those whose a duty is.
    fn bears(&self, duty: &Duty, member: &Member, day: Day) -> bool {
        if !self.is_member(member, day) || duty.kinds.iter().any(|kind| self.is_exempt(member, kind, day)) {
            return false;
        }
        let standing = member.standing_on(day);
        let class = self.class_on(member, day).map(|class| &class.id.value);
        let everybody = duty.standings.is_empty() && duty.posts.is_empty() && duty.classes.is_empty();
        everybody
            || duty.standings.iter().any(|at| Some(&at.value) == standing)
            || duty.classes.iter().any(|at| Some(&at.value) == class)
            || member.posts_on(day).any(|post| duty.posts.iter().any(|at| at.value == *post))
    }
}

/// The duties of all periods that touch some days, each for everybody whose it is, by what was recorded up to a day:
/// in the order of the rules, then of the periods.
///
/// A group owes what it was there for on the last day of the period, a member what he or she was bound to then. The
/// branch must hold the meetings and hours of study of those periods, and of the ones before where a duty has grace.
pub fn duties(branch: &Branch, days: Period, day: Day) -> Vec<Owing<'_>> {
    let records = Records::of(branch, day);
    let mut all = Vec::new();
    // A duty that nothing keeps is a fault of the rules, not of those who owe it.
    for duty in branch.duties().filter(|duty| !duty.kinds.is_empty() || !duty.studies.is_empty()) {
        for period in periods(branch, duty, days) {
            let seen = period.last.min(day);
            let until = duty.grace.as_ref().map_or(period.last, |grace| grace.after(period.last, |last, _| last));
            let mut owing = |whose, done| all.push(Owing { duty, whose, period, until, done });
            match duty.by() {
                Bearer::Branch => owing(Whose::Branch, with_grace(duty, period, |days| records.of_branch(duty, days))),
                Bearer::Group => {
                    for (group, _) in branch.groups_on(seen) {
                        let done = with_grace(duty, period, |days| records.of_group(duty, days, group));
                        owing(Whose::Group(group), done);
                    }
                }
                Bearer::Member => {
                    let counts = records.of_members(duty, period);
                    let grace = (until > period.last)
                        .then(|| records.of_members(duty, Period { first: period.last.plus(1), last: until }));
                    let bearers = branch.people_on(seen).filter(|(_, record)| branch.bears(duty, record, seen));
                    for (member, _) in bearers {
                        let of = |counts: &HashMap<&MemberId, usize>| counts.get(member).copied().unwrap_or(0);
                        let done = of(&counts);
                        let late = grace.as_ref().map_or(0, of).min(duty.times().saturating_sub(done));
                        owing(Whose::Member(member), done + late);
                    }
                }
            }
        }
    }
    all
}

/// The periods of a duty that touch some days: those on whose last day it holds, and which do not end before the branch
/// kept its records.
fn periods<'a>(branch: &Branch, duty: &'a Duty, days: Period) -> impl Iterator<Item = Period> + use<'a> {
    let first = branch.since().map_or(days.first, |since| since.max(days.first)).max(duty.from.value);
    let next =
        move |period: &Period| Some(duty.per.around(period.last.plus(1))).filter(|next| next.first > period.last);
    std::iter::successors(Some(duty.per.around(first)), next)
        .take_while(move |period| period.first <= days.last)
        .filter(move |period| duty.holds(period.last) && first <= period.last)
}

/// How often a duty was done for a period: within it, less what still counted for the one before, and after it as long as
/// its grace runs and as far as it is missing.
fn with_grace(duty: &Duty, period: Period, count: impl Fn(Period) -> usize) -> usize {
    let done = count(period);
    let Some(grace) = &duty.grace else { return done };
    let times = duty.times();
    let late = |period: Period| {
        let last = grace.after(period.last, |last, _| last);
        Period::new(period.last.plus(1), last).map_or(0, &count).min(times.saturating_sub(count(period)))
    };
    let before = duty.per.around(period.first.minus(1));
    let lent = if duty.holds(before.last) { late(before) } else { 0 };
    let own = done.saturating_sub(lent);
    own + late(period).min(times.saturating_sub(own))
}

/// What was recorded up to a day, by kind.
struct Records<'a> {
    branch: &'a Branch,
    meetings: BTreeMap<&'a KindId, Vec<&'a Filed<Meeting>>>,
    studies: HashMap<&'a StudyId, Vec<(Day, &'a MemberId)>>,
}

impl<'a> Records<'a> {
    fn of(branch: &'a Branch, day: Day) -> Self {
        let mut meetings: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for meeting in branch.held().filter(|meeting| meeting.date.value <= day) {
            meetings.entry(&meeting.kind.value).or_default().push(meeting);
        }
        let mut studies: HashMap<_, Vec<_>> = HashMap::new();
        for (_, study) in branch.studied().filter(|(_, study)| study.struck.is_none() && study.date.value <= day) {
            studies.entry(&study.kind.value).or_default().push((study.date.value, &study.member.value));
        }
        Self { branch, meetings, studies }
    }

    /// The meetings of some kinds in some days.
    fn held(&self, kinds: &[At<KindId>], days: Period) -> impl Iterator<Item = &'a Filed<Meeting>> {
        kinds.iter().filter_map(|kind| self.meetings.get(&kind.value)).flat_map(move |meetings| {
            let from = meetings.partition_point(|meeting| meeting.date.value < days.first);
            meetings[from..].iter().take_while(move |meeting| meeting.date.value <= days.last).copied()
        })
    }

    /// How often the branch met as a whole, and how often every group of it did.
    fn of_branch(&self, duty: &Duty, days: Period) -> usize {
        let (mut whole, mut groups) = (0, BTreeMap::<_, usize>::new());
        for meeting in self.held(&duty.kinds, days) {
            match &meeting.group {
                Some(group) => *groups.entry(&group.value).or_default() += 1,
                None => whole += 1,
            }
        }
        let each = self.branch.groups_on(days.last).map(|(group, _)| groups.get(group).copied().unwrap_or(0));
        whole + each.min().unwrap_or(0)
    }

    /// How often a group met, by itself or with the whole branch.
    fn of_group(&self, duty: &Duty, days: Period, group: &GroupId) -> usize {
        let meetings = self.held(&duty.kinds, days);
        meetings.filter(|meeting| meeting.group.as_ref().is_none_or(|at| at.value == *group)).count()
    }

    /// How often each member attended or studied.
    fn of_members(&self, duty: &Duty, days: Period) -> HashMap<&'a MemberId, usize> {
        let mut counts = HashMap::new();
        for meeting in self.held(&duty.kinds, days) {
            let made_up = meeting.absent.iter().filter(|absence| absence.made_up.is_some());
            let attended = meeting.present.iter().chain(&meeting.late).map(|at| &at.value);
            for member in attended.chain(made_up.map(|absence| &absence.member.value)) {
                *counts.entry(member).or_default() += 1;
            }
        }
        for kind in &duty.studies {
            let studied = self.studies.get(&kind.value).into_iter().flatten();
            for (_, member) in studied.filter(|(day, _)| days.contains(*day)) {
                *counts.entry(*member).or_default() += 1;
            }
        }
        counts
    }
}
