//! `zhibu meeting decide`.

use clap::Args;

use super::ballot::{self, Ballot, Recorded};
use crate::branch::{Branch, Change, Edit, FileChange, Filed, Query, What, tasks_path};
use crate::check;
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids};
use crate::cmd::env::Env;
use crate::cmd::typed::{days_of, deadline, meeting, meeting_query, person};
use crate::error::{Failure, Result};
use crate::record::{At, Day, EntryId, Meeting, MeetingName, MemberId, Span, Task};
use crate::store;
use crate::words::{self, Text};

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
    /// Who carries it out
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// The last day on which it is to be carried out
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
}

impl Decide {
    /// Whether somebody is to carry it out.
    fn is_task(&self) -> bool {
        self.owner.is_some() || self.until.is_some()
    }
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Decide) -> Result<()> {
    let query = meeting_query(env, &args.meeting).and(Query::roll().tasks(days_of(env, &args.meeting)));
    env.change(&query, |branch, _| {
        let meeting = meeting(env, branch, &args.meeting)?;
        let mut decision = decide(args, branch, meeting)?;
        if args.is_task() {
            let (task, said) = task(env, args, branch, meeting)?;
            decision.change.files.push(task);
            decision.said = words::with_details(&decision.said, said);
        }
        Ok(decision)
    })
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
    if after.as_ref().is_some_and(|after| args.is_task() && ballot::is_lost(branch, after)) {
        return Err(Failure::refused(words::task_not_carried()).into());
    }
    let outcomes = after.map(|after| ballot::outcomes(branch, &after, &known)).transpose()?;
    let outcome = outcomes.and_then(|mut outcomes| outcomes.pop().flatten());
    let subject = words::decided(branch.title(meeting), words::shown(&args.text));
    let said = outcome.map_or(subject.clone(), |outcome| words::with_details(&subject, outcome));
    Ok(Decision { change: Change::new(subject, meeting.source.path.clone(), What::Edit(edits)), said })
}

/// The task that the decision makes, and what is said of it.
fn task(env: &Env, args: &Decide, branch: &Branch, meeting: &Filed<Meeting>) -> Result<(FileChange, Text)> {
    let day = meeting.date.value;
    let owner = args.owner.as_deref().map(|owner| person(branch, owner, day)).transpose()?;
    let until =
        args.until.as_deref().map(|until| deadline(env, until, day, words::until_before_decided)).transpose()?;
    let said = owner.as_ref().map(|owner| words::task_owner(branch.name(owner)));
    let said = Text::list(said.into_iter().chain(until.map(words::task_until)));
    let (id, change) = begun(env, branch, meeting, args.text.clone(), owner, until);
    Ok((change, words::with_id(&said, &id)))
}

/// A task of a meeting that begins: its id, and the line of the ledger.
pub(super) fn begun(
    env: &Env,
    branch: &Branch,
    meeting: &Filed<Meeting>,
    what: String,
    owner: Option<MemberId>,
    until: Option<Day>,
) -> (EntryId, FileChange) {
    let day = meeting.date.value;
    let id = Ids::of(env, &branch.task_files).fresh();
    let task = Task {
        id: At::new(id.clone()),
        date: At::new(day),
        meeting: At::new(MeetingName::new(meeting.source.path.stem())),
        what: At::new(what),
        owner: owner.map(At::new),
        until: until.map(At::new),
        done: None,
        report: None,
        struck: None,
        span: Span::default(),
    };
    (id, ledger::write(tasks_path(day.year()), &branch.task_files, vec![task]))
}
