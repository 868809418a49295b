//! A site on the disk: its pages in a folder of their own, which remembers what was written into it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk;
use crate::error::{Failure, Result};
use crate::record::RelPath;
use crate::words;

/// The file that tells a folder of ours from any other, and which pages are ours.
const MARKER: &str = ".zhibu-site";

/// What stands on its first line.
const FIRST: &str = "# Written by `zhibu site`: these files are replaced and removed by it.";

/// The longest it gets, in bytes.
const LONGEST: u64 = 64 << 20;

/// Writes the pages of a site into a folder that is empty or has an earlier site of ours, each whole or not at all, and
/// removes the pages of the earlier one that are no more; how many. Files of others are neither replaced nor removed.
///
/// # Errors
/// A folder with other things in it, a page whose place is taken, or a file system that refuses.
pub fn write_site(folder: &Path, pages: &[(RelPath, Vec<u8>)]) -> Result<usize> {
    let mut made = Vec::new();
    disk::make_folders(folder, &mut made)?;
    let done = replace(folder, pages);
    if done.is_err() {
        disk::remove_folders(&made);
    }
    done
}

/// The same, in a folder that is there.
fn replace(folder: &Path, pages: &[(RelPath, Vec<u8>)]) -> Result<usize> {
    let before = ours(folder)?;
    let now: BTreeSet<_> = pages.iter().map(|(path, _)| path.clone()).collect();
    for path in &now {
        refuse_if_taken(folder, path, before.contains(path))?;
    }
    // Told before it is done, so that nothing of a run that dies is left behind as somebody else's.
    mark(folder, &before.union(&now).cloned().collect())?;
    for (path, bytes) in pages {
        disk::make_folders(&folder.join(path.folder()), &mut vec![])?;
        write(&folder.join(path.as_str()), bytes)?;
    }
    let gone: Vec<_> = before.difference(&now).collect();
    for path in &gone {
        remove(folder, path)?;
    }
    mark(folder, &now)?;
    Ok(gone.len())
}

/// The pages that an earlier run wrote; none in an empty folder.
fn ours(folder: &Path) -> Result<BTreeSet<RelPath>> {
    let fails = |error| disk::failure(words::failed_to_read, folder, &error);
    let marker = folder.join(MARKER);
    if !fs::symlink_metadata(&marker).is_ok_and(|found| found.is_file()) {
        let names = fs::read_dir(folder).map_err(fails)?.map(|entry| entry.map(|entry| entry.file_name()));
        let beside = beside(&marker);
        for name in names {
            if Some(name.map_err(fails)?.as_os_str()) != beside.file_name() {
                let failure = Failure::refused(words::not_a_site(folder.display().to_string()));
                return Err(failure.cure(words::cure_not_a_site()).into());
            }
        }
        return Ok(BTreeSet::new());
    }
    let bytes = disk::read_within(&marker, LONGEST).map_err(fails)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    // Whatever stands there, no way leads out of the folder, and nothing but a page is ours.
    let lines = text.lines().filter(|line| line.ends_with(".html"));
    Ok(lines.filter_map(RelPath::new).collect())
}

/// Writes down which pages are ours.
fn mark(folder: &Path, pages: &BTreeSet<RelPath>) -> Result<()> {
    let lines = std::iter::once(FIRST).chain(pages.iter().map(RelPath::as_str));
    write(&folder.join(MARKER), lines.flat_map(|line| [line, "\n"]).collect::<String>().as_bytes())
}

/// Refuses to write where something else stands, or beyond a link that leads elsewhere.
fn refuse_if_taken(folder: &Path, path: &RelPath, is_ours: bool) -> Result<()> {
    let file = folder.join(path.as_str());
    let above = file.parent().filter(|above| *above != folder);
    let leads_away = above.is_some_and(|above| fs::symlink_metadata(above).is_ok_and(|found| !found.is_dir()));
    let taken = fs::symlink_metadata(&file).is_ok_and(|found| !is_ours || found.is_dir());
    match leads_away || taken {
        true => {
            let failure = Failure::refused(words::not_of_site(file.display().to_string()));
            Err(failure.cure(words::cure_not_of_site()).into())
        }
        false => Ok(()),
    }
}

/// Writes a file whole or not at all; one that says the same is left. It is not waited for until it is on the disk: what
/// a power cut takes the next run makes again, and hundreds of pages would wait for seconds.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let is_same = |found: fs::Metadata| found.is_file() && found.len() == bytes.len() as u64;
    if fs::symlink_metadata(path).is_ok_and(is_same) && fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let beside = beside(path);
    let written = disk::remove_if_there(&beside).and_then(|()| fs::write(&beside, bytes));
    let replaced = written.and_then(|()| disk::rename(&beside, path));
    if replaced.is_err() {
        let _ = fs::remove_file(&beside);
    }
    replaced.map_err(|error| disk::failure(words::failed_to_write, path, &error))
}

/// Removes a page that is no more, and its folder where nothing is left in it.
fn remove(folder: &Path, path: &RelPath) -> Result<()> {
    let file = folder.join(path.as_str());
    let above = file.parent().unwrap_or(folder);
    if !fs::symlink_metadata(above).is_ok_and(|found| found.is_dir()) {
        return Ok(());
    }
    for file in [&file, &beside(&file)] {
        if fs::symlink_metadata(file).is_ok_and(|found| !found.is_dir()) {
            disk::remove_if_there(file).map_err(|error| disk::failure(words::failed_to_remove, file, &error))?;
        }
    }
    if above != folder {
        let _ = fs::remove_dir(above);
    }
    Ok(())
}

/// Where a file is written before it is put in its place.
fn beside(path: &Path) -> PathBuf {
    path.with_file_name(format!(".{}.zhibu", path.file_name().unwrap_or_default().to_string_lossy()))
}
