//! The records there are, as the audit compares them.

use std::sync::Arc;

use crate::branch::Branch;
use crate::reckon::history::{Piece, pieces};

/// Every record of a branch that was read and that says on which day it happened, each with its line.
pub fn current(branch: &Branch) -> Vec<(Arc<Piece>, Option<usize>)> {
    let records = branch.files().into_iter().flat_map(|(source, _)| {
        let pieces = pieces(&source.path, &source.text).unwrap_or_default();
        pieces.into_iter().map(|piece| {
            let line = piece.span.as_ref().map(|span| source.line(span.start));
            (Arc::new(piece), line)
        })
    });
    records.filter(|(piece, _)| piece.happened().is_some()).collect()
}
