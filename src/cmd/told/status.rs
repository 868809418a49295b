//! `zhibu status`: the branch at a glance.

use std::mem::ManuallyDrop;

use clap::Args;

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Day, Period};
use crate::report::{self, Extent, Sound};
use crate::store::Loaded;
use crate::ui::Format;
use crate::words;

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
    let Loaded { branch, faults, .. } = env.store()?.gather(&report::status_query(window))?;
    // Never given back, as for every command that only reads.
    let branch = ManuallyDrop::new(branch);
    let contradictions = branch.rules.figure_faults();
    let Some(sound) = Sound::but_for(&faults, &contradictions) else { return Err(Failure::of(faults).into()) };
    let extent = if env.global.format == Format::Text { Extent::Brief } else { Extent::All };
    env.ui.page(&report::status(&branch, window, extent, sound))?;
    let faults = [faults, contradictions].concat();
    match faults.is_empty() {
        true => Ok(()),
        false => {
            env.ui.warn(&words::status_partial());
            Err(Failure::of(faults).into())
        }
    }
}
