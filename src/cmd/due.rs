//! `zhibu due`: what is owed.

use clap::Args;

use super::env::Env;
use crate::error::Result;
use crate::record::Period;
use crate::report;
use crate::store::Want;
use crate::words;

/// Telling what is owed.
#[derive(Args)]
pub struct Due {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records.
pub(super) fn run(env: &Env, args: &Due) -> Result<()> {
    let day = env.day_or_today(args.on.as_deref())?;
    let year = Period::year_of(day);
    let first = Period::year(day.year() - 1).unwrap_or(year).first;
    let branch = env.load(&Want::roll().points(Period { first, last: day }))?;
    let table = report::due(&branch, day);
    if table.rows.is_empty() {
        env.ui.say(&words::nothing_due());
    }
    env.ui.table(&table)
}
