//! The rules: each a row of one table.

use super::context::Context;
use super::{
    agendas, appraisal, campaigns, chairs, committee, dues, duties, early, editions, evidence, files, gaps, groups,
    ids, issues, ledgers, meetings, people, plans, points, posting, posts, requests, seals, size, steps, talks, union,
    votes,
};
use crate::error::{Fault, Severity};

/// A rule: a code a user can type, and what it finds.
pub struct Rule {
    /// Its code, the same in every language and version.
    pub code: &'static str,
    /// How much what it finds weighs.
    pub severity: Severity,
    /// Whether what it finds weighs as much as the rule of the branch says, and that at most.
    pub by_rule: bool,
    /// What it finds; none for what reading and the rulebook's own checks tell.
    pub(super) find: Option<Find>,
}

/// How a rule looks for what is wrong.
type Find = fn(&Context<'_>) -> Vec<Fault>;

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
    pub(super) fn findings(&self, context: &Context<'_>) -> Vec<Fault> {
        let weigh = |fault: Fault| Fault { severity: self.severity.max(fault.severity), ..fault };
        self.find.map(|find| find(context)).unwrap_or_default().into_iter().map(weigh).collect()
    }
}

/// What another rule finds on its way.
const fn of_another(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Error, by_rule: false, find: None }
}

/// What is told of acceptances, once it is known what they accept.
const fn of_acceptances(code: &'static str, severity: Severity) -> Rule {
    Rule { code, severity, by_rule: false, find: None }
}

/// The rule of a code.
pub fn rule_of(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// Every rule, in the order of the alphabet.
pub const RULES: &[Rule] = &[
    as_a_rule("absent-without-reason", gaps::absent_without_reason),
    of_acceptances("acceptance-idle", Severity::Note),
    of_acceptances("acceptance-unknown", Severity::Error),
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
    as_a_rule("branch-large", size::large),
    must("branch-small", size::small),
    as_a_rule("chair-not-entitled", chairs::not_entitled),
    rule("closed-by-owner", issues::closed_by_owner),
    rule("closed-early", issues::closed_early),
    as_a_rule("committee-large", committee::large),
    must("committee-missing", committee::missing),
    must("committee-small", committee::small),
    rule("confirmer", points::confirmer),
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
    rule("number-twice", people::number_twice),
    rule("objection-late", posting::objection_late),
    reading("odd-name"),
    as_a_rule("open-seats", gaps::open_seats),
    reading("outside"),
    rule("outside-campaign", campaigns::outside_campaign),
    rule("payer-no-member", dues::payer_no_member),
    rule("period-unfit", duties::period_unfit),
    as_a_rule("plan-not-held", agendas::not_held),
    rule("points-range", points::points_range),
    rule("poll", appraisal::poll),
    rule("post-held-twice", people::post_held_twice),
    as_a_rule("post-seniority", posts::seniority),
    must("post-standing", posts::standing),
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
    rule("sitting-twice", meetings::sitting_twice),
    by_rule("step-amount", steps::amount),
    by_rule("step-early", steps::early),
    by_rule("step-late", steps::late),
    by_rule("step-meeting", steps::meeting),
    by_rule("step-missing", steps::missing),
    by_rule("step-order", steps::order),
    by_rule("step-overdue", steps::overdue),
    by_rule("step-people", steps::people),
    note("step-provisional", steps::provisional),
    as_a_rule("step-standing", steps::standing),
    must("step-twice", steps::twice),
    rule("stray-file", files::stray_file),
    of_another("struck-twin"),
    reading("syntax"),
    rule("talk-alone", talks::talk_alone),
    by_rule("talk-missed", talks::talk_missed),
    note("talk-twice", talks::talk_twice),
    by_rule("term-over", duties::term_over),
    rule("too-early", early::too_early),
    must("too-few-candidates", votes::too_few_candidates),
    rule("too-many-votes", votes::too_many),
    rule("two-groups", people::two_groups),
    rule("two-places", meetings::two_places),
    reading("unknown-key"),
    rule("votes", votes::below_nothing),
    rule("votes-add-up", votes::add_up),
    rule("votes-apart", votes::apart),
    as_a_rule("votes-missing", votes::missing),
    rule("wrong-month", ledgers::wrong_month),
    rule("wrong-scope", meetings::wrong_scope),
    reading("wrong-type"),
    rule("wrong-year", ledgers::wrong_year),
];

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
