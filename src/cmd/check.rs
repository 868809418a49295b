//! `zhibu check`: what is wrong in the records.

use clap::Args;

use super::env::Env;
use crate::check;
use crate::error::{Failure, Result};
use crate::record::RelPath;
use crate::ui::Format;
use crate::words;

/// Looking for what is wrong.
#[derive(Args)]
pub struct Check {
    /// Only what stands in these files or folders
    paths: Vec<String>,
}

/// Runs the command; the findings are its answer, and its exit code tells whether there are any.
///
/// # Errors
/// A directory that cannot be read at all.
pub fn run(env: &Env, args: &Check) -> Result<u8> {
    let store = env.store()?;
    let only = args.paths.iter().map(|path| store.inside(&env.path(path.as_ref())));
    let only: Vec<RelPath> = only.collect::<Result<_>>()?;
    let files = store.everything()?;
    let mut findings = check::run(&files);
    if !only.is_empty() {
        findings.retain(|finding| finding.place.as_ref().is_some_and(|place| only.iter().any(|path| place.file.is_within(path))));
    }
    match env.global.format {
        Format::Text => findings.iter().for_each(|finding| env.ui.finding(finding)),
        _ => env.ui.table(&check::table(&findings))?,
    }
    if findings.is_empty() {
        env.ui.say(&words::nothing_wrong());
        return Ok(0);
    }
    env.ui.say(&words::so_many_findings(findings.len()));
    let _ = Failure::of;
    Ok(1)
}
