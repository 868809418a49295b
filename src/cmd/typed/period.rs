//! The period of a call.

use crate::cmd::env::Env;
use crate::record::Period;
use crate::words;

/// Whether a period has begun; where it has not, that is said.
pub(in crate::cmd) fn begun(env: &Env, period: Period) -> bool {
    if env.today < period.first {
        env.ui.say(&words::not_begun(period, period.first));
    }
    period.first <= env.today
}
