//! `zhibu status`: the branch at a glance.

use clap::Args;

use crate::cmd::env::Env;
use crate::error::Result;
use crate::reckon;
use crate::record::{Day, Period};
use crate::report;
use crate::rulebook::owed_from;
use crate::store::Want;

/// Showing the branch at a glance.
#[derive(Args)]
pub struct Status {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records.
pub(in crate::cmd) fn run(env: &Env, args: &Status) -> Result<()> {
    show(env, env.day_or_today(args.on.as_deref())?)
}

/// Shows the branch at a glance on a day.
///
/// # Errors
/// Whatever is wrong with the records.
pub(in crate::cmd) fn show(env: &Env, day: Day) -> Result<()> {
    let window = Period { first: day, last: day.plus(30) };
    let since = Period { first: owed_from(day), last: day };
    let want = Want::roll().scored(report::status_reach(day)).duties(day).accepted().steps().study(since).issues(since);
    let want = want.talks_owed(reckon::talks_reach(day)).seals(since);
    let ahead = Period { last: window.last, ..since };
    let branch = env
        .load(&want.dues(ahead).plans_until(ahead, day).requests(Period { first: day.minus_months(12), last: day }))?;
    env.ui.page(&report::status(&branch, window))
}
