//! What a change makes of its files, before any is written.

use std::path::PathBuf;
use std::sync::Arc;

use super::directory::Store;
use super::edit;
use crate::branch::{Change, What};
use crate::error::{Failure, Fault, Result};
use crate::record::RelPath;
use crate::words;

/// What a change makes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The file.
    pub path: RelPath,
    /// Its text before; none where there was no file.
    pub old: Option<String>,
    /// Its text after; none for a copy, and for a file that goes.
    pub new: Option<String>,
    /// What it is a copy of.
    pub copy: Option<Copied>,
}

/// What a file is a copy of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// A file from anywhere.
    File(PathBuf),
    /// Bytes.
    Bytes(Arc<[u8]>),
}

impl Planned {
    /// Whether the file goes.
    pub(super) fn goes(&self) -> bool {
        self.new.is_none() && self.copy.is_none()
    }
}

impl Store {
    /// What a change would make of the files, without writing any.
    pub fn preview(&self, change: &Change) -> Result<Vec<Planned>> {
        plan(self, change)
    }
}

/// What a change makes of each of its files; every reason to refuse is told at once.
pub(super) fn plan(store: &Store, change: &Change) -> Result<Vec<Planned>> {
    let mut planned: Vec<Planned> = Vec::new();
    let mut faults = Vec::new();
    for file in &change.files {
        let earlier = planned.iter_mut().find(|planned| planned.path == file.path);
        match plan_file(store, &file.path, &file.what, earlier.as_deref()) {
            Ok(now) => match earlier {
                Some(earlier) => *earlier = now,
                None => planned.push(now),
            },
            Err(error) => faults.extend(error.downcast::<Failure>()?.faults),
        }
    }
    if faults.is_empty() { Ok(planned) } else { Err(Failure::of(faults).into()) }
}

fn plan_file(store: &Store, path: &RelPath, what: &What, earlier: Option<&Planned>) -> Result<Planned> {
    let refused = |code, fact| anyhow::Error::from(Failure::from(Fault::of_file(code, path, fact)));
    store.target(path)?;
    let new = |new, copy| Planned { path: path.clone(), old: None, new, copy };
    match what {
        What::Create(_) | What::Copy(_) | What::Restore(_) if earlier.is_some() || store.file(path)?.is_some() => {
            Err(refused("already-there", words::already_there()))
        }
        What::Remove => {
            let old = store.bytes(path)?.ok_or_else(|| refused("no-file", words::no_file(path)))?;
            // Of what is no text nobody asks what it said.
            Ok(Planned { old: Some(String::from_utf8(old).unwrap_or_default()), ..new(None, None) })
        }
        What::Create(text) => Ok(new(Some(text.clone()), None)),
        What::Write(text) => {
            let old = match earlier {
                Some(earlier) => earlier.old.clone(),
                None => store.read(path)?.map(|source| source.text.to_string()),
            };
            Ok(Planned { old, ..new(Some(text.clone()), None) })
        }
        What::Copy(from) => Ok(new(None, Some(Copied::File(from.clone())))),
        What::Restore(bytes) => Ok(new(None, Some(Copied::Bytes(bytes.clone())))),
        What::Edit(edits) => {
            let (old, now) = match earlier {
                Some(earlier) => (earlier.old.clone(), earlier.new.clone()),
                None => {
                    let text = store.read(path)?.map(|source| source.text.to_string());
                    (text.clone(), text)
                }
            };
            let now = now.ok_or_else(|| refused("no-file", words::no_file(path)))?;
            let new = edit::apply(&now, edits).map_err(|error| refused("edit", error.fact()))?;
            Ok(Planned { path: path.clone(), old, new: Some(new), copy: None })
        }
    }
}
