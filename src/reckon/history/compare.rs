//! Two states of some files compared, commit by commit.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::changes::changes;
use super::piece::{Piece, id_of, pieces};
use super::window::window;
use super::{Difference, Sort, What};
use crate::record::RelPath;

/// A file that a commit touched, with its texts.
#[derive(Clone, Debug)]
pub struct FileTexts {
    /// Its path; the old one where it is gone.
    pub path: RelPath,
    /// The path it had before, where it has another now.
    pub was: Option<RelPath>,
    /// Its text in each of the commits before.
    pub before: Vec<Option<Arc<str>>>,
    /// Its text now.
    pub after: Option<Arc<str>>,
}

/// Which record: its sort and its id.
type Key = (Sort, String);

/// The records of a state by key. A merge of two edits of one line leaves two lines of one id.
type State = BTreeMap<Key, Vec<Arc<Piece>>>;

/// Compares commit by commit, those before another first.
#[derive(Debug, Default)]
pub struct Chronicle {
    /// The last text that could be read of a file that cannot be.
    readable: HashMap<RelPath, Arc<str>>,
    /// The records that were taken out: where a merge has them on one side only, the other has taken them out.
    removed: BTreeSet<Key>,
}

impl Chronicle {
    /// What a commit made different, by file.
    pub fn step(&mut self, files: &[FileTexts]) -> Vec<Difference> {
        let sides = files.iter().map(|file| file.before.len()).max().unwrap_or(1);
        let mut before = vec![State::new(); sides];
        let mut after = State::new();
        let mut differences = Vec::new();
        for file in files {
            if let Some((was, is)) = self.window(file) {
                put(&mut before[0], was);
                put(&mut after, is);
                continue;
            }
            let Some(now) = self.now(file) else {
                let piece = Arc::new(Piece::nameless(&file.path));
                differences.push(Difference {
                    prior: Some(piece.clone()),
                    piece,
                    what: What::Unreadable,
                    settled: false,
                });
                continue;
            };
            put(&mut after, now);
            let old = file.was.as_ref().unwrap_or(&file.path);
            let readable = self.readable.remove(old);
            for (state, text) in before.iter_mut().zip(&file.before) {
                let Some(text) = text else { continue };
                let read = pieces(old, text).or_else(|| pieces(old, readable.as_deref()?));
                put(state, read.unwrap_or_default().into_iter().map(|piece| renamed(piece, file)).collect());
            }
        }
        let told = if sides > 1 { self.merged(&before, &after) } else { compared(&before[0], &after) };
        differences.extend(told);
        for difference in &differences {
            let key = (difference.piece.sort, difference.piece.id.clone());
            match difference.what {
                What::Added => drop(self.removed.remove(&key)),
                What::Removed => drop(self.removed.insert(key)),
                _ => {}
            }
        }
        if sides == 1 {
            let untold = layouts(files, &differences);
            differences.extend(untold);
        }
        differences.sort_by(|one, other| one.piece.path.cmp(&other.piece.path));
        differences
    }

    /// The records of a ledger that may be different, where the others need not be read.
    fn window(&self, file: &FileTexts) -> Option<(Vec<Piece>, Vec<Piece>)> {
        let ([Some(before)], Some(after), None) = (&file.before[..], &file.after, &file.was) else { return None };
        if self.readable.contains_key(&file.path) { None } else { window(&file.path, before, after) }
    }

    /// The records of a file as it is; none where it cannot be read.
    fn now(&mut self, file: &FileTexts) -> Option<Vec<Piece>> {
        let Some(text) = &file.after else { return Some(vec![]) };
        let now = pieces(&file.path, text);
        if now.is_none() {
            let old = file.was.as_ref().unwrap_or(&file.path);
            let before = file.before.iter().flatten().find(|text| pieces(old, text).is_some()).cloned();
            if let Some(before) = before.or_else(|| self.readable.get(old).cloned()) {
                self.readable.insert(file.path.clone(), before);
            }
        }
        now
    }

    /// What a merge has that none of the commits it joins has.
    fn merged(&self, before: &[State], after: &State) -> Vec<Difference> {
        let mut differences = Vec::new();
        for (key, now) in after {
            let sides = || before.iter().filter_map(|side| side.get(key));
            // A piece that some side has is no news, wherever else it is missing.
            let news: Vec<_> =
                now.iter().filter(|piece| !sides().flatten().any(|was| is_same(was, piece))).cloned().collect();
            let was = sides().flatten().find(|was| !now.iter().any(|piece| is_same(was, piece)));
            differences.extend(news.into_iter().flat_map(|piece| pair(was.cloned(), Some(piece))));
        }
        let gone: BTreeSet<_> = before.iter().flat_map(State::keys).filter(|key| !after.contains_key(*key)).collect();
        for key in gone {
            let everywhere = before.iter().all(|side| side.contains_key(key));
            let was = before.iter().find_map(|side| side.get(key)).and_then(|pieces| pieces.first());
            if everywhere || !self.removed.contains(key) {
                differences.extend(pair(was.cloned(), None));
            }
        }
        differences
    }
}

/// What somebody decided of a record that both sides of a merge had changed: what it says now, set against each side that
/// said something else. Of some keys alone, where those are told.
pub fn settled(
    path: &RelPath,
    record: &str,
    keys: &[String],
    before: &[Option<Arc<str>>],
    after: Option<&str>,
) -> Vec<Difference> {
    let find = |text: &str| pieces(path, text)?.into_iter().find(|piece| piece.id == record).map(Arc::new);
    let now = after.and_then(find);
    let is_meant =
        |one: &Difference| keys.is_empty() || one.what.key().is_none_or(|key| keys.iter().any(|meant| meant == key));
    let told = before.iter().flat_map(|side| pair(side.as_deref().and_then(find), now.clone()));
    told.filter(is_meant).map(|one| Difference { settled: true, ..one }).collect()
}

/// A record of a file that has another path now: one that is known by its path is known by the new one.
fn renamed(piece: Piece, file: &FileTexts) -> Piece {
    match piece.span {
        None if file.was.is_some() => Piece { id: id_of(piece.sort, &file.path), ..piece },
        Some(_) if file.was.is_some() && piece.sort == Sort::Step => {
            let id = piece.id.split_once('/').map(|(_, step)| format!("{}/{step}", file.path.stem()));
            Piece { id: id.unwrap_or_default(), ..piece }
        }
        _ => piece,
    }
}

fn put(state: &mut State, pieces: Vec<Piece>) {
    for piece in pieces {
        state.entry((piece.sort, piece.id.clone())).or_default().push(Arc::new(piece));
    }
}

/// Whether two records say the same in the same file.
fn is_same(one: &Piece, other: &Piece) -> bool {
    one.path == other.path && one.keys == other.keys && one.parts == other.parts
}

/// What became different from one state to another.
fn compared(before: &State, after: &State) -> Vec<Difference> {
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let mut differences = Vec::new();
    for key in keys {
        let of = |state: &State| state.get(key).cloned().unwrap_or_default();
        let (mut was, mut is) = (of(before), of(after));
        was.retain(|piece| match is.iter().position(|other| is_same(piece, other)) {
            Some(at) => {
                is.remove(at);
                false
            }
            None => true,
        });
        let (mut was, mut is) = (was.into_iter(), is.into_iter());
        loop {
            match (was.next(), is.next()) {
                (None, None) => break,
                (before, after) => differences.extend(pair(before, after)),
            }
        }
    }
    differences
}

/// What became different in one record.
fn pair(before: Option<Arc<Piece>>, after: Option<Arc<Piece>>) -> Vec<Difference> {
    match (before, after) {
        (Some(before), Some(after)) => {
            let difference =
                |what| Difference { piece: after.clone(), prior: Some(before.clone()), what, settled: false };
            changes(&before, &after).into_iter().map(difference).collect()
        }
        (None, Some(piece)) => vec![Difference { piece, prior: None, what: What::Added, settled: false }],
        (Some(piece), None) => {
            vec![Difference { prior: Some(piece.clone()), piece, what: What::Removed, settled: false }]
        }
        (None, None) => vec![],
    }
}

/// The files whose text is another, though nothing in them says anything else.
fn layouts(files: &[FileTexts], told: &[Difference]) -> Vec<Difference> {
    let told: BTreeSet<_> =
        told.iter().flat_map(|one| one.prior.iter().chain([&one.piece])).map(|at| &at.path).collect();
    let layout = |file: &&FileTexts| {
        let [Some(before)] = &file.before[..] else { return false };
        let is_told = told.contains(&file.path) || file.was.as_ref().is_some_and(|was| told.contains(was));
        !is_told && file.after.as_ref().is_some_and(|after| after != before)
    };
    let difference = |file: &FileTexts| {
        let of_file = || Arc::new(Piece::nameless(&file.path));
        let whole = |text: &Arc<str>| {
            let pieces = pieces(&file.path, text)?;
            pieces.into_iter().find(|piece| piece.span.is_none()).map(Arc::new)
        };
        let piece = file.after.as_ref().and_then(whole).unwrap_or_else(of_file);
        Difference { prior: Some(piece.clone()), piece, what: What::Layout, settled: false }
    };
    files.iter().filter(layout).map(difference).collect()
}
