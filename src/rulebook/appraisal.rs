//! `rules/appraisal.toml`: the yearly appraisal of members and its grades.

use crate::record::{At, Day, ExemplarId, GradeId, Score, StandingId, choice, shape};

shape! {
    /// `rules/appraisal.toml`.
    pub struct AppraisalRules {
        /// The standings of those who take part.
        "takes-part" => takes_part: Vec<At<StandingId>>,
        /// The standings of those who get a grade.
        "graded" => graded: Vec<At<StandingId>>,
        /// Of whom the share of a grade is reckoned.
        "share-of" => share_of: ShareOf,
        /// The grades, the best first.
        "grade" => grades: Vec<Grade>,
        /// The honours for which members are proposed.
        "exemplar" => exemplars: Vec<ExemplarRule>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// An honour and its conditions, all of which have to be met; one id may stand several times for different days.
    pub struct ExemplarRule {
        /// Its id.
        "id" => id: At<ExemplarId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The least points of every scored period.
        "points" => points: Option<At<Score>>,
        /// The least rate of attendance, in percent.
        "rate" => rate: Option<At<i64>>,
        /// Whether no deduction for discipline and no veto may stand in the way.
        "clean" => clean: Option<bool>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

impl ExemplarRule {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

shape! {
    /// A grade.
    pub struct Grade {
        /// Its id.
        "id" => id: At<GradeId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The largest share that may get it.
        "most" => most: Option<Share>,
        /// Whether such a member can be an exemplar; yes where it is not said.
        "exemplary" => exemplary: Option<bool>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// A share: so many parts of so many, rounded down.
    pub struct Share {
        /// How many parts.
        "part" => part: i64,
        /// Of how many.
        "of" => of: At<i64>,
    }
}

/// Of whom a share is reckoned; the notices differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOf {
    /// Of all members.
    Members,
    /// Of those who are to be graded.
    Appraised,
}

choice! { ShareOf: [("members", Self::Members), ("appraised", Self::Appraised)] }

impl Share {
    /// How many of so many.
    pub fn of_many(&self, many: usize) -> usize {
        let many = i64::try_from(many).unwrap_or(i64::MAX);
        usize::try_from(many.saturating_mul(self.part) / self.of.value.max(1)).unwrap_or_default()
    }
}
