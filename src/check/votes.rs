//! What cannot be in the decisions of a meeting: numbers that do not add up, too few who came, a kind of meeting that may
//! not take them.

use super::context::Context;
use super::meetings::{each, listed};
use crate::branch::{Branch, Filed};
use crate::error::Fault;
use crate::reckon::{Outcome, Voters, elections, seats, voters};
use crate::record::{At, Decision, Meeting, MemberId, Span, Votes};
use crate::rulebook::VoteRule;
use crate::words::{self, Text};

/// The findings of every decision of every meeting that counts, with those who had a vote in it.
fn each_decision(context: &Context<'_>, find: impl Fn(&Ballot<'_>, &mut dyn FnMut(&Span, Fault))) -> Vec<Fault> {
    each(context, |meeting, tell| each_of(context.branch, meeting, |ballot| find(ballot, tell)))
}

/// Looks at every decision of a meeting, if it is known who had a vote in it.
fn each_of(branch: &Branch, meeting: &Filed<Meeting>, mut find: impl FnMut(&Ballot<'_>)) {
    if meeting.decisions.is_empty() || !knows_voters(branch, meeting) {
        return;
    }
    let seats = seats(branch, meeting);
    for decision in &meeting.decisions {
        let voters = voters(branch, meeting, Some(decision), &seats);
        find(&Ballot { meeting, decision, voters });
    }
}

/// What contradicts itself in the votes of a meeting: what no command records.
pub fn contradictions(branch: &Branch, meeting: &Filed<Meeting>) -> Vec<Fault> {
    let mut faults = Vec::new();
    each_of(branch, meeting, |ballot| {
        let mut tell = |_: &Span, fault: Fault| faults.push(fault);
        adds_up(ballot, &mut tell);
        are_there(ballot, &mut tell);
        is_together(ballot, &mut tell);
    });
    faults
}

/// Whether it can be said who had a vote: the kind of meeting is known, and so is everybody it lists.
fn knows_voters(branch: &Branch, meeting: &Meeting) -> bool {
    let known = |at: &At<MemberId>| branch.members.contains_key(&at.value);
    branch.rules.kind(&meeting.kind).is_some() && listed(meeting).all(known)
}

/// A decision while it is looked at.
struct Ballot<'a> {
    meeting: &'a Filed<Meeting>,
    decision: &'a Decision,
    voters: Voters<'a>,
}

impl Ballot<'_> {
    /// The source of its rule.
    fn source(&self) -> Option<&str> {
        self.voters.rule?.source.as_deref()
    }

    /// What its kind is called; the kind of meeting where it has none.
    fn name(&self, branch: &Branch) -> Text {
        let kind = self.decision.kind.as_ref().and_then(|kind| branch.rules.decision(kind));
        kind.map_or_else(|| branch.kind_name(&self.meeting.kind), |kind| kind.name())
    }
}

/// Votes below nothing.
pub(super) fn below_nothing(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        let wrong = meeting.decisions.iter().filter_map(|decision| decision.votes.as_ref());
        for votes in wrong.filter(|votes| is_below_nothing(votes)) {
            tell(&votes.span, Fault::new("votes", words::votes_below_nothing()));
        }
    })
}

fn is_below_nothing(votes: &Votes) -> bool {
    votes.numbers().any(|number| number < 0)
}

/// Ballots that are not as many as were given and returned.
pub(super) fn add_up(context: &Context<'_>) -> Vec<Fault> {
    each_decision(context, adds_up)
}

fn adds_up(ballot: &Ballot<'_>, tell: &mut dyn FnMut(&Span, Fault)) {
    let Some(votes) = ballot.decision.votes.as_ref().filter(|votes| !is_below_nothing(votes)) else { return };
    if let (Some(given), Some(returned)) = (votes.given, votes.returned)
        && given < returned
    {
        tell(&votes.span, Fault::new("votes-add-up", words::more_returned(given, returned)));
    }
    if let Some(returned) = votes.returned.filter(|returned| *returned != votes.cast()) {
        tell(&votes.span, Fault::new("votes-add-up", words::votes_not_returned(votes.cast(), returned)));
    }
}

/// More votes than people with a vote were there, or more opinions in writing than were not.
pub(super) fn too_many(context: &Context<'_>) -> Vec<Fault> {
    each_decision(context, are_there)
}

fn are_there(ballot: &Ballot<'_>, tell: &mut dyn FnMut(&Span, Fault)) {
    let Some(votes) = ballot.decision.votes.as_ref().filter(|votes| !is_below_nothing(votes)) else { return };
    let Voters { due, present, open, besides, .. } = ballot.voters;
    let fault = |fact| Fault::new("too-many-votes", fact).source(ballot.source());
    if votes.voters() > (present + open) as i64 {
        let fact = words::too_many_votes(votes.voters(), present + open);
        let fact = if besides == 0 { fact } else { words::with_voteless(fact, besides) };
        tell(&votes.span, fault(fact));
    }
    let absent = due - present;
    if let Some(written) = votes.written.as_ref().filter(|written| written.number() > absent as i64) {
        tell(&written.span, fault(words::too_many_written(written.number(), absent)));
    }
}

/// Votes over several sittings, where the rules do not say that a decision may be taken so.
pub(super) fn apart(context: &Context<'_>) -> Vec<Fault> {
    each_decision(context, is_together)
}

fn is_together(ballot: &Ballot<'_>, tell: &mut dyn FnMut(&Span, Fault)) {
    let Some(votes) = ballot.decision.votes.as_ref().filter(|_| !ballot.meeting.sittings.is_empty()) else { return };
    if !ballot.voters.rule.is_some_and(|rule| rule.by_sittings.unwrap_or(false)) {
        let fact = words::votes_apart(ballot.meeting.sittings.len() + 1);
        tell(&votes.span, Fault::new("votes-apart", fact).cure(words::cure_votes_apart()).source(ballot.source()));
    }
}

/// Decisions on which the rules ask for votes, and none are recorded.
pub(super) fn missing(context: &Context<'_>) -> Vec<Fault> {
    each_decision(context, |ballot, tell| {
        let Some(kind) = &ballot.decision.kind else { return };
        let named = |rule: &VoteRule| rule.names(kind) && rule.majority.is_some();
        if ballot.decision.votes.is_none() && ballot.voters.rule.is_some_and(named) {
            let fault = Fault::new("votes-missing", words::votes_missing(ballot.name(context.branch)));
            tell(&kind.span, fault.cure(words::cure_votes_missing()).source(ballot.source()));
        }
    })
}

/// Elections with fewer candidates than the rules ask for.
pub(super) fn too_few_candidates(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        for election in elections(context.branch, meeting) {
            let first = election.candidates.first().and_then(|(_, ballot)| ballot.candidate.as_ref());
            let (Some(rule), Some(first)) = (election.rule, first) else { continue };
            let (number, places) = (election.candidates.len(), election.places);
            if let Some(least) = rule.least_candidates(places).filter(|least| number < *least) {
                let fact = words::too_few_candidates(number, places, least);
                let fault = Fault::new("too-few-candidates", fact).cure(words::cure_too_few_candidates());
                tell(&first.span, fault.source(rule.source.as_deref()));
            }
        }
    })
}

/// Secret ballots without the number of ballots.
pub(super) fn ballots_missing(context: &Context<'_>) -> Vec<Fault> {
    each_decision(context, |ballot, tell| {
        let secret = ballot.voters.rule.is_some_and(|rule| rule.secret.unwrap_or(false));
        let Some(votes) = ballot.decision.votes.as_ref().filter(|_| secret) else { return };
        if votes.given.is_none() || votes.returned.is_none() {
            let fault = Fault::new("ballots-missing", words::ballots_missing(ballot.name(context.branch)));
            tell(&votes.span, fault.cure(words::cure_ballots_missing()).source(ballot.source()));
        }
    })
}

/// Results that the votes do not bear out.
pub(super) fn result_wrong(context: &Context<'_>) -> Vec<Fault> {
    each_decision(context, |ballot, tell| {
        let (Some(carried), Some(votes)) = (&ballot.decision.carried, &ballot.decision.votes) else { return };
        let Some(majority) = ballot.voters.majority() else { return };
        let yes = ballot.voters.in_favour(votes);
        let fact = match (ballot.voters.outcome(votes), carried.value) {
            (Some(Outcome::NotCarried), true) => words::not_carried_after_all(yes, majority),
            (Some(Outcome::Carried), false) => words::carried_after_all(yes, majority),
            _ => return,
        };
        tell(&carried.span, Fault::new("result-wrong", fact).source(ballot.source()));
    })
}

/// Meetings to which too few came: for a decision, or for meeting at all; each once by a rule.
pub(super) fn no_quorum(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        let always = context.branch.rules.vote_on(&meeting.kind, None, meeting.date.value);
        let always = always.filter(|rule| rule.always.as_ref().is_some_and(|always| always.value));
        if meeting.decisions.is_empty() && always.is_none() || !knows_voters(context.branch, meeting) {
            return;
        }
        let seats = seats(context.branch, meeting);
        let mut told: Vec<&VoteRule> = Vec::new();
        let of_meeting = always.map(|_| (None, &meeting.kind.span));
        let of_decisions = meeting.decisions.iter().map(|decision| (Some(decision), &decision.span));
        for (decision, span) in of_meeting.into_iter().chain(of_decisions) {
            let voters = voters(context.branch, meeting, decision, &seats);
            let (Some(rule), Some(quorum)) = (voters.rule.filter(|_| voters.too_few()), voters.quorum()) else {
                continue;
            };
            if !told.iter().any(|other| std::ptr::eq(*other, rule)) {
                told.push(rule);
                let fact = words::no_quorum(voters.due, voters.present + voters.open, quorum);
                tell(span, Fault::new("no-quorum", fact).source(rule.source.as_deref()));
            }
        }
    })
}

/// Decisions taken in a kind of meeting that may not take them.
pub(super) fn elsewhere(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        for at in meeting.decisions.iter().filter_map(|decision| decision.kind.as_ref()) {
            let Some(kind) = context.branch.rules.decision(at) else { continue };
            if !kind.kinds.is_empty() && !kind.kinds.iter().any(|may| may.value == meeting.kind.value) {
                let fact = words::decided_elsewhere(kind.name(), context.branch.kind_name(&meeting.kind));
                let right = Text::list(kind.kinds.iter().map(|may| context.branch.kind_name(may)));
                let fault = Fault::new("decision-elsewhere", fact).cure(words::cure_decided_elsewhere(right));
                tell(&at.span, fault.source(kind.source.as_deref()));
            }
        }
    })
}
