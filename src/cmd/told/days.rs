//! Periods of which there is nothing to tell: still to come, before the records begin, or without a record.

use crate::branch::Branch;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Day, Period};
use crate::words;

/// Refuses a period that has not begun.
///
/// # Errors
/// Where it has not.
pub(in crate::cmd) fn has_come(env: &Env, period: Period) -> Result<()> {
    match env.today < period.first {
        true => Err(Failure::refused(words::still_to_come(period)).into()),
        false => Ok(()),
    }
}

/// Refuses a period that lies before the records begin and of which nothing is recorded, of a branch that is loaded whole.
///
/// # Errors
/// Where it is one.
pub(in crate::cmd) fn was_kept(branch: &Branch, period: Period) -> Result<()> {
    match branch.since().filter(|since| period.last < *since && is_empty(branch, period)) {
        Some(since) => {
            Err(Failure::refused(words::before_since(period, since)).cure(words::cure_before_since()).into())
        }
        None => Ok(()),
    }
}

/// Refuses a period that lies before the records begin and of which nothing is recorded that earns points.
///
/// # Errors
/// Where it is one.
pub(in crate::cmd) fn was_scored(branch: &Branch, period: Period) -> Result<()> {
    match branch.since().filter(|since| period.last < *since && branch.kept(period).is_none()) {
        Some(since) => {
            Err(Failure::refused(words::scored_since(period, since)).cure(words::cure_before_since()).into())
        }
        None => Ok(()),
    }
}

/// Says that nothing is recorded in a period, and whether it lies before the records begin.
pub(in crate::cmd) fn tell_empty(env: &Env, branch: &Branch, period: Period) {
    match branch.settings.since.as_ref().map(|since| since.value).filter(|since| period.last < *since) {
        Some(since) => env.ui.say(&words::before_since(period, since)),
        None => env.ui.say(&words::no_record_in(period)),
    }
}

/// Says the same of a report that tells nothing, though there may be records of other sorts.
pub(in crate::cmd) fn tell_none(env: &Env, branch: &Branch, period: Period) {
    match branch.since().filter(|since| period.last < *since) {
        Some(_) => tell_empty(env, branch, period),
        None => env.ui.say(&words::no_such_record_in(period)),
    }
}

/// Whether a branch that is loaded whole has no record of a period.
pub(in crate::cmd) fn is_empty(branch: &Branch, period: Period) -> bool {
    let meetings = branch.held().map(|meeting| meeting.date.value);
    let entries = branch.entries().map(|(_, entry)| entry.date.value);
    let study = branch.studied().map(|(_, study)| study.date.value);
    let talks = branch.talks().map(|(_, talk)| talk.date.value);
    let paid = branch.payments().map(|(_, payment)| payment.paid.value);
    let found = branch.issues.iter().map(|issue| issue.found.value);
    let mut days: Box<dyn Iterator<Item = Day>> =
        Box::new(meetings.chain(entries).chain(study).chain(talks).chain(paid).chain(found));
    !days.any(|day| period.contains(day))
}
