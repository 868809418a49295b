//! `tasks/YEAR.toml`: what meetings decided that somebody carries out, one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, MeetingName, MemberId};

ledger! {
    /// What was decided in a year and is carried out by somebody.
    pub struct Tasks {
        /// Its lines.
        "entries" => entries: [Task],
    }
}

line! {
    /// One decision that somebody carries out.
    pub struct Task {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day it was decided.
        "date" => date: At<Day> [past files orders],
        /// The meeting that decided it.
        "meeting" => meeting: At<MeetingName>,
        /// What was decided.
        "what" => what: At<String>,
        /// Who carries it out.
        "owner" => owner: Option<At<MemberId>>,
        /// The last day on which it is in time; whenever it is done where none is said.
        "until" => until: Option<At<Day>>,
        /// The day on which it was done.
        "done" => done: Option<At<Day>> [past],
        /// What was reported of it.
        "report" => report: Option<String>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

impl Task {
    /// The day on which it was done, where that was by a day.
    pub fn done_by(&self, day: Day) -> Option<Day> {
        self.done.as_ref().map(|done| done.value).filter(|done| *done <= day)
    }

    /// The last day on which it is in time.
    pub fn until(&self) -> Option<Day> {
        self.until.as_ref().map(|until| until.value)
    }
}
