//! What happened to the records: two states of their files compared, record by record.
//!
//! A record is compared as keys and values, not as lines, and not by the shape it has to have today: what somebody wrote
//! years ago, by hand or with an older rulebook, is told as well. Which record is which does not hang on its place: a line
//! of a ledger is known by its id, a meeting by its file, through renames.

mod back;
mod changes;
mod compare;
mod difference;
mod piece;
mod presence;
mod sort;
#[cfg(test)]
mod tests;
mod torn;
mod window;

pub use back::{InTheWay, Then, take_back};
pub use compare::{Chronicle, FileTexts, settled};
pub use difference::{Difference, What};
pub use piece::{Keys, Piece, pieces};
pub use presence::Presence;
pub use sort::Sort;
pub use torn::{Torn, torn};

/// A commit, and what it did to the records.
#[derive(Clone, Debug)]
pub struct Episode {
    /// The name of the commit.
    pub commit: String,
    /// Who wrote it.
    pub author: String,
    /// Seconds since 1970 at which it was written; where its clock was wrong, those of what it follows.
    pub seconds: i64,
    /// Whether it got its place in this history before one that it follows: a clock was wrong.
    pub is_out_of_order: bool,
    /// Day, time and zone at which it was written: `2026-11-05 19:30:00 +0800`.
    pub written: String,
    /// The day on which it was written; none where the calendar has no such day.
    pub day: Option<crate::record::Day>,
    /// The day on which it got its place in this history: what it has was there then at the latest.
    pub placed: Option<crate::record::Day>,
    /// Whether it has records of which nobody knows what was before.
    pub is_first: bool,
    /// Whether it joins several.
    pub is_merge: bool,
    /// The first line of what was said with it.
    pub subject: String,
    /// What it did.
    pub differences: Vec<Difference>,
}
