//! `exports.toml`: what of the records was given to whom, one line a time.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EditionId, EntryId, MemberId, Period};

ledger! {
    /// What was exported.
    pub struct Exports {
        /// Its lines.
        "exports" => exports: [Export],
    }
}

line! {
    /// Tables that somebody got.
    pub struct Export {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day.
        "date" => date: At<Day> [past orders],
        /// The month the tables are of.
        "period" => period: At<Period>,
        /// The edition.
        "edition" => edition: At<EditionId>,
        /// The tables, where it was not all of the edition.
        "tables" => tables: Vec<String>,
        /// Who got them.
        "to" => to: String,
        /// The digest of the one file, or of `datapackage.json`, which has those of all; in 64 hexadecimal digits.
        "sha256" => sha256: At<String>,
        /// What it was for.
        "note" => note: Option<String>,
        /// Who gave them.
        "by" => by: Option<At<MemberId>>,
    }
}
