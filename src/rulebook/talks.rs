//! `rules/talks.toml`: why people talk, who is to talk with whom how often, and what makes a talk a duty.

use super::{Firm, Stretch};
use crate::record::{
    At, ClassId, Day, GradeId, ItemId, Length, PostId, StandingId, TalkReasonId, TalkRuleId, choice, shape,
};

shape! {
    /// `rules/talks.toml`.
    pub struct TalkRules {
        /// The reasons for a talk.
        "reason" => talk_reasons: Vec<TalkReason>,
        /// Who is to talk with whom, over and over.
        "pair" => pairs: Vec<TalkPair>,
        /// What makes a talk a duty.
        "trigger" => triggers: Vec<TalkTrigger>,
    }
}

shape! {
    /// A reason for a talk.
    pub struct TalkReason {
        /// Its id.
        "id" => id: At<TalkReasonId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Whether it is meant where no reason is said.
        "default" => default: Option<bool>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// People who are to talk with one another so many times in a stretch of the calendar.
    pub struct TalkPair {
        /// Its id.
        "id" => id: At<TalkRuleId>,
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
        /// Who owes the talks.
        "who" => who: Those,
        /// With whom.
        "with" => with: Those,
        /// Whether each of the ones talks with each of the others, or with somebody of them.
        "each" => each: Each,
        /// How many times; once where it is not said.
        "times" => times: Option<At<i64>>,
        /// In what stretch of the calendar; a year where it is not said.
        "per" => per: Option<Stretch>,
        /// How firm it is.
        "firm" => firm: Firm,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Something after which a talk is owed.
    pub struct TalkTrigger {
        /// Its id.
        "id" => id: At<TalkRuleId>,
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
        /// Whom it is about; everybody where it is not said.
        "who" => who: Option<Those>,
        /// An award or a deduction of one of these items.
        "items" => items: Vec<At<ItemId>>,
        /// One of these grades at the yearly appraisal.
        "grades" => grades: Vec<At<GradeId>>,
        /// One of these standings is reached.
        "standings" => standings: Vec<At<StandingId>>,
        /// One of these posts is taken up or given up.
        "posts" => posts: Vec<At<PostId>>,
        /// Whether another group is.
        "moved" => moved: Option<bool>,
        /// Whether joining is.
        "joined" => joined: Option<bool>,
        /// Whether so many scored periods in a row below the line are as the scheme says.
        "below" => below: Option<bool>,
        /// With whom the talk is; with anybody where it is not said.
        "with" => with: Option<Those>,
        /// The reason that the talk has to have; any where it is not said.
        "reason" => reason: Option<At<TalkReasonId>>,
        /// Within how long.
        "within" => within: At<Length>,
        /// How firm it is.
        "firm" => firm: Firm,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Some people: those of one of the standings, posts or classes, less the holders of other posts.
    pub struct Those {
        /// By standing.
        "standings" => standings: Vec<At<StandingId>>,
        /// By post.
        "posts" => posts: Vec<At<PostId>>,
        /// By class.
        "classes" => classes: Vec<At<ClassId>>,
        /// But for those who hold one of these posts.
        "not-posts" => not_posts: Vec<At<PostId>>,
    }
}

/// With how many of the others each of the ones is to talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Each {
    /// With every one of them.
    Pair,
    /// With somebody of them.
    Person,
}

choice! { Each: [("pair", Self::Pair), ("person", Self::Person)] }

impl TalkPair {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// How many times.
    pub fn times(&self) -> usize {
        self.times.as_ref().map_or(1, |times| usize::try_from(times.value).unwrap_or_default())
    }

    /// In what stretch of the calendar.
    pub fn per(&self) -> Stretch {
        self.per.unwrap_or(Stretch::Year)
    }
}

impl TalkTrigger {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// The last day on which a talk is in time after something of a day.
    pub fn until(&self, day: Day) -> Day {
        self.within.after(day, |day, _| day)
    }

    /// Whether anything sets it off.
    pub fn has_cause(&self) -> bool {
        let listed = [self.items.is_empty(), self.grades.is_empty(), self.standings.is_empty(), self.posts.is_empty()];
        listed.contains(&false) || [self.moved, self.joined, self.below].contains(&Some(true))
    }
}
