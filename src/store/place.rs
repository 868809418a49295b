//! Where a path of the directory stands on disk, and that no link leads out of it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::PathBuf;

use super::directory::Store;
use crate::error::{Failure, Fault, Result};
use crate::record::RelPath;
use crate::words;

impl Store {
    /// What is in a plain file; none where there is no such file.
    pub fn bytes(&self, path: &RelPath) -> Result<Option<Vec<u8>>> {
        let fails = |error: &std::io::Error| self.failure(words::failed_to_read, path, error);
        if let Some((mut file, length)) = self.plain.open(&self.root, path) {
            return whole(&mut file, length).map(Some).map_err(|error| fails(&error));
        }
        let Some(place) = self.file(path)? else { return Ok(None) };
        match fs::read(&place) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(fails(&error)),
        }
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
        let below = match place.strip_prefix(&self.root) {
            Ok(below) => below.to_owned(),
            Err(_) => match fs::canonicalize(&self.root) {
                Ok(root) => place.strip_prefix(root).unwrap_or(&place).to_owned(),
                Err(error) => return Err(self.failure(words::failed_to_write, path, &error)),
            },
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

/// All of a file that has so many bytes, or did a moment ago. A plain file that gives fewer than it is asked for has no
/// more.
fn whole(file: &mut File, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length + 1];
    let read = loop {
        match file.read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            read => break read?,
        }
    };
    bytes.truncate(read);
    if read > length {
        file.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
