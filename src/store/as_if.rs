//! A directory as it would be, or as it once was.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::directory::Store;
use super::overlay::Overlay;
use super::plan::{Copied, Planned};
use crate::record::RelPath;

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
