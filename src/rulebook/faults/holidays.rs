//! What cannot be in `rules/holidays.toml`.

use std::collections::HashMap;

use super::super::HolidayRules;
use super::{Dates, Faults};
use crate::error::Fault;
use crate::record::{Day, Source};
use crate::words;

pub(super) fn faults(source: &Source, rules: &HolidayRules) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    let mut lines: HashMap<i64, usize> = HashMap::new();
    for year in &rules.years {
        let line = source.line(year.span.start);
        if let Some(before) = lines.insert(year.year.value, line) {
            let fact = words::holidays_twice(year.year.value, before);
            faults.add("rule-holidays", &year.year.span, fact, words::cure_holidays_twice());
        }
        let of_year = |day: Day| i64::from(day.year()) == year.year.value;
        for off in &year.off {
            let until = off.until.as_ref().map(|until| (until.value, &until.span));
            faults.dates(&Dates { heading: &off.span, from: off.from.value, until });
            if !of_year(off.from.value) && !of_year(off.last()) {
                let fact = words::not_of_year(off.from.value, year.year.value);
                faults.add("rule-holidays", &off.from.span, fact, words::cure_not_of_year());
            }
        }
        for worked in &year.worked {
            if !of_year(worked.value) {
                let fact = words::not_of_year(worked.value, year.year.value);
                faults.add("rule-holidays", &worked.span, fact, words::cure_not_of_year());
            } else if !worked.value.is_weekend() {
                faults.add(
                    "rule-holidays",
                    &worked.span,
                    words::worked_weekday(worked.value),
                    words::cure_worked_weekday(),
                );
            }
        }
    }
    faults.found
}
