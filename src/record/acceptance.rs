//! `rules/accepted.toml`: findings that somebody looked at and let stand, one line each.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, MemberId};

ledger! {
    /// The findings that are let stand.
    pub struct Acceptances {
        /// Its lines.
        "accepted" => entries: [Acceptance],
    }
}

line! {
    /// A finding that is let stand, or all of one code in a file or folder.
    pub struct Acceptance {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day on which it was accepted.
        "date" => date: At<Day> [past orders],
        /// The code of the finding.
        "code" => code: At<String>,
        /// The file it is in, or a folder for all that are in it.
        "file" => file: At<String>,
        /// The line of a ledger it is about, by its id; any where none is said.
        "record" => record: Option<String>,
        /// The words it points at; any where none are said.
        "text" => text: Option<String>,
        /// Which of several findings at one place, such as a period and a group; any where none is said.
        "about" => about: Option<String>,
        /// The last day on which it is accepted; for good where it is not said.
        "until" => until: Option<At<Day>>,
        /// Why.
        "why" => why: String,
        /// Who accepted it.
        "by" => by: Option<At<MemberId>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

impl Acceptance {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.struck.is_none() && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}
