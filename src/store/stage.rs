//! The files of a change before they stand in their places: new texts, and the old ones to go back to.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::directory::Store;
use super::disk;
use super::plan::{Copied, Planned};
use super::work::own_folder;
use crate::error::Result;
use crate::record::RelPath;
use crate::words;

/// One file of a change.
#[derive(Clone, Debug)]
pub(super) struct Staged {
    /// Where it belongs.
    pub(super) path: RelPath,
    /// The name of its new text among the working files; that of the old one ends in `.old`.
    pub(super) name: String,
    /// Whether there was an old one.
    pub(super) had_old: bool,
    /// Whether the file goes, and there is no new one.
    pub(super) goes: bool,
}

impl Staged {
    /// Where the new text is kept.
    pub(super) fn new_text(&self, store: &Store) -> PathBuf {
        folder(&store.work()).join(&self.name)
    }

    /// Where the old text is kept.
    pub(super) fn old_text(&self, store: &Store) -> PathBuf {
        folder(&store.work()).join(format!("{}.old", self.name))
    }

    /// Puts the new text in its place, if that has not been done; gives the folder that changed.
    pub(super) fn put(&self, store: &Store, made: &mut Vec<PathBuf>) -> Result<PathBuf> {
        let (new, target) = (self.new_text(store), store.target(&self.path)?);
        let folder = target.parent().unwrap_or(store.root()).to_owned();
        if self.goes {
            disk::remove_if_there(&target)
                .map_err(|error| store.failure(words::failed_to_write, &self.path, &error))?;
        } else if there(&new) {
            disk::make_folders(&folder, made)?;
            disk::rename(&new, &target).map_err(|error| store.failure(words::failed_to_write, &self.path, &error))?;
        }
        Ok(folder)
    }

    /// Puts the old text back, or takes away what was not there, if that has not been done; gives the folder that
    /// changed.
    pub(super) fn put_back(&self, store: &Store) -> Result<PathBuf> {
        let (new, old, target) = (self.new_text(store), self.old_text(store), store.target(&self.path)?);
        let moved = match self.had_old {
            true if there(&old) => disk::rename(&old, &target),
            false if !there(&new) && there(&target) => disk::rename(&target, &new),
            _ => Ok(()),
        };
        moved.map_err(|error| store.failure(words::failed_to_write, &self.path, &error))?;
        Ok(target.parent().unwrap_or(store.root()).to_owned())
    }
}

/// Writes the new text of each file beside the records, and keeps the old ones.
pub(super) fn stage(store: &Store, planned: &[Planned]) -> Result<Vec<Staged>> {
    own_folder(&folder(&store.work()))?;
    let change = fastrand::u32(..);
    let staged = planned.iter().enumerate().map(|(at, planned)| {
        // The name is the change's own, so that no journal that outlived its change can mean another's files.
        let (name, had_old) = (format!("{change:08x}-{at}"), planned.old.is_some());
        let staged = Staged { path: planned.path.clone(), name, had_old, goes: planned.goes() };
        stage_file(store, planned, &staged)?;
        Ok(staged)
    });
    staged.collect()
}

/// Makes the names of the staged files durable, which a journal is going to count on.
pub(super) fn sync(store: &Store) -> Result<()> {
    let folder = folder(&store.work());
    disk::sync_folder(&folder).map_err(|error| disk::failure(words::failed_to_write, &folder, &error))
}

fn stage_file(store: &Store, planned: &Planned, staged: &Staged) -> Result<()> {
    let target = store.target(&planned.path)?;
    let keep_old = || {
        keep(&target, &staged.old_text(store))
            .map_err(|error| store.failure(words::failed_to_copy, &planned.path, &error))
    };
    if staged.goes {
        return keep_old();
    }
    let written = disk::write_new(&staged.new_text(store), |file| {
        if planned.old.is_some() {
            file.set_permissions(fs::metadata(&target)?.permissions())?;
        }
        file.write_all(match &planned.copy {
            Some(Copied::Bytes(bytes)) => bytes,
            _ => planned.new.as_deref().unwrap_or_default().as_bytes(),
        })
    });
    written.map_err(|error| store.failure(words::failed_to_write, &planned.path, &error))?;
    if let Some(Copied::File(from)) = &planned.copy {
        copy(from, &staged.new_text(store)).map_err(|error| disk::failure(words::failed_to_copy, from, &error))?;
    }
    if planned.old.is_some() { keep_old() } else { Ok(()) }
}

/// Copies a file's bytes, durably.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).open(to)?;
    io::copy(&mut File::open(from)?, &mut file)?;
    file.sync_all()
}

/// Keeps a file under a second name; as a copy where the file system has no second names.
fn keep(file: &Path, name: &Path) -> io::Result<()> {
    fs::hard_link(file, name).or_else(|_| {
        fs::copy(file, name)?;
        File::open(name)?.sync_all()
    })
}

/// Removes what is left of changes that are over.
pub(super) fn clean(work: &Path) {
    for entry in fs::read_dir(folder(work)).into_iter().flatten().flatten() {
        let _ = fs::remove_file(entry.path());
    }
}

/// Removes what is left of a change of one file that was made: its old text.
pub(super) fn clean_after(store: &Store, staged: &Staged) {
    let _ = disk::remove_if_there(&staged.old_text(store));
}

/// The folder of what is staged.
pub(super) fn folder(work: &Path) -> PathBuf {
    work.join("stage")
}

fn there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
