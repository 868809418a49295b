//! `rules/duties.toml`: what is owed over and over again, and terms of office.

use super::{Firm, Rulebook, Stretch};
use crate::record::{At, ClassId, Day, DutyId, KindId, Length, Period, PostId, StandingId, StudyId, choice, shape};
use crate::words::Text;

shape! {
    /// `rules/duties.toml`.
    pub struct DutyRules {
        /// What is owed over and over again.
        "duty" => duties: Vec<Duty>,
        /// Terms of office.
        "term" => terms: Vec<Term>,
        /// Months without taking part, from which on it is told.
        "lapse" => lapses: Vec<Lapse>,
        /// Who sees to what is owed besides.
        "responsible" => responsible: Vec<Responsible>,
    }
}

shape! {
    /// So many meetings of a kind, or so many times of study, in each month, quarter, half-year or year.
    pub struct Duty {
        /// Its id.
        "id" => id: At<DutyId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The kinds of meeting that count.
        "kinds" => kinds: Vec<At<KindId>>,
        /// The kinds of study that count, where it is a member's.
        "studies" => studies: Vec<At<StudyId>>,
        /// How many; one where it is not said.
        "times" => times: Option<At<i64>>,
        /// In how long.
        "per" => per: At<Stretch>,
        /// Whose it is; the branch's where it is not said.
        "by" => by: Option<Bearer>,
        /// The standings of the members whose it is; every member's where none, and no post and no class, is named.
        "standings" => standings: Vec<At<StandingId>>,
        /// The posts of the members whose it is.
        "posts" => posts: Vec<At<PostId>>,
        /// The classes of the members whose it is.
        "classes" => classes: Vec<At<ClassId>>,
        /// The posts whose holders see to it, where it is the branch's or a group's.
        "responsible" => responsible: Vec<At<PostId>>,
        /// How long after its time it can still be done for that time.
        "grace" => grace: Option<At<Length>>,
        /// How long before its last day it is told.
        "remind" => remind: Option<At<Length>>,
        /// How firm it is.
        "firm" => firm: Firm,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

/// Whose a duty is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bearer {
    /// The branch's as a whole.
    #[default]
    Branch,
    /// Each group's.
    Group,
    /// Each member's: the member has to attend.
    Member,
}

choice! { Bearer: [("branch", Self::Branch), ("group", Self::Group), ("member", Self::Member)] }

shape! {
    /// The posts whose holders see to something that is owed, and is no duty.
    pub struct Responsible {
        /// What it is.
        "for" => chore: At<Chore>,
        /// The posts.
        "posts" => posts: Vec<At<PostId>>,
    }
}

/// What is owed, and is no duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chore {
    /// Lists of points are posted, objections answered, lists closed.
    Points,
    /// What superiors asked for is delivered.
    Requests,
    /// Months are sealed.
    Seals,
}

choice! { Chore: [Self::Points, Self::Requests, Self::Seals].map(|chore| (chore.key(), chore)) }

impl Chore {
    /// Its key in a rule.
    pub fn key(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Requests => "requests",
            Self::Seals => "seals",
        }
    }
}

shape! {
    /// How long posts are held before they are filled anew.
    pub struct Term {
        /// Its id.
        "id" => id: At<DutyId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The posts. The term began with the earliest of their holders.
        "posts" => posts: Vec<At<PostId>>,
        /// How long it is.
        "length" => length: At<Length>,
        /// How long before its end it is told.
        "remind" => remind: Option<At<Length>>,
        /// How long it may at most be put off.
        "latest" => latest: Option<At<Length>>,
        /// How firm it is.
        "firm" => firm: Firm,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// What is done before the posts are filled anew.
        "step" => steps: Vec<TermStep>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// What is done before posts are filled anew.
    pub struct TermStep {
        /// What.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// How long before that day at the latest.
        "before" => before: At<Length>,
        /// The posts of those who see to it, the first who is there.
        "post" => posts: Vec<At<PostId>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Months in a row in which a member took part in nothing without being excused.
    pub struct Lapse {
        /// Its id.
        "id" => id: At<DutyId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The kinds of meeting that are meant.
        "kinds" => kinds: Vec<At<KindId>>,
        /// What so many months are called, from few to many.
        "steps" => steps: Vec<LapseStep>,
        /// How firm it is.
        "firm" => firm: Firm,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// What so many months are called.
    pub struct LapseStep {
        /// How many.
        "months" => months: At<i64>,
        /// What that is called.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
    }
}

macro_rules! named {
    ($($kind:ty),*) => {$(
        impl $kind {
            /// Its name in both languages; in the rulebook's own where it has but one.
            pub fn name(&self) -> Text {
                let name = |own: &Option<String>| own.as_ref().unwrap_or(&self.name).clone();
                Text::new(name(&self.name_zh), name(&self.name_en))
            }
        }
    )*};
}

named!(LapseStep, TermStep);

macro_rules! dated {
    ($($kind:ty),*) => {$(
        impl $kind {
            /// Whether it holds on a day.
            pub fn holds(&self, day: Day) -> bool {
                self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
            }
        }
    )*};
}
dated!(Duty, Term, Lapse);

impl Duty {
    /// How many times it is to be done.
    pub fn times(&self) -> usize {
        self.times.as_ref().map_or(1, |times| usize::try_from(times.value).unwrap_or(0))
    }

    /// Whose it is.
    pub fn by(&self) -> Bearer {
        self.by.unwrap_or_default()
    }

    /// The last day on which it can be done for a period.
    pub fn until(&self, period: Period) -> Day {
        self.grace.as_ref().map_or(period.last, |grace| grace.after(period.last, |last, _| last))
    }
}

/// Some meetings that are asked for: those of some days, of every kind or of some kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The days.
    pub days: Period,
    /// The kinds; every one where none are named.
    pub kinds: Option<Vec<KindId>>,
}

impl Held {
    /// Those of every kind.
    pub fn all(days: Period) -> Self {
        Self { days, kinds: None }
    }
}

impl Rulebook {
    /// The meetings that decide whether the duties of the periods that some days touch were kept. A meeting held within
    /// the grace of a period may count for it or for its own: as long as there are such meetings, which `is_held` tells,
    /// the period before decides too.
    pub fn meetings_of_duties(
        &self,
        days: Period,
        since: Option<Day>,
        is_held: &mut dyn FnMut(&Held) -> bool,
    ) -> Vec<Held> {
        let duties = self.duties.iter().flat_map(|(_, rules)| &rules.duties).filter(|duty| !duty.kinds.is_empty());
        let of_duty = |duty: &Duty| {
            let kinds: Vec<_> = duty.kinds.iter().map(|at| at.value.clone()).collect();
            let begin = since.map_or(duty.from.value, |since| since.max(duty.from.value));
            let mut first = duty.per.around(days.first).first;
            while duty.grace.is_some() && begin < first {
                let before = duty.per.around(first.minus(1));
                let late = Held { days: Period { first, last: duty.until(before) }, kinds: Some(kinds.clone()) };
                if before.first == first || !is_held(&late) {
                    break;
                }
                first = before.first;
            }
            Some(Held { days: Period::new(first, days.last)?, kinds: Some(kinds) })
        };
        duties.filter_map(of_duty).collect()
    }

    /// The days whose hours of study decide the same; none where no duty counts them.
    pub fn studies_of_duties(&self, days: Period) -> Option<Period> {
        let duties = self.duties.iter().flat_map(|(_, rules)| &rules.duties).filter(|duty| !duty.studies.is_empty());
        let first = |duty: &Duty| match duty.grace {
            Some(_) => Day::FIRST,
            None => duty.per.around(days.first).first,
        };
        Period::new(duties.map(first).min()?, days.last)
    }
}
