//! Which few talks would settle what is owed.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::rc::Rc;

use super::rule::{OwedTalk, TalkRule};
use super::talked;
use crate::branch::Branch;
use crate::record::{Day, GroupId, MemberId, Period, TalkReasonId};

/// A talk that would settle something.
#[derive(Clone, Debug)]
pub struct PlannedTalk<'a> {
    /// Who speaks to the other.
    pub who: &'a MemberId,
    /// The other: whom it is about, where something made it a duty.
    pub with: &'a MemberId,
    /// The reason it has to have, where what it settles needs one.
    pub reason: Option<&'a TalkReasonId>,
    /// How many times.
    pub times: usize,
    /// What it settles, in part or in whole: places among what is owed.
    pub settles: Vec<usize>,
}

/// Few talks that would together settle what is owed on a day, by the day until which they are in time.
///
/// First those that leave no choice, then those that something made a duty; then those that settle something for both;
/// then each that is left. Where there is a choice, it is with the one who has had the fewest talks in the year, of the
/// same group where there are several.
pub fn talks_planned<'a>(branch: &'a Branch, owed: &[OwedTalk<'a>], day: Day) -> Vec<PlannedTalk<'a>> {
    let mut plan = Plan::new(branch, owed, day);
    for (at, one) in owed.iter().enumerate() {
        if let Some(other) = one.only() {
            plan.settle(at, other);
        }
    }
    plan.each(|owed| matches!(owed.rule, TalkRule::Trigger(..)));
    let sets = plan.sets();
    for (at, one) in sets.iter().enumerate() {
        sets[at..].iter().for_each(|other| plan.both(one, other));
    }
    plan.each(|_| true);
    let mut talks = plan.talks;
    let first = |talk: &PlannedTalk<'_>| talk.settles.iter().map(|at| owed[*at].until).min();
    talks.sort_by_key(|talk| (first(talk), talk.who, talk.with));
    talks
}

/// A plan in the making.
struct Plan<'a, 'o> {
    branch: &'a Branch,
    owed: &'o [OwedTalk<'a>],
    day: Day,
    /// How often each is still owed.
    left: Vec<usize>,
    /// What each person owes.
    of: HashMap<&'a MemberId, Vec<usize>>,
    /// How many talks each person has had, or is to have.
    load: HashMap<&'a MemberId, usize>,
    talks: Vec<PlannedTalk<'a>>,
    /// Which talk of the plan two people have for a reason.
    known: HashMap<(&'a MemberId, &'a MemberId, Option<&'a TalkReasonId>), usize>,
}

/// What is owed with the same people.
struct Set<'a> {
    with: Rc<BTreeSet<&'a MemberId>>,
    owed: Vec<usize>,
}

impl<'a, 'o> Plan<'a, 'o> {
    fn new(branch: &'a Branch, owed: &'o [OwedTalk<'a>], day: Day) -> Self {
        let mut of: HashMap<_, Vec<_>> = HashMap::new();
        owed.iter().enumerate().for_each(|(at, one)| of.entry(one.who).or_default().push(at));
        let year = Period { first: Period::year_of(day).first, last: day };
        let load = talked(branch, year).into_iter().map(|(who, with)| (who, with.values().sum())).collect();
        let left = owed.iter().map(|one| one.times).collect();
        Self { branch, owed, day, left, of, load, talks: Vec::new(), known: HashMap::new() }
    }

    /// Plans as many talks as one thing that is owed still takes with somebody.
    fn settle(&mut self, at: usize, other: &'a MemberId) {
        while self.left[at] > 0 {
            self.talk(at, other);
        }
    }

    /// Plans the talks for each of some things that are owed, with whoever is best.
    fn each(&mut self, wanted: impl Fn(&OwedTalk<'a>) -> bool) {
        let owed = self.owed;
        for at in (0..owed.len()).filter(|at| wanted(&owed[*at])) {
            while let Some(other) = Some(at).filter(|at| self.left[*at] > 0).and_then(|at| self.best(at)) {
                self.talk(at, other);
            }
        }
    }

    /// Plans a talk for something that is owed, and sees what else it settles.
    fn talk(&mut self, at: usize, other: &'a MemberId) {
        let who = self.owed[at].who;
        let reason = self.owed[at].rule.reason();
        let of = |person: &MemberId| self.of.get(person).into_iter().flatten().copied();
        let of_both = of(who).map(|at| (at, other)).chain(of(other).map(|at| (at, who)));
        // A talk has one reason, and does for what needs another no service.
        let mut reasons: Vec<_> = reason.into_iter().collect();
        let mut settles = Vec::new();
        for (at, _) in of_both.filter(|(at, with)| self.left[*at] > 0 && self.owed[*at].takes(with)) {
            let needed = self.owed[at].rule.reason();
            reasons.extend(needed.filter(|_| reasons.is_empty()));
            if needed.is_none_or(|needed| reasons[0] == needed) {
                settles.push(at);
            }
        }
        for at in &settles {
            self.left[*at] -= 1;
        }
        for person in [who, other] {
            *self.load.entry(person).or_default() += 1;
        }
        let reason = reasons.first().copied();
        // Where something made it a duty, it is about that person.
        let mut triggered = settles.iter().filter(|at| matches!(self.owed[**at].rule, TalkRule::Trigger(..)));
        let with = triggered.next().map_or(who, |at| self.owed[*at].who);
        let speaker = if with == who { other } else { who };
        let key = (who.min(other), who.max(other), reason);
        match self.known.get(&key) {
            Some(talk) => {
                let talk = &mut self.talks[*talk];
                talk.times += 1;
                talk.settles.extend(settles);
                talk.settles.sort_unstable();
                talk.settles.dedup();
            }
            None => {
                self.known.insert(key, self.talks.len());
                self.talks.push(PlannedTalk { who: speaker, with, reason, times: 1, settles });
            }
        }
    }

    /// What is still owed, by the people with whom it is.
    fn sets(&self) -> Vec<Set<'a>> {
        let mut sets: Vec<Set<'a>> = Vec::new();
        let mut known: HashMap<*const BTreeSet<&MemberId>, usize> = HashMap::new();
        for (at, one) in self.owed.iter().enumerate().filter(|(at, _)| self.left[*at] > 0) {
            let set = *known.entry(Rc::as_ptr(&one.with)).or_insert_with(|| {
                sets.push(Set { with: one.with.clone(), owed: Vec::new() });
                sets.len() - 1
            });
            sets[set].owed.push(at);
        }
        for set in &mut sets {
            set.owed.sort_by_key(|at| (self.group(self.owed[*at].who), self.owed[*at].who));
        }
        sets
    }

    fn group(&self, who: &MemberId) -> Option<&'a GroupId> {
        self.branch.members.get(who).and_then(|member| member.group_on(self.day))
    }

    /// Plans talks between those of one set and those of another, as long as each settles something for both.
    fn both(&mut self, one: &Set<'a>, other: &Set<'a>) {
        let ones = self.open(one, &other.with);
        let mut waiting = VecDeque::from(self.open(other, &one.with));
        for at in ones {
            while self.left[at] > 0 {
                let Some(other) = self.next(at, &mut waiting) else { break };
                self.talk(at, self.owed[other].who);
                // A talk of a reason of its own may not have settled it.
                if self.left[other] > 0 {
                    waiting.push_back(other);
                }
            }
        }
    }

    /// The first that waits and is still owed, by somebody else than owes this.
    fn next(&self, at: usize, waiting: &mut VecDeque<usize>) -> Option<usize> {
        let mut own = None;
        let next = loop {
            match waiting.pop_front() {
                Some(other) if self.left[other] == 0 => {}
                Some(other) if self.owed[other].who == self.owed[at].who => own = Some(other),
                next => break next,
            }
        };
        own.into_iter().for_each(|own| waiting.push_front(own));
        next
    }

    /// What is still owed in a set by people with whom others owe a talk.
    fn open(&self, set: &Set<'a>, wanted: &BTreeSet<&MemberId>) -> Vec<usize> {
        let open = |at: &&usize| self.left[**at] > 0 && wanted.contains(self.owed[**at].who);
        set.owed.iter().filter(open).copied().collect()
    }

    /// The one with whom something that is owed is best settled.
    fn best(&self, at: usize) -> Option<&'a MemberId> {
        let owed = &self.owed[at];
        let group = self.group(owed.who);
        let others = owed.with.iter().copied().filter(|other| owed.takes(other));
        others
            .min_by_key(|other| (self.load.get(other).copied().unwrap_or_default(), self.group(other) != group, *other))
    }
}

impl PlannedTalk<'_> {
    /// The rules whose talks it settles, each once.
    pub fn rules<'a>(&self, owed: &[OwedTalk<'a>]) -> Vec<TalkRule<'a>> {
        let mut rules: Vec<TalkRule<'_>> = Vec::new();
        for at in &self.settles {
            if rules.iter().all(|rule| rule.name() != owed[*at].rule.name()) {
                rules.push(owed[*at].rule);
            }
        }
        rules
    }

    /// The command that records it.
    pub fn command(&self) -> String {
        let reason = self.reason.map_or_else(String::new, |reason| format!(" --reason {reason}"));
        format!("zhibu talk log {} {}{reason}", self.who, self.with)
    }
}
