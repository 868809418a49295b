//! Members who have taken part in nothing for months.

use super::item::{Due, identity};
use crate::branch::{Branch, Query};
use crate::reckon::{Lapsed, lapsed};
use crate::record::Period;
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().duties(Period::day(window.first)).owed(window.first)
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let dues = lapsed(branch, window.first).into_iter().map(|Lapsed { rule, member, months, last, step }| {
        let name = branch.name(member);
        Due {
            id: identity(["lapse", rule.id.as_str(), member.as_str(), &last.to_string()]),
            until: last.last(),
            what: words::lapsed(&name, months, rule.name(), step.name()),
            who: vec![(member.to_string(), name)],
            firm: rule.firm,
            rule: branch.duty_spot(&step.span),
            source: rule.source.as_deref(),
            command: format!("zhibu meeting list --member {member}"),
            recurs: false,
        }
    });
    dues.collect()
}
