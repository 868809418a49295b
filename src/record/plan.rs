//! `plans/YEAR.toml`: what the branch means to do in a year, one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{CampaignId, Day, EntryId, GroupId, KindId, LinkId, MemberId, Period};

ledger! {
    /// A year's plan.
    pub struct Plan {
        /// Its lines.
        "entries" => entries: [PlanItem],
    }
}

line! {
    /// One thing that is planned.
    pub struct PlanItem {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The first day of the time for it; that of the year where none is said.
        "from" => from: Option<At<Day>>,
        /// The last day on which it is in time.
        "until" => until: At<Day> [files orders],
        /// What is to be done.
        "what" => what: At<String>,
        /// The kind of meeting that does it by being held.
        "kind" => kind: Option<At<KindId>>,
        /// The group whose it is.
        "group" => group: Option<At<GroupId>>,
        /// Who sees to it.
        "owner" => owner: Option<At<MemberId>>,
        /// The lines of work it serves.
        "links" => links: Vec<At<LinkId>>,
        /// The campaign it is for.
        "campaign" => campaign: Option<At<CampaignId>>,
        /// A note.
        "note" => note: Option<String>,
        /// Who recorded it.
        "by" => by: Option<At<MemberId>>,
        /// The day it was done, where no meeting does it.
        "done" => done: Option<At<Day>> [past],
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

impl PlanItem {
    /// The days in which it is in time.
    pub fn days(&self) -> Period {
        let last = self.until.value;
        let first = self.from.as_ref().map_or(Period::year_of(last).first, |from| from.value);
        Period { first: first.min(last), last }
    }
}
