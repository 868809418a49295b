//! `figures/YEAR.toml`: figures of work given by hand, one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, GroupId, MeasureId, MemberId, Score};

ledger! {
    /// A year's figures.
    pub struct Figures {
        /// Its lines.
        "entries" => entries: [Figure],
    }
}

line! {
    /// One figure: of a member, of a group, or of the branch where neither is named. Figures of a period add up.
    pub struct Figure {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day it is of.
        "date" => date: At<Day> [past files orders],
        /// What was counted.
        "measure" => measure: At<MeasureId>,
        /// The member whose it is.
        "member" => member: Option<At<MemberId>>,
        /// The group whose it is.
        "group" => group: Option<At<GroupId>>,
        /// How much.
        "value" => value: At<Score>,
        /// A note.
        "note" => note: Option<String>,
        /// Who recorded it.
        "by" => by: Option<At<MemberId>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}
