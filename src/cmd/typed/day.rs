//! Days that cannot be as early as they were typed.

use crate::error::{Failure, Result};
use crate::record::Day;
use crate::words::{self, Text};

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
