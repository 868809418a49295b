//! What cannot be in a plan.

use super::context::Context;
use crate::error::Fault;
use crate::record::{PlanItem, Source};
use crate::words;

/// The items that count, each with its file.
pub(super) fn counting<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a Source, &'a PlanItem)> {
    context.branch.plan_items().filter(|(_, item)| item.struck.is_none())
}

/// Items that a meeting does, and that somebody says are done.
pub(super) fn done_by_hand(context: &Context<'_>) -> Vec<Fault> {
    let by_hand = counting(context).filter_map(|(source, item)| {
        let (kind, done) = item.kind.as_ref().zip(item.done.as_ref())?;
        let fact = words::plan_done_by_meeting(words::shown(&item.what), context.branch.kind_name(kind));
        Some(Fault::at("done-by-hand", source, &done.span, fact).cure(words::cure_plan_done_by_hand()))
    });
    by_hand.collect()
}
