//! The deadline of a problem.

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::Day;
use crate::words;

/// A deadline of a problem found on a day.
pub(super) fn deadline(env: &Env, typed: &str, found: Day) -> Result<Day> {
    let deadline = env.day(typed)?;
    match deadline < found {
        true => {
            let fact = words::deadline_early(deadline, found);
            Err(Failure::refused(fact).cure(words::cure_deadline_early()).into())
        }
        false => Ok(deadline),
    }
}
