//! `zhibu due`: what is owed.

use clap::Args;

use super::env::Env;
use crate::error::{Failure, Result};
use crate::reckon;
use crate::record::{Length, Period};
use crate::report;
use crate::store::Want;
use crate::words;

/// Telling what is owed.
#[derive(Args)]
pub struct Due {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// How far to look ahead: 30d, 6w, 3m or 1y
    #[arg(long, value_name = "TIME", default_value = "30d")]
    within: String,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records.
pub(super) fn run(env: &Env, args: &Due) -> Result<()> {
    let day = env.day_or_today(args.on.as_deref())?;
    let ahead = Length::parse(&args.within).filter(|ahead| !matches!(ahead, Length::WorkingDays(_)));
    let ahead = ahead
        .ok_or_else(|| Failure::usage(words::bad_length(words::shown(&args.within))).cure(words::cure_bad_length()))?;
    let window = Period { first: day, last: ahead.after(day, |day, _| day) };
    let first = Period::year(day.year() - 1).unwrap_or(Period::year_of(day)).first;
    let branch = env.load(&Want::roll().points(Period { first, last: day }).talks_owed(reckon::talks_reach(day)))?;
    let table = report::due(&branch, window);
    if table.rows.is_empty() {
        env.ui.say(&words::nothing_due(window.last));
    }
    env.ui.table(&table)
}
