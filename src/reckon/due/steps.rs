//! Steps of development that are to be taken by a day.

use super::item::{Due, identity};
use crate::branch::{Branch, Query};
use crate::reckon::{Bound, Location, StepOwed, steps_owed};
use crate::record::{Day, Period};
use crate::rulebook::StepRule;
use crate::words;

pub(super) fn query(_: Period) -> Query {
    Query::roll().steps()
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let Some((source, _)) = &branch.rules.steps else { return vec![] };
    let day = window.first;
    let told = steps_owed(branch, day).into_iter().filter(|owed| is_told(branch, owed.rule, &owed.latest, window));
    told.map(|StepOwed { id, rule, latest, .. }| Due {
        id: identity(["step", rule.id.as_str(), id.as_str()]),
        until: latest.day(),
        what: words::provisionally(what(branch, rule, &latest, day), latest.counted.unknown),
        who: vec![(id.to_string(), branch.name(id))],
        firm: latest.firm_on(day),
        rule: Some(Location::new(source, Some(&rule.span))),
        source: latest.source,
        command: format!("zhibu member step {id} {}", rule.id.value),
        recurs: false,
    })
    .collect()
}

/// Whether a step is due in the window, or soon enough after it to be told.
fn is_told(branch: &Branch, rule: &StepRule, latest: &Bound<'_>, window: Period) -> bool {
    let remind = rule.remind.as_ref().map(|remind| branch.rules.before(latest.day(), remind.value).day);
    latest.day() <= window.last || remind.is_some_and(|remind| remind <= window.first)
}

/// What is to be done, and by what time after which other step.
fn what(branch: &Branch, rule: &StepRule, latest: &Bound<'_>, day: Day) -> words::Text {
    let past = words::step_past(branch.step_name(latest.past.step, latest.past.day), latest.past.day);
    let Some(length) = latest.length else { return rule.name() };
    if latest.is_prompt {
        return words::due_step_promptly(rule.name(), length.name(), past);
    }
    let what = match *latest.past.step == rule.id.value || rule.repeat.is_some() {
        true => words::due_step_again(rule.name(), length.name(), past),
        false => words::due_step(rule.name(), length.name(), past),
    };
    match latest.special.filter(|special| latest.day() < day && day <= *special) {
        Some(special) => words::due_step_special(what, special),
        None => what,
    }
}
