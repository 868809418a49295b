//! Problems whose deadline comes.

use super::Due;
use crate::branch::Branch;
use crate::record::Period;
use crate::rulebook::Firm;
use crate::words;

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let open = branch
        .issues
        .iter()
        .filter(|issue| issue.struck.is_none() && issue.is_open(window.first) && issue.deadline.value <= window.last);
    let dues = open.map(|issue| Due {
        until: issue.deadline.value,
        what: words::settle_issue(branch.issue_title(issue)),
        who: vec![(issue.owner.to_string(), branch.name(&issue.owner))],
        firm: Firm::Must,
        rule: Some(crate::reckon::Spot::new(&issue.source, Some(&issue.deadline.span))),
        source: None,
        command: format!("zhibu issue close {} --by WHO", issue.id()),
    });
    dues.collect()
}
