//! Lines of a ledger: a new one goes where its day and id belong, and no line ever goes.

use super::env::{Decision, Env};
use crate::branch::{Change, Edit, FileChange, Filed, Step, What};

use crate::error::{Failure, Result};
use crate::record::{Day, EntryId, RelPath, Value};
use crate::words::{self, Text};

/// What a line is put in order by: its day, then its id.
pub(super) type Key = (Day, String);

/// An id that no line bears yet.
pub(super) fn fresh_id(random: &mut fastrand::Rng, taken: impl Fn(&EntryId) -> bool) -> EntryId {
    let id = std::iter::repeat_with(|| EntryId::random(random)).find(|id| !taken(id));
    id.unwrap_or_else(|| unreachable!("an endless supply of ids"))
}

/// New lines in a list of a ledger, kept in the order of day and id where it is in that order.
pub(super) fn insert(list: &'static str, old: impl Iterator<Item = Key>, new: Vec<(Key, Value)>) -> Vec<Edit> {
    let mut keys: Vec<_> = old.collect();
    let mut edits = Vec::new();
    for (new, line) in new {
        let at = keys.is_sorted().then(|| keys.partition_point(|key| *key < new)).filter(|at| *at < keys.len());
        keys.insert(at.unwrap_or(keys.len()), new);
        edits.push(Edit::Insert(vec![], list, at, line));
    }
    edits
}

/// A ledger that is new.
pub(super) fn create(list: &str, new: Vec<(Key, Value)>) -> What {
    let lines = new.into_iter().map(|(_, line)| line).collect();
    What::Create(format!("{list} = {}\n", Value::Column(lines)))
}

/// New lines in a ledger, be it there or not.
pub(super) fn write<T>(
    path: RelPath,
    ledger: Option<&Filed<T>>,
    list: &'static str,
    keys: impl Fn(&T) -> Vec<Key>,
    mut new: Vec<(Key, Value)>,
) -> FileChange {
    new.sort_by(|(one, _), (other, _)| one.cmp(other));
    let what = match ledger {
        Some(ledger) => What::Edit(insert(list, keys(ledger).into_iter(), new)),
        None => create(list, new),
    };
    FileChange { path, what }
}

/// Strikes a line: it stays in its file, but counts no more.
///
/// # Errors
/// A line that is struck already, or a user who is not sure.
pub(super) fn strike(env: &Env, line: &Struck<'_>, title: Text, why: &str, yes: bool) -> Result<Decision> {
    if let Some(why) = line.struck {
        return Err(Failure::refused(words::struck_already(title, words::shown(why))).into());
    }
    env.sure(yes, words::ask_strike(&title))?;
    let edit = Edit::Set(vec![Step::Key(line.list), Step::Item(line.at)], "struck", Value::text(why));
    let subject = words::struck(title, words::shown(why));
    let mut change = Change::new(subject.clone(), line.path.clone(), What::Edit(vec![edit]));
    change.why = Some(why.to_owned());
    Ok(Decision { change, said: subject })
}

/// The line that is to be struck.
pub(super) struct Struck<'a> {
    /// Its file.
    pub(super) path: &'a RelPath,
    /// The list it stands in.
    pub(super) list: &'static str,
    /// Its place in the list.
    pub(super) at: usize,
    /// Why it is struck already.
    pub(super) struck: Option<&'a str>,
}
