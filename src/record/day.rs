//! A day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A day of the calendar, from 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The first day of the calendar.
    pub const FIRST: Self = match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(date) => Self(date),
        None => unreachable!(),
    };

    /// The last day of the calendar.
    pub const LAST: Self = match NaiveDate::from_ymd_opt(2199, 12, 31) {
        Some(date) => Self(date),
        None => unreachable!(),
    };

    /// A day by its numbers; none where the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        (1900..2200).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day).map(Self)).flatten()
    }

    /// A day as files write it: `2026-11-05`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes
                .iter()
                .enumerate()
                .all(|(at, b)| if matches!(at, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() });
        let number = |range| text.get(range).and_then(|part: &str| part.parse().ok());
        shaped.then(|| Self::new(number(0..4)? as i32, number(5..7)?, number(8..10)?)).flatten()
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Its month, from 1.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Its day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Its day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// How many days it is after another; below nothing where it is before.
    pub fn since(self, other: Self) -> i64 {
        (self.0 - other.0).num_days()
    }

    /// So many days later; the same day where the calendar ends before.
    #[must_use]
    pub fn plus(self, days: u64) -> Self {
        self.0.checked_add_days(Days::new(days)).map(Self).filter(|day| day.year() < 2200).unwrap_or(self)
    }

    /// So many days earlier; the same day where the calendar begins after.
    #[must_use]
    pub fn minus(self, days: u64) -> Self {
        self.0.checked_sub_days(Days::new(days)).map(Self).filter(|day| day.year() >= 1900).unwrap_or(self)
    }

    /// So many months later: the same day of the month, or its last where the month is shorter; the same day where the
    /// calendar ends before.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.0.checked_add_months(Months::new(months)).map(Self).filter(|day| day.year() < 2200).unwrap_or(self)
    }

    /// So many months earlier: the same day of the month, or its last where the month is shorter; the same day where
    /// the calendar begins after.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        self.0.checked_sub_months(Months::new(months)).map(Self).filter(|day| day.year() >= 1900).unwrap_or(self)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

crate::words::say_as_shown!(Day);

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn months_later(day: &str, months: u32, expected: &str) {
        let day = Day::parse(day).expect("a day");
        assert_eq!(day.plus_months(months).to_string(), expected);
    }

    #[track_caller]
    fn months_earlier(day: &str, months: u32, expected: &str) {
        let day = Day::parse(day).expect("a day");
        assert_eq!(day.minus_months(months).to_string(), expected);
    }

    #[test]
    fn months_end_at_the_latest_with_the_month() {
        months_later("2026-01-31", 1, "2026-02-28");
        months_later("2028-01-31", 1, "2028-02-29");
        months_later("2026-01-30", 1, "2026-02-28");
        months_later("2026-02-28", 1, "2026-03-28");
        months_later("2026-12-31", 2, "2027-02-28");
        months_later("2028-02-29", 12, "2029-02-28");
        months_later("2026-11-05", 12, "2027-11-05");
        months_later("2199-12-31", 1, "2199-12-31");
        months_earlier("2026-03-31", 1, "2026-02-28");
        months_earlier("2028-03-31", 1, "2028-02-29");
        months_earlier("2026-01-31", 2, "2025-11-30");
        months_earlier("1900-01-31", 1, "1900-01-31");
    }
}
