//! A month, and any run of days.

use super::reading::{FromToml, Node};
use super::{Day, Definitions, Json, text_like};
use crate::words;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// A month by its numbers, from 1; none where there is no such month.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        Day::new(year, month, 1).map(|_| Self { year, month })
    }

    /// The month a day lies in.
    pub fn of(day: Day) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// A month as files write it: `2026-11`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let is_digit = |at: usize| if at == 4 { bytes[at] == b'-' } else { bytes[at].is_ascii_digit() };
        let shaped = bytes.len() == 7 && (0..7).all(is_digit);
        shaped.then(|| Self::new(text[..4].parse().ok()?, text[5..].parse().ok()?)).flatten()
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// A day of it, from 1; none where it has no such day.
    pub fn day(self, day: u32) -> Option<Day> {
        Day::new(self.year, self.month, day)
    }

    /// Its first day.
    pub fn first(self) -> Day {
        Day::new(self.year, self.month, 1).unwrap_or_else(|| unreachable!("a month has a first day"))
    }

    /// Its last day.
    pub fn last(self) -> Day {
        let days = (28..=31).rev().find_map(|day| Day::new(self.year, self.month, day));
        days.unwrap_or_else(|| unreachable!("a month has a last day"))
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.first().minus(1))
    }

    /// The month after.
    #[must_use]
    pub fn after(self) -> Self {
        Self::of(self.last().plus(1))
    }

    /// Its days.
    pub fn period(self) -> Period {
        Period { first: self.first(), last: self.last() }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

crate::words::say_as_shown!(Month);

impl FromToml for Month {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let text = node.text()?;
        let month = Self::parse(text);
        if month.is_none() {
            node.fault("bad-month", words::bad_month(words::shown(text)));
        }
        month
    }

    fn schema(_: &mut Definitions) -> Json {
        text_like("^[0-9]{4}-(0[1-9]|1[0-2])$")
    }
}

/// A run of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
}

impl Period {
    /// The days from one to another; none where they are the wrong way round.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The days from the first of one month to the last of another.
    pub fn months(first: Month, last: Month) -> Option<Self> {
        Self::new(first.first(), last.last())
    }

    /// One day.
    pub fn day(day: Day) -> Self {
        Self { first: day, last: day }
    }

    /// A whole year; none where it is out of the calendar.
    pub fn year(year: i32) -> Option<Self> {
        Self::months(Month::new(year, 1)?, Month::new(year, 12)?)
    }

    /// The month a day lies in.
    pub fn month_of(day: Day) -> Self {
        Month::of(day).period()
    }

    /// The half of a year a day lies in.
    pub fn half_of(day: Day) -> Self {
        let first = if day.month() <= 6 { 1 } else { 7 };
        let months = Month::new(day.year(), first).zip(Month::new(day.year(), first + 5));
        let half = months.and_then(|(first, last)| Self::months(first, last));
        half.unwrap_or_else(|| unreachable!("a day lies in half a year"))
    }

    /// The quarter a day lies in.
    pub fn quarter_of(day: Day) -> Self {
        let first = (day.month() - 1) / 3 * 3 + 1;
        let months = Month::new(day.year(), first).zip(Month::new(day.year(), first + 2));
        let quarter = months.and_then(|(first, last)| Self::months(first, last));
        quarter.unwrap_or_else(|| unreachable!("a day lies in a quarter"))
    }

    /// The year a day lies in.
    pub fn year_of(day: Day) -> Self {
        Self::year(day.year()).unwrap_or_else(|| unreachable!("a day lies in a year"))
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether it has a day in common with another.
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The days it has in common with another.
    pub fn common(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// The first day from which on at least half of it is left.
    pub fn middle(self) -> Day {
        self.first.plus(u64::try_from((self.last.since(self.first) + 1) / 2).unwrap_or(0))
    }

    /// The numbers of the years it touches, in order.
    pub fn years(self) -> std::ops::RangeInclusive<i32> {
        self.first.year()..=self.last.year()
    }

    /// The months it touches, in order.
    pub fn each_month(self) -> impl Iterator<Item = Month> {
        let last = Month::of(self.last);
        std::iter::successors(Some(Month::of(self.first)), move |month| Some(month.after()).filter(|_| *month < last))
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (first, last) = (Month::of(self.first), Month::of(self.last));
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else if (self.first, self.last) != (first.first(), last.last()) {
            write!(f, "{}..{}", self.first, self.last)
        } else if first == last {
            write!(f, "{first}")
        } else if Self::year(first.year()) == Some(*self) {
            write!(f, "{}", first.year())
        } else if *self == Self::quarter_of(self.first) {
            write!(f, "{}Q{}", first.year(), (self.first.month() - 1) / 3 + 1)
        } else if *self == Self::half_of(self.first) {
            write!(f, "{}H{}", first.year(), (self.first.month() - 1) / 6 + 1)
        } else {
            write!(f, "{first}..{last}")
        }
    }
}

crate::words::say_as_shown!(Period);

impl FromToml for Period {
    /// A year may be a number.
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let number = node.number();
        let text = number.or_else(|| node.text())?;
        let period = Self::parse(text);
        if period.is_none() {
            node.fault("bad-date", words::bad_period(words::shown(text)));
        }
        period
    }

    fn schema(_: &mut Definitions) -> Json {
        let mut period =
            text_like("^[0-9]{4}(Q[1-4]|H[12]|-[0-9]{2}(-[0-9]{2})?)?(\\.\\.[0-9]{4}-[0-9]{2}(-[0-9]{2})?)?$");
        period["type"] = Json::from(["string", "integer"].map(Json::from).to_vec());
        period
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn last_day(month: &str, expected: &str) {
        let month = Month::parse(month).expect("a month");
        assert_eq!(month.last().to_string(), expected);
        assert_eq!(month.after().first(), month.last().plus(1));
        assert_eq!(month.after().before(), month);
    }

    #[test]
    fn months_end_where_the_calendar_says() {
        last_day("2026-01", "2026-01-31");
        last_day("2026-02", "2026-02-28");
        last_day("2028-02", "2028-02-29");
        last_day("2100-02", "2100-02-28");
        last_day("2026-04", "2026-04-30");
        last_day("2026-12", "2026-12-31");
    }

    #[test]
    fn from_the_middle_on_half_of_it_is_left() {
        for (period, middle) in [("2026-11", "2026-11-16"), ("2026-10", "2026-10-16"), ("2026-02", "2026-02-15")] {
            let period = Period::parse(period).expect("a period");
            assert_eq!(period.middle().to_string(), middle);
            let (half, later) = (period.last.since(period.middle()) + 1, period.middle().plus(1));
            let whole = period.last.since(period.first) + 1;
            assert!(2 * half >= whole && 2 * (period.last.since(later) + 1) < whole, "{period}");
        }
        let day = Day::parse("2026-11-03").expect("a day");
        assert_eq!(Period::day(day).middle(), day);
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        assert_eq!(Month::parse("2200-01"), None);
        assert_eq!(Month::parse("0000-01"), None);
        let last = Period::year(2199).expect("the last year");
        assert_eq!(last.each_month().count(), 12);
    }
}
