//! What is right in a folder.

use crate::error::Fault;
use crate::record::RelPath;

/// What is right in a folder, each in order.
#[derive(Debug, Default)]
pub(super) struct Folder {
    pub(super) files: Vec<RelPath>,
    pub(super) folders: Vec<String>,
    /// Names that cannot be used.
    pub(super) faults: Vec<Fault>,
}
