//! Calls of the file system, each with its path and a reason people understand.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::error::{Failure, Result};
use crate::words::{self, Text};

/// How often a file that another program has open is tried, and after how long.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// A failure of the file system: what was done, to which file, and why not.
pub(super) fn failure(said: fn(String, Text) -> Text, path: &Path, error: &io::Error) -> anyhow::Error {
    Failure::refused(said(path.display().to_string(), words::reason(error))).into()
}

/// Makes a new file durable with what `fill` writes; refused where there is one.
pub(super) fn write_new(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    fill(&mut file)?;
    file.sync_all()
}

/// Writes a file anew by way of a second one beside it.
pub(super) fn replace(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    remove_if_there(beside)?;
    let written = write_new(beside, |file| {
        if let Ok(old) = fs::metadata(path) {
            file.set_permissions(old.permissions())?;
        }
        file.write_all(bytes)
    });
    let replaced = written.and_then(|()| rename(beside, path));
    if replaced.is_err() {
        let _ = fs::remove_file(beside);
    }
    replaced
}

/// Moves a file, over another where there is one.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))
}

/// Does what another program that has a file open stands in the way of, on Windows: it is given a moment to close it.
fn patiently(act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    for _ in 0..TRIES {
        match act() {
            Err(error) if is_held(&error) => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
    act().map_err(|error| if is_held(&error) { ErrorKind::ResourceBusy.into() } else { error })
}

/// Whether Windows says that another program has a file open: access denied, a sharing or a locking violation.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Makes what happened to the names in a folder durable.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Removes a file; one that is not there is no error.
pub(super) fn remove_if_there(path: &Path) -> io::Result<()> {
    patiently(|| fs::remove_file(path))
        .or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Makes a folder and those above it, durably; gives those it made, the uppermost first.
pub(super) fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> Result<()> {
    let folder = &std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let missing: Vec<_> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
    for folder in missing.into_iter().rev() {
        let fails = |error| failure(words::failed_to_make, folder, &error);
        match fs::create_dir(folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(fails(error)),
            Err(_) => {}
            Ok(()) => {
                made.push(folder.to_owned());
                folder.parent().map_or(Ok(()), sync_folder).map_err(fails)?;
            }
        }
    }
    Ok(())
}

/// Removes folders that were made and are empty.
pub(super) fn remove_folders(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// Reads a file of at most so many bytes; none where it has more.
pub(super) fn read_within(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// A file's digest in hexadecimal digits.
pub(super) fn sha256(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        match file.read(&mut part) {
            Ok(0) => return Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()),
            Ok(length) => digest.update(&part[..length]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
