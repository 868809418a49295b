//! What cannot be in the record of a problem.

use super::context::Context;
use super::{requests, tasks};
use crate::branch::{Filed, issue_path};
use crate::error::Fault;
use crate::record::Issue;
use crate::words;

/// The problems that count.
pub(super) fn counting<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Filed<Issue>> {
    context.branch.issues.iter().filter(|issue| issue.struck.is_none())
}

/// Problems closed by their owner.
pub(super) fn closed_by_owner(context: &Context<'_>) -> Vec<Fault> {
    let by_owner = counting(context).filter_map(|issue| {
        let by = issue.closed_by.as_ref().filter(|by| by.value == issue.owner.value)?;
        let fault =
            Fault::at("closed-by-owner", &issue.source, &by.span, words::closed_by_owner(context.branch.name(by)));
        Some(fault.cure(words::cure_closed_by_owner()))
    });
    by_owner.collect()
}

/// Problems closed, or worked on, before they were found; tasks done before they were decided.
pub(super) fn closed_early(context: &Context<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for issue in counting(context) {
        let found = issue.found.value;
        let done = issue.progress.iter().map(|progress| &progress.date);
        let again = issue.reopened.iter().flat_map(|again| again.closed.iter().chain([&again.date]));
        for day in issue.closed.iter().chain(done).chain(again).filter(|day| day.value < found) {
            let fact = words::before_found(day.value, found);
            faults.push(Fault::at("closed-early", &issue.source, &day.span, fact));
        }
    }
    faults.extend(tasks::done_early(context));
    faults
}

/// Deadlines before the problem was found, before the request was made, or before the task was decided.
pub(super) fn deadline_early(context: &Context<'_>) -> Vec<Fault> {
    let early = counting(context).filter(|issue| issue.deadline.value < issue.found.value).map(|issue| {
        let fact = words::deadline_early(issue.deadline.value, issue.found.value);
        Fault::at("deadline-early", &issue.source, &issue.deadline.span, fact)
    });
    early.chain(requests::deadline_early(context)).chain(tasks::until_early(context)).collect()
}

/// Problems that are closed, and nobody says by whom.
pub(super) fn no_closer(context: &Context<'_>) -> Vec<Fault> {
    let by_nobody = counting(context).filter_map(|issue| match (&issue.closed, &issue.closed_by) {
        (Some(closed), None) => {
            let fault = Fault::at("no-closer", &issue.source, &closed.span, words::closed_by_nobody());
            Some(fault.cure(words::cure_closed_by_nobody()))
        }
        _ => None,
    });
    by_nobody.collect()
}

/// Problems whose file is not named by the day they were found and an id.
pub(super) fn file_name(context: &Context<'_>) -> Vec<Fault> {
    let misnamed = context.branch.issues.iter().filter_map(|issue| {
        let right = issue_path(issue.found.value, issue.id());
        let path = &issue.source.path;
        let fault = || Fault::of_file("file-name", path, words::misnamed_issue()).cure(words::cure_rename(&right));
        (*path != right).then(fault)
    });
    misnamed.collect()
}
