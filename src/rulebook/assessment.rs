//! `rules/assessment.toml`: what the assessment of efficiency weighs, and how heavily.

use super::Stretch;
use crate::record::{At, Day, MeasureId, Month, Period, Score, choice, shape};

shape! {
    /// `rules/assessment.toml`.
    pub struct AssessmentRules {
        /// The measures; one id may stand several times for different days.
        "measure" => measures: Vec<Measure>,
    }
}

shape! {
    /// One thing that is weighed.
    pub struct Measure {
        /// Its id.
        "id" => id: At<MeasureId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Whether it is work of the branch or the work the unit is for; both stand side by side.
        "side" => side: Side,
        /// What it is told by.
        "by" => by: By,
        /// Whom it is told of; members, groups and the branch where it is not said.
        "of" => of: Vec<Whom>,
        /// The value that brings the whole weight: percent, points, hours or a number, as `by` says.
        "target" => target: At<Score>,
        /// The stretch the target is for, so that a year's is four times a quarter's; whatever the period where it is not
        /// said, as for a rate.
        "per" => per: Option<Stretch>,
        /// The most it brings.
        "weight" => weight: At<Score>,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

/// The two sides that are planned, checked and assessed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The work of the branch itself.
    Branch,
    /// The work the unit is for.
    Work,
}

choice! { Side: [("branch", Self::Branch), ("work", Self::Work)] }

impl Side {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Branch => "branch",
            Self::Work => "work",
        }
    }
}

/// What a measure is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The rate of attendance, in percent.
    Attendance,
    /// Points; the mean of those of a group or the branch.
    Points,
    /// Hours of study; the mean of those of a group or the branch.
    Study,
    /// The share of the problems due in the period that were closed in time, in percent.
    Problems,
    /// The number of meetings attended and awards that served a line of work.
    Links,
    /// A figure given by hand.
    Hand,
}

choice! {
    By: [
            ("attendance", Self::Attendance),
            ("points", Self::Points),
            ("study", Self::Study),
            ("problems", Self::Problems),
            ("links", Self::Links),
            ("hand", Self::Hand),
        ]
}

/// Whom a measure is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Each member.
    Member,
    /// Each group.
    Group,
    /// The branch as a whole.
    Branch,
}

choice! { Whom: [("member", Self::Member), ("group", Self::Group), ("branch", Self::Branch)] }

impl Measure {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// The value that brings the whole weight in some days: of the target of each stretch that they touch as large a
    /// part as they have of its months, and of a month as they have of its days; to the nearest half.
    pub fn target_in(&self, days: Period) -> Score {
        let Some(per) = self.per else { return self.target.value };
        let (mut all, mut day) = (Score::ZERO, days.first);
        while day <= days.last {
            let stretch = per.around(day);
            let within = Period { first: day, last: stretch.last.min(days.last) };
            all += match within == stretch {
                true => self.target.value,
                false => self.target.value.share(months(within), months(stretch)),
            };
            day = stretch.last.plus(1);
        }
        all
    }

    /// Whether it is told of members, groups or the branch.
    pub fn is_of(&self, whom: Whom) -> bool {
        self.of.is_empty() || self.of.contains(&whom)
    }
}

/// A month, in parts of which there are as many for each of its days whether it has 28, 29, 30 or 31.
const MONTH: i64 = 4 * 3 * 5 * 7 * 29 * 31;

/// How long some days are by the months they are of.
fn months(days: Period) -> i64 {
    let length = |days: Period| days.last.since(days.first) + 1;
    let part =
        |month: Month| days.common(month.period()).map_or(0, |some| length(some) * MONTH / length(month.period()));
    days.each_month().map(part).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{RelPath, Source, read};

    #[track_caller]
    fn target(per: &str, days: &str, expected: &str) {
        let measure = "[[measure]]\nid = \"m\"\nname = \"m\"\nside = \"branch\"\nby = \"points\"\ntarget = 195\nweight = 20\nfrom = 2026-01-01\n";
        let source = Source::new(RelPath::new("rules/assessment.toml").expect("a path"), format!("{measure}{per}\n"));
        let rules = read::<AssessmentRules>(&source).record.expect("rules");
        let days = days.split_once(' ').and_then(|(first, last)| Period::new(Day::parse(first)?, Day::parse(last)?));
        let told = rules.measures[0].target_in(days.expect("days"));
        assert_eq!(Some(told), Score::parse(expected), "{per}");
    }

    #[test]
    fn a_target_is_as_large_as_the_days_it_is_asked_for() {
        let quarter = "per = \"quarter\"";
        target("", "2026-11-01 2026-11-30", "195");
        target(quarter, "2026-10-01 2026-12-31", "195");
        target(quarter, "2026-11-01 2026-11-30", "65");
        target(quarter, "2026-10-01 2026-11-30", "130");
        target(quarter, "2026-10-01 2026-11-15", "97.5");
        target(quarter, "2026-01-01 2026-12-31", "780");
        target(quarter, "2026-01-01 2026-11-30", "715");
        target("per = \"month\"", "2026-02-01 2026-02-14", "97.5");
        target("per = \"year\"", "2026-01-01 2026-03-31", "49");
        target("per = \"day\"", "2026-02-01 2026-02-02", "390");
    }
}
