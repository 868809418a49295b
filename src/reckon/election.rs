//! Elections: the candidates who stand for the same, and who of them is elected.

use super::attendance::{Seat, seats};
use super::votes::{Outcome, voters};
use crate::branch::{Branch, Filed};
use crate::record::{Decision, Meeting, MemberId};
use crate::rulebook::VoteRule;

/// The candidates of a meeting who stand for the same places.
#[derive(Clone, Debug)]
pub struct Election<'a> {
    /// The rule of its votes; none where the rules say nothing of it.
    pub rule: Option<&'a VoteRule>,
    /// How many are elected.
    pub places: usize,
    /// The ballots, one for each candidate, in the order of the record.
    pub candidates: Vec<(&'a MemberId, &'a Decision)>,
}

/// The elections of a meeting, in the order of its record.
pub fn elections<'a>(branch: &'a Branch, meeting: &'a Filed<Meeting>) -> Vec<Election<'a>> {
    let mut elections: Vec<Election<'a>> = Vec::new();
    for decision in &meeting.decisions {
        let Some(candidate) = &decision.candidate else { continue };
        let one = (&candidate.value, decision);
        match elections.iter_mut().find(|election| election.candidates.iter().any(|(_, other)| rivals(other, decision)))
        {
            Some(election) => {
                election.places = election.places.max(places(decision));
                election.candidates.push(one);
            }
            None => {
                let kind = decision.kind.as_ref().map(|kind| &kind.value);
                let rule = branch.rules.vote_on(&meeting.kind, kind, meeting.date.value);
                elections.push(Election { rule, places: places(decision), candidates: vec![one] });
            }
        }
    }
    elections
}

/// What came of a decision: what the votes tell, else what is recorded. A candidate needs a place as well: where more have
/// the votes than there are places, those with most votes are elected.
pub fn outcome(branch: &Branch, meeting: &Filed<Meeting>, decision: &Decision, seats: &[Seat<'_>]) -> Option<Outcome> {
    let by_itself = |decision: &Decision| {
        let voters = voters(branch, meeting, Some(decision), seats);
        let recorded = decision.carried.as_ref().map(|carried| Outcome::of(carried.value));
        decision.votes.as_ref().and_then(|votes| voters.outcome(votes)).or(recorded)
    };
    let alone = by_itself(decision)?;
    match alone {
        _ if decision.candidate.is_none() => Some(alone),
        Outcome::NotCarried => Some(Outcome::NotElected),
        Outcome::Carried => {
            let votes = |decision: &Decision| decision.votes.as_ref().map_or(0, |votes| votes.yes);
            let of_same = meeting.decisions.iter().filter(|other| rivals(other, decision));
            let able = of_same.filter(|other| by_itself(other) == Some(Outcome::Carried));
            let (mut ahead, mut level) = (0, 0);
            for other in able.map(votes) {
                ahead += usize::from(other > votes(decision));
                level += usize::from(other == votes(decision));
            }
            Some(match places(decision) {
                places if ahead >= places => Outcome::NotElected,
                places if ahead + level > places => Outcome::Tied,
                _ => Outcome::Elected,
            })
        }
        other => Some(other),
    }
}

/// Those who are elected at a meeting, each with the ballot.
pub fn elected<'a>(branch: &'a Branch, meeting: &'a Filed<Meeting>) -> Vec<(&'a MemberId, &'a Decision)> {
    let seats = seats(branch, meeting);
    let all = elections(branch, meeting).into_iter().flat_map(|election| election.candidates);
    all.filter(|(_, decision)| outcome(branch, meeting, decision, &seats) == Some(Outcome::Elected)).collect()
}

/// Whether two ballots are on candidates who stand for the same: all places of a body, or one post.
fn rivals(one: &Decision, other: &Decision) -> bool {
    let of = |decision: &Decision| {
        let kind = decision.kind.as_ref().map(|kind| kind.value.clone());
        let post = decision.post.as_ref().filter(|_| decision.places.is_none()).map(|post| post.value.clone());
        decision.candidate.is_some().then_some((kind, post))
    };
    of(one).is_some() && of(one) == of(other)
}

/// How many are elected of those who stand for the same as a candidate.
fn places(decision: &Decision) -> usize {
    decision.places.as_ref().map_or(1, |places| usize::try_from(places.value).unwrap_or(0))
}
