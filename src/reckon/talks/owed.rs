//! The talks that are owed on a day: by pairs that are to talk over and over, and after what makes a talk a duty.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::rule::{OwedTalk, TalkRule};
use super::{Talks, causes};
use crate::branch::{Branch, Query};
use crate::record::{Day, MemberId, Period};
use crate::rulebook::{Each, TalkPair, Those};

/// How many months back something can still make a talk a duty, where nobody says since when records are kept.
const MONTHS: u32 = 12;

/// What [`owed_talks`] needs.
pub fn owed_talks_query(day: Day) -> Query {
    Query::roll().talks_owed(Period { first: day.minus_months(MONTHS), last: day }).owed(day)
}

/// The talks that are still owed at the end of a day: of the stretches of the calendar it lies in, and after what made a
/// talk a duty since the branch keeps its records.
///
/// What a stretch that is over left undone is not among them: a talk now is one of the new stretch.
pub fn owed_talks(branch: &Branch, day: Day) -> Vec<OwedTalk<'_>> {
    let talks = Talks::until(branch, day);
    let mut owed = Vec::new();
    for pair in branch.rules.talk_pairs_on(day) {
        owed_in(branch, &talks, pair, stretch(pair, day), day, &mut owed);
    }
    let first = branch.since().unwrap_or(day.minus_months(MONTHS));
    if let Some(days) = Period::new(first, day) {
        causes::owed(branch, &talks, days, &mut owed);
    }
    owed
}

/// The talks that were not held in the stretches of the calendar that ended in some days, by those who were to have them
/// from their middle to their last day.
pub fn missed_talks(branch: &Branch, days: Period) -> Vec<OwedTalk<'_>> {
    let Some(days) = Period::new(branch.since().map_or(days.first, |since| since.max(days.first)), days.last) else {
        return vec![];
    };
    let talks = Talks::until(branch, days.last);
    let mut owed = Vec::new();
    for pair in branch.rules.talk_pairs() {
        let mut day = days.first.max(pair.from.value);
        while day <= days.last && pair.holds(day) {
            let stretch = stretch(pair, day);
            if stretch.last <= days.last && branch.keeps_half(stretch) {
                let mut missed = Vec::new();
                owed_in(branch, &talks, pair, stretch, stretch.last, &mut missed);
                owed.extend(missed.into_iter().filter(|one| is_of_half(branch, pair, stretch, one)));
            }
            // The calendar ends: a day after the last of it is the same day.
            match stretch.last.plus(1) {
                next if next > day => day = next,
                _ => break,
            }
        }
    }
    owed
}

/// Whether a talk was owed from the middle of a stretch on: of those who came later it was not missed.
fn is_of_half(branch: &Branch, pair: &TalkPair, stretch: Period, owed: &OwedTalk<'_>) -> bool {
    let is_among = |those: &Those, id: &MemberId| {
        branch.members.get(id).is_some_and(|member| branch.is_among(those, member, stretch.middle()))
    };
    is_among(&pair.who, owed.who) && owed.only().is_none_or(|with| is_among(&pair.with, with))
}

/// The stretch in which a pair owes its talks on a day, as far as the rule holds.
fn stretch(pair: &TalkPair, day: Day) -> Period {
    let around = pair.per().around(day);
    let last = pair.until.as_ref().map_or(around.last, |until| until.value.min(around.last));
    Period { first: around.first, last }
}

/// Adds the talks of a pair that were not held in some days by a day of them.
fn owed_in<'a>(
    branch: &'a Branch,
    talks: &Talks<'a>,
    pair: &'a TalkPair,
    days: Period,
    day: Day,
    owed: &mut Vec<OwedTalk<'a>>,
) {
    let held = Period { first: days.first, last: day };
    let mut owe = |who, with, held| {
        let times = pair.times().saturating_sub(held);
        if times > 0 {
            owed.push(OwedTalk { rule: TalkRule::Pair(pair, days), who, with, times, until: days.last });
        }
    };
    match pair.each {
        Each::Pair => with_each(branch, talks, pair, held, &mut owe),
        Each::Person => with_somebody(branch, talks, pair, held, &mut owe),
    }
}

/// What is told of a talk that may be owed: who, with whom, and how many were held.
type Owe<'a, 'o> = &'o mut dyn FnMut(&'a MemberId, Rc<BTreeSet<&'a MemberId>>, usize);

/// Tells the talks that each of some had in some days with each of others.
fn with_each<'a>(branch: &'a Branch, talks: &Talks<'a>, pair: &'a TalkPair, days: Period, owe: Owe<'a, '_>) {
    let ones: BTreeSet<_> = branch.those_on(&pair.who, days.last).collect();
    let others: BTreeSet<_> = branch.those_on(&pair.with, days.last).collect();
    for one in &ones {
        let mut held: HashMap<_, usize> = HashMap::new();
        talks.of(one, days).for_each(|(_, other)| *held.entry(other).or_default() += 1);
        // Two who owe one another the same talk owe it once.
        let once =
            |other: &&&MemberId| one != *other && (one < *other || !ones.contains(*other) || !others.contains(one));
        for other in others.iter().filter(once) {
            owe(one, Rc::new(BTreeSet::from([*other])), held.get(other).copied().unwrap_or_default());
        }
    }
}

/// Tells the talks that each of some had in some days with somebody of others; nothing of one who is the only one of
/// them.
fn with_somebody<'a>(branch: &'a Branch, talks: &Talks<'a>, pair: &'a TalkPair, days: Period, owe: Owe<'a, '_>) {
    let with: Rc<BTreeSet<_>> = Rc::new(branch.those_on(&pair.with, days.last).collect());
    for who in branch.those_on(&pair.who, days.last).filter(|who| with.iter().any(|other| other != who)) {
        // Somebody who has given up the post since was one of them all the same.
        let held = talks.of(who, days).filter(|(talk, other)| {
            let other = branch.members.get(*other);
            other.is_some_and(|member| branch.is_among(&pair.with, member, talk.date.value))
        });
        owe(who, with.clone(), held.count());
    }
}
