//! `zhibu task`: what meetings decided that somebody carries out, until it is done. `zhibu meeting decide` begins one.

use clap::{Args, Subcommand};

use crate::branch::{Branch, FileChange, Filed, What};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::Placed;
use crate::cmd::env::Env;
use crate::cmd::typed::{deadline, person};
use crate::error::{Failure, Result};
use crate::record::{Day, Period, Task as Record, Tasks, Value};
use crate::report;
use crate::store::Query;
use crate::words::{self, Text};

/// What can be done with decisions that somebody carries out.
#[derive(Subcommand)]
pub enum Task {
    /// Report that a decision was carried out
    Done(Done),
    /// Change who carries it out, or by when
    Edit(Change),
    /// List the decisions that somebody carries out
    List(List),
    /// Strike a task that is given up: it stays in its file, but counts no more
    Remove(Remove),
}

/// Reporting that it was done.
#[derive(Args)]
pub struct Done {
    /// The task: its id, or a part of what was decided
    #[arg(value_name = "ID")]
    task: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What is reported of it
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    report: Option<String>,
}

/// Changing a task.
#[derive(Args)]
pub struct Change {
    /// The task: its id, or a part of what was decided
    #[arg(value_name = "ID")]
    task: String,
    #[command(flatten)]
    fields: Fields,
}

/// What changes, at least one thing.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Fields {
    /// Who carries it out
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// The last day on which it is in time
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
}

/// Listing tasks.
#[derive(Args)]
pub struct List {
    /// The period in which it was decided; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Only what is open, whenever it was decided
    #[arg(long, conflicts_with = "period")]
    open: bool,
}

/// Striking a task.
#[derive(Args)]
pub struct Remove {
    /// The task: its id, or a part of what was decided
    #[arg(value_name = "ID")]
    task: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Task) -> Result<()> {
    match command {
        Task::Done(args) => done(env, args),
        Task::Edit(args) => edit(env, args),
        Task::List(args) => {
            let period = match args.open {
                true => Period { first: Day::FIRST, last: env.today },
                false => env.period(args.period.as_deref().unwrap_or("this-year"))?,
            };
            let branch = env.load(&Query::roll().tasks(period))?;
            env.ui.table(&report::tasks(&branch, period, period.last.min(env.today), args.open))
        }
        Task::Remove(args) => env.change_if_sure(args.yes, &query(env), |branch, _| {
            let (file, at) = branch.find_task(&args.task)?;
            let task = Placed::<Record>::at(file, at);
            task.strike(branch.task_title(task.line), &args.why)
        }),
    }
}

/// What is read to find a task: all there are, since one may be open for years.
pub(in crate::cmd) fn query(env: &Env) -> Query {
    Query::roll().tasks(Period { first: Day::FIRST, last: env.today })
}

/// A change of one task that is open.
fn change(env: &Env, typed: &str, decide: impl FnOnce(&Branch, &Placed<'_, Record>) -> Result<Decision>) -> Result<()> {
    env.change(&query(env), |branch, _| {
        let (file, at) = branch.find_task(typed)?;
        let placed = Placed::<Record>::at(file, at);
        placed.counts(|| branch.task_title(placed.line))?;
        match &placed.line.done {
            Some(done) => {
                Err(Failure::refused(words::done_already(words::shown(&placed.line.what), done.value)).into())
            }
            None => decide(branch, &placed),
        }
    })
}

fn done(env: &Env, args: &Done) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    change(env, &args.task, |_, placed| {
        let task = placed.line;
        let what = words::shown(&task.what);
        if day < task.date.value {
            return Err(Failure::refused(words::before_decided(day, task.date.value)).into());
        }
        let mut edits = vec![placed.set("done", Value::Day(day))];
        edits.extend(args.report.as_ref().map(|report| placed.set("report", Value::text(report))));
        let late = task.until().map_or(0, |until| day.since(until));
        let subject = match late > 0 {
            true => words::task_done_late(what, day, late),
            false => words::task_done(what, day),
        };
        Ok(placed.edited(subject, edits))
    })
}

fn edit(env: &Env, args: &Change) -> Result<()> {
    change(env, &args.task, |branch, placed| {
        let task = placed.line;
        let (mut edits, mut said) = (vec![], vec![]);
        if let Some(owner) = &args.fields.owner {
            let owner = person(branch, owner, env.today)?;
            edits.push(placed.set("owner", Value::text(&owner)));
            said.push(words::task_owner(branch.name(&owner)));
        }
        if let Some(until) = &args.fields.until {
            let until = deadline(env, until, task.date.value, words::until_before_decided)?;
            edits.push(placed.set("until", Value::Day(until)));
            said.push(words::task_until(until));
        }
        Ok(placed.edited(words::with_details(branch.task_title(task), Text::list(said)), edits))
    })
}

/// The changes of the tasks of a meeting that is filed under another name and day.
pub(in crate::cmd) fn moved(branch: &Branch, from: &str, to: &str, day: Day) -> Vec<FileChange> {
    let of_file = |file: &Filed<Tasks>| {
        let tasks = (0..file.entries.len()).map(|at| Placed::<Record>::at(file, at));
        let of_meeting = tasks.filter(|task| task.line.meeting.as_str() == from);
        let edits =
            |task: Placed<'_, Record>| [task.set("meeting", Value::text(to)), task.set("date", Value::Day(day))];
        FileChange { path: file.source.path.clone(), what: What::Edit(of_meeting.flat_map(edits).collect()) }
    };
    let files = branch.task_files.iter().map(of_file);
    files.filter(|file| !matches!(&file.what, What::Edit(edits) if edits.is_empty())).collect()
}
