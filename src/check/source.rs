//! Which rules of the domain a finding rests on, as this rulebook names them.

use crate::rulebook::{Rulebook, VoteRule};

/// The sources of what a finding looks for, each once, in the order of the rules; none for what no rule of the domain
/// is about.
pub(super) fn sources<'a>(code: &str, rules: &'a Rulebook) -> Vec<&'a str> {
    let groups = || rules.branch.iter().filter_map(|(_, branch)| branch.groups.as_ref());
    let committee = || rules.branch.iter().filter_map(|(_, branch)| branch.committee.as_ref());
    let votes = |of: fn(&VoteRule) -> bool| rules.votes().filter(move |rule| of(rule)).map(|rule| rule.source.as_ref());
    let size = || rules.branch.iter().filter_map(|(_, branch)| branch.size.as_ref());
    let holders = || rules.branch.iter().flat_map(|(_, branch)| &branch.posts).filter_map(|post| post.holder.as_ref());
    let named: Vec<Option<&String>> = match code {
        "ballots-missing" => votes(|rule| rule.secret.unwrap_or(false)).collect(),
        "branch-large" | "branch-small" => size().map(|size| size.source.as_ref()).collect(),
        "chair-not-entitled" => {
            rules.kinds().filter(|kind| kind.chair_only.unwrap_or(false)).map(|kind| kind.source.as_ref()).collect()
        }
        "committee-large" | "committee-missing" | "committee-small" => {
            committee().map(|committee| committee.source.as_ref()).collect()
        }
        "decision-elsewhere" => {
            rules.decisions().filter(|kind| !kind.kinds.is_empty()).map(|kind| kind.source.as_ref()).collect()
        }
        "grade-share" => {
            rules.grades().filter(|grade| grade.most.is_some()).map(|grade| grade.source.as_ref()).collect()
        }
        "group-core" => groups().filter_map(|groups| groups.core.as_ref()).map(|core| core.source.as_ref()).collect(),
        "group-leaderless" | "leader-standing" => {
            groups().filter_map(|groups| groups.leader.as_ref()).map(|leader| leader.source.as_ref()).collect()
        }
        "group-small" => groups().map(|groups| groups.source.as_ref()).collect(),
        "groups-needed" => {
            groups().filter_map(|groups| groups.divide.as_ref()).map(|divide| divide.source.as_ref()).collect()
        }
        "no-quorum" | "too-many-votes" => votes(|rule| rule.quorum.is_some()).collect(),
        "not-graded" => rules.appraisal.iter().map(|(_, appraisal)| appraisal.source.as_ref()).collect(),
        "post-seniority" => {
            holders().filter(|holder| holder.standing_for.is_some()).map(|holder| holder.source.as_ref()).collect()
        }
        "post-standing" => holders().map(|holder| holder.source.as_ref()).collect(),
        "result-wrong" | "votes-missing" => votes(|rule| rule.majority.is_some()).collect(),
        "too-few-candidates" => votes(|rule| rule.more_candidates.is_some()).collect(),
        _ => vec![],
    };
    let mut sources: Vec<&str> = Vec::new();
    for source in named.into_iter().flatten() {
        if !sources.contains(&source.as_str()) {
            sources.push(source);
        }
    }
    sources
}
