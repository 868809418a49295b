//! What cannot be in the rules of how meetings decide.

use super::super::{BranchRules, MeetingRules, VoteRule};
use super::declared::{declared_classes, declared_kinds, declared_standings};
use super::found::{Dates, Declared, Faults};
use crate::record::Source;
use crate::words;

pub(super) fn votes(
    faults: &mut Faults<'_>,
    source: &Source,
    rules: &MeetingRules,
    branch: Option<&(Source, BranchRules)>,
) {
    let kinds = declared_kinds(source, rules);
    let ids = rules.decisions.iter().map(|decision| decision.id.as_str()).collect();
    let decisions = Declared { heading: "decision", file: &source.path, ids };
    let known = branch.map(|(source, branch)| (declared_standings(source, branch), declared_classes(source, branch)));
    for (at, rule) in rules.votes.iter().enumerate() {
        faults.dates(&dates(rule));
        rule.kinds.iter().for_each(|kind| faults.unknown(kind.as_str(), &kind.span, &kinds));
        rule.decisions.iter().for_each(|decision| faults.unknown(decision.as_str(), &decision.span, &decisions));
        if let Some((standings, classes)) = &known {
            rule.voters.iter().for_each(|standing| faults.unknown(standing.as_str(), &standing.span, standings));
            rule.without.iter().for_each(|class| faults.unknown(class.as_str(), &class.span, classes));
        }
        senseless(faults, rule);
        for other in &rules.votes[..at] {
            if let Some(day) = dates(rule).common(&dates(other)).filter(|_| both_decide(rule, other)) {
                let fact = words::votes_overlap(day, source.line(other.span.start));
                let cure = faults.cure_overlap(&dates(rule), &dates(other));
                faults.add("rule-twice", &rule.span, fact, cure);
            }
        }
    }
}

/// A rule that is for nothing, or says of what it does not have.
fn senseless(faults: &mut Faults<'_>, rule: &VoteRule) {
    if rule.kinds.is_empty() {
        faults.add("rule-vote", &rule.span, words::vote_of_no_kind(), words::cure_vote_of_no_kind());
    }
    if let Some(more) = rule.more_candidates.as_ref().filter(|more| more.value < 0) {
        let fact = words::candidates_below_nothing();
        faults.add("rule-vote", &more.span, fact, words::cure_candidates_below_nothing());
    }
    if let Some(of) = rule.majority_of.as_ref().filter(|_| rule.majority.is_none()) {
        faults.add("rule-vote", &of.span, words::majority_of_none(), words::cure_majority_of_none());
    }
    if let Some(always) = rule.always.as_ref().filter(|always| always.value) {
        if rule.quorum.is_none() {
            faults.add("rule-vote", &always.span, words::always_without_quorum(), words::cure_always_without_quorum());
        } else if !rule.decisions.is_empty() {
            faults.add("rule-vote", &always.span, words::always_of_decisions(), words::cure_always_of_decisions());
        }
    }
}

/// Whether two rules are for one decision of one kind of meeting.
fn both_decide(one: &VoteRule, other: &VoteRule) -> bool {
    let of_kind = one.kinds.iter().any(|kind| other.is_for(&kind.value));
    let both_all = one.decisions.is_empty() && other.decisions.is_empty();
    of_kind && (both_all || one.decisions.iter().any(|decision| other.names(&decision.value)))
}

fn dates(rule: &VoteRule) -> Dates<'_> {
    let until = rule.until.as_ref().map(|until| (until.value, &until.span));
    Dates { heading: &rule.span, from: rule.from.value, until }
}

#[cfg(test)]
mod tests {
    use super::super::tests::rulebook;
    use crate::words::Lang;

    /// What is said of some rules of votes, beside two kinds of meeting and two kinds of decision.
    #[track_caller]
    fn case(votes: &str, expected: &[(&str, &str)]) {
        let kinds = "[[kind]]\nid = \"general\"\nname = \"x\"\n[[kind]]\nid = \"board\"\nname = \"x\"\n";
        let decisions = "[[decision]]\nid = \"admission\"\nname = \"x\"\n[[decision]]\nid = \"budget\"\nname = \"x\"\n";
        let branch = "[[standing]]\nid = \"full\"\nname = \"x\"\n[[class]]\nid = \"suspended\"\nname = \"x\"\n";
        let rules = rulebook(&[("meetings.toml", &format!("{kinds}{decisions}{votes}")), ("branch.toml", branch)]);
        let faults = rules.faults();
        let told: Vec<_> = faults.iter().map(|fault| (fault.code, fault.fact.get(Lang::En))).collect();
        assert_eq!(told, expected, "{votes}");
    }

    #[test]
    fn rules_of_votes_are_for_something_and_one_at_a_time() {
        let general = "[[vote]]\nfrom = 2026-01-01\nkinds = [\"general\"]\n";
        case(
            &format!("{general}voters = [\"full\"]\nwithout = [\"suspended\"]\nquorum = \">= 1/2\"\nalways = true\n"),
            &[],
        );
        case(&format!("{general}{general}decisions = [\"admission\"]\n"), &[]);
        case(&format!("{general}decisions = [\"budget\"]\n{general}decisions = [\"admission\"]\n"), &[]);
        case(
            &format!("{general}until = 2026-01-31\n[[vote]]\nfrom = 2026-02-01\nkinds = [\"general\", \"board\"]\n"),
            &[],
        );
        case(
            &format!("{general}until = 2026-01-31\n[[vote]]\nfrom = 2026-01-31\nkinds = [\"general\", \"board\"]\n"),
            &[("rule-twice", "two rules of votes decide the same on 2026-01-31, the other one is in line 13")],
        );
        case(
            &format!("{general}decisions = [\"budget\", \"admission\"]\n{general}decisions = [\"admission\"]\n"),
            &[("rule-twice", "two rules of votes decide the same on 2026-01-01, the other one is in line 13")],
        );
        case("[[vote]]\nfrom = 2026-01-01\n", &[("rule-vote", "this rule is for no kind of meeting")]);
        case(&format!("{general}majority-of = \"due\"\n"), &[("rule-vote", "`majority-of` without a `majority`")]);
        case(&format!("{general}always = true\n"), &[("rule-vote", "`always` without a `quorum`")]);
        case(
            &format!("{general}decisions = [\"budget\"]\nquorum = \"> 1/2\"\nalways = true\n"),
            &[("rule-vote", "`always` is for the meeting, and this rule for some decisions alone")],
        );
        case(
            &format!("{general}until = 2025-12-31\n"),
            &[("rule-dates", "the last day, 2025-12-31, is before the first, 2026-01-01")],
        );
        case(
            "[[vote]]\nfrom = 2026-01-01\nkinds = [\"x\"]\ndecisions = [\"y\"]\nvoters = [\"z\"]\nwithout = [\"w\"]\n",
            &[
                ("rule-unknown-id", "no kind of meeting `x` in rules/meetings.toml"),
                ("rule-unknown-id", "no kind of decision `y` in rules/meetings.toml"),
                ("rule-unknown-id", "no standing `z` in rules/branch.toml"),
                ("rule-unknown-id", "no class `w` in rules/branch.toml"),
            ],
        );
    }
}
