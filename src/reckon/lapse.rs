//! Members who have taken part in nothing for months.

use std::collections::{BTreeMap, HashMap};

use super::seats;
use crate::branch::Branch;
use crate::record::{Day, MemberId, Month};
use crate::rulebook::{Lapse, LapseStep, State};

/// A member who took part in nothing for months, without being excused.
#[derive(Clone, Debug)]
pub struct Lapsed<'a> {
    /// The rule.
    pub rule: &'a Lapse,
    /// Who.
    pub member: &'a MemberId,
    /// How many months in a row, to the last that is over.
    pub months: usize,
    /// The last of them.
    pub last: Month,
    /// What so many are called.
    pub step: &'a LapseStep,
}

/// Who has taken part in none of the meetings that a rule means, month after month, to the last that is over: those of
/// them who were due, were not excused, and did not attend. A month in which somebody attended, was excused or exempt, or
/// was due nowhere, ends the run.
pub fn lapsed(branch: &Branch, day: Day) -> Vec<Lapsed<'_>> {
    let rules = branch.rules.duties.iter().flat_map(|(_, rules)| &rules.lapses).filter(|rule| rule.holds(day));
    let mut all = Vec::new();
    for rule in rules {
        let runs = missed(branch, rule, day);
        for (member, months) in runs {
            let reached = |step: &&LapseStep| usize::try_from(step.months.value).is_ok_and(|least| least <= months);
            if let Some(step) = rule.steps.iter().rfind(reached) {
                all.push(Lapsed { rule, member, months, last: Month::of(day).before(), step });
            }
        }
    }
    all
}

/// How many months in a row each missed everything, to the last month that is over.
fn missed<'a>(branch: &'a Branch, rule: &Lapse, day: Day) -> BTreeMap<&'a MemberId, usize> {
    let over = Month::of(day).first();
    let mut by_month: BTreeMap<Month, HashMap<&MemberId, bool>> = BTreeMap::new();
    for meeting in branch.held().filter(|meeting| meeting.date.value < over) {
        if !rule.kinds.iter().any(|kind| kind.value == meeting.kind.value) {
            continue;
        }
        let month = by_month.entry(Month::of(meeting.date.value)).or_default();
        for seat in seats(branch, meeting).into_iter().filter(|seat| seat.due) {
            let missed = matches!(seat.state(), State::Absent | State::Open);
            let all = month.entry(seat.member).or_insert(true);
            *all = *all && missed;
        }
    }
    let mut runs: BTreeMap<&MemberId, usize> = BTreeMap::new();
    let mut month = Month::of(day).before();
    let mut still: Option<Vec<&MemberId>> = None;
    while let Some(seats) = by_month.get(&month).filter(|_| branch.since().is_none_or(|since| since <= month.last())) {
        let missed = |id: &MemberId| seats.get(id).copied().unwrap_or(false);
        let left: Vec<_> = match still {
            None => seats.iter().filter(|(_, missed)| **missed).map(|(id, _)| *id).collect(),
            Some(before) => before.into_iter().filter(|id| missed(id)).collect(),
        };
        if left.is_empty() {
            break;
        }
        left.iter().for_each(|id| *runs.entry(id).or_default() += 1);
        still = Some(left);
        month = month.before();
    }
    runs.into_iter().filter(|(id, _)| branch.members.get(*id).is_some_and(|member| member.is_there(day))).collect()
}
