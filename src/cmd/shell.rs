//! Files as a shell takes them, for calls that are told to a person.

use crate::record::RelPath;
use crate::words::quoted;

/// Files as a shell takes them, each after a space.
pub(in crate::cmd) fn listed(paths: &[RelPath]) -> String {
    paths.iter().map(|path| format!(" {}", quoted(path.as_str()))).collect()
}
