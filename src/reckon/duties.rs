//! Duties: what the rules say is owed in each period, and how often it was done.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Location;
use super::settle::{Counts, Event, Slot, named, settle};
use crate::branch::{Branch, Filed, Query, Since};
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
    /// How often it was done, in time or later.
    pub done: usize,
    /// How often it was done in time.
    pub in_time: usize,
}

/// How a duty stands in one of its periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyState {
    /// Done in time.
    Kept,
    /// Done, but after its last day.
    Late,
    /// Not done, and still in time.
    Open,
    /// Not done by its last day.
    Missed,
}

impl DutyState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Kept, Self::Late, Self::Open, Self::Missed];

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Late => "late",
            Self::Open => "open",
            Self::Missed => "missed",
        }
    }
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

    /// How it stands at the beginning of a day.
    pub fn state(&self, day: Day) -> DutyState {
        match self.missing() {
            0 if self.in_time < self.duty.times() => DutyState::Late,
            0 => DutyState::Kept,
            _ if self.until < day => DutyState::Missed,
            _ => DutyState::Open,
        }
    }
}

impl Branch {
    /// The duties, in the order of the file.
    pub fn duties(&self) -> impl Iterator<Item = &Duty> {
        self.rules.duties.iter().flat_map(|(_, rules)| &rules.duties)
    }

    /// Where a duty or a term stands in the rules.
    pub fn duty_spot(&self, span: &crate::record::Span) -> Option<Location<'_>> {
        self.rules.duties.as_ref().map(|(source, _)| Location::new(source, Some(span)))
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
            || self.posts_on(member, day).any(|post| duty.posts.iter().any(|at| at.value == *post))
    }
}

/// What [`duties`] needs: of a period that is over, what was recorded in the year after it too, since a meeting may say
/// that it was for it.
pub fn duties_query(days: Period, day: Day) -> Query {
    let last = Period::year_of(days.last).last.plus_months(12).min(day).max(days.first);
    Query::roll().duties(Period { first: days.first, last })
}

/// The duties of all periods that touch some days, each for everybody whose it is, by what was recorded up to a day:
/// in the order of the rules, then of the periods.
///
/// A group owes what it was there for on the last day of the period, a member what he or she was bound to then. What was
/// not done is not missed where that holds for less than half of the period, or the branch kept its records for less.
pub fn duties(branch: &Branch, days: Period, day: Day) -> Vec<Owing<'_>> {
    let records = Records::of(branch, day);
    let mut all = Vec::new();
    // A duty that nothing keeps is a fault of the rules, not of those who owe it.
    for duty in branch.duties().filter(|duty| !duty.kinds.is_empty() || !duty.studies.is_empty()) {
        let slots = records.slots(duty, days);
        let asked = asked(&slots, days);
        // Of less than half a period nobody says that it was missed.
        let mut owe = |whose, slot: Slot, count, in_middle: &dyn Fn(Day) -> bool| {
            let owing = Owing::new(duty, whose, slot, count);
            let middle = slot.period.middle().min(day);
            let is_whole = || branch.keeps_half(slot.period) && in_middle(middle);
            if owing.state(day) != DutyState::Missed || is_whole() {
                all.push(owing);
            }
        };
        match duty.by() {
            Bearer::Branch => {
                let (counts, _) = records.of_branch(duty, &slots);
                for at in asked {
                    owe(Whose::Branch, slots[at], counts.sum(at), &|_| true);
                }
            }
            Bearer::Group => {
                let counts: BTreeMap<_, _> =
                    branch.groups.keys().map(|group| (group, records.of_group(duty, &slots, group).0)).collect();
                for at in asked {
                    for (group, record) in branch.groups_on(slots[at].period.last.min(day)) {
                        owe(Whose::Group(group), slots[at], counts[group].0[at], &|day| record.holds(day));
                    }
                }
            }
            Bearer::Member => {
                let counts = records.of_members(duty, &slots);
                for at in asked {
                    let seen = slots[at].period.last.min(day);
                    let bearers = branch.people_on(seen).filter(|(_, record)| branch.bears(duty, record, seen));
                    for (member, record) in bearers {
                        let count = counts.get(member).map_or(Count::default(), |counts| counts.0[at]);
                        owe(Whose::Member(member), slots[at], count, &|day| branch.bears(duty, record, day));
                    }
                }
            }
        }
    }
    all
}

/// Whether a duty counts a meeting of a kind and a day for a period that it says it was held for.
pub fn takes_period(branch: &Branch, kind: &KindId, day: Day, said: Period) -> bool {
    let mut duties = branch.duties().filter(|duty| duty.kinds.iter().any(|at| at.value == *kind));
    duties.any(|duty| named(duty, day, Some(said)).is_some_and(|period| duty.holds(period.last)))
}

/// The periods of duties of the branch and of groups for which the meetings of some days were counted, where that is not
/// the period they were held in. The branch must hold what [`duties_query`] says of those days.
pub fn counted_elsewhere(branch: &Branch, days: Period, day: Day) -> HashMap<&str, Vec<Period>> {
    let records = Records::of(branch, day);
    let mut elsewhere: HashMap<&str, Vec<Period>> = HashMap::new();
    for duty in branch.duties().filter(|duty| !duty.kinds.is_empty()) {
        // What a meeting names may lie further back.
        let slots = records.slots(duty, Period { first: Period::year_of(days.first.minus_months(12)).first, ..days });
        let settled: Vec<_> = match duty.by() {
            Bearer::Branch => records.of_branch(duty, &slots).1,
            Bearer::Group => branch.groups.keys().flat_map(|group| records.of_group(duty, &slots, group).1).collect(),
            Bearer::Member => continue,
        };
        for (meeting, slot) in settled.into_iter().filter(|(meeting, _)| days.contains(meeting.date.value)) {
            let periods = elsewhere.entry(meeting.source.path.stem()).or_default();
            if !slot.period.contains(meeting.date.value) && !periods.contains(&slot.period) {
                periods.push(slot.period);
            }
        }
    }
    elsewhere.retain(|_, periods| !periods.is_empty());
    elsewhere
}

impl<'a> Owing<'a> {
    fn new(duty: &'a Duty, whose: Whose<'a>, slot: Slot, count: Count) -> Self {
        Self { duty, whose, period: slot.period, until: slot.until, done: count.done, in_time: count.in_time }
    }
}

/// Which periods touch some days.
fn asked(slots: &[Slot], days: Period) -> impl Iterator<Item = usize> + use<> {
    let first = slots.partition_point(|slot| slot.period.last < days.first);
    first..slots.len()
}

/// How often something was done.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    done: usize,
    in_time: usize,
}

impl Count {
    fn add(&mut self, in_time: bool) {
        self.done += 1;
        self.in_time += usize::from(in_time);
    }
}

/// The counts of one bearer, period by period, and how often something is to be done in each.
struct Own(Vec<Count>, usize);

impl<T> Counts<T> for Own {
    fn lacks(&self, slot: usize, _: &T) -> bool {
        self.0[slot].done < self.1
    }

    fn count(&mut self, slot: usize, _: &T, in_time: bool) {
        self.0[slot].add(in_time);
    }
}

/// The counts of the branch: how often it met as a whole, and how often each group that is there did.
struct OfBranch<'a> {
    whole: Vec<Count>,
    groups: Vec<BTreeMap<&'a GroupId, Count>>,
    times: usize,
}

impl OfBranch<'_> {
    /// How often the whole met, and how often every group did.
    fn sum(&self, slot: usize) -> Count {
        let (whole, groups) = (self.whole[slot], &self.groups[slot]);
        let least = |of: fn(&Count) -> usize| groups.values().map(of).min().unwrap_or(0);
        Count { done: whole.done + least(|one| one.done), in_time: whole.in_time + least(|one| one.in_time) }
    }
}

impl<'a> Counts<&'a Filed<Meeting>> for OfBranch<'a> {
    fn lacks(&self, slot: usize, meeting: &&'a Filed<Meeting>) -> bool {
        match &meeting.group {
            Some(group) => {
                let met = self.groups[slot].get(&group.value);
                met.is_some_and(|met| self.whole[slot].done + met.done < self.times)
            }
            None => self.sum(slot).done < self.times,
        }
    }

    fn count(&mut self, slot: usize, meeting: &&'a Filed<Meeting>, in_time: bool) {
        let count = match &meeting.group {
            Some(group) => self.groups[slot].get_mut(&group.value),
            None => self.whole.get_mut(slot),
        };
        count.into_iter().for_each(|count| count.add(in_time));
    }
}

/// The meetings that were counted, each with the period.
type Settled<'a> = Vec<(&'a Filed<Meeting>, Slot)>;

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

    /// The periods of a duty up to the last of some days: those on whose last day it holds, and which do not end before
    /// the branch kept its records. They begin with those days, or as far back as something was done where that may
    /// count for the period before.
    fn slots(&self, duty: &Duty, days: Period) -> Vec<Slot> {
        let since = self.branch.since().unwrap_or(Day::FIRST).max(duty.from.value);
        let done = self.held(&duty.kinds).map(|meeting| meeting.date.value);
        let studied = duty.studies.iter().filter_map(|kind| self.studies.get(&kind.value)).flatten().map(|one| one.0);
        let earliest = done.chain(studied).min().filter(|_| duty.grace.is_some());
        let begin = earliest.map_or(days.first, |day| day.min(days.first)).max(since);
        let next =
            move |period: &Period| Some(duty.per.around(period.last.plus(1))).filter(|next| next.first > period.last);
        std::iter::successors(Some(duty.per.around(begin)), next)
            .take_while(|period| period.first <= days.last)
            .filter(|period| duty.holds(period.last) && since <= period.last)
            .map(|period| Slot { period, until: duty.until(period) })
            .collect()
    }

    /// The meetings of some kinds.
    fn held(&self, kinds: &[At<KindId>]) -> impl Iterator<Item = &'a Filed<Meeting>> {
        kinds.iter().filter_map(|kind| self.meetings.get(&kind.value)).flatten().copied()
    }

    /// The meetings of a duty, by day.
    fn events(&self, duty: &Duty, counts: impl Fn(&Filed<Meeting>) -> bool) -> Vec<Event<&'a Filed<Meeting>>> {
        let meetings = self.held(&duty.kinds).filter(|meeting| counts(meeting));
        let mut events: Vec<_> = meetings
            .map(|meeting| Event { day: meeting.date.value, named: meeting.said_period(), what: meeting })
            .collect();
        events.sort_by_key(|event| event.day);
        events
    }

    /// How often the branch met.
    fn of_branch(&self, duty: &Duty, slots: &[Slot]) -> (OfBranch<'a>, Settled<'a>) {
        let groups = slots.iter().map(|slot| {
            // A group of the second half does not make the branch late.
            let there = self.branch.groups_on(slot.period.last);
            let there = there.filter(|(_, record)| record.holds(slot.period.middle()));
            there.map(|(group, _)| (group, Count::default())).collect()
        });
        let mut counts =
            OfBranch { whole: vec![Count::default(); slots.len()], groups: groups.collect(), times: duty.times() };
        let events = self.events(duty, |_| true);
        let settled = settle(duty, slots, &events, &mut counts);
        (counts, told(events, settled, slots))
    }

    /// How often a group met, by itself or with the whole branch.
    fn of_group(&self, duty: &Duty, slots: &[Slot], group: &GroupId) -> (Own, Settled<'a>) {
        let mut counts = Own(vec![Count::default(); slots.len()], duty.times());
        let events = self.events(duty, |meeting| meeting.group.as_ref().is_none_or(|at| at.value == *group));
        let settled = settle(duty, slots, &events, &mut counts);
        (counts, told(events, settled, slots))
    }

    /// How often each member attended or studied.
    fn of_members(&self, duty: &Duty, slots: &[Slot]) -> HashMap<&'a MemberId, Own> {
        let mut events: HashMap<_, Vec<Event<()>>> = HashMap::new();
        for meeting in self.held(&duty.kinds) {
            let made_up = meeting.absent.iter().filter(|absence| absence.made_up.is_some());
            let attended = meeting.came().map(|at| &at.value);
            let (day, named) = (meeting.date.value, meeting.said_period());
            let attended: BTreeSet<_> = attended.chain(made_up.map(|absence| &absence.member.value)).collect();
            for member in attended {
                events.entry(member).or_default().push(Event { day, named, what: () });
            }
        }
        for (day, member) in duty.studies.iter().filter_map(|kind| self.studies.get(&kind.value)).flatten() {
            events.entry(member).or_default().push(Event { day: *day, named: None, what: () });
        }
        let of_member = |(member, mut events): (&'a MemberId, Vec<Event<()>>)| {
            events.sort_by_key(|event| event.day);
            let mut counts = Own(vec![Count::default(); slots.len()], duty.times());
            settle(duty, slots, &events, &mut counts);
            (member, counts)
        };
        events.into_iter().map(of_member).collect()
    }
}

/// The meetings that were counted for a period.
fn told<'a>(events: Vec<Event<&'a Filed<Meeting>>>, settled: Vec<Option<usize>>, slots: &[Slot]) -> Settled<'a> {
    events.into_iter().zip(settled).filter_map(|(event, slot)| Some((event.what, slots[slot?]))).collect()
}
