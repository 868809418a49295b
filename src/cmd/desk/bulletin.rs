//! `zhibu desk bulletin`: a period on one page.

use clap::Args;

use super::open::{load, months, open};
use super::packages::add_up;
use crate::cmd::env::Env;
use crate::desk::{self, Asked, ReportBy, Tally, Topic};
use crate::error::Result;
use crate::report::{Cell, Page};
use crate::words;

/// Writing the bulletin.
#[derive(Args)]
pub struct Bulletin {
    /// Period, in whole months: `2026-10`, `2026Q4`, `2026` …
    #[arg(short, long, default_value = "last-month")]
    period: String,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the desk.
pub(super) fn run(env: &Env, args: &Bulletin) -> Result<()> {
    let period = months(env, &args.period)?;
    let store = open(env)?;
    let desk = load(&store)?;
    let asked = |topic| Asked { topic, period, by: ReportBy::Unit };
    let mut tallies = Topic::ADDED_UP.map(|topic| Tally::new(&desk, asked(topic), false));
    add_up(env, &store, &desk, &mut tallies)?;
    let (there, all) = tallies[0].coverage();
    let mut page = Page::new(words::desk_bulletin(words::shown(&desk.settings.name), period));
    page.field("handed_in", Cell::Part(there, all));
    for tally in &tallies {
        let mut table = tally.table();
        table.notes.clear();
        page.tables.push(table);
    }
    let due = desk::due(&desk, env.today, Some(period));
    if !due.rows.is_empty() {
        page.tables.push(due);
    }
    env.ui.page(&page)
}
