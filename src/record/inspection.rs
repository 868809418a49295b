//! `visits/YEAR.toml`: visits and inspections, one line a record; what was ordered at one is a problem that names it.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, MemberId};

ledger! {
    /// The visits and inspections of a year.
    pub struct Visits {
        /// Its lines.
        "entries" => entries: [Inspection],
    }
}

line! {
    /// One visit or inspection.
    pub struct Inspection {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day.
        "date" => date: At<Day> [past files orders],
        /// Who came.
        "visitor" => visitor: At<String>,
        /// What sort of visit it was.
        "kind" => kind: Option<String>,
        /// Who received them.
        "host" => host: Option<At<MemberId>>,
        /// What was looked at.
        "looked-at" => looked_at: Vec<String>,
        /// What was said.
        "said" => said: Option<String>,
        /// A note.
        "note" => note: Option<String>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}
