//! What a call says of decisions: their kinds, votes, ballots and results.

use clap::ValueEnum;

use crate::branch::{Branch, Filed};
use crate::check;
use crate::error::{Failure, Fault, Result};
use crate::reckon::{Outcome, outcome, seats, voters};
use crate::record::{self, DecisionId, Meeting, MemberId, PostId, RelPath, Source, Value, write_block};
use crate::words::{self, Text};

/// What is recorded as the result of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Recorded {
    /// It was carried
    Carried,
    /// It was not carried
    NotCarried,
}

/// The words of a call: all but the texts belong to the decisions in their order.
pub(super) struct Words<'a> {
    /// What was decided.
    pub(super) texts: &'a [String],
    /// The kinds.
    pub(super) kinds: &'a [String],
    /// The votes.
    pub(super) votes: &'a [String],
    /// The ballots.
    pub(super) ballots: &'a [String],
    /// The opinions in writing.
    pub(super) written: &'a [String],
    /// The results.
    pub(super) results: &'a [Recorded],
}

/// The candidate that a ballot is on, and what the candidate stands for.
pub(super) struct Stands {
    /// Who.
    pub(super) candidate: MemberId,
    /// The post, where it is one alone.
    pub(super) post: Option<PostId>,
    /// How many are elected, where that is said.
    pub(super) places: Option<u16>,
}

/// A decision as a call says it.
pub(super) struct Ballot {
    text: String,
    stands: Option<Stands>,
    kind: Option<DecisionId>,
    votes: Option<Vec<i64>>,
    ballots: Option<Vec<i64>>,
    written: Option<Vec<i64>>,
    result: Option<Recorded>,
}

impl Ballot {
    /// The decisions of a call.
    pub(super) fn all(branch: &Branch, words: &Words<'_>) -> Result<Vec<Self>> {
        let lists = [words.kinds, words.votes, words.ballots, words.written];
        let most = lists.iter().map(|list| list.len()).chain([words.results.len()]).max().unwrap_or(0);
        if most > words.texts.len() || words.ballots.len().max(words.written.len()) > words.votes.len() {
            return Err(Failure::usage(words::more_votes_than_decisions()).into());
        }
        let ballot = |(at, text): (usize, &String)| {
            let kind = words.kinds.get(at).map(|kind| branch.find_decision(kind)).transpose()?;
            let numbers = |list: &[String], least, wrong: fn(&str) -> Text| {
                list.get(at).map(|text| numbers(text, least, wrong)).transpose()
            };
            Ok(Self {
                text: text.clone(),
                stands: None,
                kind: kind.map(|kind| kind.id.value.clone()),
                votes: numbers(words.votes, 3, |text| words::bad_votes(words::shown(text)))?,
                ballots: numbers(words.ballots, 2, |text| words::bad_ballots(words::shown(text)))?,
                written: numbers(words.written, 1, |text| words::bad_written(words::shown(text)))?,
                result: words.results.get(at).copied(),
            })
        };
        words.texts.iter().enumerate().map(ballot).collect()
    }

    /// The ballot on a candidate.
    pub(super) fn on(
        text: String,
        kind: DecisionId,
        stands: Stands,
        votes: &str,
        ballots: Option<&str>,
    ) -> Result<Self> {
        let counts = |text: &str| numbers(text, 2, |text| words::bad_ballots(words::shown(text)));
        Ok(Self {
            text,
            stands: Some(stands),
            kind: Some(kind),
            votes: Some(numbers(votes, 3, |text| words::bad_votes(words::shown(text)))?),
            ballots: ballots.map(counts).transpose()?,
            written: None,
            result: None,
        })
    }

    /// What was decided.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The candidate that it is on.
    pub(super) fn candidate(&self) -> Option<&MemberId> {
        self.stands.as_ref().map(|stands| &stands.candidate)
    }

    /// Its keys in a meeting's file.
    pub(super) fn pairs(&self) -> Vec<(&'static str, Value)> {
        let zip = |keys: [&'static str; 3], numbers: &[i64]| -> Vec<_> {
            keys.into_iter().zip(numbers.iter().map(|number| Value::Int(*number))).collect()
        };
        let mut pairs = vec![("text", Value::text(&self.text))];
        pairs.extend(self.kind.as_ref().map(|kind| ("kind", Value::text(kind))));
        if let Some(stands) = &self.stands {
            pairs.push(("candidate", Value::text(&stands.candidate)));
            pairs.extend(stands.post.as_ref().map(|post| ("post", Value::text(post))));
            pairs.extend(stands.places.map(|places| ("places", Value::Int(places.into()))));
        }
        pairs.extend(self.votes.as_ref().map(|votes| {
            let mut votes = zip(["for", "against", "abstain"], votes);
            votes.extend(self.ballots.iter().flat_map(|ballots| zip(["given", "returned", "invalid"], ballots)));
            let written = self.written.as_ref().map(|written| Value::Line(zip(["for", "against", "abstain"], written)));
            votes.extend(written.map(|written| ("written", written)));
            ("votes", Value::Line(votes))
        }));
        pairs.extend(self.result.map(|result| ("carried", Value::Bool(result == Recorded::Carried))));
        pairs
    }

    /// The part of a meeting's file that says it.
    pub(super) fn block(&self) -> String {
        write_block("decision", &self.pairs())
    }
}

/// Numbers as people write them: `7,0,1`, `7/0/1`, `7 0 1`; at least so many, and three at most.
fn numbers(text: &str, least: usize, wrong: fn(&str) -> Text) -> Result<Vec<i64>> {
    let wrong = || Failure::usage(wrong(text));
    let numbers = text.split([',', '，', '/', ' ']).map(|number| number.trim().parse::<u16>().map(i64::from));
    let numbers: Vec<_> = numbers.collect::<std::result::Result<_, _>>().map_err(|_| wrong())?;
    if (least..=3).contains(&numbers.len()) { Ok(numbers) } else { Err(wrong().into()) }
}

/// The meeting that a text says.
pub(super) fn meeting(path: &RelPath, text: &str) -> Option<Filed<Meeting>> {
    let source = Source::new(path.clone(), text);
    let record = record::read::<Meeting>(&source).record?;
    Some(Filed::new(source, record))
}

/// Whether the last decision of a meeting was not carried: by its votes, or by what is recorded.
pub(super) fn is_lost(branch: &Branch, meeting: &Filed<Meeting>) -> bool {
    let Some(decision) = meeting.decisions.last() else { return false };
    outcome(branch, meeting, decision, &seats(branch, meeting)).is_some_and(|outcome| outcome != Outcome::Carried)
}

/// What comes of each decision of a meeting, in a few words; none where the votes do not tell.
///
/// # Errors
/// Votes that contradict themselves or those who were there, unless that was known before.
pub(super) fn outcomes(branch: &Branch, meeting: &Filed<Meeting>, known: &[Fault]) -> Result<Vec<Option<Text>>> {
    let mut wrong = check::contradictions(branch, meeting);
    wrong.retain(|fault| !known.iter().any(|known| known.fact == fault.fact));
    if !wrong.is_empty() {
        return Err(Failure::of(wrong).into());
    }
    let seats = seats(branch, meeting);
    let told = |decision: &record::Decision| {
        let votes = decision.votes.as_ref()?;
        let voters = voters(branch, meeting, Some(decision), &seats);
        let (yes, majority) = (voters.in_favour(votes), voters.majority()?);
        Some(match outcome(branch, meeting, decision, &seats)? {
            Outcome::Carried => words::carried_by(yes, majority),
            Outcome::NotCarried => words::not_carried_by(yes, majority),
            Outcome::NoQuorum => words::not_enough_came(voters.present, voters.quorum().unwrap_or_default()),
            chosen @ (Outcome::Elected | Outcome::NotElected | Outcome::Tied) => {
                words::with_votes(words::outcome(chosen.id()), yes, majority)
            }
        })
    };
    Ok(meeting.decisions.iter().map(told).collect())
}
