//! `rules/holidays.toml`: the days off, and the weekend days that are worked for them; counting working days.

use super::Rulebook;
use crate::record::{At, Day, Length, shape};

shape! {
    /// `rules/holidays.toml`.
    pub struct HolidayRules {
        /// The years whose holidays are known.
        "year" => years: Vec<HolidayYear>,
    }
}

shape! {
    /// The holidays of a year.
    pub struct HolidayYear {
        /// The year.
        "year" => year: At<i64>,
        /// The days off; weekends need not be named.
        "off" => off: Vec<Holiday>,
        /// The weekend days that are worked.
        "worked" => worked: Vec<At<Day>>,
        /// Whether the notice of the year is still to come, so that what is counted in it is provisional.
        "provisional" => provisional: Option<bool>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Days off in a row.
    pub struct Holiday {
        /// Its name.
        "name" => name: Option<String>,
        /// The first day.
        "from" => from: At<Day>,
        /// The last day; the first where it is not said.
        "until" => until: Option<At<Day>>,
    }
}

impl Holiday {
    /// Its last day.
    pub fn last(&self) -> Day {
        self.until.as_ref().map_or(self.from.value, |until| until.value)
    }

    fn holds(&self, day: Day) -> bool {
        self.from.value <= day && day <= self.last()
    }
}

/// A day that was counted, and whether the count can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// The day.
    pub day: Day,
    /// The first year that was counted through without knowing its holidays: the day is provisional.
    pub unknown: Option<i32>,
}

impl From<Day> for Counted {
    fn from(day: Day) -> Self {
        Self { day, unknown: None }
    }
}

impl Rulebook {
    /// Whether the holidays of a year are known.
    pub fn knows_holidays(&self, year: i32) -> bool {
        let known = |known: &HolidayYear| known.year.value == i64::from(year) && !known.provisional.unwrap_or(false);
        self.holiday_years().any(known)
    }

    fn holiday_years(&self) -> impl Iterator<Item = &HolidayYear> {
        self.holidays.iter().flat_map(|(_, rules)| &rules.years)
    }

    /// Whether people work on a day: from Monday to Friday where the rules say nothing else.
    pub fn is_working_day(&self, day: Day) -> bool {
        let worked = || self.holiday_years().any(|year| year.worked.iter().any(|at| at.value == day));
        let off = || self.holiday_years().any(|year| year.off.iter().any(|holiday| holiday.holds(day)));
        if day.is_weekend() { worked() } else { !off() }
    }

    /// The day so much later; working days are counted from the day after on.
    pub fn after(&self, day: Day, length: Length) -> Counted {
        let mut unknown = None;
        let day = length.after(day, |day, count| self.walk(day, count, |day| day.plus(1), &mut unknown));
        Counted { day, unknown }
    }

    /// The day so much earlier; working days are counted from the day before back.
    pub fn before(&self, day: Day, length: Length) -> Counted {
        let mut unknown = None;
        let day = length.before(day, |day, count| self.walk(day, count, |day| day.minus(1), &mut unknown));
        Counted { day, unknown }
    }

    /// The last day of something that begins on a day and lasts so long; its first day counts.
    pub fn last_day(&self, first: Day, length: Length) -> Counted {
        match length {
            Length::Months(_) => first.max(self.after(first, length).day.minus(1)).into(),
            Length::Days(_) | Length::WorkingDays(_) => self.after(first.minus(1), length),
        }
    }

    /// So many working days on from a day, each step to the next one; the first year without known holidays.
    fn walk(&self, mut day: Day, count: u32, next: impl Fn(Day) -> Day, unknown: &mut Option<i32>) -> Day {
        let mut left = count;
        // The calendar has an end.
        while left > 0 && next(day) != day {
            day = next(day);
            if unknown.is_none() && !self.knows_holidays(day.year()) {
                *unknown = Some(day.year());
            }
            left -= u32::from(self.is_working_day(day));
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::super::faults::tests::rulebook;
    use super::*;

    /// Two years, of which the first has a week off with the weekends about it worked, and a day off at its end.
    const HOLIDAYS: &str = "[[year]]\nyear = 2026\n\
        off = [{ from = 2026-01-01, until = 2026-01-03 }, { from = 2026-02-15, until = 2026-02-23 }, { from = 2026-04-06 }]\n\
        worked = [2026-01-04, 2026-02-14, 2026-02-28]\n\
        [[year]]\nyear = 2027\noff = [{ from = 2027-01-01, until = 2027-01-03 }]\n";

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[track_caller]
    fn after(from: &str, length: &str, expected: &str, unknown: Option<i32>) {
        let rules = rulebook(&[("holidays.toml", HOLIDAYS)]);
        let counted = rules.after(day(from), Length::parse(length).expect("a length"));
        assert_eq!((counted.day.to_string().as_str(), counted.unknown), (expected, unknown), "{length} after {from}");
    }

    #[track_caller]
    fn before(from: &str, length: &str, expected: &str, unknown: Option<i32>) {
        let rules = rulebook(&[("holidays.toml", HOLIDAYS)]);
        let counted = rules.before(day(from), Length::parse(length).expect("a length"));
        assert_eq!((counted.day.to_string().as_str(), counted.unknown), (expected, unknown), "{length} before {from}");
    }

    #[test]
    fn working_days_leave_out_weekends() {
        after("2026-03-02", "5wd", "2026-03-09", None);
        after("2026-03-06", "1wd", "2026-03-09", None);
        after("2026-03-07", "1wd", "2026-03-09", None);
        after("2026-03-08", "5wd", "2026-03-13", None);
        after("2026-03-02", "0wd", "2026-03-02", None);
        before("2026-03-09", "5wd", "2026-03-02", None);
        before("2026-03-08", "1wd", "2026-03-06", None);
    }

    #[test]
    fn holidays_are_left_out_and_worked_weekends_count() {
        // Wednesday to Saturday 14 February, which is worked; then Tuesday 24.
        after("2026-02-11", "3wd", "2026-02-14", None);
        after("2026-02-11", "4wd", "2026-02-24", None);
        before("2026-02-24", "1wd", "2026-02-14", None);
        // Saturday 28 February is worked, Sunday 1 March is not.
        after("2026-02-27", "1wd", "2026-02-28", None);
        after("2026-02-27", "2wd", "2026-03-02", None);
        // A Monday off after a weekend.
        after("2026-04-03", "1wd", "2026-04-07", None);
        before("2026-04-07", "1wd", "2026-04-03", None);
    }

    #[test]
    fn working_days_run_over_the_end_of_a_year() {
        after("2026-12-31", "1wd", "2027-01-04", None);
        after("2026-12-30", "2wd", "2027-01-04", None);
        before("2027-01-04", "1wd", "2026-12-31", None);
        before("2026-01-04", "1wd", "2025-12-31", Some(2025));
        after("2025-12-31", "1wd", "2026-01-04", None);
    }

    #[test]
    fn a_year_without_holidays_makes_a_day_provisional() {
        after("2027-12-31", "1wd", "2028-01-03", Some(2028));
        after("2027-12-30", "1wd", "2027-12-31", None);
        after("2025-12-29", "2wd", "2025-12-31", Some(2025));
        after("2028-02-28", "1wd", "2028-02-29", Some(2028));
        let none = Rulebook::default();
        let counted = none.after(day("2026-02-13"), Length::WorkingDays(1));
        assert_eq!(counted, Counted { day: day("2026-02-16"), unknown: Some(2026) });
        assert_eq!(none.after(day("2026-01-31"), Length::Months(1)), day("2026-02-28").into());
    }

    #[test]
    fn a_year_whose_notice_is_to_come_has_its_days_off_and_stays_provisional() {
        let holidays = "[[year]]\nyear = 2027\nprovisional = true\noff = [{ from = 2027-02-05, until = 2027-02-08 }]\n";
        let rules = rulebook(&[("holidays.toml", holidays)]);
        let counted = rules.after(day("2027-02-04"), Length::WorkingDays(1));
        assert_eq!(counted, Counted { day: day("2027-02-09"), unknown: Some(2027) });
    }

    #[test]
    fn what_lasts_begins_with_its_first_day() {
        let rules = rulebook(&[("holidays.toml", HOLIDAYS)]);
        for (first, length, last) in [
            ("2026-03-02", "5wd", "2026-03-06"),
            ("2026-03-03", "5wd", "2026-03-09"),
            ("2026-03-07", "5wd", "2026-03-13"),
            ("2026-02-13", "5wd", "2026-02-26"),
            ("2026-03-02", "7d", "2026-03-08"),
            ("2026-03-02", "1d", "2026-03-02"),
            ("2026-03-01", "1m", "2026-03-31"),
        ] {
            let counted = rules.last_day(day(first), Length::parse(length).expect("a length"));
            assert_eq!(counted.day.to_string(), last, "{length} from {first}");
        }
    }

    #[test]
    fn the_calendar_has_an_end() {
        let none = Rulebook::default();
        assert_eq!(none.after(Day::LAST, Length::WorkingDays(5)).day, Day::LAST);
    }
}
