//! What taking back a commit makes of its files.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::said;
use super::way::{Stands, in_the_way};
use crate::branch::{Branch, Change, FileChange, FileKind, What};
use crate::error::{Failure, Result};
use crate::git::{Blob, Git, Logged, Touched};
use crate::reckon::history::{self, Chronicle, Difference, FileTexts, Then, take_back};
use crate::record::RelPath;
use crate::report;
use crate::store::Store;
use crate::words::{self, Lang, Text};

/// What taking back a commit comes to.
pub(super) struct Undone {
    /// What is written.
    pub(super) change: Change,
    /// What that does, a line each.
    pub(super) lines: Vec<Text>,
    /// How many records and files go.
    pub(super) gone: usize,
    /// How many others are changed, or come back.
    pub(super) changed: usize,
}

impl Undone {
    /// How many records and files it is about.
    pub(super) fn records(&self) -> usize {
        self.gone + self.changed
    }
}

/// What a commit is taken back by.
///
/// # Errors
/// What stands in the way, and that nothing can be taken back.
pub(super) fn taken_back(git: &Git, store: &Store, branch: &Branch, commit: &Logged, lang: Lang) -> Result<Undone> {
    let strange = commit.files.iter().find(|file| !is_kept(&file.path));
    if let Some(file) = strange {
        let cure = words::cure_revert(commit.short());
        return Err(Failure::refused(words::undo_strange(commit.short(), &file.path)).cure(cure).into());
    }
    // What was sealed stays so; a change of a sealed month is written in its seal anew.
    let is_seal = |file: &&Touched| matches!(FileKind::of(&file.path), Some(FileKind::Seal(_)));
    let files: Vec<_> = commit.files.iter().filter(|file| !is_seal(file)).collect();
    if files.is_empty() {
        let fact = if commit.files.is_empty() { words::undo_of_nothing } else { words::undo_of_seal };
        return Err(Failure::refused(fact(commit.short())).into());
    }
    let (mut changes, mut texts, mut stands, mut lines) = (vec![], vec![], vec![], vec![]);
    let (mut gone, mut changed) = (0, 0);
    let why = words::struck_by_undo();
    let is_elsewhere = git.is_elsewhere(&commit.id).ok_or_else(|| said::refused(words::git_gone()))?;
    let why = is_elsewhere.then(|| why.get(lang));
    for file in files {
        let (before, after) = contents(git, file)?;
        let now = store.bytes(&file.path)?;
        if FileKind::of(&file.path).is_none() {
            if now.as_deref() != after.as_deref() {
                stands.push(Stands::file(&file.path));
                continue;
            }
            lines.push(match &before {
                Some(_) => words::told_of(&file.path, words::file_is_back()),
                None => words::told_of(&file.path, words::file_is_gone()),
            });
            *if before.is_some() { &mut changed } else { &mut gone } += 1;
            if after.is_some() {
                changes.push(FileChange { path: file.path.clone(), what: What::Remove });
            }
            changes
                .extend(before.map(|bytes| FileChange { path: file.path.clone(), what: What::Restore(bytes.into()) }));
            continue;
        }
        let text = |bytes: Bytes| bytes.map(String::from_utf8).transpose();
        let (Ok(before), Ok(after), Ok(now)) = (text(before), text(after), text(now)) else {
            stands.push(Stands::file(&file.path));
            continue;
        };
        let then = Then { before: before.as_deref(), after: after.as_deref(), now: now.as_deref() };
        match take_back(&file.path, then, why) {
            Ok(new) => {
                changes.extend(what(&now, &new).map(|what| FileChange { path: file.path.clone(), what }));
                texts.push((file.path.clone(), now, new));
            }
            Err(history::InTheWay::Records(pieces)) => {
                stands.extend(pieces.into_iter().map(|piece| Stands::record(&file.path, piece)));
            }
            Err(history::InTheWay::File) => stands.push(Stands::file(&file.path)),
        }
    }
    if !stands.is_empty() {
        return Err(in_the_way(git, branch, commit, stands));
    }
    let differences = differences(texts);
    let of = |goes: bool| {
        let those = differences.iter().filter(|one| matches!(one.what, history::What::Removed) == goes);
        those.map(|one| (one.piece.sort, &one.piece.id)).collect::<BTreeSet<_>>().len()
    };
    (gone, changed) = (gone + of(true), changed + of(false));
    lines.splice(0..0, report::changes(branch, &differences));
    if why.is_some() && differences.iter().any(|one| matches!(one.what, history::What::Struck(_))) {
        lines.push(words::struck_not_gone());
    }
    Ok(Undone { change: Change { files: changes, ..Change::default() }, lines, gone, changed })
}

/// Whether a file is one of the records, or evidence.
fn is_kept(path: &RelPath) -> bool {
    FileKind::of(path).is_some() || path.as_str().starts_with("evidence/")
}

/// What is written in a file, where it is to say something else.
fn what(now: &Option<String>, new: &Option<String>) -> Option<What> {
    match (now, new) {
        (now, new) if now == new => None,
        (Some(_), None) => Some(What::Remove),
        (_, Some(new)) => Some(What::Write(new.clone())),
        (None, None) => None,
    }
}

/// What a file has in it; none where there is none.
type Bytes = Option<Vec<u8>>;

/// The contents of a file before a commit and after it.
fn contents(git: &Git, file: &Touched) -> Result<(Bytes, Bytes)> {
    let before = file.before.first().and_then(Option::as_ref);
    let asked: Vec<&Blob> = before.into_iter().chain(&file.after).collect();
    let mut read = git.contents(&asked);
    let mut next = |blob: Option<&Blob>| match blob.map(|_| read.next()) {
        None => Ok(None),
        Some(Some((_, Some(bytes)))) => Ok(Some(bytes)),
        Some(_) => Err(said::refused(words::git_gone())),
    };
    Ok((next(before)?, next(file.after.as_ref())?))
}

/// What becomes different in the records of files.
fn differences(texts: Vec<(RelPath, Option<String>, Option<String>)>) -> Vec<Difference> {
    let text = |text: Option<String>| text.map(Arc::from);
    let file = |(path, now, new)| FileTexts { path, was: None, before: vec![text(now)], after: text(new) };
    let mut files: Vec<_> = texts.into_iter().map(file).collect();
    // One meeting that goes where another comes is the same one, filed elsewhere.
    let is_meeting = |file: &FileTexts| FileKind::of(&file.path) == Some(FileKind::Meeting);
    let at = |is: fn(&FileTexts) -> bool| files.iter().position(|file| is_meeting(file) && is(file));
    if let (Some(goes), Some(comes)) = (at(|file| file.after.is_none()), at(|file| file.before == [None])) {
        let old = files[goes].clone();
        files[comes] = FileTexts { was: Some(old.path), before: old.before, ..files[comes].clone() };
        files.remove(goes);
    }
    Chronicle::default().step(&files)
}
