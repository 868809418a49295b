//! What cannot be in lists that were posted, and what has changed since.

use super::context::Context;
use crate::error::Fault;
use crate::reckon::{is_outdated, reckon, recounted};
use crate::record::Period;
use crate::words::{self, Text};

/// Objections without an answer after the last day on which any were taken.
pub(super) fn objection_late(context: &Context<'_>) -> Vec<Fault> {
    let postings = context.branch.postings_by_period();
    let open = context.branch.objections().filter(|(_, _, objection)| objection.is_open());
    let late = open.filter_map(|(source, _, objection)| {
        let posting = postings.get(&objection.period.value)?;
        let until = posting.until.value;
        (until < context.today).then(|| {
            let name = context.branch.name(&objection.member);
            let fact = words::objection_late(name, objection.period.value, until);
            Fault::at("objection-late", source, &objection.id.span, fact).cure(words::cure_objections_open())
        })
    });
    late.collect()
}

/// Figures that are no longer those that were posted, unless an objection was upheld and the period is still open.
pub(super) fn posted_changed(context: &Context<'_>) -> Vec<Fault> {
    let posted: Vec<_> = context.branch.postings().map(|(_, _, posting)| posting.period.value).collect();
    let first = posted.iter().map(|period| period.first).min();
    let last = posted.iter().map(|period| period.last).max();
    let Some(all) = first.zip(last).and_then(|(first, last)| Period::new(first, last)) else {
        return vec![];
    };
    // A figure reckoned by rules that contradict one another tells nothing.
    if context.branch.rules.points.is_none() || !context.branch.rules.faults().is_empty() {
        return vec![];
    }
    let accounts = reckon(context.branch, all, all.last);
    let changed = context.branch.postings().filter(|(_, _, posting)| is_outdated(context.branch, &accounts, posting));
    let faults = changed.map(|(source, _, posting)| {
        let period = posting.period.value;
        let fact = words::posted_changed(period, posting.date.value);
        let of_program = recounted("points", posting.date.value);
        let cure = Text::clauses(std::iter::once(words::cure_posted_changed(period)).chain(of_program));
        Fault::at("posted-changed", source, &posting.period.span, fact).cure(cure)
    });
    faults.collect()
}

/// Rules that were changed for a period whose points had been posted by them.
pub(super) fn rules_changed(context: &Context<'_>) -> Vec<Fault> {
    if context.branch.postings().next().is_none() {
        return vec![];
    }
    let Some(mut digests) = context.branch.rules.points_digests() else { return vec![] };
    let changed = context.branch.postings().filter(|(_, _, posting)| digests.of(posting.period.value) != posting.rules);
    let faults = changed.map(|(source, _, posting)| {
        let period = posting.period.value;
        let fact = words::rules_changed(period, posting.date.value);
        Fault::at("rules-changed", source, &posting.date.span, fact).cure(words::cure_rules_changed(period))
    });
    faults.collect()
}
