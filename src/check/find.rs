//! Every rule looks for what is wrong.

use rayon::prelude::*;

use super::accepted;
use super::context::Context;
use super::rules::RULES;
use crate::error::Fault;
use crate::record::Acceptance;

/// What was found.
pub struct Findings {
    /// What stands open, in the order of files and lines.
    pub open: Vec<Fault>,
    /// What somebody let stand, in that order, each with its acceptance.
    pub accepted: Vec<(Fault, Acceptance)>,
}

/// Findings that rest on more than they point at, each with the files without which they tell nothing.
const RESTING: [(&str, &[&str]); 5] = [
    ("chair-not-entitled", &["rules/branch.toml"]),
    ("grade-share", &["rules/branch.toml"]),
    ("not-scored", &["rules/branch.toml"]),
    ("open-seats", &["rules/branch.toml"]),
    (
        "posted-changed",
        &["appraisals/", "dues/", "groups/", "issues/", "meetings/", "members/", "points/", "rules/", "study/"],
    ),
];

/// Whether a finding rests on a file that was not read: that is told of the file, and nothing else.
fn rests_on(finding: &Fault, unread: &[&Fault]) -> bool {
    let files = RESTING.iter().find(|(code, _)| *code == finding.code).map_or(&[][..], |(_, files)| files);
    let is_unread = |start: &&str| {
        unread.iter().filter_map(|fault| fault.place.as_ref()).any(|at| at.file.as_str().starts_with(start))
    };
    files.iter().any(is_unread)
}

/// Every finding.
pub fn findings(context: &Context<'_>) -> Findings {
    // Some take a hundred times as long as others: who is done with one takes the next.
    let of_records =
        || RULES.par_iter().with_max_len(1).flat_map_iter(|rule| rule.findings(context)).collect::<Vec<_>>();
    let (of_rules, of_records) =
        rayon::join(|| [context.branch.rules.faults(), context.branch.rules.doubts()].concat(), of_records);
    let mut findings = of_records;
    findings.extend(accepted::unknown(context));
    findings.extend(of_rules);
    findings.extend_from_slice(context.reading);
    let unread: Vec<_> = context.unread().collect();
    findings.retain(|finding| !rests_on(finding, &unread));
    findings.sort();
    findings.dedup();
    let (open, accepted) = accepted::parted(context, findings);
    Findings { open, accepted }
}
