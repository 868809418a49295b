//! `requests/YEAR.toml`: what superiors asked for, one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, Hours, MemberId};

ledger! {
    /// What was asked for in a year.
    pub struct Requests {
        /// Its lines.
        "entries" => entries: [Request],
    }
}

line! {
    /// One thing that was asked for.
    pub struct Request {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day it was asked for.
        "date" => date: At<Day> [past files orders],
        /// What was asked for.
        "what" => what: At<String>,
        /// Who asked.
        "asker" => asker: At<String>,
        /// In which form: a table, a report, a ledger.
        "form" => form: Option<String>,
        /// The last day on which it is in time; whenever it comes where none is said.
        "until" => until: Option<At<Day>>,
        /// A note.
        "note" => note: Option<String>,
        /// Who recorded it.
        "by" => by: Option<At<MemberId>>,
        /// The day it was delivered.
        "delivered" => delivered: Option<At<Day>> [past],
        /// What was delivered.
        "as" => delivered_as: Option<String>,
        /// The hours it took.
        "hours" => hours: Option<Hours>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}
