//! A directory as it would be, or as it once was: texts that stand for those on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::commit::Copied;
use super::{Folder, Planned, Store};
use crate::record::RelPath;

/// Texts that stand for those on disk.
#[derive(Debug)]
pub(super) struct Overlay {
    /// What each file says; none for one that is gone.
    files: BTreeMap<RelPath, Option<Vec<u8>>>,
    /// Whether there are no others.
    pub(super) alone: bool,
}

impl Store {
    /// The directory as it would be after a change; only read from.
    #[must_use]
    pub fn after(&self, planned: &[Planned]) -> Self {
        let bytes = |planned: &Planned| match &planned.copy {
            None => Some(planned.new.clone().map(String::into_bytes)),
            Some(Copied::Bytes(bytes)) => Some(Some(bytes.to_vec())),
            Some(Copied::File(_)) => None,
        };
        let files = planned.iter().filter_map(|planned| Some((planned.path.clone(), bytes(planned)?)));
        self.over(Overlay { files: files.collect(), alone: false })
    }

    /// The directory with these files and no others; only read from.
    #[must_use]
    pub fn of_files(&self, files: BTreeMap<RelPath, Vec<u8>>) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path, Some(bytes)));
        self.over(Overlay { files: files.collect(), alone: true })
    }

    /// The directory where these files say something else, or are not there; only read from.
    #[must_use]
    pub fn as_staged(&self, files: BTreeMap<RelPath, Option<Vec<u8>>>) -> Self {
        self.over(Overlay { files, alone: false })
    }

    fn over(&self, overlay: Overlay) -> Self {
        Self { overlay: Some(Arc::new(overlay)), ..self.clone() }
    }
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
