//! What cannot be in `rules/holidays.toml`.

use std::collections::HashMap;

use super::super::HolidayRules;
use super::found::{Dates, Faults};
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

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn what_holidays_cannot_be() {
        let holidays = |text: &str| told(&[("holidays.toml", text)]);
        insta::assert_snapshot!(holidays("[[year]]\nyear = 2026\noff = [{ from = 2026-01-02, until = 2026-01-01 }, { from = 2027-01-01 }]\nworked = [2026-01-05, 2027-01-03]\n[[year]]\nyear = 2026\n"), @"
        rules/holidays.toml:3:37 rule-dates 2026-01-01
          最后一天 2026-01-01 早于第一天 2026-01-02 | until 写 2026-01-02 或以后的日期
          the last day, 2026-01-01, is before the first, 2026-01-02 | write `until` as 2026-01-02 or later
        rules/holidays.toml:3:60 rule-holidays 2027-01-01
          2027-01-01 不在 2026 年 | 移到那一年的 [[year]] 里
          2027-01-01 is not in 2026 | move it to the `[[year]]` it is of
        rules/holidays.toml:4:11 rule-holidays 2026-01-05
          2026-01-05 本来就是周一至周五 | worked 只写调休上班的周末
          2026-01-05 is no weekend day | `worked` names weekend days only
        rules/holidays.toml:4:23 rule-holidays 2027-01-03
          2027-01-03 不在 2026 年 | 移到那一年的 [[year]] 里
          2027-01-03 is not in 2026 | move it to the `[[year]]` it is of
        rules/holidays.toml:6:8 rule-holidays 2026
          2026 年写了两次，前一处在第 1 行 | 合成一条
          2026 stands here twice, first in line 1 | make one of them
        ");
        // The days off at the turn of a year are those of the year that begins.
        assert_eq!(
            holidays(
                "[[year]]\nyear = 2026\noff = [{ from = 2025-12-31, until = 2026-01-03 }]\nworked = [2026-01-04]\n"
            ),
            ""
        );
    }
}
