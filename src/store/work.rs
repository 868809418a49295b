//! Where the working files of a directory are: in the folder of git, into which no commit reaches. What git brings must
//! never be taken for ours: a journal says which files are to go.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk;
use crate::error::{Failure, Fault, Result};
use crate::record::{RelPath, sha256};
use crate::words;

/// The folder of the working files where there is no git.
pub(super) const OWN: &str = ".zhibu";

/// The folder of the working files.
pub(super) fn folder(root: &Path) -> PathBuf {
    match of_git(root).filter(|(git, _)| is_on_same_disk(root, git)) {
        Some((git, within)) if within.as_os_str().is_empty() => git.join("zhibu"),
        // One repository may keep the records of several branches.
        Some((git, within)) => git.join(format!("zhibu-{:.12}", sha256(within.as_os_str().as_encoded_bytes()))),
        None => root.join(OWN),
    }
}

/// Refuses a journal that stands among the records although there is git: it came in with them.
///
/// # Errors
/// Such a journal.
pub(super) fn refuse_foreign(root: &Path, work: &Path) -> Result<()> {
    let own = root.join(OWN);
    if own == work || own.join("journal").symlink_metadata().is_err() {
        return Ok(());
    }
    let fault = Fault::new("journal", words::foreign_journal()).cure(words::cure_foreign_journal());
    let path = RelPath::new(&format!("{OWN}/journal"));
    Err(Failure::from(Fault { place: path.map(crate::error::Place::file), ..fault }).into())
}

/// The folder of git, and where in its work tree the directory is.
fn of_git(root: &Path) -> Option<(PathBuf, PathBuf)> {
    let top = root.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok())?;
    let within = root.strip_prefix(top).ok()?.to_owned();
    let git = top.join(".git");
    if git.is_dir() {
        return Some((git, within));
    }
    // A second work tree, or a repository inside another one.
    let said = fs::read_to_string(&git).ok()?;
    let git = top.join(said.trim_end().strip_prefix("gitdir: ")?);
    git.is_dir().then_some((git, within))
}

/// Whether files can be moved from one folder to another without being copied.
#[cfg(unix)]
fn is_on_same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let disk = |path: &Path| fs::metadata(path).map(|found| found.dev());
    matches!((disk(one), disk(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn is_on_same_disk(one: &Path, other: &Path) -> bool {
    one.components().next() == other.components().next()
}

/// Hides the folder of the working files from a git that may come.
pub(super) fn hide(work: &Path) -> Result<()> {
    if !work.ends_with(OWN) {
        return Ok(());
    }
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
