//! `zhibu meeting decide`.

use clap::Args;

use crate::branch::{Branch, Change, Edit, What};
use crate::cmd::env::{Decision, Env};
use crate::error::{Failure, Result};
use crate::record::{DecisionId, Value, write_block};
use crate::words;

/// Adding a decision.
#[derive(Args)]
pub struct Decide {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    /// What was decided
    text: String,
    /// Its kind
    #[arg(long)]
    kind: Option<String>,
    /// The votes: for, against, abstaining
    #[arg(long, value_name = "7,0,1")]
    votes: Option<String>,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Decide) -> Result<()> {
    super::change(env, &args.meeting, |branch, _, meeting| {
        let as_list = |word: &Option<String>| word.iter().cloned().collect::<Vec<_>>();
        let ballots =
            Ballot::all(branch, std::slice::from_ref(&args.text), &as_list(&args.votes), &as_list(&args.kind))?;
        let edits = ballots.iter().map(|ballot| Edit::Append("decision", ballot.pairs())).collect();
        let subject = words::decided(branch.title(meeting), words::shown(&args.text));
        let change = Change::new(subject.clone(), meeting.source.path.clone(), What::Edit(edits));
        Ok(Decision { change, said: subject })
    })
}

/// A decision as a call says it.
pub(super) struct Ballot {
    text: String,
    kind: Option<DecisionId>,
    votes: Option<[i64; 3]>,
}

impl Ballot {
    /// The decisions of a call; votes and kinds belong to them in their order.
    pub(super) fn all(branch: &Branch, texts: &[String], votes: &[String], kinds: &[String]) -> Result<Vec<Self>> {
        if votes.len() > texts.len() || kinds.len() > texts.len() {
            return Err(Failure::usage(words::more_votes_than_decisions()).into());
        }
        let ballot = |(at, text): (usize, &String)| {
            let kind = kinds.get(at).map(|kind| branch.find_decision(kind)).transpose()?;
            let votes = votes.get(at).map(|votes| count(votes)).transpose()?;
            Ok(Self { text: text.clone(), kind: kind.map(|kind| kind.id.value.clone()), votes })
        };
        texts.iter().enumerate().map(ballot).collect()
    }

    fn pairs(&self) -> Vec<(&'static str, Value)> {
        let mut pairs = vec![("text", Value::text(&self.text))];
        pairs.extend(self.kind.as_ref().map(|kind| ("kind", Value::text(kind))));
        pairs.extend(self.votes.map(|[yes, no, abstain]| {
            let votes = [("for", yes), ("against", no), ("abstain", abstain)];
            ("votes", Value::Line(votes.into_iter().map(|(key, votes)| (key, Value::Int(votes))).collect()))
        }));
        pairs
    }

    /// The part of a meeting's file that says it.
    pub(super) fn block(&self) -> String {
        write_block("decision", &self.pairs())
    }
}

/// Votes as people write them: `7,0,1`, `7/0/1`, `7 0 1`.
fn count(text: &str) -> Result<[i64; 3]> {
    let wrong = || Failure::usage(words::bad_votes(words::shown(text)));
    let numbers = text.split([',', '，', '/', ' ']).map(|number| number.trim().parse::<u16>().map(i64::from));
    let numbers: Vec<_> = numbers.collect::<std::result::Result<_, _>>().map_err(|_| wrong())?;
    Ok(numbers.try_into().map_err(|_| wrong())?)
}
