//! What git says of its commits, as it is told to a person.

use crate::cmd::past::commits::NoPast;
use crate::words::{self, Text};

/// The day of a moment as git writes it.
pub(super) fn day(moment: &str) -> Text {
    Text::same(words::shown(moment.get(..10).unwrap_or(moment)))
}

/// What git said, as a reason to refuse.
pub(super) fn refused(why: Text) -> anyhow::Error {
    NoPast::refused(why).into()
}
