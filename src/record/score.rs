//! Points: whole numbers or halves.

use serde_json::json;

use super::reading::{FromToml, Node};
use super::{Definitions, Json};
use crate::words;

/// Points, counted in halves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(i64);

impl Score {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// The most points one figure may hold, either way.
    const LIMIT: i64 = 1_000_000;

    /// So many whole points.
    pub const fn whole(points: i64) -> Self {
        Self(points * 2)
    }

    /// Points as people write them: `5`, `-2.5`, `+1`; none where it is no whole number or half, or beyond a million.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, half) = match digits.split_once('.') {
            Some((whole, "5")) => (whole, 1),
            Some((whole, "0")) => (whole, 0),
            Some(_) => return None,
            None => (digits, 0),
        };
        if whole.is_empty() || whole.len() > 7 || !whole.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let whole: i64 = whole.parse().ok().filter(|whole| *whole <= Self::LIMIT)?;
        let halves = whole * 2 + half;
        Some(Self(if negative { -halves } else { halves }))
    }

    /// So many hundredths of it, rounded to the nearest half point, halfway away from nothing.
    #[must_use]
    pub fn percent(self, percent: i64) -> Self {
        let hundredths = self.0 * percent;
        Self((hundredths + 50 * hundredths.signum()) / 100)
    }

    /// How many thousandths of another figure it is; none where either is not above nothing.
    pub fn thousandths_of(self, other: Self) -> i64 {
        if self.0 <= 0 || other.0 <= 0 { 0 } else { self.0 * 1000 / other.0 }
    }

    /// So many parts of so many, to the nearest half point, halfway up.
    #[must_use]
    pub fn share(self, parts: i64, of: i64) -> Self {
        let of = of.max(1);
        Self((self.0 * parts * 2 + of).div_euclid(of * 2))
    }

    /// As many parts of it as one figure has of another, rounded down towards nothing to half points.
    #[must_use]
    pub fn part(self, some: Self, all: Self) -> Self {
        Self(self.0 * some.0 / all.0.max(1))
    }

    /// The next figure below.
    #[must_use]
    pub fn below(self) -> Self {
        Self(self.0 - 1)
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, times: i64) -> Self {
        Self(self.0.saturating_mul(times))
    }

    /// Twice as much.
    #[must_use]
    pub fn doubled(self) -> Self {
        Self(self.0 * 2)
    }

    /// How far it is from nothing.
    #[must_use]
    pub fn size(self) -> Self {
        Self(self.0.abs())
    }

    /// With its sign: `+5`, `-2`.
    pub fn signed(self) -> String {
        if self.is_negative() { self.to_string() } else { format!("+{self}") }
    }

    /// Whether it is below nothing.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl std::ops::Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Score {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::ops::Neg for Score {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::ops::AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::ZERO, |sum, score| sum + score)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let half = if self.0 % 2 == 0 { "" } else { ".5" };
        write!(f, "{sign}{}{half}", self.0.abs() / 2)
    }
}

crate::words::say_as_shown!(Score);

impl FromToml for Score {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let Some(text) = node.number() else {
            node.wrong_type(words::type_name("points"));
            return None;
        };
        let score = Self::parse(text);
        if score.is_none() {
            node.fault("bad-points", words::bad_points(text));
        }
        score
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "number", "multipleOf": 0.5 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(Score::parse(text).map(|score| score.to_string()).as_deref(), expected, "{text}");
    }

    #[track_caller]
    fn share(of: &str, percent: i64, expected: &str) {
        assert_eq!(Score::parse(of).map(|score| score.percent(percent)), Score::parse(expected), "{percent} % of {of}");
    }

    #[test]
    fn shares_are_rounded_to_halves() {
        share("80", 110, "88");
        share("61", 10, "6");
        share("62.5", 10, "6.5");
        share("2.5", 10, "0.5");
        share("2", 10, "0");
        share("-2.5", 10, "-0.5");
        share("100", 0, "0");
        share("66.5", 100, "66.5");
    }

    #[test]
    fn points_are_whole_or_half() {
        case("5", Some("5"));
        case("+5", Some("5"));
        case("2.5", Some("2.5"));
        case("-0.5", Some("-0.5"));
        case("-0", Some("0"));
        case("3.0", Some("3"));
        case("1000000", Some("1000000"));
        for bad in ["", ".5", "2.25", "1e3", "inf", "nan", "--1", "1_000", "9999999", "0x10", "五"] {
            case(bad, None);
        }
    }
}
