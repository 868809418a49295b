//! What the findings look for, and why: of one code at length, of all in a line each.

use std::collections::BTreeMap;

use super::rules::{RULES, Rule, rule_of};
use crate::error::Fault;
use crate::record::nearest;
use crate::report::{Cell, ColumnKind, Page, Table};
use crate::rulebook::Rulebook;
use crate::words::{self, Explanation, Text};

/// What is told of a rule.
fn explanation(rule: &Rule) -> Option<Explanation> {
    words::explanations().find(|told| told.code == rule.code)
}

/// How much a rule weighs.
fn severity(rule: &Rule) -> Cell {
    match rule.by_rule {
        true => Cell::code("by-rule", words::severity("by-rule")),
        false => Cell::code(rule.severity.id(), words::severity(rule.severity.id())),
    }
}

/// What a finding looks for, why, how much it weighs, by which rule of this rulebook, with an example and the cure.
/// None where there is no such code.
pub fn explain(code: &str, rules: &Rulebook) -> Option<Page> {
    let rule = rule_of(code)?;
    let told = explanation(rule)?;
    let mut page = Page::new(Text::same(code));
    page.field("looks_for", told.what);
    page.field("why", told.why);
    page.field("severity", severity(rule));
    let sources = super::source::sources(code, rules);
    page.field("source", Cell::list(sources.into_iter().map(Text::same)));
    page.field("example", Text::same(told.example));
    page.field("cure", told.cure);
    Some(page)
}

/// Every code, with how much it weighs and what it looks for.
pub fn codes() -> Table {
    let columns = [("code", ColumnKind::Id), ("severity", ColumnKind::Text), ("looks_for", ColumnKind::Text)];
    let rows = RULES.iter().map(|rule| {
        let what = explanation(rule).map(|told| told.what);
        vec![Text::same(rule.code).into(), severity(rule), what.into()]
    });
    Table::new("codes", &columns, rows.collect())
}

/// Whether there is such a code.
pub fn is_code(typed: &str) -> bool {
    RULES.iter().any(|rule| rule.code == typed)
}

/// How many findings there are of each code, the most first.
pub fn summary(findings: &[Fault]) -> Table {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    findings.iter().for_each(|finding| *counts.entry(finding.code).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let columns = [("findings", ColumnKind::Integer), ("code", ColumnKind::Id), ("looks_for", ColumnKind::Text)];
    let rows = counts.into_iter().map(|(code, count)| {
        let rule = RULES.iter().find(|rule| rule.code == code);
        let what = rule.and_then(explanation).map(|told| told.what);
        vec![count.into(), Text::same(code).into(), what.into()]
    });
    Table::new("summary_of_findings", &columns, rows.collect())
}

/// The code nearest to one that does not exist.
pub fn nearest_code(typed: &str) -> Option<&'static str> {
    nearest(typed, RULES.iter().map(|rule| rule.code))
}
