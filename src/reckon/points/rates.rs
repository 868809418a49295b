//! What all attendance of some days together brings: how often somebody came, of the times when the person was due.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{Origin, Share};
use super::scored::Scored;
use crate::branch::Branch;
use crate::reckon::attendance::Seat;
use crate::record::{Day, KindId, Member, MemberId, Period};
use crate::rulebook::{ByRate, Item, State, Stretch};

/// What has to be known of everybody's attendance.
pub(super) struct Rates<'a> {
    branch: &'a Branch,
    reach: Period,
    /// The items that are earned so.
    items: Vec<(&'a Item, &'a ByRate)>,
    seats: BTreeMap<&'a MemberId, Vec<Due<'a>>>,
}

/// A meeting at which somebody was due.
struct Due<'a> {
    kind: &'a KindId,
    day: Day,
    state: State,
}

/// What somebody earned: by which item, who, and on which day.
type Earned<'a> = (&'a Item, &'a MemberId, Day, Origin<'a>);

impl<'a> Rates<'a> {
    /// Nothing yet, of some days.
    pub(super) fn of(branch: &'a Branch, reach: Period) -> Self {
        let items = branch.rules.items().filter_map(|item| Some((item, item.rate.as_ref()?)));
        Self { branch, reach, items: items.collect(), seats: BTreeMap::new() }
    }

    /// Notes who was due at a meeting.
    pub(super) fn note(&mut self, kind: &'a KindId, day: Day, seats: &[Seat<'a>]) {
        if self.items.iter().any(|(_, by)| by.is_of(kind)) {
            for seat in seats.iter().filter(|seat| seat.verdict.in_rate) {
                self.seats.entry(seat.member).or_default().push(Due { kind, day, state: seat.state() });
            }
        }
    }

    /// What everybody earned.
    pub(super) fn earned(&self, scored: &[Scored<'a>]) -> Vec<Earned<'a>> {
        let each = self.items.iter().flat_map(|(item, by)| {
            let over: BTreeSet<_> = scored.iter().flat_map(|scored| stretches(by.over, scored.days)).collect();
            let over = over.into_iter().filter_map(|days| days.common(item.days()?));
            over.map(move |days| (*item, *by, days))
        });
        each.flat_map(|(item, by, days)| self.earned_in(item, by, days)).collect()
    }

    /// Who earned an item by the attendance of some days.
    fn earned_in(&self, item: &'a Item, by: &ByRate, days: Period) -> Vec<Earned<'a>> {
        let earned = self.seats.iter().filter_map(|(id, seats)| {
            let member = self.branch.members.get(*id)?;
            let last = self.last_scored(member, days, by.whole == Some(true))?;
            let mut shares: BTreeMap<Day, Share> = BTreeMap::new();
            let due = seats.iter().filter(|due| days.contains(due.day) && by.is_of(due.kind));
            for due in due.filter(|due| self.branch.is_scored(member, due.day)) {
                let first = by.each.as_ref().map_or(days.first, |each| each.value.first(due.day));
                let share = shares.entry(first).or_default();
                share.came += i64::from(by.came(due.state));
                share.of += 1;
            }
            let all = shares
                .values()
                .fold(Share::default(), |all, one| Share { came: all.came + one.came, of: all.of + one.of });
            let is_met = all.of > 0 && shares.values().all(|one| by.is_met(one.came, one.of));
            is_met.then_some((item, *id, last, Origin::Rate(item, days, all)))
        });
        earned.collect()
    }

    /// The last of some days on which somebody is scored; where all of them are asked for, none of somebody who was not
    /// on one of them.
    fn last_scored(&self, member: &Member, days: Period, whole: bool) -> Option<Day> {
        let turns = self.branch.scored_turns(member, days);
        if whole && turns.iter().any(|(_, is_scored)| !is_scored) {
            return None;
        }
        let ends = turns.iter().skip(1).map(|(day, _)| day.minus(1)).chain([days.last]);
        let last = turns.iter().zip(ends).filter(|((_, is_scored), _)| *is_scored).map(|(_, end)| end).last();
        last.filter(|day| self.reach.contains(*day))
    }
}

/// The stretches that some days lie in; they themselves where none is said.
fn stretches(over: Option<Stretch>, days: Period) -> Vec<Period> {
    let Some(over) = over else { return vec![days] };
    let mut all = vec![over.around(days.first)];
    while let Some(last) = all.last().map(|last: &Period| last.last).filter(|last| *last < days.last) {
        all.push(over.around(last.plus(1)));
    }
    all
}
