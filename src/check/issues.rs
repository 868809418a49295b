//! What cannot be in the record of a problem.

use super::context::Look;
use super::{requests, tasks};
use crate::branch::{Filed, issue_path};
use crate::error::Fault;
use crate::record::Issue;
use crate::words;

/// The problems that count.
pub(super) fn counting<'a>(look: &'a Look<'_>) -> impl Iterator<Item = &'a Filed<Issue>> {
    look.branch.issues.iter().filter(|issue| issue.struck.is_none())
}

/// Problems closed by their owner.
pub(super) fn closed_by_owner(look: &Look<'_>) -> Vec<Fault> {
    let by_owner = counting(look).filter_map(|issue| {
        let by = issue.closed_by.as_ref().filter(|by| by.value == issue.owner.value)?;
        let fault = Fault::at("closed-by-owner", &issue.source, &by.span, words::closed_by_owner(look.branch.name(by)));
        Some(fault.cure(words::cure_closed_by_owner()))
    });
    by_owner.collect()
}

/// Problems closed, or worked on, before they were found; tasks done before they were decided.
pub(super) fn closed_early(look: &Look<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for issue in counting(look) {
        let found = issue.found.value;
        let done = issue.progress.iter().map(|progress| &progress.date);
        let again = issue.reopened.iter().flat_map(|again| again.closed.iter().chain([&again.date]));
        for day in issue.closed.iter().chain(done).chain(again).filter(|day| day.value < found) {
            let fact = words::before_found(day.value, found);
            faults.push(Fault::at("closed-early", &issue.source, &day.span, fact));
        }
    }
    faults.extend(tasks::done_early(look));
    faults
}

/// Deadlines before the problem was found, before the request was made, or before the task was decided.
pub(super) fn deadline_early(look: &Look<'_>) -> Vec<Fault> {
    let early = counting(look).filter(|issue| issue.deadline.value < issue.found.value).map(|issue| {
        let fact = words::deadline_early(issue.deadline.value, issue.found.value);
        Fault::at("deadline-early", &issue.source, &issue.deadline.span, fact)
    });
    early.chain(requests::deadline_early(look)).chain(tasks::until_early(look)).collect()
}

/// Problems that are closed, and nobody says by whom.
pub(super) fn no_closer(look: &Look<'_>) -> Vec<Fault> {
    let by_nobody = counting(look).filter_map(|issue| match (&issue.closed, &issue.closed_by) {
        (Some(closed), None) => {
            let fault = Fault::at("no-closer", &issue.source, &closed.span, words::closed_by_nobody());
            Some(fault.cure(words::cure_closed_by_nobody()))
        }
        _ => None,
    });
    by_nobody.collect()
}

/// Problems whose file is not named by the day they were found and an id.
pub(super) fn file_name(look: &Look<'_>) -> Vec<Fault> {
    let misnamed = look.branch.issues.iter().filter_map(|issue| {
        let right = issue_path(issue.found.value, issue.id());
        let path = &issue.source.path;
        let fault = || Fault::of_file("file-name", path, words::misnamed_issue()).cure(words::cure_rename(&right));
        (*path != right).then(fault)
    });
    misnamed.collect()
}
