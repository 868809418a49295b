//! `rules/study.toml`: the kinds of study, and the hours that are owed in a year.

use super::Firm;
use crate::record::{At, Day, Hours, PostId, Score, StandingId, StudyId, choice, shape};

shape! {
    /// `rules/study.toml`.
    pub struct StudyRules {
        /// The kinds of study.
        "study" => studies: Vec<StudyKind>,
        /// The hours that are owed; one who is under several owes the most of them.
        "owed" => owed: Vec<Owed>,
    }
}

shape! {
    /// A kind of study.
    pub struct StudyKind {
        /// Its id.
        "id" => id: At<StudyId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Whether it is meant where no kind is said.
        "default" => default: Option<bool>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Hours that some owe in a calendar year.
    pub struct Owed {
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The hours.
        "hours" => hours: Hours,
        /// The standings of those who owe them.
        "standings" => standings: Vec<At<StandingId>>,
        /// The posts of those who owe them.
        "posts" => posts: Vec<At<PostId>>,
        /// How firm it is; as a rule where it is not said.
        "firm" => firm: Option<Firm>,
        /// What those owe who are there for a part of the year; a share of the hours where it is not said.
        "part-year" => part_year: Option<PartYear>,
        /// The kinds of study that count; all where none is named.
        "kinds" => kinds: Vec<At<StudyId>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

/// What those owe who are there for a part of the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartYear {
    /// As many twelfths of the hours as they are there for whole months.
    #[default]
    Share,
    /// All of the hours.
    Whole,
    /// None.
    None,
}

choice! { PartYear: [("share", Self::Share), ("whole", Self::Whole), ("none", Self::None)] }

impl Owed {
    /// The hours of somebody who is there for so many whole months of the year, in half hours rounded down.
    pub fn of_months(&self, months: i64) -> Score {
        let all = self.hours.score();
        match self.part_year.unwrap_or_default() {
            PartYear::Share => all.part(Score::whole(months), Score::whole(12)),
            PartYear::Whole => all,
            PartYear::None => {
                if months < 12 {
                    Score::ZERO
                } else {
                    all
                }
            }
        }
    }

    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// Whether a kind of study counts for it.
    pub fn counts(&self, kind: &StudyId) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|at| at.value == *kind)
    }
}
