//! `rules/assessment.toml`: what the assessment of efficiency weighs, and how heavily.

use super::Stretch;
use crate::record::{At, Day, MeasureId, Period, Score, choice, shape};

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

    /// The value that brings the whole weight in a period: the target for each stretch that the period touches.
    pub fn target_in(&self, period: Period) -> Score {
        let Some(per) = self.per else { return self.target.value };
        let (mut times, mut day) = (0, period.first);
        while day <= period.last {
            times += 1;
            day = per.around(day).last.plus(1);
        }
        self.target.value.times(times)
    }

    /// Whether it is told of members, groups or the branch.
    pub fn is_of(&self, whom: Whom) -> bool {
        self.of.is_empty() || self.of.contains(&whom)
    }
}
