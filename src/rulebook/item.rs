//! An item of a points scheme: what it is worth, and what earns it.

use super::limits::{Limits, Stretch};
use crate::record::{
    At, ClassId, Day, Entry, Hours, ItemId, KindId, LinkId, MarkId, Period, PostId, Score, StudyId, choice, shape,
};

shape! {
    /// Something that earns or costs points: by one of several things, or by hand
    /// where none is said.
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
        /// Earned by hours of study.
        "study" => study: Option<ByStudy>,
        /// Earned by the dues of a month, paid in time or late.
        "dues" => dues: Option<Timing>,
        /// Earned by the owner of a problem that is closed in time or late.
        "problem" => problem: Option<Timing>,
        /// Earned once a scored period by holding one of these posts.
        "post" => post: Option<ByPost>,
        /// Earned by the share of the meetings that somebody came to.
        "rate" => rate: Option<ByRate>,
        /// The classes of those for whom it is; everybody where none is named.
        "classes" => classes: Vec<At<ClassId>>,
        /// The posts whose holders confirm what people declare of it themselves; nobody can where none is named.
        "confirm" => confirm: Vec<At<PostId>>,
        /// What of a record makes it count double.
        "double" => double: Option<Double>,
        /// Whether it sets the points of its scored period to nothing.
        "veto" => veto: Option<At<bool>>,
        /// Whether it is a breach of discipline, which stands in the way of being an exemplar.
        "discipline" => discipline: Option<bool>,
        /// The most it may bring a member; a deduction has none.
        "ceiling" => ceiling: Option<At<Limits>>,
        /// The least it may come to; an award has none.
        "floor" => floor: Option<At<Limits>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// A named condition of a record: it bears one of these marks, or served one of these lines of work.
    pub struct Double {
        /// The marks.
        "marks" => marks: Vec<At<MarkId>>,
        /// The lines of work.
        "links" => links: Vec<At<LinkId>>,
    }
}

shape! {
    /// Earned by holding a post: once a scored period, from the first day of it on which somebody holds one of them.
    pub struct ByPost {
        /// The posts, one at least.
        "posts" => posts: Vec<At<PostId>>,
    }
}

shape! {
    /// Earned by the share of the meetings at which somebody was due, and came, over some days: on the last of them on
    /// which the person is scored.
    pub struct ByRate {
        /// The kinds of meeting; all where none is said.
        "kinds" => kinds: Vec<At<KindId>>,
        /// The states that count as having come; present, late and made up where none is said.
        "states" => states: Vec<State>,
        /// The least percent that earns it.
        "least" => least: Option<At<i64>>,
        /// The percent below which it is earned.
        "below" => below: Option<At<i64>>,
        /// Over how long; the scored period where it is not said.
        "over" => over: Option<Stretch>,
        /// In each of what it has to be so; those in which nothing was due are left out.
        "each" => each: Option<At<Stretch>>,
        /// Whether it is only for those who were scored on all of its days.
        "whole" => whole: Option<bool>,
    }
}

impl ByRate {
    /// Whether meetings of a kind count.
    pub fn is_of(&self, kind: &KindId) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|at| at.value == *kind)
    }

    /// Whether a state counts as having come.
    pub fn came(&self, state: State) -> bool {
        if self.states.is_empty() { state.attended() } else { self.states.contains(&state) }
    }

    /// Whether having come so often, of so many times, is what it asks for.
    pub fn is_met(&self, came: i64, of: i64) -> bool {
        self.least.as_ref().is_none_or(|least| least.value * of <= came * 100)
            && self.below.as_ref().is_none_or(|below| came * 100 < below.value * of)
    }
}

shape! {
    /// Earned by hours of study.
    pub struct ByStudy {
        /// The kinds of study; all where none is said.
        "kinds" => kinds: Vec<At<StudyId>>,
        /// The points are for each so many hours, in proportion; for each record where it is not said.
        "hours" => hours: Option<At<Hours>>,
    }
}

/// Whether something was done by the day it was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// By that day.
    InTime,
    /// After it.
    Late,
}

choice! { Timing: [("in-time", Self::InTime), ("late", Self::Late)] }

impl Timing {
    /// Whether something done on a day, and due by another, was done so.
    pub fn is(self, done: Day, due: Day) -> bool {
        (done <= due) == (self == Self::InTime)
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

choice! { State: Self::ALL.map(|state| (state.id(), state)) }

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

choice! { Role: Self::ALL.map(|role| (role.id(), role)) }

impl Item {
    /// What a line by hand is worth under it: its own fixed points, else those of the line.
    pub fn worth_of(&self, entry: &Entry) -> Option<Score> {
        self.points.as_ref().or(entry.points.as_ref()).map(|points| points.value)
    }
}

impl Item {
    /// Whether it sets the points of its scored period to nothing.
    pub fn is_veto(&self) -> bool {
        self.veto.as_ref().is_some_and(|veto| veto.value)
    }

    /// Whether it is for those of a class.
    pub fn is_for_class(&self, class: Option<&ClassId>) -> bool {
        self.classes.is_empty() || self.classes.iter().any(|at| Some(&at.value) == class)
    }

    /// Whether it is awarded by hand.
    pub fn by_hand(&self) -> bool {
        self.earned_by().next().is_none()
    }

    /// The keys that say what earns it; more than one is a fault.
    pub fn earned_by(&self) -> impl Iterator<Item = &'static str> {
        let keys = [
            ("attendance", self.attendance.is_some()),
            ("role", self.role.is_some()),
            ("study", self.study.is_some()),
            ("dues", self.dues.is_some()),
            ("problem", self.problem.is_some()),
            ("post", self.post.is_some()),
            ("rate", self.rate.is_some()),
        ];
        keys.into_iter().filter(|(_, said)| *said).map(|(key, _)| key)
    }

    /// The days on which it holds.
    pub fn days(&self) -> Option<Period> {
        Period::new(self.from.value, self.until.as_ref().map_or(Day::LAST, |until| until.value))
    }

    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

impl Item {
    /// Whether attendance at a kind of meeting, or a role in it, is what earns it, once or taken together.
    pub fn is_for(&self, kind: &KindId) -> bool {
        let attendance = self.attendance.iter().flat_map(|attendance| &attendance.kinds);
        let roles = self.role.iter().flat_map(|role| &role.kinds);
        attendance.chain(roles).any(|at| at.value == *kind) || self.rate.as_ref().is_some_and(|by| by.is_of(kind))
    }
}
