//! The steps that somebody has to take, each with the day until which.

use super::{Bound, Progress};
use crate::branch::{Branch, Filed};
use crate::record::{Day, Member, MemberId, Span};
use crate::rulebook::StepRule;

/// A step that is to be taken.
#[derive(Clone, Copy, Debug)]
pub struct StepOwed<'a> {
    /// Who is to take it.
    pub id: &'a MemberId,
    /// The file of that person.
    pub person: &'a Filed<Member>,
    /// The step.
    pub rule: &'a StepRule,
    /// The last day on which it is in time.
    pub latest: Bound<'a>,
    /// Where that stands from which its time is counted.
    pub since: &'a Span,
}

/// The open steps that have a last day, of everybody who is with the branch on a day.
pub fn steps_owed(branch: &Branch, day: Day) -> Vec<StepOwed<'_>> {
    let mut owed = Vec::new();
    for (id, person) in branch.people_on(day) {
        let way = Progress::new(&branch.rules, person, day);
        for rule in way.open() {
            let latest = way.coming(rule).latest.and_then(|latest| known(branch, rule, latest));
            let Some(latest) =
                latest.into_iter().chain(way.prompt(rule)).min_by_key(|latest| (latest.day(), latest.firm))
            else {
                continue;
            };
            let Some(since) = way.last(latest.past.step).map(|past| past.span) else { continue };
            owed.push(StepOwed { id, person, rule, latest, since });
        }
    }
    owed
}

/// A last day of the time in which records are kept: before, only what is written is known. What is taken every so often
/// is owed for the first time after they began.
fn known<'a>(branch: &Branch, rule: &StepRule, latest: Bound<'a>) -> Option<Bound<'a>> {
    let Some(since) = branch.since().filter(|_| !latest.past.is_written) else { return Some(latest) };
    let mut counted = latest.counted;
    while counted.day < since {
        let next = branch.rules.after(counted.day, rule.repeat.as_ref()?.value);
        if next.day == counted.day {
            return None;
        }
        counted = next;
    }
    Some(Bound { counted, ..latest })
}
