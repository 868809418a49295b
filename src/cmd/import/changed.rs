//! What is done with rows that are recorded otherwise.

use clap::ValueEnum;

/// What is done with rows that are recorded otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Changed {
    /// They are told, and the records stay
    Leave,
    /// The records are corrected
    Take,
    /// They are further records
    Add,
}
