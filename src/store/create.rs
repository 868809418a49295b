//! A directory of records is made.

use std::fs;
use std::path::Path;

use super::directory::Store;
use super::disk;
use super::lock::Waiting;
use crate::branch::{Change, FileChange, What};
use crate::error::Result;
use crate::record::RelPath;

impl Store {
    /// Makes a directory with its first files; refused where one of them is there.
    pub fn create(root: &Path, files: &[(RelPath, String)]) -> Result<Self> {
        let mut made = Vec::new();
        let (store, change) = Self::new_directory(root, files);
        let created = disk::make_folders(&store.root, &mut made)
            .and_then(|()| store.preview(&change))
            .and_then(|_| store.lock("init", &mut Waiting::default()))
            .and_then(|lock| lock.commit(&change, &|_| vec![]));
        if created.is_err() && !made.is_empty() {
            let _ = fs::remove_dir_all(store.work());
            disk::remove_folders(&made);
        }
        created?;
        // There may be a repository from now on, in which they belong then.
        let _ = fs::remove_dir_all(store.work());
        Ok(store)
    }

    /// Whether a new directory could be made; writes nothing.
    ///
    /// # Errors
    /// Anything that stands where a file would be made.
    pub fn preview_new(root: &Path, files: &[(RelPath, String)]) -> Result<()> {
        let (store, change) = Self::new_directory(root, files);
        store.preview(&change).map(drop)
    }

    /// The place of a new directory, and its first change.
    fn new_directory(root: &Path, files: &[(RelPath, String)]) -> (Self, Change) {
        let store = Self::at(std::path::absolute(root).unwrap_or_else(|_| root.to_owned()));
        let create =
            |(path, text): &(RelPath, String)| FileChange { path: path.clone(), what: What::Create(text.clone()) };
        (store, Change { files: files.iter().map(create).collect(), ..Change::default() })
    }
}
