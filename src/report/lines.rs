//! Where the lines of a file begin.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::reckon::Spot;
use crate::record::RelPath;
use crate::words::Text;

/// Where the lines of each file begin. They are counted once a file: to count anew for each of a ledger's lines would
/// take the square of its length.
#[derive(Default)]
pub(super) struct Lines(RefCell<BTreeMap<RelPath, Vec<usize>>>);

impl Lines {
    /// The line of a part of a file, from 1.
    pub(super) fn line(&self, spot: &Spot<'_>) -> usize {
        let source = spot.source();
        let mut files = self.0.borrow_mut();
        if !files.contains_key(&source.path) {
            let begin = source.text.match_indices('\n').map(|(newline, _)| newline + 1);
            files.insert(source.path.clone(), std::iter::once(0).chain(begin).collect());
        }
        files.get(&source.path).map_or(1, |begin| begin.partition_point(|begin| *begin <= spot.start()))
    }

    /// A part of a file as `file:line`.
    pub(super) fn at(&self, spot: &Spot<'_>) -> Text {
        Text::same(format!("{}:{}", spot.source().path, self.line(spot)))
    }
}
