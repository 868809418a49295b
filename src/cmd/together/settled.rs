//! A file of which something in dispute was settled.

use crate::branch::What;
use crate::record::RelPath;

/// A file of which something was settled.
pub(in crate::cmd) struct Settled {
    /// The file.
    pub(in crate::cmd) path: RelPath,
    /// What it becomes; nothing where it is right already.
    pub(in crate::cmd) what: Option<What>,
    /// Whether something is left in dispute.
    pub(in crate::cmd) left: bool,
    /// The records of it that were decided, and the keys.
    pub(in crate::cmd) decided: Vec<(String, Vec<String>)>,
}
