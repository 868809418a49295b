//! `zhibu meeting decide`.

use clap::Args;

use super::ballot::{self, Ballot, Recorded};
use crate::branch::{Branch, Change, Edit, Filed, What};
use crate::check;
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::typed::change_meeting;
use crate::error::{Failure, Result};
use crate::record::Meeting;
use crate::store;
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
    /// The ballots of a secret ballot: given, returned, and invalid ones
    #[arg(long, value_name = "8,8,0", requires = "votes")]
    ballots: Option<String>,
    /// Opinions that absent members gave in writing before: for, against, abstaining
    #[arg(long, value_name = "1,0,0", requires = "votes")]
    written: Option<String>,
    /// What came of it; the votes tell where it is not said
    #[arg(long)]
    result: Option<Recorded>,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Decide) -> Result<()> {
    change_meeting(env, &args.meeting, |branch, _, meeting| decide(args, branch, meeting))
}

fn decide(args: &Decide, branch: &Branch, meeting: &Filed<Meeting>) -> Result<Decision> {
    let words = ballot::Words {
        texts: std::slice::from_ref(&args.text),
        kinds: args.kind.as_slice(),
        votes: args.votes.as_slice(),
        ballots: args.ballots.as_slice(),
        written: args.written.as_slice(),
        results: args.result.as_slice(),
    };
    let edits: Vec<_> =
        Ballot::all(branch, &words)?.iter().map(|ballot| Edit::Append("decision", ballot.pairs())).collect();
    let text = store::apply(&meeting.source.text, &edits).map_err(|error| Failure::refused(error.fact()))?;
    let known = check::contradictions(branch, meeting);
    let after = ballot::meeting(&meeting.source.path, &text);
    let outcomes = after.map(|after| ballot::outcomes(branch, &after, &known)).transpose()?;
    let outcome = outcomes.and_then(|mut outcomes| outcomes.pop().flatten());
    let subject = words::decided(branch.title(meeting), words::shown(&args.text));
    let said = outcome.map_or(subject.clone(), |outcome| words::with_details(&subject, outcome));
    Ok(Decision { change: Change::new(subject, meeting.source.path.clone(), What::Edit(edits)), said })
}
