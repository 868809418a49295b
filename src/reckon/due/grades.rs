//! Grades of the appraisal for which the points of a year wait.

use super::item::Due;
use crate::branch::{Branch, Query};
use crate::reckon::{Location, ungraded};
use crate::record::{Day, MemberId, Period};
use crate::rulebook::Firm;
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().owed(window.first)
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let day = window.first;
    let began = branch.rules.schemes().map(|scheme| scheme.from.value).min();
    let over = began.and_then(|began| Period::new(began.max(branch.kept_from()), day.minus(1)));
    let waiting = over.map(|over| ungraded(branch, over, day)).unwrap_or_default();
    let of_year = |(year, people): (i32, Vec<&MemberId>)| {
        let last = Day::new(year, 12, 31).unwrap_or(day);
        let rule = branch.rules.scheme_on(last).zip(branch.rules.points.as_ref());
        Due {
            id: format!("grades {year}"),
            until: last,
            what: words::due_grade(year),
            who: people.into_iter().map(|id| (id.to_string(), branch.name(id))).collect(),
            firm: Firm::Must,
            rule: rule.map(|(scheme, (source, _))| Location::new(source, Some(&scheme.span))),
            source: rule.and_then(|(scheme, _)| scheme.source.as_deref()),
            command: format!("zhibu appraisal record WHO GRADE --for {year}"),
            recurs: false,
        }
    };
    waiting.into_iter().map(of_year).collect()
}
