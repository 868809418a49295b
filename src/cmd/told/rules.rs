//! `zhibu rules`: what the rules say, and what cannot be in them.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::findings::tell;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::report;
use crate::rulebook::Rulebook;
use crate::store::{Query, Ruled, Store};
use crate::words;

/// What can be done with rules.
#[derive(Subcommand)]
pub enum Rules {
    /// Find what is wrong in the rules: contradictions, gaps and overlaps of dates, unknown ids
    Check(Check),
    /// Show the points scheme of a day
    Show(Show),
}

/// Looking for what is wrong in rules.
#[derive(Args)]
pub struct Check {
    /// A folder with other rules; those of the directory where it is not said
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Showing the rules of a day.
#[derive(Args)]
pub struct Show {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Runs the command; its exit code tells whether anything is wrong.
///
/// # Errors
/// A folder that cannot be read.
pub(in crate::cmd) fn run(env: &Env, command: &Rules) -> Result<u8> {
    match command {
        Rules::Check(args) => {
            let ruled = match &args.dir {
                Some(dir) => Store::rules_of(&env.path(dir))?,
                None => env.store()?.rules()?,
            };
            tell(env, &ruled.findings(), 0)
        }
        Rules::Show(args) => {
            let day = env.day_or_today(args.on.as_deref())?;
            let branch = env.load(&Query::roll().kinds().scheme())?;
            env.ui.table(&report::rules(&branch, day)).map(|()| 0)
        }
    }
}

/// The rules of a folder.
///
/// # Errors
/// Whatever is wrong in them.
pub(in crate::cmd) fn read(dir: &Path) -> Result<Rulebook> {
    let Ruled { rules, mut faults, .. } = Store::rules_of(dir)?;
    faults.extend(rules.faults());
    match faults.is_empty() {
        true if rules.is_empty() => Err(Failure::refused(words::no_rules_in(dir.display().to_string())).into()),
        true => Ok(rules),
        false => Err(Failure::of(faults).into()),
    }
}
