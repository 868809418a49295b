//! Ceilings and floors over stretches of the calendar.

use crate::record::{Day, Period, Score, choice, shape};

shape! {
    /// Ceilings or floors over stretches of the calendar.
    pub struct Limits {
        /// Over a day.
        "day" => day: Option<Score>,
        /// Over a month.
        "month" => month: Option<Score>,
        /// Over a quarter.
        "quarter" => quarter: Option<Score>,
        /// Over half a year.
        "half-year" => half_year: Option<Score>,
        /// Over a year.
        "year" => year: Option<Score>,
        /// When it is taken; from each line as it comes where it is not said.
        "at" => at: Option<LimitAt>,
    }
}

/// When a limit is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitAt {
    /// From each line as it comes, by date.
    Entry,
    /// From the sum, when its days or those of the scored period are over.
    Settlement,
}

choice! { LimitAt: [("entry", Self::Entry), ("settlement", Self::Settlement)] }

impl Limits {
    /// The limits that are set, from the shortest stretch to the longest.
    pub fn each(&self) -> impl Iterator<Item = (Stretch, Score)> {
        let all = [
            (Stretch::Day, self.day),
            (Stretch::Month, self.month),
            (Stretch::Quarter, self.quarter),
            (Stretch::HalfYear, self.half_year),
            (Stretch::Year, self.year),
        ];
        all.into_iter().filter_map(|(stretch, limit)| Some((stretch, limit?)))
    }

    /// Whether it is taken from the sum, at the end.
    pub fn at_settlement(&self) -> bool {
        self.at == Some(LimitAt::Settlement)
    }

    /// The limit over a stretch.
    pub fn over(&self, stretch: Stretch) -> Option<Score> {
        self.each().find(|(other, _)| *other == stretch).map(|(_, limit)| limit)
    }
}

/// A stretch of the calendar over which a limit adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stretch {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// Half a year.
    HalfYear,
    /// A year.
    Year,
}

choice! { Stretch: [Self::Day, Self::Month, Self::Quarter, Self::HalfYear, Self::Year].map(|stretch| (stretch.key(), stretch)) }

impl Stretch {
    /// Its key in a rule: `half-year`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half-year",
            Self::Year => "year",
        }
    }

    /// The first day of the one a day lies in.
    pub fn first(self, day: Day) -> Day {
        let month = match self {
            Self::Day => return day,
            Self::Month => day.month(),
            Self::Quarter => (day.month() - 1) / 3 * 3 + 1,
            Self::HalfYear => (day.month() - 1) / 6 * 6 + 1,
            Self::Year => 1,
        };
        Day::new(day.year(), month, 1).unwrap_or(day)
    }

    /// The one a day lies in.
    pub fn around(self, day: Day) -> Period {
        match self {
            Self::Day => Period::day(day),
            Self::Month => Period::month_of(day),
            Self::Quarter => Period::quarter_of(day),
            Self::HalfYear => Period::half_of(day),
            Self::Year => Period::year_of(day),
        }
    }
}
