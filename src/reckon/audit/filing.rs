//! When a record was written, as far as git knows, and whether that was in time.

use crate::record::Day;

/// When a record was written, as far as anybody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// On a day.
    On(Day),
    /// On a day or before it: nothing is known of what was before, or git has a day on which it cannot have been.
    By(Day),
    /// Git has a day before it happened: a clock was wrong, or somebody wrote it down before.
    Before(Day),
    /// Git has a day before that of the commit it follows: a clock was wrong.
    OutOfOrder(Day),
    /// Git has a day, and a later one on which the commit got its place: a rebase, or a day that somebody set by hand.
    PlacedLater(Day, Day),
    /// Git does not have it yet.
    NotYet,
    /// There is no git, or it has no day that could be.
    Unknown,
}

impl Written {
    /// What a commit that first had a record tells of one that happened on a day; `day` is the commit's own, `placed` that
    /// on which it got its place in the history, and `is_first` that nothing is known of what was before.
    pub(super) fn of(happened: Day, day: Option<Day>, placed: Option<Day>, is_first: bool) -> Self {
        match day {
            Some(day) if day.max(placed.unwrap_or(day)) < happened => Self::Before(day),
            // Nothing is written down before it happened: the history was put together from other commits, or a clock was
            // wrong.
            Some(day) if !is_first && happened <= day => match placed {
                Some(placed) if day < placed => Self::PlacedLater(day, placed),
                _ => Self::On(day),
            },
            _ => day.max(placed).map_or(Self::Unknown, Self::By),
        }
    }

    /// Its id, the same in every language.
    pub fn id(self) -> &'static str {
        match self {
            Self::On(_) => "on",
            Self::By(_) => "by",
            Self::Before(_) => "before-it-happened",
            Self::OutOfOrder(_) => "out-of-order",
            Self::PlacedLater(..) => "placed-later",
            Self::NotYet => "not-committed",
            Self::Unknown => "unknown",
        }
    }

    /// The day, where there is one.
    pub fn day(self) -> Option<Day> {
        match self {
            Self::On(day) | Self::By(day) | Self::Before(day) | Self::OutOfOrder(day) | Self::PlacedLater(day, _) => {
                Some(day)
            }
            Self::NotYet | Self::Unknown => None,
        }
    }
}

/// Whether a record was written in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    /// It was.
    InTime,
    /// So many days after the last one.
    Late(i64),
    /// Nobody can tell.
    Open,
    /// No rule says.
    NoRule,
}

impl Filed {
    /// What follows from when it was written and the last day in time.
    pub(super) fn of(written: Written, limit: Option<Day>) -> Self {
        let Some(limit) = limit else { return Self::NoRule };
        match written {
            Written::On(day) | Written::By(day) if day <= limit => Self::InTime,
            Written::PlacedLater(_, placed) if placed <= limit => Self::InTime,
            // The earlier of its days is late, too.
            Written::On(day) | Written::PlacedLater(day, _) if limit < day => Self::Late(day.since(limit)),
            _ => Self::Open,
        }
    }

    /// Its id, the same in every language.
    pub fn id(self) -> &'static str {
        match self {
            Self::InTime => "in-time",
            Self::Late(_) => "late",
            Self::Open => "unknown",
            Self::NoRule => "no-rule",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Day> {
        (!text.is_empty()).then(|| Day::parse(text).expect("a day"))
    }

    #[track_caller]
    fn written(happened: &str, commit: &str, placed: &str, is_first: bool, expected: Written) {
        let happened = day(happened).expect("a day");
        assert_eq!(Written::of(happened, day(commit), day(placed), is_first), expected);
    }

    #[test]
    fn a_commit_tells_when_a_record_was_written() {
        let on = |text| Written::On(day(text).expect("a day"));
        let by = |text| Written::By(day(text).expect("a day"));
        written("2026-11-05", "2026-11-05", "2026-11-05", false, on("2026-11-05"));
        written("2026-11-05", "2026-11-06", "2026-11-06", false, on("2026-11-06"));
        // A rebase moves the place, not the day; so does who sets the day by hand.
        let later = |one, other| Written::PlacedLater(day(one).expect("a day"), day(other).expect("a day"));
        written("2026-11-05", "2026-11-06", "2026-12-01", false, later("2026-11-06", "2026-12-01"));
        // A squash may take the day of an earlier commit.
        written("2026-11-05", "2026-11-04", "2026-12-01", false, by("2026-12-01"));
        // A clock that was wrong says nothing.
        let before = |text| Written::Before(day(text).expect("a day"));
        written("2026-11-05", "2026-11-04", "2026-11-04", false, before("2026-11-04"));
        written("2026-11-05", "1970-01-01", "1970-01-01", false, before("1970-01-01"));
        written("2026-11-05", "1970-01-01", "1970-01-01", true, before("1970-01-01"));
        // What was before the history is nobody's knowledge.
        written("2026-11-05", "2026-11-06", "2026-11-06", true, by("2026-11-06"));
        written("2026-11-05", "2026-11-06", "2026-12-01", true, by("2026-12-01"));
        written("2026-11-05", "", "2026-12-01", false, by("2026-12-01"));
        written("2026-11-05", "", "", false, Written::Unknown);
    }

    #[track_caller]
    fn filed(written: Written, limit: &str, expected: Filed) {
        assert_eq!(Filed::of(written, day(limit)), expected, "{written:?}");
    }

    #[test]
    fn the_last_day_is_in_time_and_the_next_is_late() {
        let on = |text| Written::On(day(text).expect("a day"));
        let by = |text| Written::By(day(text).expect("a day"));
        filed(on("2026-11-09"), "2026-11-10", Filed::InTime);
        filed(on("2026-11-10"), "2026-11-10", Filed::InTime);
        filed(on("2026-11-11"), "2026-11-10", Filed::Late(1));
        filed(on("2027-01-01"), "2026-12-31", Filed::Late(1));
        filed(on("2028-03-01"), "2028-02-28", Filed::Late(2));
        filed(by("2026-11-10"), "2026-11-10", Filed::InTime);
        filed(by("2026-11-11"), "2026-11-10", Filed::Open);
        let later = |one, other| Written::PlacedLater(day(one).expect("a day"), day(other).expect("a day"));
        filed(later("2026-11-08", "2026-11-10"), "2026-11-10", Filed::InTime);
        filed(later("2026-11-08", "2026-11-11"), "2026-11-10", Filed::Open);
        filed(later("2026-11-11", "2026-12-01"), "2026-11-10", Filed::Late(1));
        filed(later("2026-11-11", "2026-12-01"), "", Filed::NoRule);
        filed(Written::NotYet, "2026-11-10", Filed::Open);
        filed(Written::Before(day("1970-01-01").expect("a day")), "2026-11-10", Filed::Open);
        filed(Written::OutOfOrder(day("2026-11-09").expect("a day")), "2026-11-10", Filed::Open);
        filed(Written::Unknown, "2026-11-10", Filed::Open);
        filed(on("2026-11-11"), "", Filed::NoRule);
    }
}
