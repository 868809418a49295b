//! What cannot be in `rules/meetings.toml`.

use super::super::{BranchRules, Kind, MeetingRules, Scope};
use super::declared::{declared_kinds, declared_posts, declared_standings};
use super::found::Faults;
use crate::error::Fault;
use crate::record::Source;
use crate::words;

pub(super) fn faults(source: &Source, rules: &MeetingRules, branch: Option<&(Source, BranchRules)>) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.kinds.iter().map(|kind| (kind.id.as_str(), &kind.id.span)));
    faults.twice(rules.reasons.iter().map(|reason| (reason.id.as_str(), &reason.id.span)));
    faults.twice(rules.decisions.iter().map(|decision| (decision.id.as_str(), &decision.id.span)));
    let kinds = declared_kinds(source, rules);
    for kind in rules.decisions.iter().flat_map(|decision| &decision.kinds) {
        faults.unknown(kind.as_str(), &kind.span, &kinds);
    }
    for step in rules.kinds.iter().flat_map(|kind| &kind.prepares).filter(|step| step.days_before.value < 0) {
        faults.add("rule-dates", &step.days_before.span, words::prepared_after(), words::cure_prepared_after());
    }
    if let Some((branch_source, branch)) = branch {
        let posts = declared_posts(branch_source, branch);
        let standings = declared_standings(branch_source, branch);
        let then = rules.decisions.iter().filter_map(|decision| decision.then.as_ref());
        then.flat_map(|then| &then.posts).for_each(|post| faults.unknown(post.as_str(), &post.span, &posts));
        for kind in &rules.kinds {
            for standing in &kind.standings {
                faults.unknown(standing.as_str(), &standing.span, &standings);
            }
            let prepare = kind.prepares.iter().flat_map(|step| &step.posts);
            for post in kind.posts.iter().chain(&kind.chair).chain(&kind.delegates).chain(&kind.recorder).chain(prepare)
            {
                faults.unknown(post.as_str(), &post.span, &posts);
            }
            scope(&mut faults, kind, branch);
        }
    }
    super::votes::votes(&mut faults, source, rules, branch);
    faults.found
}

/// A group's meeting is attended by the members of a group.
fn scope(faults: &mut Faults<'_>, kind: &Kind, branch: &BranchRules) {
    let (Scope::Group, [], [first, ..]) = (kind.scope(), &kind.standings[..], &kind.posts[..]) else {
        return;
    };
    let found = |id| branch.posts.iter().find(|post| post.id.value == id);
    let of_branch = |id| found(id).is_some_and(|post| post.of_group != Some(true));
    if kind.posts.iter().all(|post| of_branch(post.value.clone())) {
        let fact = words::scope_without_group(&kind.id.value);
        faults.add("rule-scope", &first.span, fact, words::cure_scope_without_group());
    }
}
