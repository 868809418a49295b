//! The talks that are owed on a day: by pairs that are to talk over and over, and after what makes a talk a duty.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::{Talks, causes};
use crate::branch::Branch;
use crate::record::{Day, MemberId, Period, Span, TalkReasonId};
use crate::rulebook::{Each, Firm, TalkPair, TalkTrigger};
use crate::words::{self, Text};

/// A talk that somebody owes.
#[derive(Clone, Debug)]
pub struct OwedTalk<'a> {
    /// The rule.
    pub rule: TalkRule<'a>,
    /// Who owes it.
    pub who: &'a MemberId,
    /// With whom: any of these but the person.
    pub with: Rc<BTreeSet<&'a MemberId>>,
    /// How many are still owed.
    pub times: usize,
    /// The last day on which it is in time.
    pub until: Day,
}

/// The rule by which a talk is owed.
#[derive(Clone, Copy, Debug)]
pub enum TalkRule<'a> {
    /// Some are to talk with others over and over.
    Pair(&'a TalkPair),
    /// Something of a day makes a talk a duty.
    Trigger(&'a TalkTrigger, Day),
}

impl<'a> TalkRule<'a> {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Pair(pair) => pair.id.as_str(),
            Self::Trigger(trigger, _) => trigger.id.as_str(),
        }
    }

    /// Its name; with the day of what made the talk a duty.
    pub fn name(&self) -> Text {
        match self {
            Self::Pair(pair) => pair.name(),
            Self::Trigger(trigger, day) => words::of_day(trigger.name(), *day),
        }
    }

    /// The reason that the talk has to have.
    pub fn reason(&self) -> Option<&'a TalkReasonId> {
        match self {
            Self::Pair(_) => None,
            Self::Trigger(trigger, _) => trigger.reason.as_ref().map(|at| &at.value),
        }
    }

    /// Where the rule is from: regulation and article.
    pub fn source(&self) -> Option<&'a str> {
        match self {
            Self::Pair(pair) => pair.source.as_deref(),
            Self::Trigger(trigger, _) => trigger.source.as_deref(),
        }
    }

    /// Where it stands in `rules/talks.toml`.
    pub fn span(&self) -> &'a Span {
        match self {
            Self::Pair(pair) => &pair.span,
            Self::Trigger(trigger, _) => &trigger.span,
        }
    }

    /// Whether it is as much the other's as the person's.
    pub fn is_of_both(&self) -> bool {
        matches!(self, Self::Pair(pair) if pair.each == Each::Pair)
    }

    /// How firm it is.
    pub fn firm(&self) -> Firm {
        match self {
            Self::Pair(pair) => pair.firm,
            Self::Trigger(trigger, _) => trigger.firm,
        }
    }
}

impl<'a> OwedTalk<'a> {
    /// Whether a talk with somebody would settle it.
    pub fn takes(&self, other: &MemberId) -> bool {
        other != self.who && self.with.contains(other)
    }

    /// The only one it can be with; none where there is a choice.
    pub fn only(&self) -> Option<&'a MemberId> {
        let mut others = self.with.iter().filter(|other| **other != self.who);
        others.next().filter(|_| others.next().is_none()).copied()
    }
}

/// How many months back something can still make a talk a duty.
const MONTHS: u32 = 12;

/// The days whose records decide which talks are owed on a day.
pub fn talks_reach(day: Day) -> Period {
    let back = day.minus_months(MONTHS);
    Period { first: back.min(Period::year_of(day).first), last: day }
}

/// The talks that are still owed at the end of a day: of the stretches of the calendar it lies in, and after what made a
/// talk a duty in the year before it. The branch must hold the records of [`talks_reach`].
///
/// What a stretch that is over left undone is not owed any more: a talk now is one of the new stretch.
pub fn owed_talks(branch: &Branch, day: Day) -> Vec<OwedTalk<'_>> {
    let talks = Talks::until(branch, day);
    let mut owed = Vec::new();
    for pair in branch.rules.talk_pairs_on(day) {
        match pair.each {
            Each::Pair => with_each(branch, &talks, pair, day, &mut owed),
            Each::Person => with_somebody(branch, &talks, pair, day, &mut owed),
        }
    }
    let back = Period { first: day.minus_months(MONTHS), last: day };
    causes::owed(branch, &talks, back, &mut owed);
    owed
}

/// The stretch in which a pair owes its talks on a day, as far as the rule holds.
fn stretch(pair: &TalkPair, day: Day) -> Period {
    let around = pair.per().around(day);
    let last = pair.until.as_ref().map_or(around.last, |until| until.value.min(around.last));
    Period { first: around.first, last }
}

/// Adds the talks that each of some owes with each of others.
fn with_each<'a>(branch: &'a Branch, talks: &Talks<'a>, pair: &'a TalkPair, day: Day, owed: &mut Vec<OwedTalk<'a>>) {
    let days = stretch(pair, day);
    let ones: BTreeSet<_> = branch.those_on(&pair.who, day).collect();
    let others: BTreeSet<_> = branch.those_on(&pair.with, day).collect();
    for one in &ones {
        let mut held: HashMap<_, usize> = HashMap::new();
        talks.of(one, days.first).for_each(|(_, other)| *held.entry(other).or_default() += 1);
        // Two who owe one another the same talk owe it once.
        let once =
            |other: &&&MemberId| one != *other && (one < *other || !ones.contains(*other) || !others.contains(one));
        for other in others.iter().filter(once) {
            let times = pair.times().saturating_sub(held.get(other).copied().unwrap_or_default());
            if times > 0 {
                let with = Rc::new(BTreeSet::from([*other]));
                owed.push(OwedTalk { rule: TalkRule::Pair(pair), who: one, with, times, until: days.last });
            }
        }
    }
}

/// Adds the talks that each of some owes with somebody of others; nothing for one who is the only one of them.
fn with_somebody<'a>(
    branch: &'a Branch,
    talks: &Talks<'a>,
    pair: &'a TalkPair,
    day: Day,
    owed: &mut Vec<OwedTalk<'a>>,
) {
    let days = stretch(pair, day);
    let with: Rc<BTreeSet<_>> = Rc::new(branch.those_on(&pair.with, day).collect());
    for who in branch.those_on(&pair.who, day).filter(|who| with.iter().any(|other| other != who)) {
        // Somebody who has given up the post since was one of them all the same.
        let held = talks.of(who, days.first).filter(|(talk, other)| {
            let other = branch.members.get(*other);
            other.is_some_and(|member| branch.is_among(&pair.with, member, talk.date.value))
        });
        let times = pair.times().saturating_sub(held.count());
        if times > 0 {
            owed.push(OwedTalk { rule: TalkRule::Pair(pair), who, with: with.clone(), times, until: days.last });
        }
    }
}
