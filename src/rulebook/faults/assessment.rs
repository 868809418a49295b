//! What cannot be in `rules/assessment.toml`.

use std::collections::HashMap;

use super::super::{AssessmentRules, Measure};
use super::found::dates_of;
use super::found::{Dates, Faults};
use crate::error::Fault;
use crate::record::{Score, Source};
use crate::words;

pub(super) fn faults(source: &Source, rules: &AssessmentRules) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    let mut before: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in &rules.measures {
        let own = dates(measure);
        faults.dates(&own);
        for (at, what) in [(&measure.target, "target"), (&measure.weight, "weight")] {
            if at.value <= Score::ZERO {
                faults.add(
                    "rule-measure",
                    &at.span,
                    words::brings_nothing(what, at.value),
                    words::cure_at_least("0.5"),
                );
            }
        }
        let others = before.entry(measure.id.as_str()).or_default();
        for other in others.iter().map(|other| dates(other)) {
            if let Some(day) = own.common(&other) {
                let fact = words::items_overlap(&measure.id.value, day, faults.source.line(other.heading.start));
                faults.add("rule-twice", &measure.id.span, fact, faults.cure_overlap(&own, &other));
            }
        }
        others.push(measure);
    }
    faults.found
}

fn dates(measure: &Measure) -> Dates<'_> {
    dates_of(&measure.span, &measure.from, measure.until.as_ref())
}
