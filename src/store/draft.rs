//! Drafts: copies of records in which somebody writes, among the working files, until they are taken or given up.

use std::fs;
use std::path::{Path, PathBuf};

use super::directory::Store;
use super::disk;
use super::work::{hide, own_folder};
use crate::error::Result;
use crate::record::RelPath;
use crate::words;

impl Store {
    /// Makes a draft of a record; one that was left there before stays.
    ///
    /// # Errors
    /// A folder that cannot be written to.
    pub fn draft(&self, of: &RelPath, text: &str) -> Result<PathBuf> {
        let work = self.work();
        own_folder(&work)?;
        hide(&work)?;
        let folder = work.join("drafts");
        own_folder(&folder)?;
        let stem = of.as_str().trim_end_matches(".toml").replace('/', "-");
        let names = std::iter::once(stem.clone()).chain((2..).map(|number| format!("{stem}-{number}")));
        let free =
            names.map(|name| folder.join(format!("{name}.toml"))).find(|path| fs::symlink_metadata(path).is_err());
        let path = free.unwrap_or(folder);
        let fails = |error: std::io::Error| disk::failure(words::failed_to_write, &path, &error);
        disk::write_new(&path, |file| std::io::Write::write_all(file, text.as_bytes())).map_err(fails)?;
        Ok(path)
    }

    /// The drafts there are, each with its text.
    pub fn drafts(&self) -> Vec<(PathBuf, String)> {
        let found = fs::read_dir(self.work().join("drafts")).into_iter().flatten().flatten();
        let read =
            |path: PathBuf| fs::read(&path).ok().map(|bytes| (path, String::from_utf8_lossy(&bytes).into_owned()));
        let mut drafts: Vec<_> = found.filter_map(|entry| read(entry.path())).collect();
        drafts.sort();
        drafts
    }

    /// Gives a draft up; the folder goes with the last one.
    pub fn forget_draft(&self, path: &Path) {
        let _ = fs::remove_file(path);
        let _ = fs::remove_dir(self.work().join("drafts"));
    }
}
