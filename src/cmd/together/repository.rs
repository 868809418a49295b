//! The repository the records are in.

use crate::branch::FileKind;
use crate::error::{Failure, Result};
use crate::git::{Git, NoGit};
use crate::record::RelPath;
use crate::store::Store;
use crate::words::{self, Text, quoted};

/// The repository the records are in.
///
/// # Errors
/// Why there is none.
pub(in crate::cmd) fn repository(store: &Store) -> Result<Git> {
    Git::find(store.root()).map_err(|none| {
        match none {
            NoGit::NotInstalled => refused(words::sync_no_git(), words::cure_history_no_git()),
            NoGit::NoRepository => refused(words::sync_no_repository(), words::cure_history_no_repository()),
            NoGit::Foreign(top) => {
                refused(words::git_foreign(top.display().to_string()), words::cure_history_no_repository())
            }
            NoGit::Unbegun => refused(words::git_unbegun(), words::cure_sync_unborn()),
            NoGit::Owned(top) => {
                let top = top.display().to_string();
                refused(words::git_owned(&top), words::cure_history_owned(quoted(&top)))
            }
            NoGit::Refuses(why) => refused(words::history_refused(why), words::cure_git_unreadable()),
        }
        .into()
    })
}

/// A refusal with its cure.
pub(super) fn refused(fact: Text, cure: Text) -> Failure {
    Failure::refused(fact).cure(cure)
}

/// The files of records that are not as git has them.
pub(in crate::cmd) fn open_records(git: &Git) -> Vec<RelPath> {
    let is_record = |path: &RelPath| FileKind::of(path).is_some() || path.as_str().starts_with("evidence/");
    git.uncommitted().into_iter().filter(is_record).collect()
}
