//! Replacing parts of a text.

use std::ops::Range;

/// A part of a text and what takes its place.
#[derive(Debug)]
pub(super) struct Splice {
    /// The part; empty where something is only put in.
    pub(super) span: Range<usize>,
    /// The new text.
    pub(super) new: String,
}

impl Splice {
    /// Puts a text in before a byte.
    pub(super) fn insert(at: usize, new: String) -> Self {
        Self { span: at..at, new }
    }
}

/// Makes all replacements; they do not overlap and stand in the order of the text.
pub(super) fn splice(text: &str, splices: &[Splice]) -> String {
    let mut new = String::with_capacity(text.len() + splices.iter().map(|splice| splice.new.len()).sum::<usize>());
    let mut at = 0;
    for splice in splices {
        new.push_str(&text[at..splice.span.start]);
        new.push_str(&splice.new);
        at = splice.span.end;
    }
    new.push_str(&text[at..]);
    new
}
