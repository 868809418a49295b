//! What cannot be in the tasks.

use super::context::Context;
use crate::error::Fault;
use crate::words;

/// Tasks done before they were decided.
pub(super) fn done_early<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Fault> + 'a {
    context.branch.tasks().filter_map(|(source, task)| {
        let (done, decided) = (task.done.as_ref()?, task.date.value);
        let fault = || Fault::at("closed-early", source, &done.span, words::before_decided(done.value, decided));
        (done.value < decided).then(fault)
    })
}

/// Tasks whose last day was over when they were decided.
pub(super) fn until_early<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Fault> + 'a {
    context.branch.tasks().filter_map(|(source, task)| {
        let (until, decided) = (task.until.as_ref()?, task.date.value);
        let fault =
            || Fault::at("deadline-early", source, &until.span, words::until_before_decided(until.value, decided));
        (until.value < decided).then(fault)
    })
}
