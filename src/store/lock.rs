//! The lock of a directory: one command changes it at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use super::{Store, disk, journal, stage};
use crate::error::{Failure, Fault, Result};
use crate::record::RelPath;
use crate::words::{self, Text};

/// The right to change a directory, until it is dropped; the system gives it back when the program dies.
#[derive(Debug)]
pub struct Lock<'s> {
    pub(super) store: &'s Store,
    file: File,
}

impl<'s> Lock<'s> {
    pub(super) fn take(store: &'s Store, command: &str, waiting: &mut dyn FnMut(Text)) -> Result<Self> {
        let work = store.work();
        own_folder(&work)?;
        let path = work.join("lock");
        let fails = |error: std::io::Error| disk::failure(words::failed_to_lock, &path, &error);
        refuse_link(&path)?;
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).open(&path).map_err(fails)?;
        if !try_lock(&file, &path).map_err(fails)? {
            waiting(holder(&path));
            file.lock().map_err(fails)?;
        }
        let lock = Self { store, file };
        hide(&work)?;
        lock.sign(command).map_err(fails)?;
        journal::complete(store)?;
        stage::clean(&work);
        Ok(lock)
    }

    /// Writes down who holds the lock.
    fn sign(&self, command: &str) -> std::io::Result<()> {
        if self.file.metadata()?.len() > 0 {
            self.file.set_len(0)?;
        }
        (&self.file).write_all(format!("{} {command}", std::process::id()).as_bytes())
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // Whoever waits next must not read the name of one who is gone.
        let _ = self.file.set_len(0);
        let _ = self.file.unlock();
    }
}

/// Tries for the lock; where somebody has it who has not signed yet, a few times.
fn try_lock(file: &File, path: &Path) -> std::io::Result<bool> {
    for _ in 0..10 {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) if fs::metadata(path).is_ok_and(|found| found.len() > 0) => return Ok(false),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(2)),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(false)
}

/// Who holds the lock, as it is told to somebody who waits.
fn holder(path: &Path) -> Text {
    let signed = fs::read_to_string(path).unwrap_or_default();
    match signed.split_once(' ') {
        Some((process, command)) => words::waiting_for(words::shown(command), words::shown(process)),
        None => words::waiting_for_somebody(),
    }
}

/// Hides the folder of the working files from git.
pub(super) fn hide(work: &Path) -> Result<()> {
    let ignore = work.join(".gitignore");
    if fs::symlink_metadata(&ignore).is_ok_and(|found| found.is_file() && found.len() == 2) {
        return Ok(());
    }
    disk::replace(&ignore, &work.join(".gitignore.new"), b"*\n")
        .map_err(|error| disk::failure(words::failed_to_write, &ignore, &error))
}

/// A folder for working files, made where it is not there.
pub(super) fn own_folder(path: &Path) -> Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => Ok(()),
        _ => {
            refuse_link(path)?;
            disk::make_folders(path, &mut vec![])
        }
    }
}

/// Refuses a working file that somebody made a link: it would lead out of the directory.
pub(super) fn refuse_link(path: &Path) -> Result<()> {
    match fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        true => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let fault = Fault::new("outside", words::outside(path.display().to_string()));
            Err(Failure::from(Fault { place: RelPath::new(&name).map(crate::error::Place::file), ..fault }).into())
        }
        false => Ok(()),
    }
}
