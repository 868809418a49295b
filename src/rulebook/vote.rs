//! How a kind of meeting decides: who votes, how many have to come, how many have to agree.

use super::Quota;
use crate::record::{At, ClassId, Day, DecisionId, KindId, StandingId, choice, shape};

shape! {
    /// How some kinds of meeting decide.
    ///
    /// A rule that names decisions is for these alone, and goes before one that names none.
    pub struct VoteRule {
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The kinds of meeting.
        "kinds" => kinds: Vec<At<KindId>>,
        /// The kinds of decision; all where none is named.
        "decisions" => decisions: Vec<At<DecisionId>>,
        /// The standings of those who have a vote; all who are due where none is named.
        "voters" => voters: Vec<At<StandingId>>,
        /// The classes of those who have none.
        "without" => without: Vec<At<ClassId>>,
        /// How many of those with a vote have to come.
        "quorum" => quorum: Option<At<Quota>>,
        /// Whether so many have to come where nothing is decided too.
        "always" => always: Option<At<bool>>,
        /// How many votes for it carry a decision.
        "majority" => majority: Option<At<Quota>>,
        /// Of whom: those due where it is not said.
        "majority-of" => majority_of: Option<At<MajorityOf>>,
        /// Whether it is by secret ballot.
        "secret" => secret: Option<bool>,
        /// Whether the opinions that absent members gave in writing before the meeting count.
        "written" => written: Option<bool>,
        /// Whether a decision may be taken over several sittings, all votes together; no where it is not said.
        "by-sittings" => by_sittings: Option<bool>,
        /// How many candidates there are at least beyond the places of an election, in per cent of these.
        "more-candidates" => more_candidates: Option<At<i64>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

/// Of whom a majority is reckoned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MajorityOf {
    /// Those with a vote who should come.
    #[default]
    Due,
    /// Those with a vote who came.
    Present,
}

choice! { MajorityOf: [("due", Self::Due), ("present", Self::Present)] }

impl VoteRule {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// Whether it is for a kind of meeting.
    pub fn is_for(&self, kind: &KindId) -> bool {
        self.kinds.iter().any(|at| at.value == *kind)
    }

    /// Whether it names a kind of decision.
    pub fn names(&self, decision: &DecisionId) -> bool {
        self.decisions.iter().any(|at| at.value == *decision)
    }

    /// How many candidates so many places need; none where the rule does not say.
    pub fn least_candidates(&self, places: usize) -> Option<usize> {
        let more = usize::try_from(self.more_candidates.as_ref()?.value).ok()?;
        Some(places.saturating_add(places.saturating_mul(more).div_ceil(100)))
    }

    /// Of whom its majority is reckoned.
    pub fn majority_of(&self) -> MajorityOf {
        self.majority_of.as_ref().map(|of| of.value).unwrap_or_default()
    }
}
