//! `seals/MONTH.toml`: a month that is closed, with the digests of what made it.

use super::reading::At;
use super::shape::shape;
use super::{Day, MemberId};

shape! {
    /// A closed month.
    pub struct Seal {
        /// The day on which it was closed.
        "date" => date: At<Day> [past],
        /// The last day of what it knows of payments, deliveries and plans: what came later is no change. The day on which
        /// it was closed where none is said.
        "known" => known: Option<At<Day>> [past],
        /// Who closed it.
        "by" => by: Option<At<MemberId>>,
        /// The version of the program that closed it.
        "program" => program: Option<String>,
        /// The files that made the month.
        "files" => files: Vec<SealedFile>,
        /// What the month came to.
        "figures" => figures: Vec<SealedTable>,
        /// The tables that were exported on that day.
        "tables" => tables: Vec<SealedTable>,
        /// What was changed since.
        "amended" => amended: Vec<Amendment>,
    }
}

impl Seal {
    /// The day on which it was made, or amended last.
    pub fn last_made(&self) -> Day {
        self.amended.iter().map(|one| one.date.value).max().unwrap_or(self.date.value)
    }

    /// The day before which it knows of payments, deliveries and plans.
    pub fn known(&self) -> Day {
        self.known.as_ref().map_or(self.date.value, |known| known.plus(1))
    }
}

shape! {
    /// A file that made a month.
    pub struct SealedFile {
        /// Its path.
        "path" => path: String,
        /// The digest of the whole file as it was then, in 64 hexadecimal digits.
        "sha256" => sha256: String,
        /// For a file that lives on: the digest of what it said of the month.
        "held" => held: Option<String>,
    }
}

shape! {
    /// A table of a month.
    pub struct SealedTable {
        /// Which.
        "table" => table: String,
        /// Its digest, in 64 hexadecimal digits.
        "sha256" => sha256: String,
    }
}

shape! {
    /// A change of a closed month.
    pub struct Amendment {
        /// The day.
        "date" => date: At<Day> [past],
        /// Why.
        "why" => why: String,
        /// What was done.
        "what" => what: String,
        /// The command that did it.
        "command" => command: String,
        /// The seal in short as it was before.
        "was" => was: String,
    }
}
