//! Which command is taken back.

use std::collections::BTreeMap;

use super::said;
use crate::error::{Failure, Result};
use crate::git::{Git, Logged, Said};
use crate::words;

/// The commands of a history, the last first, and which of them were taken back.
pub(super) struct Commands {
    /// All of them.
    pub(super) all: Vec<Said>,
    /// By the commit that was taken back, the one that did.
    undone: BTreeMap<String, usize>,
}

impl Commands {
    /// The commands that git knows.
    pub(super) fn of(git: &Git) -> Result<Self> {
        let all = git.said().map_err(said::refused)?;
        let mut undone = BTreeMap::new();
        for (at, said) in all.iter().enumerate() {
            // What was taken back itself took nothing back.
            if let Some(id) = said.undoes.as_ref().filter(|_| !undone.contains_key(&said.id)) {
                undone.entry(id.clone()).or_insert(at);
            }
        }
        Ok(Self { all, undone })
    }

    /// The command that took back another.
    pub(super) fn undone_by(&self, id: &str) -> Option<&Said> {
        self.undone.get(id).and_then(|at| self.all.get(*at))
    }

    /// What a commit is about, and whether to take it back is to have that again: what takes back a command is about that
    /// command.
    pub(super) fn origin<'a>(&'a self, commit: &'a Logged) -> (&'a str, bool) {
        let (mut id, mut subject, mut again) = (&commit.id, &commit.subject, false);
        while let Some(said) = self.all.iter().find(|said| said.id == *id) {
            subject = &said.subject;
            let Some(undone) = &said.undoes else { break };
            (id, again) = (undone, !again);
        }
        (subject, again)
    }

    /// The commit that a call means: the one it names, or the last command of whoever calls that is neither taken back nor
    /// takes back another.
    pub(super) fn chosen(&self, git: &Git, typed: Option<&str>) -> Result<String> {
        let Some(typed) = typed else {
            let mut standing =
                self.all.iter().filter(|said| said.undoes.is_none() && !self.undone.contains_key(&said.id));
            let own = git.own_email();
            let is_own = |said: &&Said| own.as_ref().is_none_or(|own| *own == said.email);
            let last = standing.clone().next().ok_or_else(|| Failure::refused(words::nothing_to_undo()))?;
            let own = standing.find(is_own).map(|said| said.id.clone());
            let (id, author, day) = (short(&last.id), words::shown(&last.author), said::day(&last.written));
            let none = || Failure::refused(words::nothing_own_to_undo(author, day)).cure(words::cure_undo_other(id));
            return own.ok_or_else(|| none().into());
        };
        let none = |fact| Failure::usage(fact).cure(words::cure_no_commit());
        let id = git.resolve(typed.trim()).ok_or_else(|| none(words::no_commit_of(words::shown(typed))))?;
        if !git.is_past(&id) {
            return Err(none(words::commit_elsewhere(short(&id))).into());
        }
        if let Some(by) = self.undone_by(&id) {
            let fact =
                words::undone_already(short(&id), short(&by.id), words::shown(&by.author), said::day(&by.written));
            return Err(Failure::refused(fact).cure(words::cure_redo(short(&by.id))).into());
        }
        Ok(id)
    }
}

/// A commit that can be taken back: with one commit before it, and touching nothing but records and evidence.
pub(super) fn commit(git: &Git, id: &str) -> Result<Logged> {
    let commit = git.logged(id).map_err(said::refused)?;
    let refused = |fact| Err(Failure::refused(fact).into());
    match commit.parents.len() {
        0 if git.is_shallow() => refused(words::undo_too_old(commit.short())),
        0 => refused(words::undo_first(commit.short())),
        1 => Ok(commit),
        _ => refused(words::undo_merge(commit.short())),
    }
}

/// The name of a commit, short enough to type.
pub(super) fn short(id: &str) -> &str {
    id.get(..10).unwrap_or(id)
}
