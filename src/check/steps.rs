//! What is wrong with the steps of people's development.

use super::context::Context;
use crate::error::{Fault, Severity};
use crate::reckon::{StepOwed, judge, steps_owed};
use crate::words;

/// Everything of one code, of everybody who took a step.
fn of(context: &Context<'_>, code: &str) -> Vec<Fault> {
    let people = context.branch.members.values().filter(|person| !person.steps.is_empty());
    people.flat_map(|person| judge(context.branch, person)).filter(|fault| fault.code == code).collect()
}

/// Steps that are open today, and whose time is over.
pub(super) fn overdue(context: &Context<'_>) -> Vec<Fault> {
    let overdue =
        steps_owed(context.branch, context.today).into_iter().filter(|owed| owed.latest.day() < context.today);
    let faults = overdue.map(|StepOwed { id, person, rule, latest, since }| {
        let past = words::step_past(context.branch.step_name(latest.past.step, latest.past.day), latest.past.day);
        let who = context.branch.name(id);
        let fact = match latest.length {
            Some(length) if latest.is_prompt => {
                words::step_undecided(who, rule.name(), latest.day(), words::step_promptly(past, length.name()))
            }
            Some(length) if rule.repeat.is_some() => {
                words::step_overdue(who, rule.name(), latest.day(), words::step_every(past, length.name()))
            }
            Some(length) => {
                words::step_overdue(who, rule.name(), latest.day(), words::step_within(past, length.name()))
            }
            None => words::step_overdue(who, rule.name(), latest.day(), past),
        };
        let severity = match latest.counted.unknown {
            Some(_) => Severity::Note,
            None => latest.firm_on(context.today).into(),
        };
        let fact = words::provisionally(fact, latest.counted.unknown);
        let fault = Fault::at("step-overdue", &person.source, since, fact).about(rule.id.to_string());
        fault.by_rule(severity, latest.source).cure(words::cure_step_overdue(id, &rule.id.value))
    });
    faults.collect()
}

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident, $code:literal;)*) => {$(
        $(#[$doc])*
        pub(super) fn $name(context: &Context<'_>) -> Vec<Fault> {
            of(context, $code)
        }
    )*};
}

findings! {
    /// Fewer days or hours than a step takes, or a time that is too short or too long.
    amount, "step-amount";
    /// Steps before their time.
    early, "step-early";
    /// Steps after their time.
    late, "step-late";
    /// Meetings that may not decide a step, or were on another day.
    meeting, "step-meeting";
    /// Standings taken without the steps before them.
    missing, "step-missing";
    /// Steps before one that they come after.
    order, "step-order";
    /// Too few or too many persons named with a step, or persons of another standing.
    people, "step-people";
    /// Times in working days that rest on a year whose holidays are not known.
    provisional, "step-provisional";
    /// Standings that hold from another day than their step gives them.
    standing, "step-standing";
    /// Steps taken a second time.
    twice, "step-twice";
}
