//! What stands in the way of taking back a commit, and who put it there.

use std::collections::BTreeSet;

use super::said;
use crate::branch::{Branch, Change};
use crate::cmd::change::sound::brought;
use crate::cmd::env::Env;
use crate::cmd::past::commits::episodes;
use crate::error::{Failure, Fault, Place, Result};
use crate::git::{Git, Logged};
use crate::reckon::history::{Episode, Piece, pieces};
use crate::record::RelPath;
use crate::report;
use crate::store::Store;
use crate::words::{self, Text};

/// A record, or a whole file, that is no longer as a commit left it.
pub(super) struct Stands {
    path: RelPath,
    piece: Option<Piece>,
}

impl Stands {
    /// A file as a whole.
    pub(super) fn file(path: &RelPath) -> Self {
        Self { path: path.clone(), piece: None }
    }

    /// A record in a file.
    pub(super) fn record(path: &RelPath, piece: Piece) -> Self {
        Self { path: path.clone(), piece: Some(piece) }
    }

    /// What stands at a place: the record of its line, or the file.
    fn at(store: &Store, place: &Place) -> Self {
        let source = store.read(&place.file).ok().flatten();
        let piece = source.and_then(|source| {
            let is_here = |piece: &Piece| {
                let lines = piece.span.as_ref().map(|span| source.line(span.start)..=source.line(span.end));
                lines.is_some_and(|lines| lines.contains(&place.line))
            };
            pieces(&place.file, &source.text)?.into_iter().find(is_here)
        });
        Self { path: place.file.clone(), piece }
    }

    /// Whether a commit touched it.
    fn is_of(&self, episode: &Episode) -> bool {
        episode.differences.iter().any(|one| match &self.piece {
            Some(piece) => one.piece.sort == piece.sort && one.piece.id == piece.id,
            None => one.piece.path == self.path,
        })
    }
}

/// What a commit of later says of itself.
fn told(id: &str, author: &str, written: &str, subject: &str) -> Text {
    words::later_commit(super::choose::short(id), words::shown(author), said::day(written), words::shown(subject))
}

/// Tells of everything that stands in the way which commit put it there.
pub(super) fn in_the_way(git: &Git, branch: &Branch, commit: &Logged, stands: Vec<Stands>) -> anyhow::Error {
    let paths: BTreeSet<_> = stands.iter().map(|one| one.path.as_str()).collect();
    let log = git.log_of(Some(&commit.id), &paths.into_iter().collect::<Vec<_>>()).unwrap_or_default();
    let touched = |path: &RelPath| log.iter().rev().find(|one| one.touches(path)).cloned();
    let files: Vec<_> = stands.iter().map(|one| touched(&one.path)).collect();
    let episodes = episodes(git, log, false, || {});
    let mut cures = BTreeSet::new();
    let mut faults = vec![Fault::new("in-the-way", words::cannot_undo(words::shown(&commit.subject), commit.short()))];
    for (one, file) in stands.iter().zip(files) {
        let of_record = episodes.iter().rev().find(|episode| one.is_of(episode));
        let of_record = of_record.map(|at| (&at.commit, &at.author, &at.written, &at.subject));
        let of_file = file.as_ref().map(|at| (&at.id, &at.author, &at.written.text, &at.subject));
        let what = one.piece.as_ref().map(|piece| report::title(branch, piece));
        let by = of_record.or_else(|| of_file.filter(|_| one.piece.is_none()));
        let fact = match (what, by) {
            (Some(what), Some((id, author, written, subject))) => {
                words::changed_since(what, told(id, author, written, subject))
            }
            (Some(what), None) => words::changed_since_by_hand(what),
            (None, Some((id, author, written, subject))) => {
                words::file_changed_since(told(id, author, written, subject))
            }
            (None, None) => words::file_changed_since_by_hand(),
        };
        cures.extend(by.map(|(id, ..)| super::choose::short(id).to_owned()));
        let fault = Fault::of_file("in-the-way", &one.path, fact);
        // Two parts of a record are one record.
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }
    let cure = match cures.first() {
        Some(id) => words::cure_undo_later(id),
        None => words::cure_undo_by_hand(),
    };
    if let Some(last) = faults.last_mut() {
        last.cure = Some(cure);
    }
    Failure::of(faults).into()
}

/// Looks whether the records would contradict themselves, such as where somebody is named since who would be gone.
///
/// # Errors
/// What would be wrong, and who wrote it last.
pub(super) fn look(env: &Env, git: &Git, store: &Store, commit: &Logged, change: &Change) -> Result<()> {
    let new = brought(env, store, change)?;
    if new.is_empty() {
        return Ok(());
    }
    let paths: BTreeSet<_> = new.iter().filter_map(|one| Some(one.place.as_ref()?.file.as_str())).collect();
    let log = git.log_of(Some(&commit.id), &paths.into_iter().collect::<Vec<_>>()).unwrap_or_default();
    let episodes = episodes(git, log, false, || {});
    let mut faults =
        vec![Fault::new("in-the-way", words::undo_contradicts(words::shown(&commit.subject), commit.short()))];
    faults.extend(new.into_iter().map(|fault| {
        let stands = fault.place.as_ref().map(|place| Stands::at(store, place));
        let last = stands.and_then(|stands| episodes.iter().rev().find(|episode| stands.is_of(episode)));
        let last = last.map(|at| told(&at.commit, &at.author, &at.written, &at.subject));
        let fact = match last {
            Some(last) => words::wrong_since(&fault.fact, last),
            None => fault.fact.clone(),
        };
        Fault { fact, cure: None, ..fault }
    }));
    if let Some(last) = faults.last_mut() {
        last.cure = Some(words::cure_undo_contradicts());
    }
    Err(Failure::of(faults).into())
}
