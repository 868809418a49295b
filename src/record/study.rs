//! `study/MONTH.toml`: hours of study, one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{CampaignId, Day, EntryId, Evidence, Hours, MemberId, StudyId};

ledger! {
    /// A month's hours of study.
    pub struct StudyLedger {
        /// Its lines.
        "entries" => entries: [Study],
    }
}

line! {
    /// What one person studied on a day.
    pub struct Study {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day; the last one where it went on for several.
        "date" => date: At<Day> [past files orders],
        /// Who studied.
        "member" => member: At<MemberId>,
        /// For how long.
        "hours" => hours: Hours,
        /// In what way.
        "kind" => kind: At<StudyId>,
        /// What was studied.
        "title" => title: Option<String>,
        /// The campaign it was for.
        "campaign" => campaign: Option<At<CampaignId>>,
        /// What the person wrote of it, as a file.
        "reflection" => reflection: Option<Evidence>,
        /// A note.
        "note" => note: Option<String>,
        /// Who recorded it.
        "by" => by: Option<At<MemberId>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}
