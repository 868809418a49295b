//! `zhibu upgrade`: files of an older version of the program are brought to today's.

use clap::Args;

use super::attributes;
use crate::branch::{Change, Edit, FileChange, What, settings_path};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::error::Result;
use crate::git::Git;
use crate::record::{BranchId, RelPath, SCHEMA, Settings, Value};
use crate::store::{Query, Store};
use crate::words;

/// Bringing files to the version of today.
#[derive(Args)]
pub struct Upgrade {}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with `zhibu.toml`.
pub(in crate::cmd) fn run(env: &Env, Upgrade {}: &Upgrade) -> Result<()> {
    let store = env.store()?;
    // Whatever else is wrong with the records.
    let read = |store: &Store| Ok(store.gather(&Query::roll())?.branch);
    let settings = read(&store)?.settings;
    if files(env, &store, &settings)?.is_empty() {
        env.ui.say(&words::up_to_date(settings.schema));
        return Ok(());
    }
    env.change_read(read, |branch, store| {
        let subject = words::upgraded(SCHEMA);
        let change = Change { subject: subject.clone(), why: None, files: self::files(env, store, &branch.settings)? };
        Ok(Decision { change, said: subject })
    })
}

/// What has to be changed.
fn files(env: &Env, store: &Store, settings: &Settings) -> Result<Vec<FileChange>> {
    let mut edits = Vec::new();
    if settings.schema < SCHEMA {
        edits.push(Edit::Set(vec![], "schema", Value::Int(SCHEMA)));
    }
    if settings.id.is_none() {
        edits.push(Edit::Set(vec![], "id", Value::text(id(env, store, &settings.name))));
    }
    let mut files = Vec::new();
    if !edits.is_empty() {
        files.push(FileChange { path: settings_path(), what: What::Edit(edits) });
    }
    if let Some(path) = RelPath::new(".gitattributes")
        && let Some(old) = store.read(&path)?
        && let Some(text) = attributes::completed(&old.text)
    {
        files.push(FileChange { path, what: What::Write(text) });
    }
    Ok(files)
}

/// An id for a branch that has none. It comes of the first commit, so that two copies that are upgraded apart agree.
fn id(env: &Env, store: &Store, name: &str) -> BranchId {
    let first = Git::find(store.root()).ok().and_then(|git| git.origin());
    match first {
        Some(first) => BranchId::of(&format!("{first}\n{name}")),
        None => BranchId::random(&mut env.random()),
    }
}
