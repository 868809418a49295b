//! Those who were due at a meeting and whom its row does not name.

use clap::ValueEnum;

/// What they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Unnamed {
    /// Nothing is recorded of them
    Open,
    /// They were absent
    Absent,
    /// They were present
    Present,
}

impl Unnamed {
    /// The list they are put in; none where nothing is recorded of them.
    pub(super) fn list(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::Absent => Some("absent"),
            Self::Present => Some("present"),
        }
    }
}
