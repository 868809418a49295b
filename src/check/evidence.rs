//! Evidence that is not what the record says.

use super::Look;
use crate::error::Fault;
use crate::record::{Evidence, RelPath, Source};
use crate::words;

/// What a record names as evidence, with its path where it lies below `evidence/`.
fn named<'a>(look: &'a Look<'_>) -> impl Iterator<Item = (&'a Source, &'a Evidence, Option<RelPath>)> {
    look.branch.evidence().map(|(source, evidence)| {
        let path = RelPath::new(&evidence.file).filter(|path| path.as_str().starts_with("evidence/"));
        (source, evidence, path)
    })
}

/// Files that say something else than when they were recorded.
pub(super) fn changed(look: &Look<'_>) -> Vec<Fault> {
    let changed = named(look).filter(|(_, evidence, path)| {
        let digest = path.as_ref().and_then(|path| look.digests.get(path)?.as_ref());
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
pub(super) fn missing(look: &Look<'_>) -> Vec<Fault> {
    let missing = named(look)
        .filter(|(_, _, path)| path.as_ref().is_some_and(|path| look.digests.get(path).is_none_or(Option::is_none)));
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
pub(super) fn outside(look: &Look<'_>) -> Vec<Fault> {
    named(look)
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
