//! The journal: what a change of several files means to do, written down before it is done.
//!
//! While it is there the change is under way. Whoever takes the lock next completes it: forward, so that all files are
//! new, or back, so that all are old. Every step can be done twice.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::directory::Store;
use super::stage::Staged;
use super::work::refuse_link;
use super::{disk, stage};
use crate::error::{Failure, Fault, Result};
use crate::record::RelPath;
use crate::words;

/// What is written down.
#[derive(Deserialize, Serialize)]
struct Journal {
    back: bool,
    file: Vec<Entry>,
}

#[derive(Deserialize, Serialize)]
struct Entry {
    path: String,
    name: String,
    had_old: bool,
    #[serde(default)]
    goes: bool,
}

/// Whether a change was left unfinished.
pub(super) fn pending(work: &Path) -> bool {
    fs::symlink_metadata(work.join("journal")).is_ok()
}

/// Puts all files in their places, or leaves all as they were.
pub(super) fn run(store: &Store, staged: &[Staged]) -> Result<()> {
    let work = store.work();
    // The way back is written down before the first step: when it is needed the disk may be full.
    write(&back_of(&work), staged, true)?;
    let forward = stage::folder(&work).join("journal.new");
    write(&forward, staged, false)?;
    stage::sync(store)?;
    let journal = work.join("journal");
    let fails = |error: std::io::Error| disk::failure(words::failed_to_write, &journal, &error);
    disk::rename(&forward, &journal).map_err(fails)?;
    if let Err(error) = disk::sync_folder(&work) {
        let _ = abandon(store, staged, &[]);
        return Err(fails(error));
    }
    settle(store, staged)
}

/// Goes forward, or back where that fails.
fn settle(store: &Store, staged: &[Staged]) -> Result<()> {
    let mut made = Vec::new();
    let done = forward(store, staged, &mut made);
    match done {
        Ok(()) => finish(&store.work()),
        Err(_) => drop(abandon(store, staged, &made)),
    }
    done
}

/// Turns round: the change is not to be. Where this fails, too, the journal stays for the next command.
fn abandon(store: &Store, staged: &[Staged], made: &[PathBuf]) -> Result<()> {
    let work = store.work();
    let journal = work.join("journal");
    disk::rename(&back_of(&work), &journal).map_err(|error| disk::failure(words::failed_to_write, &journal, &error))?;
    let _ = disk::sync_folder(&work);
    back(store, staged)?;
    disk::remove_folders(made);
    finish(&work);
    Ok(())
}

/// Completes a change that was left unfinished, if there is one: one that cannot go forward any more goes back.
pub(super) fn complete(store: &Store) -> Result<()> {
    let work = store.work();
    let Some((back_to_old, staged)) = read(&work)? else { return Ok(()) };
    if back_to_old {
        back(store, &staged)?;
        finish(&work);
        return Ok(());
    }
    let done = settle(store, &staged);
    if pending(&work) { done } else { Ok(()) }
}

/// What the files of a change that is under way are going to say, as far as they do not yet; none where there is none.
pub(super) fn outcome(store: &Store) -> Result<Option<BTreeMap<RelPath, Option<Vec<u8>>>>> {
    let Some((back_to_old, staged)) = read(&store.work())? else { return Ok(None) };
    let text = |path: PathBuf| fs::read(path).ok().map(Some);
    let of = |staged: &Staged| match (back_to_old, staged) {
        (false, Staged { goes: true, .. }) | (true, Staged { had_old: false, .. }) => Some(None),
        (false, staged) => text(staged.new_text(store)),
        (true, staged) => text(staged.old_text(store)),
    };
    Ok(Some(staged.iter().filter_map(|staged| Some((staged.path.clone(), of(staged)?))).collect()))
}

fn forward(store: &Store, staged: &[Staged], made: &mut Vec<PathBuf>) -> Result<()> {
    let folders = staged.iter().map(|staged| staged.put(store, made)).collect::<Result<Vec<_>>>()?;
    sync(folders)
}

fn back(store: &Store, staged: &[Staged]) -> Result<()> {
    let folders = staged.iter().map(|staged| staged.put_back(store)).collect::<Result<Vec<_>>>()?;
    sync(folders)
}

/// Makes what happened in some folders durable; one that is not there needs nothing.
fn sync(mut folders: Vec<PathBuf>) -> Result<()> {
    folders.sort();
    folders.dedup();
    folders.iter().filter(|folder| folder.exists()).try_for_each(|folder| {
        disk::sync_folder(folder).map_err(|error| disk::failure(words::failed_to_write, folder, &error))
    })
}

/// The change is over. A journal that cannot be removed has nothing left to do and harms nobody.
fn finish(work: &Path) {
    let _ = fs::remove_file(work.join("journal"));
    let _ = disk::sync_folder(work);
}

/// Where the way back is written down, among what is staged.
fn back_of(work: &Path) -> PathBuf {
    stage::folder(work).join("journal.back")
}

fn write(path: &Path, staged: &[Staged], back: bool) -> Result<()> {
    let entry = |staged: &Staged| Entry {
        path: staged.path.as_str().to_owned(),
        name: staged.name.clone(),
        had_old: staged.had_old,
        goes: staged.goes,
    };
    let journal = Journal { back, file: staged.iter().map(entry).collect() };
    let text = toml::to_string(&journal)?;
    disk::remove_if_there(path)
        .and_then(|()| disk::write_new(path, |file| file.write_all(text.as_bytes())))
        .map_err(|error| disk::failure(words::failed_to_write, path, &error))
}

fn read(work: &Path) -> Result<Option<(bool, Vec<Staged>)>> {
    let path = work.join("journal");
    if !pending(work) {
        return Ok(None);
    }
    refuse_link(&path)?;
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(disk::failure(words::failed_to_read, &path, &error)),
    };
    // A name leads nowhere but into the folder of staged files, whoever wrote the journal.
    let staged = |entry: Entry| {
        let plain = !entry.name.is_empty() && entry.name.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
        let path = RelPath::new(&entry.path).filter(|_| plain)?;
        Some(Staged { path, name: entry.name, had_old: entry.had_old, goes: entry.goes })
    };
    let journal = toml::from_str::<Journal>(&text).ok();
    let staged =
        journal.and_then(|journal| Some((journal.back, journal.file.into_iter().map(staged).collect::<Option<_>>()?)));
    staged.map(Some).ok_or_else(|| {
        let shown = path.display().to_string();
        let fault = Fault::new("journal", words::unreadable_journal(&shown));
        Failure::from(fault.cure(words::cure_unreadable_journal(shown))).into()
    })
}
