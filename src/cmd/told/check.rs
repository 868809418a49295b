//! `zhibu check`: what is wrong in the records.

use clap::Args;

use super::findings::{findings, no_code, tell};
use super::staged::staged;
use crate::branch::Branch;
use crate::check::{self};
use crate::cmd::env::Env;
use crate::cmd::typed::inside;
use crate::error::{Fault, Result};
use crate::record::{Acceptance, RelPath};
use crate::ui::Format;
use crate::words::{self, Text};

/// Looking for what is wrong.
#[derive(Args)]
pub struct Check {
    /// Only what stands in these files or folders
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Only findings of these codes
    #[arg(long, value_name = "CODE", value_delimiter = ',', conflicts_with_all = ["explain", "staged"])]
    code: Vec<String>,
    /// Tell what a finding means, why it matters and how to mend it; all codes in a line each where none is said
    #[arg(long, value_name = "CODE", num_args = 0..=1, conflicts_with = "paths")]
    explain: Option<Option<String>>,
    /// List the findings that were accepted, and why
    #[arg(long, conflicts_with = "explain")]
    accepted: bool,
    /// What the next commit of git would have, and only in the files that it changes; what cannot be read is refused
    #[arg(long, conflicts_with_all = ["paths", "explain", "accepted"])]
    staged: bool,
}

/// Runs the command; the findings are its answer, and its exit code tells whether one of them is more than a note.
///
/// # Errors
/// A directory that cannot be read at all.
pub(crate) fn run(env: &Env, args: &Check) -> Result<u8> {
    match &args.explain {
        None if args.staged => staged(env),
        None => find(env, args),
        Some(None) => env.ui.table(&check::codes()).map(|()| 0),
        Some(Some(code)) => explain(env, code).map(|()| 0),
    }
}

/// Tells what a finding means; by which rule, where there is a directory of records.
fn explain(env: &Env, code: &str) -> Result<()> {
    let rules = env.store().and_then(|store| store.rules()).map(|ruled| ruled.rules).unwrap_or_default();
    match check::explain(code, &rules) {
        Some(page) => env.ui.page(&page),
        None => Err(no_code(code).into()),
    }
}

/// Finds what is wrong, and tells it.
fn find(env: &Env, args: &Check) -> Result<u8> {
    if let Some(code) = args.code.iter().find(|code| !check::is_code(code)) {
        return Err(no_code(code).into());
    }
    let store = env.store()?;
    let only = args.paths.iter().map(|path| inside(env, &store, path)).collect::<Result<Vec<_>>>()?;
    let (branch, mut found) = findings(env, &store)?;
    if !only.is_empty() {
        let meant = |finding: &Fault| {
            let is_within =
                |file: &RelPath| only.iter().any(|path| path.as_ref().is_none_or(|path| file.is_within(path)));
            finding.place.as_ref().is_some_and(|place| is_within(&place.file))
        };
        found.open.retain(meant);
        found.accepted.retain(|(finding, _)| meant(finding));
    }
    if !args.code.is_empty() {
        let meant = |finding: &Fault| args.code.iter().any(|code| code == finding.code);
        found.open.retain(meant);
        found.accepted.retain(|(finding, _)| meant(finding));
    }
    let told = match args.accepted {
        true => tell_accepted(env, &branch, &found.accepted).map(|()| 0),
        false => tell(env, &found.open, found.accepted.len()),
    };
    // The process ends with it: to give back ten years piece by piece takes longer than to read one of them.
    std::mem::forget(branch);
    told
}

/// Tells what was accepted, and why.
fn tell_accepted(env: &Env, branch: &Branch, accepted: &[(Fault, Acceptance)]) -> Result<()> {
    match env.global.format {
        Format::Text => {
            let told =
                |(finding, acceptance): &(Fault, Acceptance)| env.ui.finding(finding, Some(&why(branch, acceptance)));
            accepted.iter().try_for_each(told)?;
        }
        _ => env.ui.table(&check::accepted_table(branch, accepted))?,
    }
    env.ui.say(&words::so_many_accepted(accepted.len()));
    Ok(())
}

/// Why, when and by whom a finding was accepted.
fn why(branch: &Branch, acceptance: &Acceptance) -> Text {
    let by = acceptance.by.as_ref().map(|by| branch.name(by));
    let when = [Text::same(acceptance.date.value.to_string())].into_iter().chain(by);
    let (why, when) = (words::shown(&acceptance.why), Text::join(when, " "));
    match &acceptance.until {
        Some(until) => words::let_stand_until(when, why, acceptance.id.as_str(), until.value),
        None => words::let_stand(when, why, acceptance.id.as_str()),
    }
}
