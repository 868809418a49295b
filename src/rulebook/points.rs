//! `rules/points.toml`: the schemes, and where the earning ends; the items have a file of their own.

use super::item::Item;
use super::limits::{Limits, Stretch};
use crate::record::{At, ClassId, Day, GradeId, MarkId, Period, Rounding, Score, choice, shape};

shape! {
    /// `rules/points.toml`.
    pub struct PointsRules {
        /// The schemes, one at a time, each from a day.
        "scheme" => schemes: Vec<Scheme>,
        /// The categories of items.
        "category" => categories: Vec<Category>,
        /// The marks that a record can bear, such as an award by the city.
        "mark" => marks: Vec<Mark>,
        /// The items; one id may stand several times for different days.
        "item" => items: Vec<Item>,
    }
}

shape! {
    /// The frame of the reckoning.
    pub struct Scheme {
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The period that is scored.
        "period" => period: ScoredPeriod,
        /// The points given at the start of the period.
        "base" => base: Option<Score>,
        /// The points given to those of a class instead.
        "class-base" => class_bases: Vec<ClassBase>,
        /// The share of the last scored period's points that is carried over.
        "carry" => carry: Option<Carry>,
        /// The most a member's points may come to, the base included.
        "ceiling" => ceiling: Option<At<Limits>>,
        /// The least a member's points may come to, the base included.
        "floor" => floor: Option<At<Limits>>,
        /// The least step of points; half a point where it is not said.
        "unit" => unit: Option<At<Score>>,
        /// To what the points of a scored period are rounded, once, at its end; where it is not said, every share is
        /// rounded by itself to half points, as it comes.
        "round" => round: Option<Round>,
        /// How they are rounded; to the nearest where it is not said.
        "round-way" => round_way: Option<Rounding>,
        /// What band and standard are read off; the rounded points where it is not said.
        "band-of" => band_of: Option<BandOf>,
        /// How the yearly appraisal is folded in, at the end of a scored year.
        "appraisal" => appraisal: Option<Fold>,
        /// The bands of the points of a scored period.
        "bands" => bands: Vec<Band>,
        /// The line below which a scored period is not up to standard.
        "standard" => standard: Option<Standard>,
        /// For how many days after a list is posted objections are taken.
        "objection-days" => objection_days: Option<At<i64>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

/// To what the points of a scored period are rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// To whole points.
    Whole,
    /// To half points.
    Half,
    /// To tenths of a point.
    Tenth,
    /// To nothing: they stay exact.
    None,
}

choice! { Round: [("whole", Self::Whole), ("half", Self::Half), ("tenth", Self::Tenth), ("none", Self::None)] }

impl Round {
    /// The step it rounds to.
    pub fn step(self) -> Option<Score> {
        match self {
            Self::Whole => Some(Score::whole(1)),
            Self::Half => Some(Score::HALF),
            Self::Tenth => Some(Score::TENTH),
            Self::None => None,
        }
    }
}

choice! { Rounding: [("nearest", Self::Nearest), ("down", Self::Down), ("up", Self::Up)] }

/// What band and standard are read off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandOf {
    /// The points as they are rounded.
    Rounded,
    /// The points before they are rounded.
    Exact,
}

choice! { BandOf: [("rounded", Self::Rounded), ("exact", Self::Exact)] }

shape! {
    /// What is otherwise for those of a class; what it does not say is as for everybody.
    pub struct ClassBase {
        /// The class.
        "class" => class: At<ClassId>,
        /// The points given at the start of the period.
        "base" => base: Option<At<Score>>,
        /// The most their points may come to.
        "ceiling" => ceiling: Option<At<Limits>>,
        /// The least their points may come to.
        "floor" => floor: Option<At<Limits>>,
        /// Their bands.
        "bands" => bands: Vec<Band>,
        /// The line of the standard.
        "line" => line: Option<Score>,
    }
}

shape! {
    /// Points carried over from the last scored period.
    pub struct Carry {
        /// How many of a hundred; to the nearest half point where the scheme does not round at the end.
        "percent" => percent: At<i64>,
        /// The most that is carried.
        "most" => most: Option<At<Score>>,
    }
}

shape! {
    /// The appraisal folded into the score: each grade as points that are added, or as a factor.
    pub struct Fold {
        /// What each grade comes to.
        "grades" => grades: Vec<FoldGrade>,
    }
}

shape! {
    /// What a grade comes to: points, or a factor; one of the two.
    pub struct FoldGrade {
        /// The grade.
        "grade" => grade: At<GradeId>,
        /// The points it adds.
        "points" => points: Option<At<Score>>,
        /// The factor in hundredths: 110 makes 80 points 88.
        "percent" => percent: Option<At<i64>>,
    }
}

shape! {
    /// A band of points with a name.
    pub struct Band {
        /// Its id.
        "id" => id: At<String>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The least points that are in it; the lowest band has none.
        "least" => least: Option<At<Score>>,
        /// The most points that are in it; up to the next band where it is not said.
        "most" => most: Option<At<Score>>,
    }
}

shape! {
    /// What is up to standard.
    pub struct Standard {
        /// The least points of a scored period.
        "line" => line: Score,
        /// How many periods below it in a row matter; one where it is not said.
        "in-a-row" => in_a_row: Option<At<i64>>,
    }
}

impl Standard {
    /// How many periods below the line in a row matter.
    pub fn in_a_row(&self) -> i64 {
        self.in_a_row.as_ref().map_or(1, |number| number.value)
    }
}

/// The period that is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoredPeriod {
    /// Each month by itself.
    Month,
    /// Each quarter by itself.
    Quarter,
    /// The year as one.
    Year,
}

choice! { ScoredPeriod: [("month", Self::Month), ("quarter", Self::Quarter), ("year", Self::Year)] }

shape! {
    /// A category of items; one id may stand several times for different days.
    pub struct Category {
        /// Its id.
        "id" => id: At<String>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The first day on which it holds; always where it is not said.
        "from" => from: Option<At<Day>>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The most its items may bring a member together.
        "ceiling" => ceiling: Option<At<Limits>>,
        /// The least its items may come to together.
        "floor" => floor: Option<At<Limits>>,
    }
}

shape! {
    /// Something that can be said of a record, and makes an item count double.
    pub struct Mark {
        /// Its id.
        "id" => id: At<MarkId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
    }
}

impl Category {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.as_ref().is_none_or(|from| from.value <= day)
            && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

impl ScoredPeriod {
    /// How long it is.
    pub fn stretch(self) -> Stretch {
        match self {
            Self::Month => Stretch::Month,
            Self::Quarter => Stretch::Quarter,
            Self::Year => Stretch::Year,
        }
    }

    /// The one a day lies in.
    pub fn around(self, day: Day) -> Period {
        self.stretch().around(day)
    }
}

impl Scheme {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// The least step of points.
    pub fn unit(&self) -> Score {
        self.unit.as_ref().map_or(Score::HALF, |unit| unit.value)
    }

    /// The least step between two totals of a scored period.
    pub fn step(&self) -> Score {
        self.round.and_then(Round::step).unwrap_or_else(|| self.unit())
    }

    /// A share as it counts: exact where the scheme rounds at the end, else in half points.
    pub fn share(&self, exact: Score, way: Rounding) -> Score {
        if self.round.is_some() { exact } else { exact.rounded(Score::HALF, way) }
    }

    /// The points of a scored period as they are rounded at its end.
    pub fn rounded(&self, exact: Score) -> Score {
        let step = self.round.and_then(Round::step);
        step.map_or(exact, |step| exact.rounded(step, self.round_way.unwrap_or_default()))
    }

    /// The base of those of a class.
    pub fn base_of(&self, class: Option<&ClassId>) -> Option<Score> {
        let own = self.of_class(class).and_then(|own| own.base.as_ref());
        own.map(|base| base.value).or(self.base)
    }

    /// What is otherwise for those of a class.
    fn of_class(&self, class: Option<&ClassId>) -> Option<&ClassBase> {
        self.class_bases.iter().find(|own| class == Some(&own.class.value))
    }

    /// The most the points of those of a class may come to.
    pub fn ceiling_of(&self, class: Option<&ClassId>) -> Option<&At<Limits>> {
        self.of_class(class).and_then(|own| own.ceiling.as_ref()).or(self.ceiling.as_ref())
    }

    /// The least they may come to.
    pub fn floor_of(&self, class: Option<&ClassId>) -> Option<&At<Limits>> {
        self.of_class(class).and_then(|own| own.floor.as_ref()).or(self.floor.as_ref())
    }

    /// The line of the standard for those of a class.
    pub fn line_of(&self, class: Option<&ClassId>) -> Option<Score> {
        let standard = self.standard.as_ref().map(|standard| standard.line);
        self.of_class(class).and_then(|own| own.line).or(standard)
    }

    /// The scheme as it is for those of one of its classes.
    pub(super) fn merged(&self, own: &ClassBase) -> Self {
        let class = Some(&own.class.value);
        let standard =
            self.standard.clone().map(|standard| Standard { line: own.line.unwrap_or(standard.line), ..standard });
        Self {
            base: self.base_of(class),
            ceiling: self.ceiling_of(class).cloned(),
            floor: self.floor_of(class).cloned(),
            bands: if own.bands.is_empty() { self.bands.clone() } else { own.bands.clone() },
            standard,
            class_bases: vec![],
            ..self.clone()
        }
    }

    /// The band in which the points of somebody of a class lie: the highest whose least they reach.
    pub fn band(&self, points: Score, class: Option<&ClassId>) -> Option<&Band> {
        let own = self.of_class(class).map(|own| &own.bands).filter(|bands| !bands.is_empty());
        let reached = own
            .unwrap_or(&self.bands)
            .iter()
            .filter(|band| band.least.as_ref().is_none_or(|least| least.value <= points));
        reached.max_by_key(|band| band.least.as_ref().map(|least| least.value))
    }
}
