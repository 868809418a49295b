//! What is wrong in a directory, found and told.

use crate::branch::Branch;
use crate::check::{self, Findings, Look};
use crate::cmd::env::Env;
use crate::error::{Failure, Fault, Result, Severity};
use crate::store::Store;
use crate::ui::Format;
use crate::words;

/// Everything that is wrong in a directory, and the records it was found in.
pub(in crate::cmd) fn findings(env: &Env, store: &Store) -> Result<(Branch, Findings)> {
    let _progress = env.ui.progress(&words::at_checking());
    let survey = store.survey()?;
    let reading: Vec<Fault> = [survey.loaded.faults, survey.loaded.notes, env.gone(store)].concat();
    let mut look = Look::new(&survey.loaded.branch, &reading, &survey.files, &survey.digests, env.today);
    look.attributes = survey.attributes.as_ref();
    let found = check::findings(&look);
    Ok((survey.loaded.branch, found))
}

/// Tells findings, and how many were accepted besides; the exit code tells whether one of them is more than a note.
pub(in crate::cmd) fn tell(env: &Env, findings: &[Fault], accepted: usize) -> Result<u8> {
    match env.global.format {
        Format::Text => findings.iter().try_for_each(|finding| env.ui.finding(finding, None))?,
        _ => env.ui.table(&check::table(findings))?,
    }
    env.ui.say(&words::so_many_findings(findings.len(), accepted));
    Ok(u8::from(findings.iter().any(|finding| finding.severity < Severity::Note)))
}

/// A code that no finding has.
pub(in crate::cmd) fn no_code(code: &str) -> Failure {
    let near = check::nearest_code(code).map(words::did_you_mean);
    Failure::usage(words::no_code(words::shown(code))).cure(near.unwrap_or_else(words::cure_no_code))
}
