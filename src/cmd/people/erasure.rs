//! Who was erased, as the commits that did it tell; and ids that nobody gets again.

use super::pseudonym::Pseudonym;
use crate::branch::member_path;
use crate::cmd::change::keep::past_ids;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::git::{Git, Logged, Touched};
use crate::record::{GroupId, MemberId, Plain};
use crate::store::Store;
use crate::words::{self, Text};

/// The command that erases somebody.
pub(in crate::cmd) const ERASE: &str = "member erase";

/// Somebody who was erased.
pub(in crate::cmd) struct Erasure {
    pub(in crate::cmd) who: MemberId,
    pub(in crate::cmd) stands: Pseudonym,
    /// The commit that did it.
    pub(in crate::cmd) commit: String,
}

/// Those who were erased in some commits.
pub(in crate::cmd) fn erasures(git: &Git, range: &str) -> Vec<Erasure> {
    let made = git.made(ERASE, range, "members").unwrap_or_default();
    made.into_iter().filter_map(|commit| erasure(git, &commit)).collect()
}

fn erasure(git: &Git, commit: &Logged) -> Option<Erasure> {
    let of = |is_meant: fn(&Touched) -> bool| {
        let ids = commit.files.iter().filter(|file| is_meant(file)).filter_map(|file| MemberId::new(file.path.stem()));
        ids.collect::<Vec<_>>()
    };
    let went = of(|file| file.after.is_none());
    let came = of(|file| file.before.iter().all(Option::is_none));
    let ([who], [id]) = (&went[..], &came[..]) else { return None };
    let text = String::from_utf8(git.file_at(&commit.id, &member_path(id))?).ok()?;
    let name = Plain::of(&text)?.keys.get("name")?.text()?.to_owned();
    Some(Erasure { who: who.clone(), stands: Pseudonym { id: id.clone(), name }, commit: commit.id.clone() })
}

/// Refuses an id that somebody had who is not there any more.
///
/// # Errors
/// Such an id, with what stands for it where it was erased.
pub(in crate::cmd) fn new_to_members(env: &Env, id: &MemberId) -> Result<()> {
    if !past_ids(env, "members").contains(id.as_str()) {
        return Ok(());
    }
    Err(Failure::refused(was_had(env, id)).cure(words::cure_id_again()).into())
}

/// What is said of an id that somebody had.
pub(in crate::cmd) fn was_had(env: &Env, id: &MemberId) -> Text {
    let git = Store::find(env.records()).ok().and_then(|store| Git::find(store.root()).ok());
    let erased = git.map(|git| erasures(&git, "HEAD")).unwrap_or_default();
    match erased.into_iter().find(|one| one.who == *id) {
        Some(one) => words::id_was_erased(id, words::name_and_id(words::shown(&one.stands.name), &one.stands.id)),
        None => words::id_was_had(id),
    }
}

/// Refuses the id of a group that is not there any more.
///
/// # Errors
/// Such an id.
pub(in crate::cmd) fn new_to_groups(env: &Env, id: &GroupId) -> Result<()> {
    match past_ids(env, "groups").contains(id.as_str()) {
        true => Err(Failure::refused(words::id_was_had(id)).cure(words::cure_id_again()).into()),
        false => Ok(()),
    }
}
