//! A length of time by the calendar: `30d`, `6w`, `3m`, `1y`, `5wd`.

use super::Day;
use super::reading::{FromToml, Node};
use super::{Definitions, Json, text_like};
use crate::words::{self, Text};

/// So many days, working days, weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// Days, weeks among them.
    Days(u32),
    /// Days on which people work.
    WorkingDays(u32),
    /// Months, years among them.
    Months(u32),
}

impl Length {
    /// A length as files and calls write it: `30d` days, `5wd` working days, `6w` weeks, `3m` months, `1y` years; none
    /// for others, and for more than two hundred years.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
        let number: u32 = number.parse().ok().filter(|number| *number <= 73_000)?;
        match unit.trim_start() {
            "d" | "天" => Some(Self::Days(number)),
            "wd" | "个工作日" | "工作日" => Some(Self::WorkingDays(number)),
            "w" | "周" => Some(Self::Days(number * 7)),
            "m" | "个月" => Some(Self::Months(number)),
            "y" | "年" => Some(Self::Months(number * 12)),
            _ => None,
        }
    }

    /// The day so much later; `working` counts working days from a day on.
    pub fn after(self, day: Day, working: impl FnOnce(Day, u32) -> Day) -> Day {
        match self {
            Self::Days(days) => day.plus(days.into()),
            Self::WorkingDays(days) => working(day, days),
            Self::Months(months) => day.plus_months(months),
        }
    }

    /// The day so much earlier; `working` counts working days back from a day.
    pub fn before(self, day: Day, working: impl FnOnce(Day, u32) -> Day) -> Day {
        match self {
            Self::Days(days) => day.minus(days.into()),
            Self::WorkingDays(days) => working(day, days),
            Self::Months(months) => day.minus_months(months),
        }
    }

    /// How it is said: `30 天`, `1 month`.
    pub fn name(self) -> Text {
        match self {
            Self::Days(days) => words::count(days as usize, "天", "day", "days"),
            Self::WorkingDays(days) => words::count(days as usize, "个工作日", "working day", "working days"),
            Self::Months(months) if months % 12 == 0 && months > 0 => {
                words::count(months as usize / 12, "年", "year", "years")
            }
            Self::Months(months) => words::count(months as usize, "个月", "month", "months"),
        }
    }
}

impl std::fmt::Display for Length {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Days(days) => write!(f, "{days}d"),
            Self::WorkingDays(days) => write!(f, "{days}wd"),
            Self::Months(months) => write!(f, "{months}m"),
        }
    }
}

impl FromToml for Length {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let text = node.text()?;
        let length = Self::parse(text);
        if length.is_none() {
            node.fault("bad-length", words::bad_length(words::shown(text)));
        }
        length
    }

    fn schema(_: &mut Definitions) -> Json {
        text_like("^ *[0-9]+ *(d|天|wd|个工作日|工作日|w|周|m|个月|y|年) *$")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[track_caller]
    fn case(text: &str, expected: Option<(&str, &str)>) {
        let day = Day::parse("2026-01-31").expect("a day");
        let length = Length::parse(text);
        let shown = length.map(|length| (length.after(day, |day, _| day).to_string(), length.name()));
        let shown = shown.as_ref().map(|(day, name)| (day.as_str(), name.get(Lang::En)));
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn lengths_run_by_the_calendar() {
        case("30d", Some(("2026-03-02", "30 days")));
        case("1w", Some(("2026-02-07", "7 days")));
        case("1m", Some(("2026-02-28", "1 month")));
        case("12m", Some(("2027-01-31", "1 year")));
        case("2y", Some(("2028-01-31", "2 years")));
        case("0d", Some(("2026-01-31", "0 days")));
        case("5wd", Some(("2026-01-31", "5 working days")));
        case("30", None);
        case("d", None);
        case("-1d", None);
        case("1.5y", None);
        case("", None);
        case("9999999999d", None);
    }
}
