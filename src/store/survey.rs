//! Reads the whole directory, for `check`.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::directory::Store;
use super::folder::Folder;
use super::load::Listing;
use super::work::OWN;
use super::{Loaded, Query};
use crate::branch::folders;
use crate::error::Result;
use crate::record::{RelPath, Source};

/// Everything there is in a directory.
#[derive(Debug)]
pub struct Survey {
    /// The records that could be read, and what is wrong with the others.
    pub loaded: Loaded,
    /// Every file where records, rules and evidence stand, in order.
    pub files: Vec<RelPath>,
    /// `.gitattributes`, where it can be read.
    pub attributes: Option<Source>,
    /// The digests of the files that are named as evidence; none for a file that is not there.
    pub digests: BTreeMap<RelPath, Option<String>>,
}

impl Store {
    /// Reads everything.
    ///
    /// # Errors
    /// A newer `schema` than this program knows, or a folder that cannot be listed.
    pub fn survey(&self) -> Result<Survey> {
        self.steadily(Self::survey_once)
    }

    fn survey_once(&self) -> Result<Survey> {
        let (mut loaded, listing) = self.gather_listed(&Query::everything(), || self.list_all())?;
        let mut files = Vec::new();
        for folder in listing.into_values() {
            files.extend(folder.files);
            loaded.faults.extend(folder.faults);
        }
        files.sort();
        let mut digests = BTreeMap::new();
        for (_, evidence) in loaded.branch.evidence() {
            let Some(path) = RelPath::new(&evidence.file).filter(|path| path.as_str().starts_with("evidence/")) else {
                continue;
            };
            // A file that leads out or cannot be read is as good as none.
            let digest = self.sha256(&path).unwrap_or_default();
            digests.insert(path, digest);
        }
        let attributes = RelPath::new(".gitattributes").and_then(|path| self.read(&path).unwrap_or_default());
        Ok(Survey { loaded, files, attributes, digests })
    }

    /// Every other file of the directory, but for the working files and those of git: what was exported, templates, pages.
    ///
    /// # Errors
    /// A folder that cannot be listed.
    pub fn others(&self, files: &[RelPath]) -> Result<Vec<RelPath>> {
        let top = self.look("")?;
        let folders = top.folders.iter().filter(|name| ![".git", OWN].contains(&name.as_str()));
        let below = folders.map(|name| self.list_below(name)).collect::<Result<Vec<_>>>()?;
        let below = below.into_iter().flatten().flat_map(|(_, folder)| folder.files);
        Ok(top.files.into_iter().chain(below).filter(|path| !files.contains(path)).collect())
    }

    /// What is in every folder where records, rules and evidence stand.
    fn list_all(&self) -> Result<Listing> {
        let root = [(String::new(), self.look("")?)];
        let folders: Vec<_> = folders().into_iter().collect();
        let below: Vec<_> = folders.par_iter().map(|folder| self.list_below(folder)).collect::<Result<_>>()?;
        Ok(root.into_iter().chain(below.into_iter().flatten()).collect())
    }

    /// What is in a folder and those in it.
    fn list_below(&self, folder: &str) -> Result<Vec<(String, Folder)>> {
        let found = self.look(folder)?;
        let below = found.folders.par_iter().filter_map(|name| RelPath::below(folder, name));
        let below: Vec<_> = below.map(|below| self.list_below(below.as_str())).collect::<Result<_>>()?;
        Ok(below.into_iter().flatten().chain([(folder.to_owned(), found)]).collect())
    }
}
