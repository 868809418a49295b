//! Reads files as records: one, many on all processors where that is worth it, or some while others are read.

use std::thread::{Builder, JoinHandle};

use rayon::prelude::*;

use super::directory::Store;
use super::faults::faults_of;
use crate::branch::Filed;
use crate::record::{self, Reading, RelPath, Shape};

/// What came of reading some files, in their order; none for one that is not there.
pub(super) type Readings<T> = Vec<Option<Reading<Filed<T>>>>;

/// So few files are asked for by their names, and read at once: two years of months.
pub(super) const FEW: usize = 24;

/// What is worth a second processor: the work of reading so many bytes, where each file costs as much as some bytes do
/// before the first of them is read.
const MUCH: usize = 256 * 1024;
const OPENING: usize = 4 * 1024;

/// Files that are read while others are.
pub(super) enum Aside<T> {
    /// They are few, and read already.
    Done(Readings<T>),
    /// They are being read.
    Reading(JoinHandle<Readings<T>>),
}

impl<T: Shape + 'static> Aside<T> {
    pub(super) fn read(store: &Store, paths: Vec<RelPath>) -> Self {
        // As few are read before another thread has begun.
        if paths.len() < FEW {
            return Self::Done(read_all(store, &paths));
        }
        let (aside, files) = (store.clone(), paths.clone());
        match Builder::new().spawn(move || files.iter().map(|path| read(&aside, path)).collect()) {
            Ok(reading) => Self::Reading(reading),
            Err(_) => Self::Done(read_all(store, &paths)),
        }
    }

    /// What came of it, in the order of the files.
    pub(super) fn all(self) -> Readings<T> {
        match self {
            Self::Done(readings) => readings,
            Self::Reading(reading) => reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        }
    }
}

/// Reads files as records, in their order; much on all processors. None for a file that is not there.
pub(super) fn read_all<T: Shape>(store: &Store, paths: &[RelPath]) -> Readings<T> {
    let Some((path, others)) = paths.split_first() else { return vec![] };
    let first = read(store, path);
    let record = first.as_ref().and_then(|reading| reading.record.as_ref());
    // Files of one sort are much alike.
    let each = OPENING + record.map_or(0, |record: &Filed<T>| record.source.text.len());
    let others: Vec<_> = match others.len() * each {
        0..MUCH => others.iter().map(|path| read(store, path)).collect(),
        _ => others.par_iter().map(|path| read(store, path)).collect(),
    };
    std::iter::once(first).chain(others).collect()
}

/// Reads one file as a record; none where it is not there.
pub(super) fn read<T: Shape>(store: &Store, path: &RelPath) -> Option<Reading<Filed<T>>> {
    let source = match store.read(path) {
        Ok(source) => source?,
        Err(error) => return Some(Reading { record: None, faults: faults_of(&error), notes: vec![] }),
    };
    let Reading { record, faults, notes } = record::read(&source);
    Some(Reading { record: record.map(|record| Filed::new(source, record)), faults, notes })
}
