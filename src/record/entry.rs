//! `points/MONTH.toml`: awards and deductions, lists that were posted and objections to them; one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{CampaignId, Day, EntryId, ItemId, LinkId, MarkId, MemberId, Period, Score};

ledger! {
    /// A month's awards and deductions, and what was said of the points of a period that ends in it.
    pub struct Ledger {
        /// The awards and deductions.
        "entries" => entries: [Entry],
        /// The lists that were posted.
        "postings" => postings: [Posting],
        /// The objections to them.
        "objections" => objections: [Objection],
    }
}

line! {
    /// One award or deduction; what few lines say stands apart, since there are many.
    pub struct Entry {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day.
        "date" => date: At<Day> [past files orders],
        /// Whose points.
        "member" => member: At<MemberId>,
        /// The item of the scheme.
        "item" => item: At<ItemId>,
        /// The points, where the item leaves a range; below nothing for a deduction.
        "points" => points: Option<At<Score>>,
        /// The lines of work it served.
        "links" => links: Vec<At<LinkId>>,
        /// The campaign it was for.
        "campaign" => campaign: Option<Box<At<CampaignId>>>,
        /// What is said of it that makes items count double.
        "marks" => marks: Vec<At<MarkId>>,
        /// What for.
        "note" => note: Option<String>,
        /// Who recorded it.
        "by" => by: Option<Box<At<MemberId>>>,
        /// The day on which the person declared it; it counts once somebody has confirmed it.
        "declared" => declared: Option<Box<At<Day>>> [past],
        /// The day on which it was confirmed.
        "confirmed" => confirmed: Option<Box<At<Day>>> [past],
        /// Who confirmed it.
        "confirmed-by" => confirmed_by: Option<Box<At<MemberId>>>,
        /// The objection it answers.
        "answers" => answers: Option<Box<At<EntryId>>>,
        /// Why it no longer counts.
        "struck" => struck: Option<Box<At<String>>> [strikes],
    }
}

line! {
    /// A list of points that was posted for everybody to read.
    pub struct Posting {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The scored period: `2026-10`, `2026Q3` or `2026`.
        "period" => period: At<Period> [files],
        /// The day on which it was posted.
        "date" => date: At<Day> [past],
        /// The last day on which objections are taken.
        "until" => until: At<Day>,
        /// The digest of the rules by which it was reckoned.
        "rules" => rules: String,
        /// The digest of its figures.
        "figures" => figures: String,
        /// Who posted it.
        "by" => by: Option<At<MemberId>>,
        /// The day from which the period is closed.
        "closed" => closed: Option<At<Day>> [past],
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

line! {
    /// An objection to a list that was posted.
    pub struct Objection {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The scored period it is about.
        "period" => period: At<Period> [files],
        /// The day on which it was raised.
        "date" => date: At<Day> [past],
        /// Whose points.
        "member" => member: At<MemberId>,
        /// The line of a ledger it is about, where it is one.
        "about" => about: Option<At<EntryId>>,
        /// Why.
        "why" => why: String,
        /// The day on which it was answered.
        "answered" => answered: Option<At<Day>> [past],
        /// Why nothing was corrected, where nothing was.
        "declined" => declined: Option<String>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

impl Entry {
    /// Whether the person declared it, and nobody has confirmed it.
    pub fn is_waiting(&self) -> bool {
        self.declared.is_some() && self.confirmed.is_none()
    }

    /// Whether it counts: it is neither struck nor waiting for somebody who confirms it.
    pub fn counts(&self) -> bool {
        self.struck.is_none() && !self.is_waiting()
    }
}

impl Posting {
    /// The day from which its period was closed, as far as that was by the end of a day.
    pub fn closed_by(&self, day: Day) -> Option<Day> {
        self.closed.as_ref().map(|closed| closed.value).filter(|closed| *closed <= day)
    }
}

impl Objection {
    /// Whether nobody has answered it.
    pub fn is_open(&self) -> bool {
        self.answered.is_none() && self.struck.is_none()
    }

    /// Whether it was raised and nobody had answered it by the end of a day.
    pub fn is_open_on(&self, day: Day) -> bool {
        let is_answered = self.answered.as_ref().is_some_and(|answered| answered.value <= day);
        self.date.value <= day && !is_answered && self.struck.is_none()
    }
}
