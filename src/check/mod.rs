//! The findings: what is wrong in the records, each rule a row of one table.

mod appraisal;
mod dues;
mod duties;
mod evidence;
mod files;
mod ids;
mod issues;
mod ledgers;
mod meetings;
mod people;
mod points;
mod posting;
mod talks;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::branch::Branch;
use crate::error::Fault;
use crate::record::{Day, RelPath};
use crate::report::{Cell, ColumnKind, Table};
use crate::words::{self, Text};

/// Everything the rules look at.
pub struct Look<'a> {
    /// The records that could be read, of all years.
    pub branch: &'a Branch,
    /// What was found while reading.
    pub reading: &'a [Fault],
    /// Every file of the directory, where records, rules and evidence stand.
    pub files: &'a [RelPath],
    /// The digests of the files that are named as evidence; none for a file that is not there.
    pub digests: &'a BTreeMap<RelPath, Option<String>>,
    /// The day.
    pub today: Day,
}

/// A rule: a code a user can type, and what it finds.
pub struct Rule {
    /// Its code, the same in every language and version.
    pub code: &'static str,
    /// What it finds; none for what reading and the rulebook's own checks tell.
    find: Option<fn(&Look<'_>) -> Vec<Fault>>,
}

const fn rule(code: &'static str, find: fn(&Look<'_>) -> Vec<Fault>) -> Rule {
    Rule { code, find: Some(find) }
}

const fn reading(code: &'static str) -> Rule {
    Rule { code, find: None }
}

/// Every rule, in the order of the alphabet.
pub const RULES: &[Rule] = &[
    rule("already-left", meetings::already_left),
    rule("appraised-twice", appraisal::appraised_twice),
    reading("bad-amount"),
    reading("bad-date"),
    reading("bad-hours"),
    reading("bad-id"),
    reading("bad-lang"),
    reading("bad-length"),
    reading("bad-month"),
    reading("bad-points"),
    reading("bad-time"),
    reading("bad-word"),
    rule("closed-by-owner", issues::closed_by_owner),
    rule("closed-early", issues::closed_early),
    reading("conflict-marker"),
    rule("control-character", people::control_character),
    rule("dates-order", people::dates_order),
    rule("deadline-early", issues::deadline_early),
    rule("duty-missed", duties::duty_missed),
    rule("evidence-changed", evidence::changed),
    rule("evidence-missing", evidence::missing),
    rule("evidence-outside", evidence::outside),
    rule("file-name", files::file_name),
    rule("future", meetings::future),
    rule("grade-share", appraisal::grade_share),
    rule("group-closed", people::group_closed),
    rule("hours-short", duties::hours_short),
    rule("item-not-by-hand", points::item_not_by_hand),
    rule("listed-twice", meetings::listed_twice),
    rule("made-up-early", meetings::made_up_early),
    reading("missing-key"),
    rule("no-amount", dues::no_amount),
    rule("no-class", ids::no_class),
    rule("no-closer", issues::no_closer),
    rule("no-decision", ids::no_decision),
    reading("no-file"),
    rule("no-grade", ids::no_grade),
    rule("no-group", ids::no_group),
    rule("no-item", ids::no_item),
    rule("no-kind", ids::no_kind),
    rule("no-link", ids::no_link),
    rule("no-mark", ids::no_mark),
    rule("no-measure", ids::no_measure),
    rule("no-meeting", appraisal::no_meeting),
    rule("no-member", ids::no_member),
    rule("no-post", ids::no_post),
    rule("no-reason", ids::no_reason),
    rule("no-standing", ids::no_standing),
    rule("no-study", ids::no_study),
    rule("no-talk-reason", ids::no_talk_reason),
    rule("not-due", meetings::not_due),
    rule("not-graded", appraisal::not_graded),
    reading("not-utf8"),
    rule("not-yet-joined", meetings::not_yet_joined),
    rule("objection-late", posting::objection_late),
    reading("odd-name"),
    reading("outside"),
    rule("points-range", points::points_range),
    rule("poll", appraisal::poll),
    rule("post-held-twice", people::post_held_twice),
    rule("posted-changed", posting::posted_changed),
    reading("rule-appraisal"),
    reading("rule-bands"),
    reading("rule-carry"),
    reading("rule-ceiling"),
    reading("rule-dates"),
    reading("rule-dues"),
    reading("rule-duty"),
    reading("rule-earned"),
    reading("rule-gap"),
    reading("rule-measure"),
    reading("rule-owed"),
    reading("rule-points"),
    reading("rule-reserved"),
    reading("rule-scope"),
    reading("rule-standard"),
    reading("rule-talks"),
    reading("rule-twice"),
    reading("rule-unknown-id"),
    rule("rules-changed", posting::rules_changed),
    rule("same-id", ledgers::same_id),
    rule("stray-file", files::stray_file),
    reading("syntax"),
    rule("talk-alone", talks::talk_alone),
    rule("talk-missed", talks::talk_missed),
    rule("talk-twice", talks::talk_twice),
    rule("term-over", duties::term_over),
    rule("two-places", meetings::two_places),
    reading("unknown-key"),
    rule("votes", meetings::votes),
    rule("wrong-month", ledgers::wrong_month),
    rule("wrong-scope", meetings::wrong_scope),
    reading("wrong-type"),
    rule("wrong-year", dues::wrong_year),
];

/// Every finding, in the order of files and lines.
pub fn findings(look: &Look<'_>) -> Vec<Fault> {
    let mut findings: Vec<_> = look.reading.to_vec();
    findings.extend(look.branch.rules.faults());
    findings.par_extend(RULES.par_iter().filter_map(|rule| rule.find).flat_map_iter(|find| find(look)));
    findings.sort();
    findings.dedup();
    findings
}

/// Findings as a table.
pub fn table(findings: &[Fault]) -> Table {
    use ColumnKind::{Id, Integer, Text as Words};
    let columns = [
        ("code", Id),
        ("severity", Words),
        ("file", Id),
        ("line", Integer),
        ("column", Integer),
        ("fact", Words),
        ("cure", Words),
        ("source", Words),
    ];
    let rows = findings.iter().map(|finding| {
        let place = finding.place.as_ref();
        let position = |number: Option<usize>| Cell::from(number.filter(|number| *number > 0));
        vec![
            Text::same(finding.code).into(),
            Cell::code(finding.severity.id(), words::severity(finding.severity.id())),
            place.map(|place| Text::same(place.file.as_str())).into(),
            position(place.map(|place| place.line)),
            position(place.map(|place| place.column)),
            finding.fact.clone().into(),
            finding.cure.clone().into(),
            finding.source.as_deref().map(Text::same).into(),
        ]
    });
    Table::new("findings", &columns, rows.collect())
}

impl Look<'_> {
    /// Whether there is a file of a record, be it readable or not.
    fn has_file(&self, path: &RelPath) -> bool {
        self.files.binary_search(path).is_ok()
    }
}

/// A cure that names the nearest known id.
fn did_you_mean<'a>(typed: &str, known: impl Iterator<Item = (&'a str, Text)>) -> Option<Text> {
    let known: Vec<_> = known.collect();
    let near = crate::record::nearest(typed, known.iter().map(|(id, _)| *id))?;
    let (_, name) = known.into_iter().find(|(id, _)| *id == near)?;
    Some(words::did_you_mean_named(near, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        let codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted);
    }
}
