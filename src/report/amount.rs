//! A number that can be added up: so many, points or hours, money.

use std::ops::Add;

use super::table::Cell;
use crate::record::{Score, Yuan};

/// A number that can be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many.
    Count(i64),
    /// Points, or hours.
    Score(Score),
    /// Money.
    Yuan(Yuan),
}

impl Amount {
    /// A number as the measures write it, in a unit of theirs; none where it is no such number.
    pub fn read(text: &str, unit: &str) -> Option<Self> {
        Some(match unit {
            "money" => Self::Yuan(Yuan::sum_of(text)?),
            "hours" | "points" => Self::Score(Score::sum_of(text)?),
            _ => Self::Count(text.parse().ok()?),
        })
    }

    /// How many tenths of a percent it is of another number of its sort, rounded to the nearest; none of nothing.
    pub fn tenths_of(self, whole: Self) -> Option<i64> {
        let of = |part: i64, whole: i64| (whole > 0).then(|| (part * 2000 + whole) / (whole * 2));
        match (self, whole) {
            (Self::Count(part), Self::Count(whole)) => of(part, whole),
            (Self::Score(part), Self::Score(whole)) => part.tenths_of(whole),
            (Self::Yuan(part), Self::Yuan(whole)) => of(part.fen(), whole.fen()),
            _ => None,
        }
    }
}

/// Numbers of one sort are added; of two sorts the first stays.
impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        match (self, other) {
            (Self::Count(one), Self::Count(other)) => Self::Count(one + other),
            (Self::Score(one), Self::Score(other)) => Self::Score([one, other].into_iter().sum()),
            (Self::Yuan(one), Self::Yuan(other)) => Self::Yuan(one + other),
            (one, _) => one,
        }
    }
}

impl From<Amount> for Cell {
    fn from(amount: Amount) -> Self {
        match amount {
            Amount::Count(count) => Self::Int(count),
            Amount::Score(score) => score.into(),
            Amount::Yuan(yuan) => yuan.into(),
        }
    }
}

impl From<Score> for Amount {
    fn from(score: Score) -> Self {
        Self::Score(score)
    }
}

impl From<Yuan> for Amount {
    fn from(yuan: Yuan) -> Self {
        Self::Yuan(yuan)
    }
}

impl From<usize> for Amount {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_measures_write_is_read_back() {
        let back = |text, unit| match Amount::read(text, unit).map(Cell::from) {
            Some(Cell::Int(count)) => count.to_string(),
            Some(Cell::Score(score)) => score.to_string(),
            Some(Cell::Yuan(yuan)) => yuan.to_string(),
            _ => "none".to_owned(),
        };
        for (text, unit) in
            [("3", "people"), ("185.5", "points"), ("-2.5", "points"), ("0.3333", "points"), ("2500000.05", "money")]
        {
            assert_eq!(back(text, unit), text);
        }
        for (text, unit) in
            [("3.5", "people"), ("1.25111", "points"), ("-1.00", "money"), ("1.005", "money"), ("", "hours")]
        {
            assert_eq!(back(text, unit), "none", "{text} {unit}");
        }
    }

    #[test]
    fn a_share_is_rounded_to_the_nearest_tenth() {
        let of = |part, whole| Amount::Count(part).tenths_of(Amount::Count(whole));
        assert_eq!((of(2, 3), of(1, 3), of(3, 3), of(0, 0)), (Some(667), Some(333), Some(1000), None));
    }
}
