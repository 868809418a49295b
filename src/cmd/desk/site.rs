//! `zhibu desk site`: a period of all units as pages to read without a network.

use std::path::PathBuf;

use clap::Args;

use super::open::{load, months, open};
use super::packages::package;
use crate::cmd::env::Env;
use crate::cmd::told::site::{is_a_folder, write};
use crate::desk::DeskSite;
use crate::error::Result;
use crate::report::site_period;
use crate::words;

/// Writing the site.
#[derive(Args)]
pub struct Site {
    /// The folder to write into: an empty one, or one that was written by this command
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// Period, in whole months: `2026-10`, `2026Q4`, `2026` …
    #[arg(short, long, default_value = "this-year")]
    period: String,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the desk, or with the folder.
pub(super) fn run(env: &Env, args: &Site) -> Result<()> {
    is_a_folder(&args.out)?;
    let period = site_period(months(env, &args.period)?);
    let store = open(env)?;
    let desk = load(&store)?;
    let progress = env.ui.progress(&words::at_pages());
    let mut site = DeskSite::new(&desk, period, env.today);
    let mut wrong = Vec::new();
    for (unit, months) in site.expected() {
        let mut handed_in = Vec::new();
        for month in months {
            let package = package(&store, &desk, unit, month)?;
            handed_in.push((month, package.map_err(|fact| wrong.extend(fact)).ok()));
        }
        site.add(unit, &handed_in);
    }
    drop(progress);
    wrong.iter().for_each(|fact| env.ui.warn(fact));
    let lang = env.global.lang.or(desk.settings.lang).unwrap_or(env.ui.lang());
    write(env, &site.done(), lang, &args.out).map(|_| ())
}
