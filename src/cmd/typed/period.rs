//! The period of a call.

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{self, Period};
use crate::words;

impl Env {
    /// The period a person means.
    ///
    /// # Errors
    /// Words that mean no period.
    pub fn period(&self, text: &str) -> Result<Period> {
        let period = record::parse_period(text, self.today);
        period
            .ok_or_else(|| Failure::usage(words::bad_period(words::shown(text))).cure(words::cure_bad_period()).into())
    }
}

/// Whether a period has begun; where it has not, that is said.
pub(in crate::cmd) fn begun(env: &Env, period: Period) -> bool {
    if env.today < period.first {
        env.ui.say(&words::not_begun(period, period.first));
    }
    period.first <= env.today
}
