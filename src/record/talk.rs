//! `talks/YEAR.toml`: who talked with whom, one line a record. What was said is nowhere kept.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, MemberId, TalkReasonId};

ledger! {
    /// A year's talks.
    pub struct TalkLedger {
        /// Its lines.
        "entries" => entries: [Talk],
    }
}

line! {
    /// That two people talked.
    pub struct Talk {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day.
        "date" => date: At<Day> [past files orders],
        /// Who spoke to the other.
        "who" => who: At<MemberId>,
        /// The other.
        "with" => with: At<MemberId>,
        /// What made them talk.
        "reason" => reason: Option<At<TalkReasonId>>,
        /// Where.
        "place" => place: Option<String>,
        /// Who recorded it.
        "by" => by: Option<At<MemberId>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

impl Talk {
    /// The two people, each with the other.
    pub fn sides(&self) -> [(&MemberId, &MemberId); 2] {
        [(&self.who.value, &self.with.value), (&self.with.value, &self.who.value)]
    }
}
