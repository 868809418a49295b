//! Words and files as a shell takes them, for calls that are told to a person.

use crate::record::RelPath;

/// A word as a shell takes it.
pub(in crate::cmd) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// Files as a shell takes them, each after a space.
pub(in crate::cmd) fn listed(paths: &[RelPath]) -> String {
    paths.iter().map(|path| format!(" {}", quoted(path.as_str()))).collect()
}
