//! The hours of a meeting.

use super::numeral::with_digits;
use super::reading::{FromToml, Node};
use super::{Definitions, Json, folded, text_like};
use crate::words;

/// From when to when: `19:30-20:40`, or only `19:30`; `23:30-00:20` ends on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// The beginning, in minutes from midnight.
    begin: u32,
    /// The end, in minutes from the same midnight, if it is known.
    end: Option<u32>,
}

impl Clock {
    /// Hours as people write them; none where they are no hours, or where they would last longer than a night.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.replace('：', ":").replace(['–', '—', '－', '~', '～'], "-");
        let (begin, end) = match text.split_once('-') {
            Some((begin, end)) => (minutes(begin)?, Some(minutes(end)?)),
            None => (minutes(&text)?, None),
        };
        Self::of(begin, end)
    }

    /// Hours from one minute of a day to another; none where they would last longer than a night.
    fn of(begin: u32, end: Option<u32>) -> Option<Self> {
        // An end before the beginning is on the next day; a whole night and more is a slip of the keyboard.
        let end = end.map(|end| if end < begin { end + DAY } else { end });
        let is_span = |end: u32| begin < end && (end < DAY || end - begin <= NIGHT);
        end.is_none_or(is_span).then_some(Self { begin, end })
    }

    /// Whether it begins no later than another of the same day.
    pub fn begins_by(self, other: Self) -> bool {
        self.begin <= other.begin
    }

    /// The hours a person means: as [`Clock::parse`] reads them, and 下午2:30, 上午9点半-11点, 14:30:00, 19：30－20：40.
    pub fn typed(text: &str) -> Option<Self> {
        let text = with_digits(&folded(text)).replace(['–', '—', '~', '～', '－', '至', '到'], "-");
        let (begin, end) = match text.split_once('-') {
            Some((begin, end)) => (begin, Some(end)),
            None => (text.as_str(), None),
        };
        let (begin, half) = spoken(begin, None)?;
        let end = match end {
            Some(end) => Some(spoken(end, half)?.0),
            None => None,
        };
        Self::of(begin, end)
    }

    /// Whether two spans of hours have a minute in common; one without an end is a moment.
    pub fn meets(self, other: Self) -> bool {
        let end = |clock: Self| clock.end.unwrap_or(clock.begin + 1);
        self.begin < end(other) && other.begin < end(self)
    }
}

/// The minutes of a day.
const DAY: u32 = 24 * 60;

/// The most minutes that a meeting over midnight lasts.
const NIGHT: u32 = 12 * 60;

/// Minutes from midnight of `9:05` or `19:30`.
fn minutes(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str, digits: std::ops::RangeInclusive<usize>, limit| {
        let right = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        right.then(|| text.parse().ok()).flatten().filter(|number: &u32| *number < limit)
    };
    Some(number(hours, 1..=2, 24)? * 60 + number(minutes, 2..=2, 60)?)
}

/// Which half of the day a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Before,
    After,
}

/// A time as people say it, with the half of the day it is in where it says so; else it is in the half given, which the
/// time before it said.
fn spoken(text: &str, given: Option<Half>) -> Option<(u32, Option<Half>)> {
    const HALVES: &[(&str, Half)] = &[
        ("上午", Half::Before),
        ("早上", Half::Before),
        ("凌晨", Half::Before),
        ("下午", Half::After),
        ("晚上", Half::After),
        ("晚", Half::After),
        ("中午", Half::After),
        ("am", Half::Before),
        ("pm", Half::After),
    ];
    let lower = text.trim().to_lowercase();
    let said = HALVES.iter().find_map(|(word, half)| {
        let rest = lower.strip_prefix(word).or_else(|| lower.strip_suffix(word))?;
        Some((rest.trim(), *half))
    });
    let (bare, half) = said.map_or((lower.as_str(), None), |(rest, half)| (rest, Some(half)));
    let named = bare.replace(['点', '时'], ":").replace('分', "").replace(":半", ":30").replace(":整", ":00");
    let mut whole = named.trim_end_matches(':').to_owned();
    if !whole.contains(':') {
        // A number alone is an hour only where something says so.
        if half.is_none() && whole.len() == named.len() {
            return None;
        }
        whole += ":00";
    }
    let mut parts = whole.splitn(3, ':');
    let (hours, minutes_of, seconds) = (parts.next()?, parts.next()?, parts.next());
    let is_second = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) && text < "60";
    if !seconds.is_none_or(is_second) {
        return None;
    }
    let time = minutes(&format!("{hours}:{minutes_of}"))?;
    // Twelve at night and thirteen in the morning are no hours that anybody can be sure of.
    if time >= NOON && half == Some(Half::Before) || time / 60 == 12 && lower.starts_with('晚') {
        return None;
    }
    let half = half.or(given);
    Some((if half == Some(Half::After) && time < NOON { time + NOON } else { time }, half))
}

/// Twelve hours, in minutes.
const NOON: u32 = 12 * 60;

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.begin / 60, self.begin % 60)?;
        self.end.map_or(Ok(()), |end| write!(f, "-{:02}:{:02}", end / 60 % 24, end % 60))
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
        text_like(&format!(r"^\s*{HOUR}\s*([-–—－~～]\s*{HOUR}\s*)?$"))
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
        case("19：30－20：40", Some("19:30-20:40"));
        case("23:30-00:20", Some("23:30-00:20"));
        case("18:00-06:00", Some("18:00-06:00"));
        for bad in ["", "24:00", "9", "9:5", "20:40-19:30", "9:00-9:00", "+9:00", "9:00-"] {
            case(bad, None);
        }
    }

    #[test]
    fn hours_are_understood_as_people_say_them() {
        for (text, expected) in [
            ("19：30－20：40", Some("19:30-20:40")),
            ("下午2:30", Some("14:30")),
            ("下午2:30-4:00", Some("14:30-16:00")),
            ("上午9点半至11点", Some("09:30-11:00")),
            ("上午11:00-下午1:00", Some("11:00-13:00")),
            ("14:30:00", Some("14:30")),
            ("9时30分", Some("09:30")),
            ("15点", Some("15:00")),
            ("晚上7点", Some("19:00")),
            ("下午两点半", Some("14:30")),
            ("九时三十分至十一点", Some("09:30-11:00")),
            ("2:30 PM", Some("14:30")),
            ("9:05", Some("09:05")),
            ("9", None),
            ("下午", None),
            ("25:00", None),
            ("14:30:99", None),
            ("11:00-9:00", None),
            ("23:30-00:20", Some("23:30-00:20")),
            ("晚上11点半至凌晨1点", Some("23:30-01:00")),
            ("早", None),
            ("晚上12点", None),
            ("上午13:00", None),
        ] {
            assert_eq!(Clock::typed(text).map(|clock| clock.to_string()).as_deref(), expected, "{text}");
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
        assert!(meets("23:30-00:20", "23:45-00:10"));
        assert!(!meets("23:30-00:20", "00:05-00:30"));
    }
}
