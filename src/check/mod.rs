//! The findings: what is wrong in the records, each rule a row of one table.

mod accepted;
mod appraisal;
mod campaigns;
mod chairs;
mod committee;
mod dues;
mod duties;
mod early;
mod editions;
mod evidence;
mod explain;
mod files;
mod gaps;
mod groups;
mod ids;
mod in_order;
mod issues;
mod ledgers;
mod meetings;
mod people;
mod plans;
mod points;
mod posting;
mod requests;
mod seals;
mod seats;
mod source;
mod steps;
mod table;
mod talks;
mod union;
mod votes;
mod walk;

pub use accepted::{Pin, can_be_accepted};
pub use editions::edition_columns;
pub use explain::{codes, explain, nearest_code};
pub use table::{accepted_table, table};
pub use votes::contradictions;

use std::collections::BTreeMap;

use foldhash::HashMap;
use rayon::prelude::*;
use seats::Seats;
use walk::Walked;

use crate::branch::{Branch, FileKind, Filed};
use crate::error::{Fault, Severity};
use crate::record::{Acceptance, Day, Entry, GroupId, KindId, Meeting, RelPath, Source};
use crate::rulebook::Item;
use crate::words::{self, Text};

/// Everything the rules look at.
pub struct Look<'a> {
    /// The records that could be read, of all years.
    pub branch: &'a Branch,
    /// What was found while reading.
    pub reading: &'a [Fault],
    /// Every file of the directory, where records, rules and evidence stand.
    pub files: &'a [RelPath],
    /// `.gitattributes`; none where there is no such file.
    pub attributes: Option<&'a Source>,
    /// The digests of the files that are named as evidence; none for a file that is not there.
    pub digests: &'a BTreeMap<RelPath, Option<String>>,
    /// The day.
    pub today: Day,
    /// What was met on a walk over all of it.
    walked: Walked<'a>,
    /// How the people of the meetings that count fit those who were due, in the order of the meetings.
    seats: Vec<Seats<'a>>,
    /// The items of the awards that count, as they were on the day, in the order of the awards.
    items: Vec<Option<&'a Item>>,
    /// Whether everybody and every group could be read; otherwise nobody can say that there are too few.
    knows_everybody: bool,
}

/// What meetings at which the same people are due have in common: kind, group, and how many changes there were before; a
/// meeting that decided who somebody is, or was held before that was decided, has only itself.
type Occasion<'a> = (&'a KindId, Option<&'a GroupId>, usize, Option<&'a str>);

/// The occasion of a meeting.
fn occasion<'m>(branch: &Branch, turns: &[Day], meeting: &'m Filed<Meeting>) -> Occasion<'m> {
    let group = meeting.group.as_ref().map(|group| &group.value);
    let own = branch.decides(meeting).then(|| meeting.source.path.stem());
    (&meeting.kind.value, group, turns.partition_point(|turn| *turn <= meeting.date.value), own)
}

/// A rule: a code a user can type, and what it finds.
pub struct Rule {
    /// Its code, the same in every language and version.
    pub code: &'static str,
    /// How much what it finds weighs.
    pub severity: Severity,
    /// Whether what it finds weighs as much as the rule of the branch says, and that at most.
    pub by_rule: bool,
    /// What it finds; none for what reading and the rulebook's own checks tell.
    find: Option<Find>,
}

/// How a rule looks for what is wrong.
type Find = fn(&Look<'_>) -> Vec<Fault>;

/// What contradicts itself.
const fn rule(code: &'static str, find: Find) -> Rule {
    Rule { code, severity: Severity::Error, by_rule: false, find: Some(find) }
}

/// What offends a firm rule of the domain.
const fn must(code: &'static str, find: Find) -> Rule {
    Rule { code, severity: Severity::Must, by_rule: false, find: Some(find) }
}

/// What is as firm as the rule of the branch that it offends.
const fn by_rule(code: &'static str, find: Find) -> Rule {
    Rule { by_rule: true, ..must(code, find) }
}

/// What a person has to judge.
const fn as_a_rule(code: &'static str, find: Find) -> Rule {
    Rule { code, severity: Severity::AsARule, by_rule: false, find: Some(find) }
}

/// What is worth knowing.
const fn note(code: &'static str, find: Find) -> Rule {
    Rule { code, severity: Severity::Note, by_rule: false, find: Some(find) }
}

/// What reading and the rulebook's own checks tell.
const fn reading(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Error, by_rule: false, find: None }
}

impl Rule {
    /// What it finds; a fault that does not say how much it weighs weighs as much as the rule.
    fn findings(&self, look: &Look<'_>) -> Vec<Fault> {
        let weigh = |fault: Fault| Fault { severity: self.severity.max(fault.severity), ..fault };
        self.find.map(|find| find(look)).unwrap_or_default().into_iter().map(weigh).collect()
    }
}

/// What another rule finds on its way.
const fn of_another(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Error, by_rule: false, find: None }
}

/// What is told of acceptances, once it is known what they accept.
const fn of_acceptances(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Note, by_rule: false, find: None }
}

/// The rule of a code.
pub fn rule_of(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// Every rule, in the order of the alphabet.
pub const RULES: &[Rule] = &[
    as_a_rule("absent-without-reason", gaps::absent_without_reason),
    of_acceptances("acceptance-idle"),
    rule("acceptance-unknown", accepted::unknown),
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
    reading("bad-quota"),
    reading("bad-time"),
    reading("bad-word"),
    note("ballots-missing", votes::ballots_missing),
    as_a_rule("chair-not-entitled", chairs::not_entitled),
    rule("closed-by-owner", issues::closed_by_owner),
    rule("closed-early", issues::closed_early),
    as_a_rule("committee-large", committee::large),
    must("committee-missing", committee::missing),
    must("committee-small", committee::small),
    reading("conflict-marker"),
    rule("control-character", people::control_character),
    rule("dates-order", people::dates_order),
    rule("deadline-early", issues::deadline_early),
    must("decision-elsewhere", votes::elsewhere),
    rule("delivered-early", requests::delivered_early),
    rule("done-by-hand", plans::done_by_hand),
    by_rule("duty-missed", duties::duty_missed),
    rule("edition-unknown", editions::unknown),
    rule("evidence-changed", evidence::changed),
    rule("evidence-missing", evidence::missing),
    rule("evidence-outside", evidence::outside),
    rule("file-name", files::file_name),
    rule("future", meetings::future),
    reading("gone"),
    must("grade-missing", appraisal::grade_missing),
    as_a_rule("grade-share", appraisal::grade_share),
    rule("group-closed", people::group_closed),
    as_a_rule("group-core", groups::core),
    as_a_rule("group-leaderless", groups::leaderless),
    as_a_rule("group-small", groups::small),
    as_a_rule("groups-needed", groups::needed),
    by_rule("hours-short", duties::hours_short),
    rule("item-not-by-hand", points::item_not_by_hand),
    as_a_rule("leader-standing", groups::leader_standing),
    rule("listed-twice", meetings::listed_twice),
    rule("made-up-early", meetings::made_up_early),
    as_a_rule("meeting-twice", meetings::meeting_twice),
    reading("missing-key"),
    note("names-alike", people::names_alike),
    rule("no-amount", dues::no_amount),
    rule("no-campaign", ids::no_campaign),
    rule("no-class", ids::no_class),
    rule("no-closer", issues::no_closer),
    rule("no-decision", ids::no_decision),
    rule("no-edition", ids::no_edition),
    rule("no-entry", ids::no_entry),
    rule("no-exemplar", ids::no_exemplar),
    reading("no-file"),
    rule("no-grade", ids::no_grade),
    rule("no-group", ids::no_group),
    rule("no-item", ids::no_item),
    rule("no-kind", ids::no_kind),
    rule("no-link", ids::no_link),
    rule("no-mark", ids::no_mark),
    rule("no-measure", ids::no_measure),
    rule("no-meeting", ids::no_meeting),
    rule("no-member", ids::no_member),
    rule("no-post", ids::no_post),
    must("no-quorum", votes::no_quorum),
    rule("no-reason", ids::no_reason),
    rule("no-standing", ids::no_standing),
    rule("no-step", ids::no_step),
    rule("no-study", ids::no_study),
    rule("no-talk-reason", ids::no_talk_reason),
    note("no-union", union::no_union),
    rule("not-due", meetings::not_due),
    must("not-graded", appraisal::not_graded),
    note("not-scored", points::not_scored),
    reading("not-utf8"),
    rule("not-yet-joined", meetings::not_yet_joined),
    rule("objection-late", posting::objection_late),
    reading("odd-name"),
    as_a_rule("open-seats", gaps::open_seats),
    reading("outside"),
    rule("outside-campaign", campaigns::outside_campaign),
    rule("payer-no-member", dues::payer_no_member),
    rule("period-unfit", duties::period_unfit),
    rule("points-range", points::points_range),
    rule("poll", appraisal::poll),
    rule("post-held-twice", people::post_held_twice),
    rule("posted-changed", posting::posted_changed),
    as_a_rule("record-thin", gaps::record_thin),
    must("result-wrong", votes::result_wrong),
    reading("rule-appraisal"),
    reading("rule-bands"),
    reading("rule-carry"),
    reading("rule-ceiling"),
    reading("rule-dates"),
    reading("rule-dues"),
    reading("rule-duty"),
    reading("rule-earned"),
    reading("rule-gap"),
    reading("rule-holidays"),
    reading("rule-measure"),
    reading("rule-owed"),
    reading("rule-points"),
    reading("rule-reserved"),
    reading("rule-scope"),
    reading("rule-size"),
    reading("rule-standard"),
    reading("rule-steps"),
    reading("rule-talks"),
    reading("rule-twice"),
    reading("rule-unknown-id"),
    reading("rule-vote"),
    rule("rules-changed", posting::rules_changed),
    as_a_rule("same-evidence", evidence::same),
    rule("same-id", ledgers::same_id),
    rule("seal-broken", seals::broken),
    by_rule("step-amount", steps::amount),
    by_rule("step-early", steps::early),
    by_rule("step-late", steps::late),
    by_rule("step-meeting", steps::meeting),
    by_rule("step-missing", steps::missing),
    by_rule("step-order", steps::order),
    by_rule("step-people", steps::people),
    must("step-twice", steps::twice),
    rule("stray-file", files::stray_file),
    of_another("struck-twin"),
    reading("syntax"),
    rule("talk-alone", talks::talk_alone),
    by_rule("talk-missed", talks::talk_missed),
    note("talk-twice", talks::talk_twice),
    by_rule("term-over", duties::term_over),
    rule("too-early", early::too_early),
    rule("too-many-votes", votes::too_many),
    rule("two-groups", people::two_groups),
    rule("two-places", meetings::two_places),
    reading("unknown-key"),
    rule("votes", votes::below_nothing),
    rule("votes-add-up", votes::add_up),
    as_a_rule("votes-missing", votes::missing),
    rule("wrong-month", ledgers::wrong_month),
    rule("wrong-scope", meetings::wrong_scope),
    reading("wrong-type"),
    rule("wrong-year", ledgers::wrong_year),
];

/// What was found.
pub struct Findings {
    /// What stands open, in the order of files and lines.
    pub open: Vec<Fault>,
    /// What somebody let stand, in that order, each with its acceptance.
    pub accepted: Vec<(Fault, Acceptance)>,
}

/// Every finding.
pub fn findings(look: &Look<'_>) -> Findings {
    // Some take a hundred times as long as others: who is done with one takes the next.
    let of_records = || RULES.par_iter().with_max_len(1).flat_map_iter(|rule| rule.findings(look)).collect::<Vec<_>>();
    let (of_rules, of_records) = rayon::join(|| look.branch.rules.faults(), of_records);
    let mut findings = of_records;
    findings.extend(of_rules);
    findings.extend_from_slice(look.reading);
    findings.sort();
    findings.dedup();
    let (open, accepted) = accepted::parted(look, findings);
    Findings { open, accepted }
}

impl<'a> Look<'a> {
    /// All that is looked at on a day, but for the attributes.
    pub fn new(
        branch: &'a Branch,
        reading: &'a [Fault],
        files: &'a [RelPath],
        digests: &'a BTreeMap<RelPath, Option<String>>,
        today: Day,
    ) -> Self {
        let turns = branch.turns();
        let held: Vec<_> = branch.held().map(|meeting| (meeting, occasion(branch, &turns, meeting))).collect();
        let occasions: HashMap<_, _> = held.iter().map(|(meeting, occasion)| (*occasion, *meeting)).collect();
        let due: HashMap<_, _> =
            occasions.into_par_iter().map(|(occasion, meeting)| (occasion, branch.due_at(meeting))).collect();
        let seats = held.par_iter().map(|(meeting, occasion)| Seats::of(meeting, &due[occasion])).collect();
        let book = branch.rules.item_book();
        let items = branch.ledgers.par_iter().flat_map_iter(|ledger| {
            let counting = ledger.entries.iter().filter(|entry| entry.struck.is_none());
            counting.map(|entry| book.on(&entry.item, entry.date.value))
        });
        let items = items.collect();
        let is_of_people =
            |path: &&RelPath| matches!(path.folder(), "members" | "groups") && FileKind::of(path).is_some();
        let knows_everybody = files.iter().filter(is_of_people).count() == branch.members.len() + branch.groups.len();
        let walked = Walked::over(branch, today);
        Self { branch, reading, files, attributes: None, digests, today, walked, seats, items, knows_everybody }
    }

    /// The meetings that count, with how their people fit those who were due.
    fn seated(&self) -> impl Iterator<Item = (&'a Filed<Meeting>, &Seats<'a>)> {
        self.branch.held().zip(&self.seats)
    }

    /// The awards and deductions that count, each with its file, and with its item where the rules have it on that day.
    fn awards(&self) -> impl Iterator<Item = (&'a Source, &'a Entry, Option<&'a Item>)> {
        let counting = self.branch.entries().filter(|(_, entry)| entry.struck.is_none());
        counting.zip(&self.items).map(|((source, entry), item)| (source, entry, *item))
    }

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
