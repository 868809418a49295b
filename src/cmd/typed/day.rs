//! The days of a call.

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{self, Day};
use crate::words::{self, Text};

impl Env {
    /// The day a person means.
    ///
    /// # Errors
    /// Words that mean no day.
    pub fn day(&self, text: &str) -> Result<Day> {
        record::parse_day(text, self.today).ok_or_else(|| bad_day(text).into())
    }

    /// The day a person means, or today.
    ///
    /// # Errors
    /// Words that mean no day.
    pub fn day_or_today(&self, text: Option<&str>) -> Result<Day> {
        text.map_or(Ok(self.today), |text| self.day(text))
    }

    /// The day of something that happened.
    ///
    /// # Errors
    /// Words that mean no day, or a day that has not come.
    pub fn past_day(&self, text: Option<&str>) -> Result<Day> {
        let day = self.day_or_today(text)?;
        match day > self.today {
            true => Err(Failure::refused(words::day_to_come(day)).cure(words::cure_day_to_come()).into()),
            false => Ok(day),
        }
    }
}

/// Words that mean no day.
pub(in crate::cmd) fn bad_day(text: &str) -> Failure {
    Failure::usage(words::bad_day(words::shown(text))).cure(words::cure_bad_day())
}

/// The last day of something that began on a day, as a person types it.
///
/// # Errors
/// Words that mean no day, or one before it began, which is told in the words that are given.
pub(in crate::cmd) fn deadline(env: &Env, typed: &str, began: Day, early: fn(Day, Day) -> Text) -> Result<Day> {
    let deadline = env.day(typed)?;
    match deadline < began {
        true => Err(Failure::refused(early(deadline, began)).cure(words::cure_deadline_early()).into()),
        false => Ok(deadline),
    }
}

/// Refuses a day before the first one on which it can be, which `check` would report.
///
/// # Errors
/// A day before that.
pub(in crate::cmd) fn not_before(day: Day, first: Day, of: fn() -> Text) -> Result<()> {
    match day < first {
        true => Err(Failure::refused(words::too_early(day, of(), first)).into()),
        false => Ok(()),
    }
}
