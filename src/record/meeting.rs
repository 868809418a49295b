//! `meetings/YEAR/DATE-KIND[-GROUP].toml`: a meeting or activity that was held.

use thin_vec::ThinVec;

use super::reading::At;
use super::shape::{line, shape};
use super::{CampaignId, Clock, Day, DecisionId, GroupId, KindId, LinkId, MarkId, MemberId, Period, ReasonId};

shape! {
    /// One meeting.
    pub struct Meeting {
        /// Its kind.
        "kind" => kind: At<KindId>,
        /// The group that met, where it was not the whole branch.
        "group" => group: Option<At<GroupId>>,
        /// The day.
        "date" => date: At<Day> [past files],
        /// The period it was held for, where that is not the earliest that lacked it: `2025`, `2025Q4`, `2026-02`.
        "for" => held_for: Option<Box<At<Period>>>,
        /// The hours.
        "time" => time: Option<At<Clock>>,
        /// The place.
        "place" => place: Option<String>,
        /// Who led it.
        "chair" => chair: Option<At<MemberId>>,
        /// Who asked somebody else to lead it.
        "delegated-by" => delegated_by: Option<At<MemberId>>,
        /// Who wrote it down.
        "recorder" => recorder: Option<At<MemberId>>,
        /// Who gave the lesson or lecture.
        "lecturer" => lecturer: Option<At<MemberId>>,
        /// The campaign it was for.
        "campaign" => campaign: Option<Box<At<CampaignId>>>,
        /// What it was about.
        "topics" => topics: ThinVec<String>,
        /// The lines of work it served.
        "links" => links: ThinVec<At<LinkId>>,
        /// What is said of it that makes items count double.
        "marks" => marks: ThinVec<At<MarkId>>,
        /// Who was there.
        "present" => present: ThinVec<At<MemberId>>,
        /// Who came late.
        "late" => late: ThinVec<At<MemberId>>,
        /// Who was missing.
        "absent" => absent: ThinVec<Absence>,
        /// Members of the unit who sat in without being due.
        "observers" => observers: ThinVec<At<MemberId>>,
        /// Guests from outside, by name.
        "guests" => guests: ThinVec<String>,
        /// Pictures and scans.
        "evidence" => evidence: ThinVec<Evidence>,
        /// The minutes.
        "minutes" => minutes: Option<String>,
        /// What was decided.
        "decision" => decisions: ThinVec<Decision>,
        /// A note.
        "note" => note: Option<String>,
        /// Why the record no longer counts.
        "struck" => struck: Option<Box<At<String>>> [strikes],
    }
}

shape! {
    /// Somebody who was missing.
    pub struct Absence {
        /// Who.
        "member" => member: At<MemberId>,
        /// Why.
        "reason" => reason: Option<At<ReasonId>>,
        /// A note.
        "note" => note: Option<String>,
        /// The day on which it was made up for.
        "made-up" => made_up: Option<At<Day>> [past],
    }
}

line! {
    /// A picture or scan.
    pub struct Evidence {
        /// The file, below `evidence/`.
        "file" => file: At<String>,
        /// Its digest, in 64 hexadecimal digits.
        "sha256" => sha256: At<String>,
    }
}

shape! {
    /// A decision.
    pub struct Decision {
        /// What was decided.
        "text" => text: String,
        /// Its kind.
        "kind" => kind: Option<At<DecisionId>>,
        /// The votes.
        "votes" => votes: Option<Votes>,
        /// Whether it was carried, where the record says so.
        "carried" => carried: Option<At<bool>>,
    }
}

shape! {
    /// The votes on a decision, and the ballots of one that is secret.
    pub struct Votes {
        /// For it.
        "for" => yes: i64,
        /// Against it.
        "against" => no: i64,
        /// Neither.
        "abstain" => abstain: i64,
        /// Ballots given out.
        "given" => given: Option<i64>,
        /// Ballots taken in.
        "returned" => returned: Option<i64>,
        /// Ballots that say nothing valid.
        "invalid" => invalid: Option<i64>,
        /// The opinions that absent members gave in writing before the meeting, which are not among the votes.
        "written" => written: Option<Written>,
    }
}

shape! {
    /// Opinions given in writing before a meeting.
    pub struct Written {
        /// For it.
        "for" => yes: i64,
        /// Against it.
        "against" => no: Option<i64>,
        /// Neither.
        "abstain" => abstain: Option<i64>,
    }
}

impl Meeting {
    /// The period that the record says it was held for.
    pub fn said_period(&self) -> Option<Period> {
        self.held_for.as_ref().map(|period| period.value)
    }

    /// Everybody of whom it says whether they came.
    pub fn accounted_for(&self) -> impl Iterator<Item = &At<MemberId>> {
        self.present.iter().chain(&self.late).chain(self.absent.iter().map(|absence| &absence.member))
    }

    /// Everybody who led it, asked somebody else to, wrote it down or taught.
    pub fn with_a_part(&self) -> impl Iterator<Item = &At<MemberId>> {
        [&self.chair, &self.delegated_by, &self.recorder, &self.lecturer].into_iter().flatten()
    }
}

impl Votes {
    /// The votes cast at the meeting, those on invalid ballots too.
    pub fn cast(&self) -> i64 {
        self.yes.saturating_add(self.no).saturating_add(self.abstain).saturating_add(self.invalid.unwrap_or(0))
    }

    /// How many people these numbers need to have been there: by the ballots, where they were counted.
    pub fn voters(&self) -> i64 {
        self.returned.unwrap_or_else(|| self.cast()).max(self.given.unwrap_or(0))
    }

    /// Every number that is said.
    pub fn numbers(&self) -> impl Iterator<Item = i64> {
        let written = self.written.iter().flat_map(|written| [Some(written.yes), written.no, written.abstain]);
        let ballots = [self.given, self.returned, self.invalid];
        [self.yes, self.no, self.abstain].into_iter().chain(ballots.into_iter().chain(written).flatten())
    }
}

impl Written {
    /// How many there are.
    pub fn number(&self) -> i64 {
        self.yes.saturating_add(self.no.unwrap_or(0)).saturating_add(self.abstain.unwrap_or(0))
    }
}
