//! What cannot be in a rulebook, told when it is loaded.
//!
//! A rulebook with a fault is not used: a rule that means nothing, or two things, would spoil every figure. What one
//! file says of another is looked at only where both were read.

mod appraisal;
mod assessment;
mod branch;
mod declared;
mod doubts;
mod dues;
mod duties;
mod editions;
mod found;
mod holidays;
mod items;
mod meetings;
mod points;
mod scheme;
mod sizes;
mod steps;
mod study;
mod talks;
#[cfg(test)]
pub(super) mod tests;
mod votes;

use super::Rulebook;
use crate::error::Fault;

impl Rulebook {
    /// What is wrong in the rules by which figures are reckoned: in those of talks none is.
    pub fn figure_faults(&self) -> Vec<Fault> {
        let of_talks = |fault: &Fault| fault.place.as_ref().is_some_and(|at| at.file.as_str() == "rules/talks.toml");
        self.faults().into_iter().filter(|fault| !of_talks(fault)).collect()
    }

    /// Everything that is wrong in the rules, in the order of files and lines; each file by itself was read whole.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Some((source, rules)) = &self.branch {
            faults.append(&mut branch::faults(source, rules, self.meetings.as_ref()));
        }
        if let Some((source, rules)) = &self.appraisal {
            faults.append(&mut appraisal::faults(source, rules, self.branch.as_ref()));
        }
        if let Some((source, rules)) = &self.assessment {
            faults.append(&mut assessment::faults(source, rules));
        }
        if let Some((source, rules)) = &self.meetings {
            faults.append(&mut meetings::faults(source, rules, self.branch.as_ref()));
        }
        if let Some((source, rules)) = &self.points {
            faults.append(&mut points::faults(source, rules, self));
        }
        if let Some((source, rules)) = &self.dues {
            faults.append(&mut dues::faults(source, rules));
        }
        if let Some((source, rules)) = &self.duties {
            faults.append(&mut duties::faults(source, rules, self));
        }
        if let Some((source, rules)) = &self.holidays {
            faults.append(&mut holidays::faults(source, rules));
        }
        if let Some((source, rules)) = &self.steps {
            faults.append(&mut steps::faults(source, rules, self));
        }
        if let Some((source, rules)) = &self.editions {
            faults.append(&mut editions::faults(source, rules));
        }
        if let Some((source, rules)) = &self.study {
            faults.append(&mut study::faults(source, rules, self.branch.as_ref()));
        }
        if let Some((source, rules)) = &self.talks {
            faults.append(&mut talks::faults(source, rules, self));
        }
        faults.sort();
        faults
    }
}
