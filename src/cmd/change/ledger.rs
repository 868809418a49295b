//! Lines of a ledger: a new one goes where its day and id belong, and no line ever goes.

use std::collections::HashSet;

use crate::branch::{Change, Edit, FileChange, Filed, Step, What};
use crate::cmd::change::{Asked, Decision};
use crate::cmd::env::Env;

use crate::error::{Failure, Result};
use crate::record::{Day, EntryId, RelPath, Value};
use crate::words::{self, Text};

/// What a line is put in order by: its day, then its id.
pub(in crate::cmd) type Key = (Day, String);

/// The ids that lines bear.
pub(in crate::cmd) struct Ids<'a> {
    taken: HashSet<&'a str>,
    made: HashSet<String>,
    random: fastrand::Rng,
}

impl<'a> Ids<'a> {
    /// Those there are.
    pub(in crate::cmd) fn of(env: &Env, taken: impl IntoIterator<Item = &'a EntryId>) -> Self {
        let taken = taken.into_iter().map(EntryId::as_str).collect();
        Self { taken, made: HashSet::new(), random: env.random() }
    }

    /// One that no line bears yet.
    pub(in crate::cmd) fn fresh(&mut self) -> EntryId {
        loop {
            let id = EntryId::random(&mut self.random);
            if !self.taken.contains(id.as_str()) && self.made.insert(id.to_string()) {
                return id;
            }
        }
    }
}

/// New lines in a list of a ledger, which are in the order of day and id; kept in that order where the list is in it.
fn insert(list: &'static str, old: &[Key], new: Vec<(Key, Value)>) -> Vec<Edit> {
    let is_sorted = old.is_sorted();
    let edit = |(before, (new, line)): (usize, (Key, Value))| {
        // Each moves those behind it on.
        let at = old.partition_point(|key| *key < new);
        let at = (is_sorted && at < old.len()).then_some(at + before);
        Edit::Insert(vec![], list, at, line)
    };
    new.into_iter().enumerate().map(edit).collect()
}

/// A ledger that is new.
pub(in crate::cmd) fn create(list: &str, new: Vec<(Key, Value)>) -> What {
    let lines = new.into_iter().map(|(_, line)| line).collect();
    What::Create(format!("{list} = {}\n", Value::Column(lines)))
}

/// New lines in a ledger, be it there or not.
pub(in crate::cmd) fn write<T>(
    path: RelPath,
    ledger: Option<&Filed<T>>,
    list: &'static str,
    keys: impl Fn(&T) -> Vec<Key>,
    mut new: Vec<(Key, Value)>,
) -> FileChange {
    new.sort_by(|(one, _), (other, _)| one.cmp(other));
    let what = match ledger {
        Some(ledger) => What::Edit(insert(list, &keys(ledger), new)),
        None => create(list, new),
    };
    FileChange { path, what }
}

/// Strikes a line, once the user is sure: it stays in its file, but counts no more.
///
/// # Errors
/// A line that is struck already.
pub(in crate::cmd) fn strike(line: &Struck<'_>, title: Text, why: &str) -> Result<Asked> {
    if let Some(why) = line.struck {
        return Err(Failure::refused(words::struck_already(title, words::shown(why))).into());
    }
    let question = words::ask_strike(&title);
    let edit = Edit::Set(vec![Step::Key(line.list), Step::Item(line.at)], "struck", Value::text(why));
    let subject = words::struck(title, words::shown(why));
    let mut change = Change::new(subject.clone(), line.path.clone(), What::Edit(vec![edit]));
    change.why = Some(why.to_owned());
    Ok(Asked { question, decision: Decision { change, said: subject } })
}

/// The line that is to be struck.
pub(in crate::cmd) struct Struck<'a> {
    /// Its file.
    pub(in crate::cmd) path: &'a RelPath,
    /// The list it stands in.
    pub(in crate::cmd) list: &'static str,
    /// Its place in the list.
    pub(in crate::cmd) at: usize,
    /// Why it is struck already.
    pub(in crate::cmd) struck: Option<&'a str>,
}
