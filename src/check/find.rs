//! Every rule looks for what is wrong.

use rayon::prelude::*;

use super::accepted;
use super::context::Look;
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

/// Every finding.
pub fn findings(look: &Look<'_>) -> Findings {
    // Some take a hundred times as long as others: who is done with one takes the next.
    let of_records = || RULES.par_iter().with_max_len(1).flat_map_iter(|rule| rule.findings(look)).collect::<Vec<_>>();
    let (of_rules, of_records) = rayon::join(|| look.branch.rules.faults(), of_records);
    let mut findings = of_records;
    findings.extend(accepted::unknown(look));
    findings.extend(of_rules);
    findings.extend_from_slice(look.reading);
    findings.sort();
    findings.dedup();
    let (open, accepted) = accepted::parted(look, findings);
    Findings { open, accepted }
}
