//! `meetings/YEAR/DATE-KIND[-GROUP].toml`: a meeting or activity that was held.

use super::reading::At;
use super::shape::{line, shape};
use super::{CampaignId, Clock, Day, DecisionId, GroupId, KindId, LinkId, MarkId, MemberId, Period, PostId, ReasonId};

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
        "topics" => topics: Vec<String>,
        /// The lines of work it served.
        "links" => links: Vec<At<LinkId>>,
        /// What is said of it that makes items count double.
        "marks" => marks: Vec<At<MarkId>>,
        /// Who was there.
        "present" => present: Vec<At<MemberId>>,
        /// Who came late.
        "late" => late: Vec<At<MemberId>>,
        /// Who was missing.
        "absent" => absent: Vec<Absence>,
        /// Members of the unit who sat in without being due.
        "observers" => observers: Vec<At<MemberId>>,
        /// Guests from outside, by name.
        "guests" => guests: Vec<String>,
        /// Pictures and scans.
        "evidence" => evidence: Vec<Evidence>,
        /// The minutes.
        "minutes" => minutes: Option<String>,
        /// What was decided.
        "decision" => decisions: Vec<Decision>,
        /// Its further sittings, for those who were on duty at the first.
        "sitting" => sittings: Vec<Sitting>,
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

shape! {
    /// A further sitting of a meeting: the same meeting, once more for others.
    pub struct Sitting {
        /// The day.
        "date" => date: At<Day> [past],
        /// The hours.
        "time" => time: Option<At<Clock>>,
        /// The place.
        "place" => place: Option<String>,
        /// Who led it.
        "chair" => chair: Option<At<MemberId>>,
        /// Who wrote it down.
        "recorder" => recorder: Option<At<MemberId>>,
        /// Who was there.
        "present" => present: Vec<At<MemberId>>,
        /// Who came late.
        "late" => late: Vec<At<MemberId>>,
        /// The minutes.
        "minutes" => minutes: Option<String>,
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
    /// A decision, or the ballot on one candidate of an election.
    pub struct Decision {
        /// What was decided.
        "text" => text: String,
        /// Its kind.
        "kind" => kind: Option<At<DecisionId>>,
        /// The candidate, where it is the ballot on one.
        "candidate" => candidate: Option<At<MemberId>>,
        /// The post that the candidate takes up when elected.
        "post" => post: Option<At<PostId>>,
        /// How many are elected of all candidates; one for each post where it is not said.
        "places" => places: Option<At<i64>>,
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

    /// Everybody of whom it says whether they came; who was at two sittings twice.
    pub fn accounted_for(&self) -> impl Iterator<Item = &At<MemberId>> {
        self.at_first().chain(self.sittings.iter().flat_map(Sitting::came))
    }

    /// Everybody of whom it says whether they came to the first sitting, or to none.
    pub fn at_first(&self) -> impl Iterator<Item = &At<MemberId>> {
        self.present.iter().chain(&self.late).chain(self.absent.iter().map(|absence| &absence.member))
    }

    /// Everybody who came, in time or late; who was at two sittings twice.
    pub fn came(&self) -> impl Iterator<Item = &At<MemberId>> {
        self.present.iter().chain(&self.late).chain(self.sittings.iter().flat_map(Sitting::came))
    }

    /// Everybody who led the first sitting, asked somebody else to, wrote it down or taught.
    pub fn first_parts(&self) -> impl Iterator<Item = &At<MemberId>> {
        [&self.chair, &self.delegated_by, &self.recorder, &self.lecturer].into_iter().flatten()
    }

    /// Everybody who led a sitting, each once, with the place where it is first said.
    pub fn chairs(&self) -> Vec<&At<MemberId>> {
        once(self.chair.iter().chain(self.sittings.iter().filter_map(|sitting| sitting.chair.as_ref())))
    }

    /// Everybody who wrote a sitting down, in the same way.
    pub fn recorders(&self) -> Vec<&At<MemberId>> {
        once(self.recorder.iter().chain(self.sittings.iter().filter_map(|sitting| sitting.recorder.as_ref())))
    }

    /// Every sitting, the first one first.
    pub fn gatherings(&self) -> impl Iterator<Item = Gathering<'_>> {
        let first = Gathering { date: &self.date, time: &self.time, present: &self.present, late: &self.late };
        std::iter::once(first).chain(self.sittings.iter().map(|sitting| Gathering {
            date: &sitting.date,
            time: &sitting.time,
            present: &sitting.present,
            late: &sitting.late,
        }))
    }
}

/// When people of a meeting came together, and who.
#[derive(Clone, Copy, Debug)]
pub struct Gathering<'a> {
    /// The day.
    pub date: &'a At<Day>,
    /// The hours.
    pub time: &'a Option<At<Clock>>,
    /// Who was there in time.
    pub present: &'a [At<MemberId>],
    /// Who came late.
    pub late: &'a [At<MemberId>],
}

impl<'a> Gathering<'a> {
    /// Everybody who came.
    pub fn came(&self) -> impl Iterator<Item = &'a At<MemberId>> {
        self.present.iter().chain(self.late)
    }

    /// Whether two were at one time: on one day, and of hours that meet or are not said.
    pub fn meets(&self, other: &Gathering<'_>) -> bool {
        let hours = self.time.as_deref().zip(other.time.as_deref());
        self.date.value == other.date.value && hours.is_none_or(|(one, other)| one.meets(*other))
    }
}

impl Sitting {
    /// Everybody who came, in time or late.
    pub fn came(&self) -> impl Iterator<Item = &At<MemberId>> {
        self.present.iter().chain(&self.late)
    }

    /// Everybody who led it or wrote it down.
    pub fn with_a_part(&self) -> impl Iterator<Item = &At<MemberId>> {
        [&self.chair, &self.recorder].into_iter().flatten()
    }
}

/// People in their order, each once.
fn once<'a>(all: impl Iterator<Item = &'a At<MemberId>>) -> Vec<&'a At<MemberId>> {
    let mut people: Vec<&At<MemberId>> = Vec::new();
    for at in all {
        if !people.iter().any(|other| other.value == at.value) {
            people.push(at);
        }
    }
    people
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
