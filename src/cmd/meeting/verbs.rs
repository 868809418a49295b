//! `zhibu meeting`: its verbs.

use clap::Subcommand;

use super::{ask, attend, decide, edit, elect, list, log, plan, remove, sitting};
use crate::cmd::env::Env;
use crate::error::Result;

/// What can be done with meetings.
#[derive(Subcommand)]
pub enum Meeting {
    /// Log a meeting or activity that was held
    ///
    /// Everybody who was due is present unless named absent; the chair is the one the rules name; the day is today.
    Log(Box<log::Log>),
    /// Plan a meeting, or change its plan: hours, topics, sittings, who prepares what
    ///
    /// A plan counts as no meeting. The rules of the kind say what else is prepared, and how long before; `due` lists it.
    Plan(Box<plan::Plan>),
    /// List planned meetings
    Plans(plan::Plans),
    /// Say that something is prepared for a planned meeting
    Prepared(plan::Prepared),
    /// Give up a planned meeting: its plan stays in its file, but counts no more
    Cancel(plan::Cancel),
    /// List meetings
    List(list::List),
    /// Show a meeting as the record book prints it
    Show(list::Show),
    /// Change the fields of a meeting
    Edit(Box<edit::Correct>),
    /// Change who was there, or record that an absence was made up for
    Attend(attend::Attend),
    /// Add a further sitting of the same meeting, for those who were on duty, or change one
    ///
    /// Everybody counts once, present at any sitting. The day of the meeting says who is due and for which month it counts.
    Sitting(Box<sitting::Sit>),
    /// Add a decision to a meeting
    Decide(decide::Decide),
    /// Record an election: a ballot for each candidate
    ///
    /// The rules say how many votes elect. Who is elected to a post takes it up, and the earlier holder gives it up.
    Elect(elect::Elect),
    /// Strike a meeting: it stays in its file, but counts no more
    Remove(remove::Remove),
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Meeting) -> Result<()> {
    match command {
        Meeting::Log(args) => ask::run(env, args),
        Meeting::Plan(args) => plan::plan(env, args),
        Meeting::Plans(args) => plan::plans(env, args),
        Meeting::Prepared(args) => plan::prepared(env, args),
        Meeting::Cancel(args) => plan::cancel(env, args),
        Meeting::List(args) => list::list(env, args),
        Meeting::Show(args) => list::show(env, args),
        Meeting::Edit(args) => edit::run(env, args),
        Meeting::Attend(args) => attend::run(env, args),
        Meeting::Sitting(args) => sitting::run(env, args),
        Meeting::Decide(args) => decide::run(env, args),
        Meeting::Elect(args) => elect::run(env, args),
        Meeting::Remove(args) => remove::run(env, args),
    }
}
