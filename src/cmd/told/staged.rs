//! What is wrong in what the next commit of git would have: `check --staged`.

use super::findings::findings;
use crate::check;
use crate::cmd::env::Env;
use crate::error::{Failure, Fault, Result, Severity};
use crate::git::Git;
use crate::ui::Format;
use crate::words;

/// Tells what is wrong in what is staged. The exit code tells whether it cannot be read or contradicts itself; what
/// else is found is told and hinders nobody: it was as it was, and the record says so.
///
/// # Errors
/// No repository, or a directory that cannot be read at all.
pub(in crate::cmd) fn staged(env: &Env) -> Result<u8> {
    let store = env.store()?;
    // A commit may be just what takes them away.
    env.knows_of_gone();
    let git = Git::of_hook(store.root()).map_err(|_| Failure::refused(words::no_repository_for_hook()))?;
    let staged = git.staged().ok_or_else(|| Failure::refused(words::no_repository_for_hook()))?;
    if staged.changed.is_empty() {
        return Ok(0);
    }
    // What other files say of one that goes, or by rules that change, may be wrong from then on.
    let is_wide = !staged.gone.is_empty() || staged.changed.iter().any(|path| path.folder() == "rules");
    let changed = staged.changed;
    let (_, found) = findings(env, &store.as_staged(staged.instead))?;
    let is_meant = |finding: &Fault| {
        let of_file = finding.place.as_ref().is_some_and(|place| changed.contains(&place.file));
        of_file || is_wide && finding.severity == Severity::Error
    };
    let found: Vec<_> = found.open.into_iter().filter(is_meant).collect();
    if found.is_empty() {
        return Ok(0);
    }
    match env.global.format {
        Format::Text => found.iter().try_for_each(|finding| env.ui.finding(finding, None))?,
        _ => env.ui.table(&check::table(&found))?,
    }
    let bad = found.iter().filter(|finding| finding.severity == Severity::Error).count();
    if bad > 0 {
        env.ui.say(&words::commit_refused(bad));
    }
    Ok(u8::from(bad > 0))
}
