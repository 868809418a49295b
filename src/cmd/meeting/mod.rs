//! `zhibu meeting`: meetings and activities.

mod ask;
mod attend;
mod ballot;
mod decide;
mod edit;
mod list;
mod log;
mod refile;
mod remove;
mod roll_call;

pub(super) use attend::Roll;
pub(super) use log::{clock, evidence, group, links, marks};
pub(super) use roll_call::{people, person};

use clap::Subcommand;

use super::env::Env;
use crate::branch::{Branch, Filed};
use crate::error::Result;
use crate::record::{Meeting as Record, Month, Period, parse_day};
use crate::store::{Store, Want};

/// What can be done with meetings.
#[derive(Subcommand)]
pub enum Meeting {
    /// Log a meeting or activity that was held
    ///
    /// Everybody who was due is present unless named absent; the chair is the one the rules name; the day is today.
    Log(Box<log::Log>),
    /// List meetings
    List(list::List),
    /// Show a meeting as the record book prints it
    Show(list::Show),
    /// Change the fields of a meeting
    Edit(Box<edit::Correct>),
    /// Change who was there, or record that an absence was made up for
    Attend(attend::Attend),
    /// Add a decision to a meeting
    Decide(decide::Decide),
    /// Strike a meeting: it stays in its file, but counts no more
    Remove(remove::Remove),
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(super) fn run(env: &Env, command: &Meeting) -> Result<()> {
    match command {
        Meeting::Log(args) => log::run(env, args),
        Meeting::List(args) => list::list(env, args),
        Meeting::Show(args) => list::show(env, args),
        Meeting::Edit(args) => edit::run(env, args),
        Meeting::Attend(args) => attend::run(env, args),
        Meeting::Decide(args) => decide::run(env, args),
        Meeting::Remove(args) => remove::run(env, args),
    }
}

/// The days in which the meeting a person names may lie: the day, month or year its name begins with, else this year.
pub(super) fn days_of(env: &Env, typed: &str) -> Period {
    let begin =
        |length| typed.get(..length).filter(|_| typed.len() == length || typed.as_bytes().get(length) == Some(&b'-'));
    let day = begin(10).and_then(|text| parse_day(text, env.today)).or_else(|| parse_day(typed, env.today));
    let month = || begin(7).and_then(Month::parse).map(Month::period);
    let year = || begin(4).and_then(|text| text.parse().ok()).and_then(Period::year);
    day.map(Period::day).or_else(month).or_else(year).unwrap_or(Period::year_of(env.today))
}

/// What has to be read to work on the meeting a person names.
pub(super) fn want(env: &Env, typed: &str) -> Want {
    Want::roll().meetings(days_of(env, typed))
}

/// The meeting a person names: its id, its day, or any unambiguous part of the id.
pub(super) fn find<'a>(env: &Env, branch: &'a Branch, typed: &str) -> Result<&'a Filed<Record>> {
    let day = parse_day(typed, env.today).map(|day| day.to_string());
    Ok(branch.find_meeting(day.as_deref().unwrap_or(typed))?)
}

/// A change of one meeting.
fn change(
    env: &Env,
    typed: &str,
    decide: impl FnOnce(&Branch, &Store, &Filed<Record>) -> Result<super::env::Decision>,
) -> Result<()> {
    env.change(&want(env, typed), |branch, store| decide(branch, store, find(env, branch, typed)?))
}
