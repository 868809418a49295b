//! `rules/points.toml`: what earns points, and where the earning ends.

use crate::record::{At, Day, FromToml, ItemId, KindId, Node, Score, shape};

shape! {
    /// `rules/points.toml`.
    pub struct PointsRules {
        /// The schemes, one at a time, each from a day.
        "scheme" => schemes: Vec<Scheme>,
        /// The categories of items.
        "category" => categories: Vec<Category>,
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
        /// The most a member's points may come to, the base included.
        "ceiling" => ceiling: Option<At<Limits>>,
        /// The least a member's points may come to, the base included.
        "floor" => floor: Option<At<Limits>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
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

impl FromToml for ScoredPeriod {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        node.one_of(&[("month", Self::Month), ("quarter", Self::Quarter), ("year", Self::Year)])
    }
}

shape! {
    /// Ceilings or floors over a month and a year.
    pub struct Limits {
        /// Over a calendar month.
        "month" => month: Option<Score>,
        /// Over a calendar year.
        "year" => year: Option<Score>,
    }
}

shape! {
    /// A category of items.
    pub struct Category {
        /// Its id.
        "id" => id: At<String>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
    }
}

shape! {
    /// Something that earns or costs points: by attendance, by a role, or by hand where neither is said.
    pub struct Item {
        /// Its id.
        "id" => id: At<ItemId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Its category.
        "category" => category: At<String>,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The points; below nothing for a deduction.
        "points" => points: Option<At<Score>>,
        /// The least and the most points, in this order, where whoever awards them by hand chooses.
        "range" => range: Option<At<Vec<Score>>>,
        /// Earned by attendance.
        "attendance" => attendance: Option<ByAttendance>,
        /// Earned by a role.
        "role" => role: Option<ByRole>,
        /// The most it may bring a member; a deduction has none.
        "ceiling" => ceiling: Option<At<Limits>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Earned by attendance in a state at a kind of meeting.
    pub struct ByAttendance {
        /// The kinds of meeting, one at least.
        "kinds" => kinds: Vec<At<KindId>>,
        /// The states of attendance that count, one at least; never exempt or open.
        "states" => states: Vec<State>,
    }
}

/// A state of attendance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// There.
    Present,
    /// There, but late.
    Late,
    /// Missing, and made up for later.
    MadeUp,
    /// Missing for a reason that excuses.
    Excused,
    /// Missing for another reason, or for none.
    Absent,
    /// Not bound to attend, by class.
    Exempt,
    /// Due, but nobody wrote.
    Open,
}

impl State {
    /// Every state, in the order of the columns.
    pub const ALL: [Self; 7] =
        [Self::Present, Self::Late, Self::MadeUp, Self::Excused, Self::Absent, Self::Exempt, Self::Open];

    /// Its id: `made-up`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Late => "late",
            Self::MadeUp => "made-up",
            Self::Excused => "excused",
            Self::Absent => "absent",
            Self::Exempt => "exempt",
            Self::Open => "open",
        }
    }

    /// The id of its column: `made_up`.
    pub fn column(self) -> &'static str {
        match self {
            Self::MadeUp => "made_up",
            other => other.id(),
        }
    }

    /// Whether it counts as having been there.
    pub fn attended(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::MadeUp)
    }
}

impl FromToml for State {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        node.one_of(&Self::ALL.map(|state| (state.id(), state)))
    }
}

shape! {
    /// Earned by a role in a kind of meeting.
    pub struct ByRole {
        /// The kinds of meeting, one at least.
        "kinds" => kinds: Vec<At<KindId>>,
        /// The roles that count, one at least.
        "roles" => roles: Vec<Role>,
    }
}

/// A role in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who led it.
    Chair,
    /// Who gave the lesson.
    Lecturer,
    /// Who wrote it down.
    Recorder,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Chair, Self::Lecturer, Self::Recorder];

    /// Its id: `chair`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Lecturer => "lecturer",
            Self::Recorder => "recorder",
        }
    }
}

impl FromToml for Role {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        node.one_of(&Self::ALL.map(|role| (role.id(), role)))
    }
}

impl Scheme {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

impl Item {
    /// Whether it is awarded by hand.
    pub fn by_hand(&self) -> bool {
        self.attendance.is_none() && self.role.is_none()
    }

    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

impl Item {
    /// Whether attendance at a kind of meeting, or a role in it, is what earns it.
    pub fn is_for(&self, kind: &KindId) -> bool {
        let attendance = self.attendance.iter().flat_map(|attendance| &attendance.kinds);
        let roles = self.role.iter().flat_map(|role| &role.kinds);
        attendance.chain(roles).any(|at| at.value == *kind)
    }
}
