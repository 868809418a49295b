//! Back from a day: the last or first day from which so long a time reaches it.
//!
//! A month before 28 February is 28 January, and yet 31 January is the last day that has a month before then.

use crate::record::{Day, Length};
use crate::rulebook::{Counted, Rulebook};

/// The last day after which so long a time is over by a day.
pub(super) fn last_start(rules: &Rulebook, length: Length, goal: Day) -> Counted {
    let guess = rules.before(goal, length);
    let reaches = |day: Day| rules.after(day, length).day <= goal;
    Counted { day: last(guess.day, reaches), ..guess }
}

/// The first day after which so long a time is not over before a day.
pub(super) fn first_start(rules: &Rulebook, length: Length, goal: Day) -> Counted {
    let guess = rules.before(goal, length);
    let falls_short = |day: Day| rules.after(day, length).day < goal;
    let short = last(guess.day, falls_short);
    Counted { day: short.plus(1), ..guess }
}

/// The last first day of something that lasts so long and is over by a day.
pub(super) fn last_first_day(rules: &Rulebook, length: Length, goal: Day) -> Counted {
    let guess = rules.before(goal, length);
    let is_over = |day: Day| rules.last_day(day, length).day <= goal;
    Counted { day: last(guess.day, is_over), ..guess }
}

/// The last day that is right, looked for from a guess; every day before it is right too.
fn last(mut day: Day, is_right: impl Fn(Day) -> bool) -> Day {
    while !is_right(day) && day.minus(1) != day {
        day = day.minus(1);
    }
    while is_right(day.plus(1)) && day.plus(1) != day {
        day = day.plus(1);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[track_caller]
    fn case(length: &str, goal: &str, last: &str, first: &str) {
        let rules = Rulebook::default();
        let length = Length::parse(length).expect("a length");
        assert_eq!(last_start(&rules, length, day(goal)).day.to_string(), last, "last of {length} before {goal}");
        assert_eq!(first_start(&rules, length, day(goal)).day.to_string(), first, "first of {length} before {goal}");
    }

    #[test]
    fn back_over_the_end_of_a_month() {
        case("1m", "2026-03-15", "2026-02-15", "2026-02-15");
        case("1m", "2026-02-28", "2026-01-31", "2026-01-28");
        case("1m", "2028-02-29", "2028-01-31", "2028-01-29");
        case("1m", "2028-02-28", "2028-01-28", "2028-01-28");
        case("1m", "2026-03-31", "2026-02-28", "2026-03-01");
        case("1m", "2026-03-30", "2026-02-28", "2026-03-01");
        case("1m", "2026-03-28", "2026-02-28", "2026-02-28");
        case("1y", "2029-02-28", "2028-02-29", "2028-02-28");
        case("1y", "2028-02-29", "2027-02-28", "2027-03-01");
        case("1m", "2026-01-01", "2025-12-01", "2025-12-01");
        case("30d", "2026-01-01", "2025-12-02", "2025-12-02");
    }

    #[test]
    fn back_over_weekends() {
        // Friday 6 March is a working day after Thursday; Monday 9 is one after Friday, Saturday and Sunday.
        case("1wd", "2026-03-06", "2026-03-05", "2026-03-05");
        case("1wd", "2026-03-09", "2026-03-08", "2026-03-06");
        case("5wd", "2026-03-16", "2026-03-09", "2026-03-09");
        // Nothing is over on a weekend that was not on the Friday before.
        case("5wd", "2026-03-15", "2026-03-08", "2026-03-09");
    }

    #[test]
    fn what_lasts_is_over_by_a_day() {
        let rules = Rulebook::default();
        for (length, goal, first) in [
            ("5wd", "2026-03-06", "2026-03-02"),
            ("5wd", "2026-03-08", "2026-03-02"),
            ("5wd", "2026-03-05", "2026-02-27"),
            ("5wd", "2026-03-13", "2026-03-09"),
            ("1d", "2026-03-06", "2026-03-06"),
            ("7d", "2026-03-01", "2026-02-23"),
        ] {
            let found = last_first_day(&rules, Length::parse(length).expect("a length"), day(goal));
            assert_eq!(found.day.to_string(), first, "{length} over by {goal}");
        }
    }
}
