//! `zhibu check`: what is wrong in the records.

use std::mem::ManuallyDrop;

use clap::Args;

use super::env::Env;
use crate::check::{self, Look};
use crate::error::{Failure, Fault, Result};
use crate::record::RelPath;
use crate::store::Store;
use crate::ui::Format;
use crate::words;

/// Looking for what is wrong.
#[derive(Args)]
pub struct Check {
    /// Only what stands in these files or folders
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
}

/// Runs the command; the findings are its answer, and its exit code tells whether there are any.
///
/// # Errors
/// A directory that cannot be read at all.
pub(crate) fn run(env: &Env, args: &Check) -> Result<u8> {
    let store = env.store()?;
    let only = args.paths.iter().map(|path| inside(env, &store, path)).collect::<Result<Vec<_>>>()?;
    let survey = ManuallyDrop::new(store.survey()?);
    let reading: Vec<Fault> = [&survey.loaded.faults[..], &survey.loaded.notes].concat();
    let look = Look {
        branch: &survey.loaded.branch,
        reading: &reading,
        files: &survey.files,
        digests: &survey.digests,
        today: env.today,
    };
    let mut findings = check::findings(&look);
    if !only.is_empty() {
        let meant = |file: &RelPath| only.iter().any(|path| path.as_ref().is_none_or(|path| file.is_within(path)));
        findings.retain(|finding| finding.place.as_ref().is_some_and(|place| meant(&place.file)));
    }
    tell(env, &findings)
}

/// Tells findings; the exit code tells whether there are any.
pub(super) fn tell(env: &Env, findings: &[Fault]) -> Result<u8> {
    match env.global.format {
        Format::Text => findings.iter().try_for_each(|finding| env.ui.finding(finding))?,
        _ => env.ui.table(&check::table(findings))?,
    }
    env.ui.say(&match findings.len() {
        0 => words::nothing_wrong(),
        number => words::so_many_findings(number),
    });
    Ok(u8::from(!findings.is_empty()))
}

/// A path of the call as a path of the directory; none for the directory itself.
fn inside(env: &Env, store: &Store, path: &str) -> Result<Option<RelPath>> {
    let absolute = std::path::absolute(env.path(path.as_ref()))?;
    let plain: std::path::PathBuf = absolute.components().fold(std::path::PathBuf::new(), |mut plain, part| {
        match part {
            std::path::Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
        plain
    });
    let below = plain.strip_prefix(store.root()).ok().and_then(|below| below.to_str());
    match below {
        Some("") => Ok(None),
        Some(below) => match RelPath::new(below) {
            Some(below) if store.is_there(&below) => Ok(Some(below)),
            Some(_) => Err(Failure::usage(words::nothing_there(words::shown(path))).into()),
            None => Err(Failure::usage(words::not_inside(words::shown(path))).into()),
        },
        None => Err(Failure::usage(words::not_inside(words::shown(path))).into()),
    }
}
