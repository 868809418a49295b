//! What cannot be in `rules/study.toml`.

use super::super::{BranchRules, StudyRules};
use super::declared::{declared_posts, declared_standings, declared_studies};
use super::found::{Dates, Faults};
use crate::error::Fault;
use crate::record::Source;
use crate::words;

pub(super) fn faults(source: &Source, rules: &StudyRules, branch: Option<&(Source, BranchRules)>) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.studies.iter().map(|study| (study.id.as_str(), &study.id.span)));
    let mut defaults = rules.studies.iter().filter(|study| study.default == Some(true));
    if let Some(first) = defaults.next() {
        for study in defaults {
            let fact = words::default_study_twice(&study.id.value, &first.id.value);
            faults.add("rule-twice", &study.id.span, fact, words::cure_default_twice());
        }
    }
    let studies = declared_studies(source, rules);
    let known = branch.map(|(source, branch)| (declared_standings(source, branch), declared_posts(source, branch)));
    for owed in &rules.owed {
        let until = owed.until.as_ref().map(|until| (until.value, &until.span));
        faults.dates(&Dates { heading: &owed.span, from: owed.from.value, until });
        if owed.standings.is_empty() && owed.posts.is_empty() {
            faults.add("rule-owed", &owed.span, words::owed_by_nobody(), words::cure_owed_by_nobody());
        }
        for kind in &owed.kinds {
            faults.unknown(kind.as_str(), &kind.span, &studies);
        }
        if let Some((standings, posts)) = &known {
            for standing in &owed.standings {
                faults.unknown(standing.as_str(), &standing.span, standings);
            }
            for post in &owed.posts {
                faults.unknown(post.as_str(), &post.span, posts);
            }
        }
    }
    faults.found
}
