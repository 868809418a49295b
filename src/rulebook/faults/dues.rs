//! What cannot be in `rules/dues.toml`.

use std::collections::HashMap;

use super::super::{DuesRules, Rate};
use super::found::{Dates, Faults};
use crate::error::Fault;
use crate::record::Source;
use crate::words;

pub(super) fn faults(source: &Source, rules: &DuesRules) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    if let Some(day) = rules.due_day.as_ref().filter(|day| !(1..=31).contains(&day.value)) {
        faults.add("rule-dues", &day.span, words::bad_due_day(day.value), words::cure_due_day());
    }
    if let Some(months) = rules.catch_up.as_ref().filter(|months| months.value < 1) {
        faults.add("rule-dues", &months.span, words::bad_catch_up(), words::cure_catch_up());
    }
    let mut before: HashMap<&str, Vec<&Rate>> = HashMap::new();
    for rate in &rules.rates {
        faults.dates(&dates(rate));
        let others = before.entry(rate.id.as_str()).or_default();
        for other in others.iter().map(|other| dates(other)) {
            if let Some(day) = dates(rate).common(&other) {
                let fact = words::rates_overlap(&rate.id.value, day, faults.source.line(other.heading.start));
                faults.add("rule-twice", &rate.id.span, fact, faults.cure_overlap(&dates(rate), &other));
            }
        }
        others.push(rate);
        bands(&mut faults, rate);
    }
    for pair in rules.steps.windows(2).filter(|pair| pair[1].months.value <= pair[0].months.value) {
        faults.add("rule-dues", &pair[1].months.span, words::steps_order(), words::cure_steps_order());
    }
    if let Some(step) = rules.steps.first().filter(|step| step.months.value < 1) {
        faults.add("rule-dues", &step.months.span, words::steps_order(), words::cure_steps_order());
    }
    faults.found
}

fn dates(rate: &Rate) -> Dates<'_> {
    let until = rate.until.as_ref().map(|until| (until.value, &until.span));
    Dates { heading: &rate.span, from: rate.from.value, until }
}

/// Bands go up, the last has no end, and each says one thing.
fn bands(faults: &mut Faults<'_>, rate: &Rate) {
    let bands = &rate.bands.value;
    let ends: Vec<_> = bands.iter().map(|band| band.up_to).collect();
    let up = ends.split_last().is_some_and(|(last, before)| {
        last.is_none() && before.iter().all(Option::is_some) && before.is_sorted_by(|one, next| one < next)
    });
    if !up {
        faults.add("rule-dues", &rate.bands.span, words::bands_order(&rate.id.value), words::cure_bands_order());
    }
    for band in bands.iter().filter(|band| band.percent.is_some() == band.amount.is_some()) {
        faults.add("rule-dues", &band.span, words::band_says(), words::cure_band_says());
    }
}
