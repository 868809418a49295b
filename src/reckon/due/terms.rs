//! Terms of office that end.

use super::item::{Due, identity};
use crate::branch::{Branch, Query};
use crate::reckon::{Term, terms};
use crate::record::Period;
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().duties(Period::day(window.first))
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let told = terms(branch, window.first).into_iter().filter(|term| {
        let remind = term.rule.remind.as_ref().map(|remind| remind.before(term.days.last, |day, _| day));
        term.days.last <= window.last || remind.is_some_and(|day| day <= window.first)
    });
    let dues = told.map(|Term { rule, days, holders }| Due {
        id: identity(["term", rule.id.as_str(), &days.first.to_string()]),
        until: days.last,
        what: words::term_ends(rule.name(), days.first, days.last),
        who: holders.iter().map(|member| (member.to_string(), branch.name(member))).collect(),
        firm: rule.firm,
        rule: branch.duty_spot(&rule.span),
        source: rule.source.as_deref(),
        command: format!("zhibu due --plan-back {} DATE", rule.id.value),
        recurs: false,
    });
    dues.collect()
}
