//! `zhibu desk report`: a period summed up over the units, from the measures they handed in.

use clap::Args;

use super::open::{load, months, open};
use super::packages::add_up;
use crate::cmd::env::Env;
use crate::desk::{Asked, ReportBy, Tally, Topic};
use crate::error::Result;
use crate::words;

/// Summing up a period.
#[derive(Args)]
pub struct Report {
    /// What is reported
    topic: Topic,
    /// Period, in whole months: `2026-10`, `2026Q4`, `2026` …
    #[arg(short, long, default_value = "last-month")]
    period: String,
    /// How it is summed up
    #[arg(long, value_enum, default_value_t = ReportBy::Unit)]
    by: ReportBy,
    /// List every line that is counted instead, with its unit, package, file and line
    #[arg(long)]
    explain: bool,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the desk.
pub(super) fn run(env: &Env, args: &Report) -> Result<()> {
    let period = months(env, &args.period)?;
    let store = open(env)?;
    let desk = load(&store)?;
    let mut tally = Tally::new(&desk, Asked { topic: args.topic, period, by: args.by }, args.explain);
    add_up(env, &store, &desk, std::slice::from_mut(&mut tally))?;
    let mut table = if args.explain { tally.lines() } else { tally.table() };
    table.about = Some(words::of_branch_in(words::shown(&desk.settings.name), period));
    env.ui.table(&table)
}
