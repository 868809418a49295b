//! A change of the records: all of its files are written, or none.

use super::directory::Store;
use super::lock::Lock;
use super::plan::plan;
use super::stage::Staged;
use super::{disk, journal, stage};
use crate::branch::Change;
use crate::error::{Failure, Fault, Result};
use crate::record::{RelPath, Source};
use crate::words;

impl Lock<'_> {
    /// Writes a change, all of it or nothing, and gives the files that are not as they were. `read_back` is asked about
    /// each new text before anything is written.
    pub fn commit(&self, change: &Change, read_back: &dyn Fn(&Source) -> Vec<Fault>) -> Result<Vec<RelPath>> {
        let store = self.store;
        let mut planned = plan(store, change)?;
        let texts =
            planned.iter().filter_map(|planned| Some(Source::new(planned.path.clone(), planned.new.as_deref()?)));
        let faults: Vec<_> = texts.flat_map(|source| read_back(&source)).collect();
        if !faults.is_empty() {
            return Err(Failure::of(faults).into());
        }
        planned.retain(|planned| planned.copy.is_some() || planned.old != planned.new);
        if !planned.is_empty() {
            let written = stage::stage(store, &planned).and_then(|staged| match &*staged {
                [only] => put_one(store, only).map(|()| stage::clean_after(store, only)),
                several => journal::run(store, several),
            });
            // What is staged belongs to a journal that is still there.
            if (written.is_err() || planned.len() > 1) && !journal::pending(&store.work()) {
                stage::clean(&store.work());
            }
            written?;
        }
        Ok(planned.into_iter().map(|planned| planned.path).collect())
    }
}

/// Puts one file in its place. A rename is all or nothing by itself and needs no journal.
fn put_one(store: &Store, staged: &Staged) -> Result<()> {
    let mut made = Vec::new();
    let done = staged.put(store, &mut made).and_then(|folder| {
        disk::sync_folder(&folder).map_err(|error| store.failure(words::failed_to_write, &staged.path, &error))
    });
    if done.is_err() {
        if let Ok(folder) = staged.put_back(store) {
            let _ = disk::sync_folder(&folder);
        }
        disk::remove_folders(&made);
    }
    done
}
