//! What the rules say: the files of `rules/`, and the templates they are copied from.
//!
//! The program knows no word of any rulebook; everything a branch calls its own stands in these files.

mod branch;
mod dues;
mod faults;
mod lookup;
mod meetings;
mod points;
mod study;
mod template;

pub use branch::{BranchRules, Class, Link, Post, Sizes, Standing};
pub use dues::{ArrearsStep, Band, DuesRules, Rate};
pub use meetings::{DecisionKind, Kind, MeetingRules, Reason, Scope};
pub use points::{ByAttendance, ByRole, Category, Item, Limits, PointsRules, Role, Scheme, ScoredPeriod, State};
pub use study::{Owed, StudyKind, StudyRules};
pub use template::Template;

use crate::record::Source;

/// The rules of a branch: those files of them that were read, each with its text.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    /// `rules/branch.toml`.
    pub branch: Option<(Source, BranchRules)>,
    /// `rules/meetings.toml`.
    pub meetings: Option<(Source, MeetingRules)>,
    /// `rules/points.toml`.
    pub points: Option<(Source, PointsRules)>,
    /// `rules/dues.toml`.
    pub dues: Option<(Source, DuesRules)>,
    /// `rules/study.toml`.
    pub study: Option<(Source, StudyRules)>,
}
