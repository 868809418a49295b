//! Evidence that is not what the record says.

use std::collections::HashMap;

use super::context::Context;
use crate::branch::Filed;
use crate::error::Fault;
use crate::record::{Evidence, Meeting, RelPath, Source};
use crate::words;

/// What a record names as evidence, with its path where it lies below `evidence/`.
fn named<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a Source, &'a Evidence, Option<RelPath>)> {
    context.branch.evidence().map(|(source, evidence)| {
        let path = RelPath::new(&evidence.file).filter(|path| path.as_str().starts_with("evidence/"));
        (source, evidence, path)
    })
}

/// Files that say something else than when they were recorded.
pub(super) fn changed(context: &Context<'_>) -> Vec<Fault> {
    let changed = named(context).filter(|(_, evidence, path)| {
        let digest = path.as_ref().and_then(|path| context.digests.get(path)?.as_ref());
        digest.is_some_and(|digest| !digest.eq_ignore_ascii_case(&evidence.sha256))
    });
    changed
        .map(|(source, evidence, _)| {
            Fault::at(
                "evidence-changed",
                source,
                &evidence.sha256.span,
                words::evidence_changed(words::shown(&evidence.file)),
            )
        })
        .collect()
}

/// Files that are not there.
pub(super) fn missing(context: &Context<'_>) -> Vec<Fault> {
    let missing = named(context)
        .filter(|(_, _, path)| path.as_ref().is_some_and(|path| context.digests.get(path).is_none_or(Option::is_none)));
    missing
        .map(|(source, evidence, _)| {
            Fault::at(
                "evidence-missing",
                source,
                &evidence.file.span,
                words::evidence_missing(words::shown(&evidence.file)),
            )
        })
        .collect()
}

/// Files that are not below `evidence/`.
pub(super) fn outside(context: &Context<'_>) -> Vec<Fault> {
    named(context)
        .filter(|(_, _, path)| path.is_none())
        .map(|(source, evidence, _)| {
            Fault::at(
                "evidence-outside",
                source,
                &evidence.file.span,
                words::evidence_outside(words::shown(&evidence.file)),
            )
        })
        .collect()
}

/// Meetings that show the same picture: one file, or two files of one digest.
pub(super) fn same(context: &Context<'_>) -> Vec<Fault> {
    let mut first: HashMap<String, &Filed<Meeting>> = HashMap::new();
    let mut faults = Vec::new();
    for meeting in context.branch.held() {
        for evidence in &meeting.evidence {
            let keys = [evidence.file.to_string(), evidence.sha256.to_ascii_lowercase()];
            let others = keys.iter().filter_map(|key| first.get(key));
            if let Some(other) = others.into_iter().find(|other| other.source.path != meeting.source.path) {
                let fact = words::same_evidence(words::shown(&evidence.file), context.branch.title(other));
                faults.push(Fault::at("same-evidence", &meeting.source, &evidence.file.span, fact));
            }
            for key in keys {
                first.entry(key).or_insert(meeting);
            }
        }
    }
    faults
}
