//! Problems whose deadline comes.

use super::item::{Due, until};
use crate::branch::{Branch, Query};
use crate::record::Period;
use crate::rulebook::Firm;
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().issues(until(window.first)).visits(until(window.first))
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let open = branch
        .issues
        .iter()
        .filter(|issue| issue.struck.is_none() && issue.is_open(window.first) && issue.deadline.value <= window.last);
    let dues = open.map(|issue| Due {
        id: format!("issue {}", issue.id()),
        until: issue.deadline.value,
        what: words::settle_issue(branch.issue_title(issue)),
        who: vec![(issue.owner.to_string(), branch.name(&issue.owner))],
        firm: Firm::Must,
        rule: Some(crate::reckon::Location::new(&issue.source, Some(&issue.deadline.span))),
        source: issue.visit.as_ref().and_then(|at| branch.inspection(at)).map(|visit| visit.visitor.as_str()),
        command: format!("zhibu issue close {} --by WHO", issue.id()),
        recurs: false,
    });
    dues.collect()
}
