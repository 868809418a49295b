//! The records there are, as the audit compares them.

use std::sync::Arc;

use crate::branch::Branch;
use crate::reckon::history::{Piece, pieces};
use crate::record::Source;

/// Every record of a branch that was read and that says on which day it happened, each with its line.
pub fn current(branch: &Branch) -> Vec<(Arc<Piece>, Option<usize>)> {
    let mut sources: Vec<&Source> = Vec::new();
    sources.extend(branch.meetings.iter().map(|file| &file.source));
    sources.extend(branch.issues.iter().map(|file| &file.source));
    sources.extend(branch.ledgers.iter().map(|file| &file.source));
    sources.extend(branch.study.iter().map(|file| &file.source));
    sources.extend(branch.talk_files.iter().map(|file| &file.source));
    sources.extend(branch.dues.iter().map(|file| &file.source));
    sources.extend(branch.appraisals.iter().map(|file| &file.source));
    sources.extend(branch.requests.iter().map(|file| &file.source));
    sources.extend(branch.task_files.iter().map(|file| &file.source));
    sources.extend(branch.figure_files.iter().map(|file| &file.source));
    sources.extend(branch.accepted.iter().map(|file| &file.source));
    sources.extend(branch.members.values().map(|file| &file.source));
    let records = sources.into_iter().flat_map(|source| {
        let pieces = pieces(&source.path, &source.text).unwrap_or_default();
        pieces.into_iter().map(|piece| {
            let line = piece.span.as_ref().map(|span| source.line(span.start));
            (Arc::new(piece), line)
        })
    });
    records.filter(|(piece, _)| piece.happened().is_some()).collect()
}
