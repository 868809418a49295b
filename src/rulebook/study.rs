//! `rules/study.toml`: the kinds of study, and the hours that are owed in a year.

use super::Firm;
use crate::record::{At, Day, Hours, PostId, StandingId, StudyId, shape};

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
        /// The kinds of study that count; all where none is named.
        "kinds" => kinds: Vec<At<StudyId>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

impl Owed {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// Whether a kind of study counts for it.
    pub fn counts(&self, kind: &StudyId) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|at| at.value == *kind)
    }
}
