//! `zhibu status`: the branch at a glance.

use clap::Args;

use crate::cmd::env::Env;
use crate::error::Result;
use crate::record::{Day, Period};
use crate::report::{self, Extent};
use crate::ui::Format;

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
    let branch = env.load(&report::status_want(window))?;
    let extent = if env.global.format == Format::Text { Extent::Brief } else { Extent::All };
    env.ui.page(&report::status(&branch, window, extent))
}
