//! The lock of a directory: one command changes it at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::directory::Store;
use super::work::{self, hide, own_folder, refuse_link};
use super::{disk, journal, stage};
use crate::error::{Failure, Result};
use crate::words::{self, Text};

/// The right to change a directory, until it is dropped; the system gives it back when the program dies.
#[derive(Debug)]
pub struct Lock<'s> {
    pub(super) store: &'s Store,
    file: File,
}

/// How a command waits for a lock that another one has.
pub struct Waiting<'w> {
    /// Is told for whom it waits.
    pub tell: Option<&'w mut dyn FnMut(&Text)>,
    /// How long it waits for one and the same holder.
    pub patience: Duration,
    /// The directory of a command that runs this one, and would wait for it.
    pub within: Option<PathBuf>,
}

impl Default for Waiting<'_> {
    fn default() -> Self {
        Self { tell: None, patience: PATIENCE, within: None }
    }
}

/// How long a command waits where nobody says.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often it looks again.
const PAUSE: Duration = Duration::from_millis(10);

impl<'s> Lock<'s> {
    /// Takes the lock; where another has it, waits as is said, or goes away without it.
    fn take(store: &'s Store, command: &str, waiting: Option<&mut Waiting<'_>>) -> Result<Option<Self>> {
        let work = store.work();
        work::refuse_foreign(store.root(), &work)?;
        own_folder(&work)?;
        let path = work.join("lock");
        let fails = |error: std::io::Error| disk::failure(words::failed_to_lock, &path, &error);
        refuse_link(&path)?;
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).open(&path).map_err(fails)?;
        if !try_lock(&file, &path).map_err(fails)? {
            let Some(waiting) = waiting else { return Ok(None) };
            wait(store, &file, &path, waiting)?;
        }
        let lock = Self { store, file };
        hide(&work)?;
        lock.sign(command).map_err(fails)?;
        journal::complete(store)?;
        stage::clean(&work);
        Ok(Some(lock))
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

/// Waits until the lock is free, or one holder has had it for too long.
fn wait(store: &Store, file: &File, path: &Path, waiting: &mut Waiting<'_>) -> Result<()> {
    let fails = |error: std::io::Error| disk::failure(words::failed_to_lock, path, &error);
    let real = |folder: &Path| folder.canonicalize().ok();
    if waiting.within.as_deref().is_some_and(|within| real(within) == real(store.root())) {
        let (_, command) = signed(path);
        return Err(Failure::refused(words::lock_of_caller(command)).cure(words::cure_lock_of_caller()).into());
    }
    let mut holder = signed(path);
    let mut waited = Duration::ZERO;
    if let Some(tell) = &mut waiting.tell {
        tell(&told(&holder));
    }
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(error)) => return Err(fails(error)),
            Err(TryLockError::WouldBlock) => {}
        }
        let now = signed(path);
        if now != holder {
            (holder, waited) = (now, Duration::ZERO);
        }
        if waited > waiting.patience {
            let failure = Failure::refused(words::lock_held_too_long(told(&holder), waiting.patience.as_secs()));
            return Err(failure.cure(words::cure_lock_held_too_long(holder.0)).into());
        }
        std::thread::sleep(PAUSE);
        waited += PAUSE;
    }
}

/// Who holds the lock: the process, and its command.
fn signed(path: &Path) -> (String, String) {
    let signed = fs::read_to_string(path).unwrap_or_default();
    let (process, command) = signed.split_once(' ').unwrap_or_default();
    (words::shown(process), words::shown(command))
}

/// Who holds the lock, as it is told to somebody who waits.
fn told((process, command): &(String, String)) -> Text {
    match process.is_empty() {
        true => words::waiting_for_somebody(),
        false => words::waiting_for(command, process),
    }
}

impl Store {
    /// Takes the lock for a command, and completes what an earlier one left unfinished. Where another command holds it,
    /// the call waits, as `waiting` says.
    pub fn lock(&self, command: &str, waiting: &mut Waiting<'_>) -> Result<Lock<'_>> {
        let lock = Lock::take(self, command, Some(waiting))?;
        Ok(lock.unwrap_or_else(|| unreachable!("who waits has it, or fails")))
    }

    /// Completes what a command left unfinished; for commands that only read. Nothing is locked where nothing is left, and
    /// nothing is waited for where somebody is at it.
    pub fn recover(&self) -> Result<()> {
        let work = self.work();
        work::refuse_foreign(self.root(), &work)?;
        match journal::pending(&work) {
            true => Lock::take(self, "recover", None).map(drop),
            false => Ok(()),
        }
    }
}
