//! What cannot be in the ledger of requests.

use super::context::Context;
use crate::error::Fault;
use crate::record::{Request, Source};
use crate::words;

/// The requests that count, each with its file.
pub(super) fn counting<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a Source, &'a Request)> {
    context.branch.asked().filter(|(_, request)| request.struck.is_none())
}

/// Requests delivered before they were made.
pub(super) fn delivered_early(context: &Context<'_>) -> Vec<Fault> {
    let early = counting(context).filter_map(|(source, request)| {
        let asked = request.date.value;
        let delivered = request.delivered.as_ref().filter(|delivered| delivered.value < asked)?;
        let fact = words::delivered_early(delivered.value, asked);
        Some(Fault::at("delivered-early", source, &delivered.span, fact))
    });
    early.collect()
}

/// Requests whose last day is before they were made.
pub(super) fn deadline_early<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Fault> + 'a {
    counting(context).filter_map(|(source, request)| {
        let asked = request.date.value;
        let until = request.until.as_ref().filter(|until| until.value < asked)?;
        Some(Fault::at("deadline-early", source, &until.span, words::until_before_asked(until.value, asked)))
    })
}
