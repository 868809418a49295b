//! How soon what happened is written down: a part of `rules/branch.toml`.

use super::{Counted, Rulebook};
use crate::record::{At, Day, Length, shape};

shape! {
    /// How soon what happened is written down.
    pub struct Filing {
        /// The first day of what happened for which it holds.
        "from" => from: At<Day>,
        /// The last day; for good where it is not said.
        "until" => until: Option<At<Day>>,
        /// How long after the day on which it happened a record is in time.
        "within" => within: At<Length>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

impl Filing {
    /// Whether it holds for what happened on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

impl Rulebook {
    /// How soon what happened on a day is written down.
    pub fn filing_on(&self, day: Day) -> Option<&Filing> {
        self.filings().find(|filing| filing.holds(day))
    }

    /// How soon what happened is written down, in the order of the file.
    pub fn filings(&self) -> impl Iterator<Item = &Filing> {
        self.branch.iter().flat_map(|(_, rules)| &rules.filings)
    }

    /// The last day on which a record of what happened on a day is in time; none where no rule says.
    pub fn filed_by(&self, day: Day) -> Option<Counted> {
        Some(self.after(day, self.filing_on(day)?.within.value))
    }
}

#[cfg(test)]
mod tests {
    use super::super::faults::tests::rulebook;
    use super::*;

    #[test]
    fn the_rule_of_the_day_holds() {
        let rules = "[[filing]]\nfrom = 2026-01-01\nuntil = 2026-06-30\nwithin = \"7d\"\n\
                     [[filing]]\nfrom = 2026-07-01\nwithin = \"3wd\"\n";
        let holidays =
            "[[year]]\nyear = 2026\noff = [{ from = 2026-10-01, until = 2026-10-07 }]\nworked = [2026-10-10]\n";
        let rules = rulebook(&[("branch.toml", rules), ("holidays.toml", holidays)]);
        let case = |day: &str, last: Option<(&str, bool)>| {
            let counted = rules.filed_by(Day::parse(day).expect("a day"));
            let counted = counted.map(|counted| (counted.day.to_string(), counted.unknown.is_some()));
            assert_eq!(counted, last.map(|(day, open)| (day.to_owned(), open)), "{day}");
        };
        case("2025-12-31", None);
        case("2026-01-01", Some(("2026-01-08", false)));
        case("2026-06-30", Some(("2026-07-07", false)));
        case("2026-07-01", Some(("2026-07-06", false)));
        case("2026-09-30", Some(("2026-10-10", false)));
        case("2026-12-30", Some(("2027-01-04", true)));
    }
}
