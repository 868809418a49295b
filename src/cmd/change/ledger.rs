//! Lines of a ledger: a new one goes where its day and id belong, and no line ever goes.

use std::collections::HashSet;

use crate::branch::{Change, Edit, FileChange, Filed, Step, What};
use crate::cmd::change::{Asked, Decision};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Day, EntryId, Line, LineFile, Listed, RelPath, Value};
use crate::words::{self, Text};

/// The ids that lines bear.
pub(in crate::cmd) struct Ids<'a> {
    taken: HashSet<&'a str>,
    made: HashSet<String>,
    random: fastrand::Rng,
}

impl<'a> Ids<'a> {
    /// Those that the lines of some ledgers have.
    pub(in crate::cmd) fn of<T: LineFile + 'a>(env: &Env, files: impl IntoIterator<Item = &'a Filed<T>>) -> Self {
        let taken = files.into_iter().flat_map(|file| file.ids()).map(|id| id.as_str()).collect();
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

/// What a line is put in order by: its day, then its id; none where new lines are last.
fn key(line: &impl Listed) -> Option<(Day, &str)> {
    let head = line.head();
    head.order.zip(head.id.map(|id| id.as_str()))
}

/// New lines in a list of a ledger; kept in order where the list is in it.
fn insert<L: Listed>(old: &[L], new: &[L]) -> Vec<Edit> {
    let is_sorted = old.is_sorted_by_key(key);
    let edit = |(before, line): (usize, &L)| {
        let place = key(line).map(|key_of| old.partition_point(|other| key(other) < Some(key_of)));
        // Each moves those behind it on.
        let at = place.filter(|at| is_sorted && *at < old.len()).map(|at| at + before);
        Edit::Insert(vec![], L::LIST, at, line.value())
    };
    new.iter().enumerate().map(edit).collect()
}

/// New lines of a path's ledger, be it among those there are or not.
pub(in crate::cmd) fn write<'a, L: Listed>(
    path: RelPath,
    files: impl IntoIterator<Item = &'a Filed<L::File>>,
    mut new: Vec<L>,
) -> FileChange
where
    L::File: 'a,
{
    new.sort_by(|one, other| key(one).cmp(&key(other)));
    let what = match files.into_iter().find(|file| file.source.path == path) {
        Some(file) => What::Edit(insert(L::list(file), &new)),
        None => {
            let lines = new.iter().map(Line::value).collect();
            What::Create(format!("{} = {}\n", L::LIST, Value::Column(lines)))
        }
    };
    FileChange { path, what }
}

/// A line in its place.
pub(in crate::cmd) struct Placed<'a, L> {
    /// Its ledger's file.
    pub(in crate::cmd) path: &'a RelPath,
    /// Its place in the list.
    at: usize,
    /// The line.
    pub(in crate::cmd) line: &'a L,
}

impl<'a, L: Listed> Placed<'a, L> {
    /// The line at a place of a ledger.
    pub(in crate::cmd) fn at(file: &'a Filed<L::File>, at: usize) -> Self {
        Self { path: &file.source.path, at, line: &L::list(file)[at] }
    }

    /// The line of an id.
    pub(in crate::cmd) fn find(files: impl IntoIterator<Item = &'a Filed<L::File>>, id: &str) -> Option<Self> {
        let place = |file| L::list(file).iter().position(|line| line.head().id.is_some_and(|own| own.as_str() == id));
        files.into_iter().find_map(|file| Some(Self::at(file, place(file)?)))
    }

    /// The way to it in its file.
    pub(in crate::cmd) fn way(&self) -> Vec<Step> {
        vec![Step::Key(L::LIST), Step::Item(self.at)]
    }

    /// An edit that sets a key of it.
    pub(in crate::cmd) fn set(&self, key: &'static str, value: Value) -> Edit {
        Edit::Set(self.way(), key, value)
    }

    /// Refuses a line that is struck.
    pub(in crate::cmd) fn counts(&self, title: impl FnOnce() -> Text) -> Result<()> {
        match self.line.head().struck {
            Some(why) => Err(Failure::refused(words::struck_already(title(), words::shown(why))).into()),
            None => Ok(()),
        }
    }

    /// The decision to edit its file.
    pub(in crate::cmd) fn edited(&self, subject: Text, edits: Vec<Edit>) -> Decision {
        let change = Change::new(subject.clone(), self.path.clone(), What::Edit(edits));
        Decision { change, said: subject }
    }

    /// Strikes it, once the user is sure: it stays in its file, but counts no more.
    ///
    /// # Errors
    /// A line that is struck already.
    pub(in crate::cmd) fn strike(&self, title: Text, why: &str) -> Result<Asked> {
        self.counts(|| title.clone())?;
        let question = words::ask_strike(&title);
        let strikes = vec![self.set("struck", Value::text(why))];
        let mut decision = self.edited(words::struck(title, words::shown(why)), strikes);
        decision.change.why = Some(why.to_owned());
        Ok(Asked { question, decision })
    }
}
