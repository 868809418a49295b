//! Objections that wait for an answer, and lists of points that are to be posted or closed.

use std::collections::BTreeSet;

use super::item::Due;
use crate::branch::{Branch, Query};
use crate::reckon::responsible::charged;
use crate::reckon::{Location, scored_periods};
use crate::record::{Day, Period};
use crate::rulebook::{Chore, Firm};
use crate::words::{self, Text};

pub(super) fn query(window: Period) -> Query {
    Query::roll().owed(window.first)
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let day = window.first;
    let mut posted = branch.postings_by_period();
    posted.retain(|period, posting| branch.kept_from() <= period.last && posting.date.value <= day);
    let mut objected = BTreeSet::new();
    let mut owed = Vec::new();
    for (_, _, objection) in branch.objections().filter(|(_, _, objection)| objection.is_open_on(day)) {
        if objection.period.value.last < branch.kept_from() {
            continue;
        }
        let period = objection.period.value;
        objected.insert(period);
        let until = posted.get(&period).map_or(objection.date.value, |posting| posting.until.value);
        let name = branch.name(&objection.member);
        let command = format!("zhibu points correct {}", objection.id.value);
        owed.push(of_scheme(
            branch,
            period,
            until,
            vec![(objection.member.to_string(), name.clone())],
            words::due_objection(name, period),
            command,
        ));
    }
    for posting in posted.values().filter(|posting| posting.closed_by(day).is_none()) {
        let period = posting.period.value;
        if posting.until.value < day && !objected.contains(&period) {
            let command = format!("zhibu points close {period}");
            let who = charged(branch, Chore::Points, day);
            owed.push(of_scheme(branch, period, posting.until.value, who, words::due_close(period), command));
        }
    }
    // Whoever never posted a list does not owe one: it is the branch's own way of doing it.
    let began = posted.keys().map(|period| period.first).min();
    let missing = began.and_then(|began| Period::new(began, day)).map(|days| scored_periods(branch, days));
    for scored in missing.unwrap_or_default().into_iter().filter(|scored| scored.days.last < day) {
        if !posted.contains_key(&scored.days) {
            let command = format!("zhibu points post {}", scored.days);
            let until = scored.days.last.plus(1);
            let who = charged(branch, Chore::Points, day);
            owed.push(of_scheme(branch, scored.days, until, who, words::due_post(scored.days), command));
        }
    }
    owed
}

/// What the scheme of a period makes owed.
fn of_scheme(
    branch: &Branch,
    period: Period,
    until: Day,
    who: Vec<(String, Text)>,
    what: Text,
    command: String,
) -> Due<'_> {
    let scheme = branch.rules.scheme_on(period.first).zip(branch.rules.points.as_ref());
    Due {
        // What is to be done with which list or objection: the command says just that.
        id: command.clone(),
        until,
        what,
        who,
        firm: Firm::Must,
        rule: scheme.map(|(scheme, (source, _))| Location::new(source, Some(&scheme.span))),
        source: scheme.and_then(|(scheme, _)| scheme.source.as_deref()),
        command,
        recurs: false,
    }
}
