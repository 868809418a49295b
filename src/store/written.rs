//! A value as a file has it.

use crate::record::Value;

/// A value's text with the file's line ends.
pub(super) fn written(value: &Value, eol: &str) -> String {
    value.to_string().replace('\n', eol)
}
