//! What the commands of all ledgers have in common: listing the lines of somebody, striking one.

use clap::Args;

use crate::branch::Branch;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{MemberId, Period};
use crate::report::Table;
use crate::store::Query;
use crate::words;

/// Striking a line.
#[derive(Args)]
pub(super) struct Striking {
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    pub(super) why: String,
    /// The period it lies in; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Do not ask
    #[arg(short, long)]
    pub(super) yes: bool,
}

impl Striking {
    /// The period in which the line is looked for.
    pub(super) fn period(&self, env: &Env) -> Result<Period> {
        or_this_year(env, self.period.as_deref())
    }
}

/// The period a call names, or this year.
pub(super) fn or_this_year(env: &Env, typed: Option<&str>) -> Result<Period> {
    env.period(typed.unwrap_or("this-year"))
}

/// Lists the lines of a period: those of somebody, or all.
pub(super) fn list(
    env: &Env,
    who: Option<&str>,
    period: Period,
    query: &Query,
    table: impl FnOnce(&Branch, Period, Option<&MemberId>) -> Table,
) -> Result<()> {
    let branch = env.load(query)?;
    let who = who.map(|who| branch.find_member(who, period.last)).transpose()?;
    env.ui.table(&table(&branch, period, who.map(|(id, _)| id)))
}

/// Refuses where rules are not there.
pub(in crate::cmd) fn needs_rules<T>(rules: &Option<T>, file: &str) -> Result<()> {
    match rules {
        Some(_) => Ok(()),
        None => Err(Failure::refused(words::no_rules(file)).cure(words::cure_no_rules()).into()),
    }
}
