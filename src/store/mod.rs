//! Files and folders: the only code that reads or writes them.
//!
//! A [`Store`] is a directory of records. It is read without a lock; to change it a command takes the [`Lock`], loads,
//! decides and commits. All working files are in `.zhibu/`, which hides itself from git.

mod commit;
mod disk;
mod edit;
mod export;
mod journal;
mod lines;
mod lock;
mod meaning;
mod outline;
mod row;
mod splice;
mod stage;

pub use commit::Planned;
pub use edit::{EditError, apply};
pub use export::{export, export_file, read_outside, sha256_outside};
pub use lock::Lock;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::branch::{Change, FileChange, What};
use crate::error::{Excerpt, Failure, Fault, Place, Result};
use crate::record::{RelPath, Source};
use crate::words::{self, Text};

/// The file that makes a directory one of records.
pub const MARKER: &str = "zhibu.toml";

/// A directory of records.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
}

impl Store {
    /// Finds the directory: where `start` or the nearest folder above it has a `zhibu.toml`.
    pub fn find(start: &Path) -> Result<Self> {
        let absolute =
            std::path::absolute(start).map_err(|error| disk::failure(words::failed_to_list, start, &error))?;
        if !absolute.is_dir() {
            return Err(Failure::refused(words::no_folder(start.display().to_string())).into());
        }
        match absolute.ancestors().find(|folder| folder.join(MARKER).is_file()) {
            Some(root) => Ok(Self::at(root.to_owned())),
            None => {
                let fact = words::no_store(absolute.display().to_string());
                Err(Failure::from(Fault::new("no-store", fact)).cure(words::cure_init()).into())
            }
        }
    }

    /// The directory at a path, whether there is one or not.
    pub fn at(root: PathBuf) -> Self {
        Self { root }
    }

    /// Makes a directory with its first files; refused where one of them is there.
    pub fn create(root: &Path, files: &[(RelPath, String)]) -> Result<Self> {
        let mut made = Vec::new();
        let store = Self::at(std::path::absolute(root).unwrap_or_else(|_| root.to_owned()));
        let create =
            |(path, text): &(RelPath, String)| FileChange { path: path.clone(), what: What::Create(text.clone()) };
        let change = Change { files: files.iter().map(create).collect(), ..Change::default() };
        let created = disk::make_folders(&store.root, &mut made)
            .and_then(|()| store.preview(&change))
            .and_then(|_| store.lock("init", &mut |_| {}))
            .and_then(|lock| lock.commit(&change, &|_| vec![]));
        if created.is_err() && !made.is_empty() {
            let _ = fs::remove_dir_all(store.work());
            disk::remove_folders(&made);
        }
        created.map(|_| store)
    }

    /// The directory.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The text of a file; none where there is no such file.
    pub fn read(&self, path: &RelPath) -> Result<Option<Source>> {
        let Some(place) = self.file(path)? else { return Ok(None) };
        let bytes = match fs::read(&place) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.failure(words::failed_to_read, path, &error)),
        };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(Source { path: path.clone(), text: Arc::from(text) })),
            Err(error) => Err(Failure::from(not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to())).into()),
        }
    }

    /// The files right in a folder, by name, and faults for names that cannot be used; a folder that is not there is
    /// empty.
    pub fn list(&self, folder: &str) -> Result<(Vec<RelPath>, Vec<Fault>)> {
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        for (name, is_folder) in self.entries(folder)? {
            let below =
                |name: &str| RelPath::new(&if folder.is_empty() { name.into() } else { format!("{folder}/{name}") });
            match name.to_str().and_then(below) {
                _ if is_folder => {}
                Some(path) => files.push(path),
                None => {
                    let name = words::shown(&name.to_string_lossy());
                    let fault = Fault::new("odd-name", words::odd_name(name));
                    faults.push(Fault { place: RelPath::new(folder).map(Place::file), ..fault });
                }
            }
        }
        files.sort();
        faults.sort();
        Ok((files, faults))
    }

    /// The names of the folders right in a folder, in order.
    pub fn folders(&self, folder: &str) -> Result<Vec<String>> {
        let entries = self.entries(folder)?.into_iter().filter(|(_, is_folder)| *is_folder);
        let mut names: Vec<_> = entries.filter_map(|(name, _)| name.into_string().ok()).collect();
        names.sort();
        Ok(names)
    }

    /// Whether there is such a file inside the directory.
    pub fn exists(&self, path: &RelPath) -> bool {
        matches!(self.file(path), Ok(Some(_)))
    }

    /// The digest of a file in hexadecimal digits; none where there is no such file.
    pub fn sha256(&self, path: &RelPath) -> Result<Option<String>> {
        let Some(place) = self.file(path)? else { return Ok(None) };
        disk::sha256(&place).map(Some).map_err(|error| self.failure(words::failed_to_read, path, &error))
    }

    /// Takes the lock for a command, and completes what an earlier one left unfinished. Where another command holds it,
    /// `waiting` is told who, and the call waits.
    pub fn lock(&self, command: &str, waiting: &mut dyn FnMut(Text)) -> Result<Lock<'_>> {
        Lock::take(self, command, waiting)
    }

    /// Completes what a command left unfinished; for commands that only read. Nothing is locked where nothing is left.
    pub fn recover(&self, waiting: &mut dyn FnMut(Text)) -> Result<()> {
        match journal::pending(&self.work()) {
            true => self.lock("recover", waiting).map(drop),
            false => Ok(()),
        }
    }

    /// What a change would make of the files, without writing any.
    pub fn preview(&self, change: &Change) -> Result<Vec<Planned>> {
        commit::plan(self, change)
    }

    /// Where the working files are.
    fn work(&self) -> PathBuf {
        self.root.join(".zhibu")
    }

    /// A failure that names a file by its path in the directory.
    fn failure(&self, said: fn(String, Text) -> Text, path: &RelPath, error: &std::io::Error) -> anyhow::Error {
        disk::failure(said, Path::new(path.as_str()), error)
    }

    /// The place of a plain file on disk; none where there is nothing.
    fn file(&self, path: &RelPath) -> Result<Option<PathBuf>> {
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
    fn place(&self, path: &RelPath) -> Result<Option<PathBuf>> {
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
    fn target(&self, path: &RelPath) -> Result<PathBuf> {
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

    /// The names in a folder, and which of them are folders.
    fn entries(&self, folder: &str) -> Result<Vec<(std::ffi::OsString, bool)>> {
        let place = match RelPath::new(folder) {
            Some(path) => self.place(&path)?,
            None => Some(self.root.clone()),
        };
        let Some(place) = place else { return Ok(vec![]) };
        let fails = |error: &std::io::Error| disk::failure(words::failed_to_list, Path::new(folder), error);
        let entries = match fs::read_dir(&place) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(vec![]),
            Err(error) => return Err(fails(&error)),
        };
        let entry = |entry: std::io::Result<fs::DirEntry>| {
            let entry = entry?;
            let kind = entry.file_type()?;
            Ok((entry.file_name(), if kind.is_symlink() { entry.path().is_dir() } else { kind.is_dir() }))
        };
        entries.map(entry).collect::<std::io::Result<_>>().map_err(|error| fails(&error))
    }
}

/// A file that is no UTF-8, with the line of the first byte that is none.
fn not_utf8(path: &RelPath, bytes: &[u8], at: usize) -> Fault {
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let before = String::from_utf8_lossy(&bytes[start..at]).into_owned();
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let column = before.chars().count() + 1;
    let excerpt = Some(Excerpt { from: before.len(), to: before.len(), line: before });
    let place = Place { file: path.clone(), line, column, excerpt };
    let fault = Fault::new("not-utf8", words::not_utf8()).cure(words::cure_not_utf8());
    Fault { place: Some(place), ..fault }
}
