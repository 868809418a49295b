//! `points/MONTH.toml`: awards and deductions, one line a record.

use super::reading::{At, shape};
use super::{Day, EntryId, ItemId, LinkId, MemberId, Score};

shape! {
    /// A month's awards and deductions.
    pub struct Ledger {
        /// Its lines.
        "entries" => entries: Vec<Entry>,
    }
}

shape! {
    /// One award or deduction.
    pub struct Entry {
        /// Its id.
        "id" => id: At<EntryId>,
        /// The day.
        "date" => date: At<Day>,
        /// Whose points.
        "member" => member: At<MemberId>,
        /// The item of the scheme.
        "item" => item: At<ItemId>,
        /// The points, where the item leaves a range; below nothing for a deduction.
        "points" => points: Option<At<Score>>,
        /// The lines of work it served.
        "links" => links: Vec<At<LinkId>>,
        /// What for.
        "note" => note: Option<String>,
        /// Who recorded it.
        "by" => by: Option<At<MemberId>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>>,
    }
}
