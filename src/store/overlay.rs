//! Texts that stand for those on disk.

use std::collections::{BTreeMap, BTreeSet};

use super::folder::Folder;
use crate::record::RelPath;

/// Texts that stand for those on disk.
#[derive(Debug)]
pub(super) struct Overlay {
    /// What each file says; none for one that is gone.
    pub(super) files: BTreeMap<RelPath, Option<Vec<u8>>>,
    /// Whether there are no others.
    pub(super) alone: bool,
}

impl Overlay {
    /// What it says of a file: its bytes, or that there is none; nothing where the disk is to say it.
    pub(super) fn bytes(&self, path: &RelPath) -> Option<Option<Vec<u8>>> {
        match self.files.get(path) {
            Some(bytes) => Some(bytes.clone()),
            None => self.alone.then_some(None),
        }
    }

    /// What is in a folder, by what is there on disk.
    pub(super) fn lay_over(&self, folder: &str, found: Folder) -> Folder {
        let (mut files, mut folders): (BTreeSet<_>, BTreeSet<_>) =
            (found.files.into_iter().collect(), found.folders.into_iter().collect());
        for (path, bytes) in &self.files {
            let below = match folder {
                "" => Some(path.as_str()),
                _ => path.as_str().strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')),
            };
            match below.map(|below| below.split_once('/')) {
                Some(Some((name, _))) if bytes.is_some() => drop(folders.insert(name.to_owned())),
                Some(None) if bytes.is_some() => drop(files.insert(path.clone())),
                Some(None) => drop(files.remove(path)),
                _ => {}
            }
        }
        Folder { files: files.into_iter().collect(), folders: folders.into_iter().collect(), ..found }
    }
}
