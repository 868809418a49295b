//! Where a path of the directory stands on disk, and that no link leads out of it.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::PathBuf;

use super::Store;
use crate::error::{Failure, Fault, Result};
use crate::record::RelPath;
use crate::words;

impl Store {
    /// What is in a plain file; none where there is no such file.
    pub(super) fn bytes(&self, path: &RelPath) -> Result<Option<Vec<u8>>> {
        let fails = |error: &std::io::Error| self.failure(words::failed_to_read, path, error);
        if let Some((file, length)) = self.open_plain(path) {
            let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
            // A limit that is none: it keeps the length from being asked for again.
            file.take(u64::MAX).read_to_end(&mut bytes).map_err(|error| fails(&error))?;
            return Ok(Some(bytes));
        }
        let Some(place) = self.file(path)? else { return Ok(None) };
        match fs::read(&place) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(fails(&error)),
        }
    }

    /// The short way to nearly every file, with its length: a plain file in folders that are no links. For any other,
    /// and for every failure, there is none, and the long way finds out what it is.
    #[cfg(unix)]
    fn open_plain(&self, path: &RelPath) -> Option<(File, u64)> {
        use std::os::unix::fs::OpenOptionsExt;

        use rustix::fs::OFlags;

        // A pipe is not waited for.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        if !self.is_plain(path.folder()) {
            return None;
        }
        let flags = i32::try_from(flags.bits()).ok()?;
        let file = File::options().read(true).custom_flags(flags).open(self.root.join(path.as_str())).ok()?;
        let found = file.metadata().ok()?;
        found.is_file().then_some((file, found.len()))
    }

    #[cfg(not(unix))]
    fn open_plain(&self, _path: &RelPath) -> Option<(File, u64)> {
        None
    }

    /// Whether a folder and those above it are folders and no links.
    #[cfg(unix)]
    fn is_plain(&self, folder: &str) -> bool {
        let known = |folder: &str| self.plain.lock().is_ok_and(|plain| plain.contains(folder));
        if folder.is_empty() || known(folder) {
            return true;
        }
        let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
        let plain =
            self.is_plain(above) && fs::symlink_metadata(self.root.join(folder)).is_ok_and(|found| found.is_dir());
        if plain && let Ok(mut known) = self.plain.lock() {
            known.insert(folder.to_owned());
        }
        plain
    }

    /// The place of a plain file on disk; none where there is nothing.
    pub(super) fn file(&self, path: &RelPath) -> Result<Option<PathBuf>> {
        let Some(place) = self.place(path)? else { return Ok(None) };
        match fs::metadata(&place) {
            Ok(found) if found.is_file() => Ok(Some(place)),
            Ok(_) => Err(Failure::from(Fault::of_file("not-a-file", path, words::not_a_file(path))).into()),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(self.failure(words::failed_to_read, path, &error)),
        }
    }

    /// The place of a path on disk, behind all links; none where a folder above it is missing. The last part itself
    /// may be missing. Refused where a link leads out of the directory.
    pub(super) fn place(&self, path: &RelPath) -> Result<Option<PathBuf>> {
        let mut place = self.root.clone();
        let mut linked = false;
        let parts = path.as_str().split('/').count();
        for (at, part) in path.as_str().split('/').enumerate() {
            place.push(part);
            match fs::symlink_metadata(&place) {
                Ok(found) => linked |= found.is_symlink(),
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                    return if at + 1 == parts { self.inside(path, place, linked, false) } else { Ok(None) };
                }
                Err(error) => return Err(self.failure(words::failed_to_read, path, &error)),
            }
        }
        self.inside(path, place, linked, true)
    }

    /// Where a path is to be written, behind all links; folders above it may be missing. Refused where it leads out of
    /// the directory, or into git's own files or those of this program.
    pub(super) fn target(&self, path: &RelPath) -> Result<PathBuf> {
        let place = match (self.place(path)?, RelPath::new(path.folder())) {
            (Some(place), _) => place,
            (None, Some(folder)) => self.target(&folder)?.join(path.name()),
            (None, None) => self.root.join(path.name()),
        };
        let below = match (place.strip_prefix(&self.root), fs::canonicalize(&self.root)) {
            (Ok(below), _) => below.to_owned(),
            (Err(_), Ok(root)) => place.strip_prefix(root).unwrap_or(&place).to_owned(),
            (Err(_), Err(error)) => return Err(self.failure(words::failed_to_write, path, &error)),
        };
        let private =
            |name: &std::ffi::OsStr| [".git", ".zhibu"].iter().any(|private| name.eq_ignore_ascii_case(private));
        match below.iter().any(private) {
            true => Err(Failure::from(Fault::of_file("outside", path, words::outside(path))).into()),
            false => Ok(place),
        }
    }

    /// Follows links, where there are any, and refuses those that lead out.
    fn inside(&self, path: &RelPath, place: PathBuf, linked: bool, there: bool) -> Result<Option<PathBuf>> {
        if !linked {
            return Ok(Some(place));
        }
        let outside = || anyhow::Error::from(Failure::from(Fault::of_file("outside", path, words::outside(path))));
        let fails = |error: &std::io::Error| self.failure(words::failed_to_read, path, error);
        let root = fs::canonicalize(&self.root).map_err(|error| fails(&error))?;
        let (folder, name) = (place.parent().unwrap_or(&self.root), place.file_name().unwrap_or_default());
        let behind = match there {
            // A link that leads to nothing cannot be followed to its end: it may lead anywhere.
            true => fs::canonicalize(&place).map_err(|error| match error.kind() {
                ErrorKind::NotFound => outside(),
                _ => fails(&error),
            })?,
            false => fs::canonicalize(folder).map_err(|error| fails(&error))?.join(name),
        };
        if behind.starts_with(&root) { Ok(Some(behind)) } else { Err(outside()) }
    }
}
