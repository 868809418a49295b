//! Points: fractions, exact; written with one decimal at most.

use num_rational::Ratio;
use serde_json::json;

use super::reading::{FromToml, Node};
use super::{Definitions, Json};
use crate::words;

/// Points. What people write has one decimal at most; a share of it is the exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(Ratio<i64>);

/// How points are rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest, halfway away from nothing.
    #[default]
    Nearest,
    /// Towards nothing.
    Down,
    /// Away from nothing.
    Up,
}

impl Default for Score {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Score {
    /// No points.
    pub const ZERO: Self = Self::whole(0);

    /// Half a point.
    pub const HALF: Self = Self(Ratio::new_raw(1, 2));

    /// A tenth of a point.
    pub const TENTH: Self = Self(Ratio::new_raw(1, 10));

    /// The most points one figure may hold, either way.
    const LIMIT: i64 = 1_000_000;

    /// Fractions of more parts than this are rounded to millionths: shares of shares would grow without end.
    const PARTS: i128 = 1_000_000_000;

    /// So many whole points.
    pub const fn whole(points: i64) -> Self {
        Self(Ratio::new_raw(points, 1))
    }

    /// Points as people write them: `5`, `-2.5`, `+0.2`; none where it has two decimals, or is beyond a million.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let is_number = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
        let (whole, tenths) = match digits.split_once('.') {
            Some((whole, tenth)) if tenth.len() == 1 && is_number(tenth) => (whole, tenth.parse::<i64>().ok()?),
            Some(_) => return None,
            None => (digits, 0),
        };
        if whole.is_empty() || whole.len() > 7 || !is_number(whole) {
            return None;
        }
        let whole: i64 = whole.parse().ok().filter(|whole| *whole <= Self::LIMIT)?;
        let tenths = whole * 10 + tenths;
        Some(Self(Ratio::new(if negative { -tenths } else { tenths }, 10)))
    }

    /// With room for what comes of two of them.
    fn wide(self) -> Ratio<i128> {
        Ratio::new_raw(i128::from(*self.0.numer()), i128::from(*self.0.denom()))
    }

    /// Back from there.
    fn narrow(wide: Ratio<i128>) -> Self {
        let millionth = 1_000_000;
        let told = if *wide.denom() <= Self::PARTS { wide } else { (wide * millionth).round() / millionth };
        let part = |part: i128| i64::try_from(part).unwrap_or(if part < 0 { i64::MIN } else { i64::MAX });
        Self(Ratio::new(part(*told.numer()), part(*told.denom())))
    }

    /// A sum as this type writes it, of any size: `1234567.5`, `-0.3333`; none where it is none.
    pub fn sum_of(text: &str) -> Option<Self> {
        let (digits, sign) = text.strip_prefix('-').map_or((text, 1), |rest| (rest, -1));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number =
            |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
        let sound = is_number(whole, 12) && is_number(part, 4);
        let parts = sound.then(|| format!("{whole}{part:0<4}").parse::<i64>().ok()).flatten()?;
        Some(Self(Ratio::new(sign * parts, 10_000)))
    }

    /// How many tenths of a percent it is of another figure, to the nearest; none of nothing.
    pub fn tenths_of(self, whole: Self) -> Option<i64> {
        let tenths = (whole > Self::ZERO).then(|| self.wide() * 1000 / whole.wide())?;
        i64::try_from(tenths.round().to_integer()).ok()
    }

    /// So many hundredths of it, exactly.
    #[must_use]
    pub fn percent(self, percent: i64) -> Self {
        Self::narrow(self.wide() * Ratio::new(i128::from(percent), 100))
    }

    /// To whole steps.
    #[must_use]
    pub fn rounded(self, step: Self, way: Rounding) -> Self {
        let steps = self.wide() / step.wide();
        let whole = match way {
            Rounding::Nearest => steps.round(),
            Rounding::Down => steps.trunc(),
            Rounding::Up if steps.is_integer() => steps,
            Rounding::Up => steps.trunc() + steps.numer().signum(),
        };
        Self::narrow(whole * step.wide())
    }

    /// Whether it is so many whole steps.
    pub fn is_steps_of(self, step: Self) -> bool {
        step > Self::ZERO && (self.wide() / step.wide()).is_integer()
    }

    /// How many thousandths of another figure it is; none where either is not above nothing.
    pub fn thousandths_of(self, other: Self) -> i64 {
        if self <= Self::ZERO || other <= Self::ZERO {
            return 0;
        }
        i64::try_from((self.wide() * 1000 / other.wide()).to_integer()).unwrap_or(i64::MAX)
    }

    /// So many parts of so many, to the nearest half point, halfway up.
    #[must_use]
    pub fn share(self, parts: i64, of: i64) -> Self {
        let halves = self.wide() * Ratio::new(i128::from(parts) * 2, i128::from(of.max(1)));
        Self::narrow((halves + Ratio::new(1, 2)).floor() / 2)
    }

    /// As many parts of it as one figure has of another, exactly.
    #[must_use]
    pub fn portion(self, some: Self, all: Self) -> Self {
        let all = if all > Self::ZERO { all } else { Self::HALF };
        Self::narrow(self.wide() * some.wide() / all.wide())
    }

    /// The same, rounded down towards nothing to half points.
    #[must_use]
    pub fn part(self, some: Self, all: Self) -> Self {
        self.portion(some, all).rounded(Self::HALF, Rounding::Down)
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, times: i64) -> Self {
        Self::narrow(self.wide() * i128::from(times))
    }

    /// Twice as much.
    #[must_use]
    pub fn doubled(self) -> Self {
        self + self
    }

    /// How far it is from nothing.
    #[must_use]
    pub fn size(self) -> Self {
        if self.is_negative() { -self } else { self }
    }

    /// With its sign: `+5`, `-2`.
    pub fn signed(self) -> String {
        if self.is_negative() { self.to_string() } else { format!("+{self}") }
    }

    /// Whether it is below nothing.
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }
}

impl std::ops::Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        // Nearly all points are whole, and there are many of them.
        if self.0.is_integer() && other.0.is_integer() {
            return Self::whole(self.0.numer().saturating_add(*other.0.numer()));
        }
        Self::narrow(self.wide() + other.wide())
    }
}

impl std::ops::Sub for Score {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
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
        *self = *self + other;
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::ZERO, |sum, score| sum + score)
    }
}

/// With four decimals at most: a third is `0.3333`.
impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = (self.wide() * 10_000).round().to_integer();
        let (sign, parts) = (if parts < 0 { "-" } else { "" }, parts.abs());
        let decimals = format!("{:04}", parts % 10_000);
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{point}{decimals}", parts / 10_000)
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
        json!({ "type": "number", "multipleOf": 0.1 })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(Score::parse(text).map(|score| score.to_string()).as_deref(), expected, "{text}");
    }

    #[track_caller]
    fn share(of: &str, percent: i64, expected: &str) {
        let halves = Score::parse(of).map(|score| score.percent(percent).rounded(Score::HALF, Rounding::Nearest));
        assert_eq!(halves, Score::parse(expected), "{percent} % of {of}");
    }

    #[test]
    fn shares_are_exact_until_they_are_rounded() {
        let third = Score::whole(1).portion(Score::whole(1), Score::whole(3));
        assert_eq!(third + third + third, Score::whole(1));
        assert_eq!(third.to_string(), "0.3333");
        assert_eq!((-third - third).to_string(), "-0.6667");
        let exact = Score::parse("62.5").unwrap().percent(110);
        assert_eq!(exact.to_string(), "68.75");
        for (step, way, expected) in [
            (Score::HALF, Rounding::Nearest, "69"),
            (Score::HALF, Rounding::Down, "68.5"),
            (Score::TENTH, Rounding::Nearest, "68.8"),
            (Score::TENTH, Rounding::Down, "68.7"),
            (Score::whole(1), Rounding::Nearest, "69"),
            (Score::whole(1), Rounding::Down, "68"),
            (Score::whole(1), Rounding::Up, "69"),
        ] {
            assert_eq!(exact.rounded(step, way).to_string(), expected, "{step} {way:?}");
            assert_eq!((-exact).rounded(step, way).to_string(), format!("-{expected}"), "{step} {way:?}");
        }
        assert_eq!(Score::whole(2).rounded(Score::whole(1), Rounding::Up), Score::whole(2));
        // A share of a share, ten years on.
        let shares = (0..120).fold(Score::whole(60), |share, _| Score::whole(60) + share.percent(33));
        assert_eq!(shares.to_string(), "89.5522");
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
    fn points_have_one_decimal_at_most() {
        case("5", Some("5"));
        case("+5", Some("5"));
        case("2.5", Some("2.5"));
        case("-0.5", Some("-0.5"));
        case("-0", Some("0"));
        case("3.0", Some("3"));
        case("0.2", Some("0.2"));
        case("-12.7", Some("-12.7"));
        case("1000000", Some("1000000"));
        for bad in ["", ".5", "2.25", "1e3", "inf", "nan", "--1", "1_000", "9999999", "0x10", "五"] {
            case(bad, None);
        }
    }
}
