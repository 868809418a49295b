//! Back from a chosen day: by when each step before it has to be taken, and whether there is still time.

use std::collections::BTreeMap;

use super::search::{first_start, last_first_day, last_start};
use super::{Coming, Progress};
use crate::record::Day;
use crate::rulebook::{Counted, StepRule};

/// A plan that ends on a chosen day.
#[derive(Clone, Debug)]
pub struct BackPlan<'a> {
    /// The step of that day.
    pub goal: &'a StepRule,
    /// The day.
    pub day: Day,
    /// The steps that are still to be taken, the last of them that of the day, in their order.
    pub steps: Vec<BackStep<'a>>,
    /// The first day on which the step can be taken at all.
    pub earliest: Counted,
}

/// A step of a plan.
#[derive(Clone, Debug)]
pub struct BackStep<'a> {
    /// The step and its times by the steps taken so far.
    pub coming: Coming<'a>,
    /// The first day for it, by the steps before and those that may not be too long ago on the day.
    pub first: Counted,
    /// The last day for it.
    pub last: Counted,
    /// Whether the rules wanted it sooner than today.
    pub is_late: bool,
}

impl BackStep<'_> {
    /// Whether there is a day for it.
    pub fn is_possible(&self) -> bool {
        self.first.day <= self.last.day
    }
}

impl BackPlan<'_> {
    /// Whether every step has a day.
    pub fn is_possible(&self) -> bool {
        self.steps.iter().all(BackStep::is_possible)
    }
}

/// Plans back from a day on which a step is to be taken, as far as the steps are not taken yet.
///
/// Each step is put on its last day: the later ones leave it no more.
pub fn plan_back<'a>(way: &Progress<'a>, goal: &'a StepRule, day: Day) -> BackPlan<'a> {
    let rules = way.rules;
    let (stage, end) = (way.stage(), rules.step_place(&goal.id));
    let open = |step: &&StepRule| {
        let place = rules.step_place(&step.id);
        let before = place < end && !step.is_optional() && step.repeat.is_none();
        place > stage && (before || step.id.value == *goal.id) && way.last(&step.id).is_none()
    };
    let steps: Vec<&'a StepRule> = rules.steps_on(day).filter(open).collect();
    let first = forward(way, &steps);
    let mut last: BTreeMap<&str, Counted> = BTreeMap::new();
    let mut not_before: BTreeMap<&str, Counted> = BTreeMap::new();
    let mut planned = Vec::new();
    for (at, step) in steps.iter().enumerate().rev() {
        let later = &steps[at + 1..];
        let own_last = last_day(way, step, later, &last).unwrap_or(day.into());
        last.insert(step.id.as_str(), own_last);
        let bound = bound_by_later(way, step, later, &not_before);
        let bound = if later.is_empty() { Some(day.into()) } else { bound };
        if let Some(bound) = bound {
            not_before.insert(step.id.as_str(), bound);
        }
        let coming = way.coming(step);
        let by_rule = coming.latest.map(|latest| latest.counted);
        let in_time = by_rule.filter(|latest| latest.day >= way.day);
        let first = first.get(step.id.as_str()).copied().unwrap_or(way.day.into());
        planned.push(BackStep {
            first: if later.is_empty() { first } else { first.max(bound.unwrap_or(first)) },
            last: own_last.min(in_time.unwrap_or(own_last)),
            is_late: by_rule.is_some() && in_time.is_none(),
            coming,
        });
    }
    planned.reverse();
    let earliest = first.get(goal.id.as_str()).copied().unwrap_or(way.day.into());
    BackPlan { goal, day, steps: planned, earliest }
}

/// The first day of each step, by the steps before it: today at the earliest.
fn forward<'a>(way: &Progress<'_>, steps: &[&'a StepRule]) -> BTreeMap<&'a str, Counted> {
    let mut first: BTreeMap<&str, Counted> = BTreeMap::new();
    for step in steps {
        let mut own = Counted::from(way.day);
        for after in &step.after {
            let taken = way.earliest(step, after).map(|limit| limit.counted);
            let planned = || {
                let before = first.get(after.step.as_str())?;
                let rule = steps.iter().find(|rule| rule.id.value == *after.step)?;
                let end = rule.lasts.as_ref().map(|lasts| way.rules.last_day(before.day, lasts.value));
                let mut counted = match (&after.least, end) {
                    (Some(least), end) => way.rules.after(end.map_or(before.day, |end| end.day), least.value),
                    (None, Some(end)) => Counted { day: end.day.plus(1), ..end },
                    (None, None) => *before,
                };
                counted.unknown = before.unknown.or(counted.unknown);
                Some(counted)
            };
            own = own.max(taken.or_else(planned).unwrap_or(own));
        }
        first.insert(step.id.as_str(), own);
    }
    first
}

/// The last day of a step, by the steps after it; none for the last of all.
fn last_day(
    way: &Progress<'_>,
    step: &StepRule,
    later: &[&StepRule],
    last: &BTreeMap<&str, Counted>,
) -> Option<Counted> {
    let mut own: Option<Counted> = None;
    let mut least_of = |counted: Counted| own = Some(own.map_or(counted, |own| own.min(counted)));
    // Whatever is not said, a step is taken before the standing changes.
    if let Some(next) = later.iter().find(|next| next.standing.is_some()).or(later.last()) {
        last.get(next.id.as_str()).copied().into_iter().for_each(&mut least_of);
    }
    for next in later {
        let Some(goal) = last.get(next.id.as_str()) else { continue };
        for after in next.after.iter().filter(|after| after.step.value == *step.id) {
            let end = match (&after.least, &step.lasts) {
                (Some(least), _) => last_start(way.rules, least.value, goal.day),
                (None, Some(_)) => goal.day.minus(1).into(),
                (None, None) => *goal,
            };
            let begin = match &step.lasts {
                Some(lasts) => last_first_day(way.rules, lasts.value, end.day),
                None => end,
            };
            least_of(Counted { unknown: goal.unknown.or(end.unknown).or(begin.unknown), ..begin });
        }
    }
    own
}

/// The first day of a step that is not too long before the steps after it.
fn bound_by_later(
    way: &Progress<'_>,
    step: &StepRule,
    later: &[&StepRule],
    not_before: &BTreeMap<&str, Counted>,
) -> Option<Counted> {
    let bounds = later.iter().filter_map(|next| {
        let goal = not_before.get(next.id.as_str())?;
        let after = next.after.iter().find(|after| after.step.value == *step.id)?;
        let most = after.most.as_ref()?;
        let counted = first_start(way.rules, most.value, goal.day);
        Some(Counted { unknown: goal.unknown.or(counted.unknown), ..counted })
    });
    bounds.max()
}
