//! Money, and shares of it.

use serde_json::json;

use super::reading::{FromToml, Node};
use super::{Definitions, Json, text_like};
use crate::words;

/// An amount of money in whole fen, never below nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Yuan(i64);

impl Yuan {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// The most one amount may hold: a million yuan.
    const LIMIT: i64 = 100_000_000;

    /// An amount as people write it: `45.50`, `45.5`, `45`, `¥45`, `45元`; none where it has parts of a fen, or is
    /// beyond a million yuan.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.strip_prefix(['¥', '￥']).unwrap_or(text);
        let fen = hundredths(plain.strip_suffix('元').unwrap_or(plain), 7)?;
        (fen <= Self::LIMIT).then_some(Self(fen))
    }

    /// A sum as this type writes it, of any size: `1234567.50`; none where it is none.
    pub fn sum_of(text: &str) -> Option<Self> {
        hundredths(text, 15).map(Self)
    }

    /// So many fen.
    pub fn fen(self) -> i64 {
        self.0
    }

    /// What is left of it after another was taken; nothing where that is more.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self((self.0 - other.0).max(0))
    }

    /// A share of it, rounded half up to the fen.
    #[must_use]
    pub fn share(self, percent: Percent) -> Self {
        Self((self.0 * percent.0 + 5_000) / 10_000)
    }
}

impl std::ops::Add for Yuan {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::iter::Sum for Yuan {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| sum + amount)
    }
}

impl std::fmt::Display for Yuan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

crate::words::say_as_shown!(Yuan);

impl FromToml for Yuan {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        if node.number().is_some() {
            node.wrong_type(words::type_name("amount"));
            return None;
        }
        let text = node.text()?;
        let amount = Self::parse(text);
        if amount.is_none() {
            node.fault("bad-amount", words::bad_amount(words::shown(text)));
        }
        amount
    }

    fn schema(_: &mut Definitions) -> Json {
        text_like("^[0-9]+([.][0-9]{1,2})?$")
    }
}

/// A share in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// A share as rules write it: `0.5`, `2`; none where it is no number with two decimals at most, or above 100.
    pub fn parse(text: &str) -> Option<Self> {
        hundredths(text, 3).filter(|share| *share <= 10_000).map(Self)
    }
}

impl FromToml for Percent {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let Some(text) = node.number() else {
            node.wrong_type(words::type_name("percent"));
            return None;
        };
        let share = Self::parse(text);
        if share.is_none() {
            node.fault("bad-amount", words::bad_percent(text));
        }
        share
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "number", "minimum": 0, "maximum": 100 })
    }
}

/// A number with two decimals at most, in hundredths.
fn hundredths(text: &str, most_digits: usize) -> Option<i64> {
    let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let digits = |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole, most_digits) || part.is_some_and(|part| !digits(part, 2)) {
        return None;
    }
    let part = format!("{:0<2}", part.unwrap_or_default());
    Some(whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_whole_fen() {
        for (text, expected) in [
            ("45.50", "45.50"),
            ("45.5", "45.50"),
            ("45", "45.00"),
            ("0", "0.00"),
            ("0.01", "0.01"),
            ("¥45", "45.00"),
            ("45.50元", "45.50"),
            ("1000000", "1000000.00"),
        ] {
            assert_eq!(Yuan::parse(text).map(|amount| amount.to_string()).as_deref(), Some(expected), "{text}");
        }
        for bad in ["", "-1", "+1", "45.505", "45.", ".5", "1e3", "1,000", "1000000.01", "四十五", "12345678"] {
            assert_eq!(Yuan::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_share_is_of_the_whole_and_rounded_to_the_fen() {
        let share = |amount: &str, percent: &str| {
            let share = Yuan::parse(amount).zip(Percent::parse(percent)).map(|(amount, share)| amount.share(share));
            share.expect("numbers").to_string()
        };
        assert_eq!(share("3000", "0.5"), "15.00");
        assert_eq!(share("3001", "1"), "30.01");
        assert_eq!(share("5001", "1.5"), "75.02");
        assert_eq!(share("10001", "2"), "200.02");
        assert_eq!(share("1000000", "100"), "1000000.00");
        assert_eq!(Percent::parse("100.01"), None);
        assert_eq!(Percent::parse("0.125"), None);
    }
}
