//! A name as somebody types it.

use crate::error::{Failure, Result};
use crate::words;

/// The name without the spaces around it.
///
/// # Errors
/// A name that is empty, or that would move the cursor of a terminal.
pub(in crate::cmd) fn plain_name(typed: &str) -> Result<&str> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(Failure::usage(words::empty_name()).into());
    }
    if !words::is_plain_name(name) {
        return Err(Failure::usage(words::control_character()).into());
    }
    Ok(name)
}
