//! What cannot be in `rules/appraisal.toml`.

use super::super::{AppraisalRules, BranchRules};
use super::declared::declared_standings;
use super::found::Faults;
use crate::error::Fault;
use crate::record::Source;
use crate::words;

pub(super) fn faults(source: &Source, rules: &AppraisalRules, branch: Option<&(Source, BranchRules)>) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.grades.iter().map(|grade| (grade.id.as_str(), &grade.id.span)));
    if let Some((source, branch)) = branch {
        let standings = declared_standings(source, branch);
        for standing in rules.takes_part.iter().chain(&rules.graded) {
            faults.unknown(standing.as_str(), &standing.span, &standings);
        }
    }
    for graded in rules.graded.iter().filter(|graded| rules.takes_part.iter().all(|at| at.value != graded.value)) {
        let fact = words::graded_absent(graded.as_str());
        faults.add("rule-appraisal", &graded.span, fact, words::cure_graded_absent(graded.as_str()));
    }
    for share in rules.grades.iter().filter_map(|grade| grade.most.as_ref()) {
        if share.of.value < 1 || !(0..=share.of.value).contains(&share.part) {
            let fact = words::bad_share(share.part, share.of.value);
            faults.add("rule-appraisal", &share.of.span, fact, words::cure_share());
        }
    }
    faults.found
}
