//! The hours of a meeting.

use super::reading::{FromToml, Node};
use super::{Definitions, Json, text_like};
use crate::words;

/// From when to when in a day: `19:30-20:40`, or only `19:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// The beginning, in minutes from midnight.
    begin: u32,
    /// The end, in minutes from midnight, where it is known.
    end: Option<u32>,
}

impl Clock {
    /// Hours as people write them; none where they are no hours, or end before they begin.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.replace('：', ":").replace(['–', '—', '~', '～'], "-");
        let (begin, end) = match text.split_once('-') {
            Some((begin, end)) => (minutes(begin)?, Some(minutes(end)?)),
            None => (minutes(&text)?, None),
        };
        end.is_none_or(|end| begin < end).then_some(Self { begin, end })
    }

    /// Whether two spans of hours have a minute in common; one without an end is a moment.
    pub fn meets(self, other: Self) -> bool {
        let end = |clock: Self| clock.end.unwrap_or(clock.begin + 1);
        self.begin < end(other) && other.begin < end(self)
    }
}

/// Minutes from midnight of `9:05` or `19:30`.
fn minutes(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str, digits: std::ops::RangeInclusive<usize>, limit| {
        let right = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        right.then(|| text.parse().ok()).flatten().filter(|number: &u32| *number < limit)
    };
    Some(number(hours, 1..=2, 24)? * 60 + number(minutes, 2..=2, 60)?)
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.begin / 60, self.begin % 60)?;
        self.end.map_or(Ok(()), |end| write!(f, "-{:02}:{:02}", end / 60, end % 60))
    }
}

crate::words::say_as_shown!(Clock);

/// An hour, as an editor knows it.
const HOUR: &str = "([01]?[0-9]|2[0-3])[:：][0-5][0-9]";

impl FromToml for Clock {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let text = node.text()?;
        let clock = Self::parse(text);
        if clock.is_none() {
            node.fault("bad-time", words::bad_time(words::shown(text)));
        }
        clock
    }

    fn schema(_: &mut Definitions) -> Json {
        text_like(&format!(r"^\s*{HOUR}\s*([-–—~～]\s*{HOUR}\s*)?$"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let case = |text: &str, expected: Option<&str>| {
            assert_eq!(Clock::parse(text).map(|clock| clock.to_string()).as_deref(), expected, "{text}");
        };
        case("19:30-20:40", Some("19:30-20:40"));
        case("9:05", Some("09:05"));
        case("9：00～10：30", Some("09:00-10:30"));
        case("00:00-23:59", Some("00:00-23:59"));
        for bad in ["", "24:00", "9", "9:5", "20:40-19:30", "9:00-9:00", "+9:00", "9:00-"] {
            case(bad, None);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_an_editor_takes_for_an_hour_is_one(text in HOUR) {
            assert!(Clock::parse(&text).is_some(), "{text}");
        }
    }

    #[test]
    fn neighbours_do_not_meet() {
        let meets = |a: &str, b: &str| {
            let both = Clock::parse(a).zip(Clock::parse(b)).expect("hours");
            both.0.meets(both.1)
        };
        assert!(!meets("09:00-10:00", "10:00-11:00"));
        assert!(meets("09:00-10:00", "09:59-11:00"));
        assert!(meets("09:00-10:00", "09:30"));
        assert!(!meets("09:00-10:00", "10:00"));
    }
}
