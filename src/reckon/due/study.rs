//! Hours of study that are still owed for the year.

use super::accepted::is_accepted;
use super::item::{Due, identity};
use crate::branch::{Branch, Query};
use crate::reckon::{Location, Studied, studied};
use crate::record::Period;
use crate::rulebook::{Firm, Owed};
use crate::words::{self, Text};

/// Those who are short of the hours of a rule in a year.
struct Short<'a> {
    rule: &'a Owed,
    year: Period,
    who: Vec<(String, Text)>,
}

pub(super) fn query(window: Period) -> Query {
    Query::roll().owed(window.first).accepted()
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let Some((source, _)) = &branch.rules.study else { return vec![] };
    let Some(since) = branch.owed_since().filter(|since| *since <= window.first) else { return vec![] };
    let years = Period { first: since, last: window.first }.years().filter_map(Period::year);
    let mut owed: Vec<Short<'_>> = Vec::new();
    for year in years.filter(|year| year.last <= window.last) {
        let seen = Period { first: year.first, last: year.last.min(window.first) };
        for Studied { member, owed: rule, of_year, of_rule, .. } in studied(branch, seen) {
            let is_there = branch.members.get(member).is_some_and(|record| record.is_there(window.first));
            let Some(rule) = rule.filter(|_| is_there && of_rule > of_year) else { continue };
            if is_accepted(branch, "hours-short", &format!("{year} {member}"), None, window.first) {
                continue;
            }
            let short = words::hours_short(branch.name(member), of_rule - of_year);
            let who = (member.to_string(), short);
            match owed.iter_mut().find(|short| std::ptr::eq(short.rule, rule) && short.year == year) {
                Some(short) => short.who.push(who),
                None => owed.push(Short { rule, year, who: vec![who] }),
            }
        }
    }
    let dues = owed.into_iter().map(|Short { rule, year, who }| Due {
        id: study_id(rule, year),
        until: year.last,
        what: words::hours_to_do(year.first.year(), rule.hours),
        who,
        firm: rule.firm.unwrap_or(Firm::AsARule),
        rule: Some(Location::new(source, Some(&rule.span))),
        source: rule.source.as_deref(),
        command: "zhibu study log WHO HOURS".to_owned(),
        recurs: true,
    });
    dues.collect()
}

/// What the hours of a rule in a year are: the rule has no id, but says from when it holds and for whom.
fn study_id(rule: &Owed, year: Period) -> String {
    let whom = rule.standings.iter().map(|one| one.as_str()).chain(rule.posts.iter().map(|one| one.as_str()));
    let head = ["hours".to_owned(), year.to_string(), rule.from.value.to_string()];
    identity(head.into_iter().chain(whom.map(str::to_owned)))
}
