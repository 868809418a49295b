//! Ledgers that git would not join line by line.

use super::context::Context;
use crate::branch::ledgers;
use crate::error::Fault;
use crate::record::RelPath;
use crate::words;

/// Ledgers of which `.gitattributes` does not say that git joins their lines: those of a directory that is older than
/// the sort of ledger. A directory without the file wants no attributes, and is let alone.
pub(super) fn no_union(context: &Context<'_>) -> Vec<Fault> {
    let Some(attributes) = context.attributes else { return vec![] };
    let clashes = ledgers().into_iter().filter(|files| {
        let folder = files.split_once('/').map_or("", |(folder, _)| folder);
        let is_of = |path: &&RelPath| path.folder() == folder && is_meant(files, path.as_str());
        context.files.iter().find(is_of).is_some_and(|ledger| !joins(&attributes.text, ledger.as_str()))
    });
    let fault = |files| Fault::of_file("no-union", &attributes.path, words::no_union(files));
    clashes.map(|files| fault(files).cure(words::cure_no_union(files))).collect()
}

/// Whether git joins the lines of a file; the last line of the attributes that speaks of it counts.
fn joins(attributes: &str, path: &str) -> bool {
    let mut joins = false;
    for line in attributes.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        if words.next().is_some_and(|pattern| is_meant(pattern, path)) {
            let speaks =
                |word: &&str| matches!(word.trim_start_matches(['-', '!']).split('=').next(), Some("merge" | "binary"));
            joins = words.rfind(speaks).map_or(joins, |word| word == "merge=union");
        }
    }
    joins
}

/// Whether a pattern means a file: without a slash, by its name, else by the whole path.
fn is_meant(pattern: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match pattern.strip_prefix('/') {
        Some(rooted) => matches(rooted.as_bytes(), path.as_bytes()),
        None if pattern.contains('/') => matches(pattern.as_bytes(), path.as_bytes()),
        None => matches(pattern.as_bytes(), name.as_bytes()),
    }
}

/// Whether a pattern with stars and question marks matches a text; only two stars cross a slash.
fn matches(mut pattern: &[u8], text: &[u8]) -> bool {
    // Where in the text the part of the pattern so far can end.
    let mut ends = vec![false; text.len() + 1];
    ends[0] = true;
    while let [byte, rest @ ..] = pattern {
        let (stars, rest) = match pattern {
            [b'*', b'*', b'/', rest @ ..] => (Some("**/"), rest),
            [b'*', b'*', rest @ ..] => (Some("**"), rest),
            [b'*', rest @ ..] => (Some("*"), rest),
            _ => (None, rest),
        };
        let mut next = vec![false; ends.len()];
        let mut is_open = false;
        for at in 0..ends.len() {
            let before = at.checked_sub(1).map(|at| text[at]);
            next[at] = match stars {
                Some("**/") => ends[at] || is_open && before == Some(b'/'),
                Some("**") => ends[at] || is_open,
                Some(_) => ends[at] || is_open && before != Some(b'/'),
                None => {
                    before.is_some_and(|before| ends[at - 1] && (before == *byte || *byte == b'?' && before != b'/'))
                }
            };
            is_open = match stars {
                Some("*") => next[at],
                _ => is_open || ends[at],
            };
        }
        (ends, pattern) = (next, rest);
    }
    ends[text.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_that_speaks_of_a_file_counts() {
        for (attributes, expected) in [
            ("", false),
            ("# study/*.toml merge=union\n", false),
            ("study/*.toml merge=union\n", true),
            ("/study/*.toml text merge=union\r\n", true),
            ("study/** merge=union", true),
            ("**/*.toml merge=union", true),
            ("*.toml merge=union", true),
            ("*.toml text", false),
            ("study/2026-1?.toml merge=union", true),
            ("stud/*.toml merge=union", false),
            ("*/2026-11.toml merge=union", true),
            ("**/study/*.toml merge=union", true),
            ("s*2026-11.toml merge=union", false),
            ("******************************x merge=union", false),
            ("study merge=union", false),
            ("points/*.toml merge=union", false),
            ("*.toml merge=union\nstudy/*.toml -merge", false),
            ("*.toml merge=union\nstudy/*.toml !merge", false),
            ("*.toml -merge\nstudy/*.toml merge=union", true),
            ("*.toml merge=union\nstudy/* text", true),
            ("*.toml merge=union\n* binary", false),
        ] {
            assert_eq!(joins(attributes, "study/2026-11.toml"), expected, "{attributes:?}");
        }
    }
}
