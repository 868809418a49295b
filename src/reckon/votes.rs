//! Who had a vote in a meeting's decision, whether enough of them came, and whether it was carried.

use super::attendance::Seat;
use crate::branch::{Branch, Filed};
use crate::record::{Decision, Meeting, MemberId, Votes};
use crate::rulebook::{MajorityOf, State, VoteRule};

/// Those who had a vote in a decision.
#[derive(Clone, Copy, Debug)]
pub struct Voters<'a> {
    /// The rule of the decision; none where the rules say nothing of it.
    pub rule: Option<&'a VoteRule>,
    /// Those with a vote who should have come.
    pub due: usize,
    /// Those of them who came.
    pub present: usize,
    /// Those of them of whom nobody wrote whether they came.
    pub open: usize,
    /// Others who came, without a vote.
    pub besides: usize,
}

/// What came of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was carried.
    Carried,
    /// It was not.
    NotCarried,
    /// Too few came for it to be taken.
    NoQuorum,
    /// The candidate is elected.
    Elected,
    /// The candidate is not elected: too few votes, or others have more and fill the places.
    NotElected,
    /// More candidates than places have the same number of votes.
    Tied,
}

impl Outcome {
    /// What a record says of it.
    pub fn of(carried: bool) -> Self {
        if carried { Self::Carried } else { Self::NotCarried }
    }

    /// Its id, the same in every language.
    pub fn id(self) -> &'static str {
        match self {
            Self::Carried => "carried",
            Self::NotCarried => "not-carried",
            Self::NoQuorum => "no-quorum",
            Self::Elected => "elected",
            Self::NotElected => "not-elected",
            Self::Tied => "tied",
        }
    }
}

/// Those who had a vote in a decision of a meeting, or in the meeting itself where no decision is meant; from its seats.
///
/// Where no rule says who has a vote, all who were due have one, or all who came where nobody was due.
pub fn voters<'a>(
    branch: &'a Branch,
    meeting: &Filed<Meeting>,
    decision: Option<&Decision>,
    seats: &[Seat<'_>],
) -> Voters<'a> {
    let kind = decision.and_then(|decision| decision.kind.as_ref()).map(|kind| &kind.value);
    let rule = branch.rules.vote_on(&meeting.kind, kind, meeting.date.value);
    let nobody_due = seats.iter().all(|seat| !seat.due);
    let mut voters = Voters { rule, due: 0, present: 0, open: 0, besides: 0 };
    for seat in seats {
        let came = matches!(seat.state(), State::Present | State::Late);
        let has_vote = (seat.due || nobody_due) && rule.is_none_or(|rule| votes(branch, meeting, rule, seat.member));
        match has_vote {
            true => {
                voters.due += 1;
                voters.present += usize::from(came);
                voters.open += usize::from(seat.state() == State::Open);
            }
            false => voters.besides += usize::from(came),
        }
    }
    voters
}

/// Whether a rule gives somebody a vote, by standing and class as they were decided before the meeting.
fn votes(branch: &Branch, meeting: &Filed<Meeting>, rule: &VoteRule, member: &MemberId) -> bool {
    let Some(record) = branch.members.get(member) else { return false };
    let record = &*branch.before(meeting, record);
    let day = meeting.date.value;
    let by_standing = rule.voters.is_empty()
        || record.standing_on(day).is_some_and(|standing| rule.voters.iter().any(|at| at.value == *standing));
    let without = || {
        let class = branch.class_on(record, day);
        class.is_some_and(|class| rule.without.iter().any(|at| at.value == class.id.value))
    };
    by_standing && (rule.without.is_empty() || !without())
}

impl Voters<'_> {
    /// How many of them had to come; none where no rule says so, or where nobody had a vote.
    pub fn quorum(&self) -> Option<usize> {
        self.rule.filter(|_| self.due > 0)?.quorum.as_ref().map(|quorum| quorum.least(self.due))
    }

    /// Whether too few came, even if all came of whom nobody wrote.
    pub fn too_few(&self) -> bool {
        self.quorum().is_some_and(|quorum| self.present + self.open < quorum)
    }

    /// How many votes carry the decision; none where no rule says so, or where it is not known how many came.
    pub fn majority(&self) -> Option<usize> {
        let rule = self.rule?;
        let of = match rule.majority_of() {
            MajorityOf::Due => Some(self.due),
            MajorityOf::Present => (self.open == 0).then_some(self.present),
        };
        Some(rule.majority.as_ref()?.least(of?))
    }

    /// The votes for it that count: those given in writing too, where the rule lets them.
    pub fn in_favour(&self, votes: &Votes) -> i64 {
        let counts = self.rule.is_some_and(|rule| rule.written.unwrap_or(false));
        let written = votes.written.as_ref().filter(|_| counts).map_or(0, |written| written.yes);
        votes.yes.saturating_add(written)
    }

    /// What came of the votes; none where the rules do not say what carries it.
    pub fn outcome(&self, votes: &Votes) -> Option<Outcome> {
        let majority = i64::try_from(self.majority()?).ok()?;
        Some(match self.in_favour(votes) >= majority {
            _ if self.too_few() => Outcome::NoQuorum,
            true => Outcome::Carried,
            false => Outcome::NotCarried,
        })
    }
}
