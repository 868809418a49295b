//! What a change would do to a file.

use similar::TextDiff;

use crate::words;

/// A unified diff of a file, from nothing where it is new, to nothing where it goes.
pub fn diff(path: &str, old: Option<&str>, new: Option<&str>) -> String {
    let name =
        |side: &str, text: Option<&str>| text.map_or_else(|| "/dev/null".to_owned(), |_| format!("{side}/{path}"));
    let (before, after) = (old.unwrap_or_default(), new.unwrap_or_default());
    let diff = TextDiff::from_lines(before, after);
    let unified = diff.unified_diff().header(&name("a", old), &name("b", new)).to_string();
    words::harmless(&unified.replace("\r\n", "\n")).into_owned()
}
