//! `swaps/YEAR.toml`: a kind of ledger that there is in the tests alone, to show what a new one takes.

use crate::record::{At, Day, EntryId, GroupId, LinkId, MemberId, shape};

shape! {
    /// The shifts that were swapped in a year.
    pub struct Swaps {
        /// Its lines.
        "entries" => entries: Vec<Swap>,
    }
}

shape! {
    /// A shift that was swapped.
    pub struct Swap {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day of the shift.
        "date" => date: At<Day> [past files],
        /// Whose shift it was.
        "member" => member: At<MemberId>,
        /// Who took it.
        "taker" => taker: At<MemberId>,
        /// The group it was for.
        "group" => group: Option<At<GroupId>>,
        /// The lines of work it served.
        "links" => links: Vec<At<LinkId>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}
