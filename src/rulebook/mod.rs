//! What the rules say: the files of `rules/`, and the templates they are copied from.
//!
//! The program knows no word of any rulebook; everything a branch calls its own stands in these files.

mod appraisal;
mod assessment;
mod branch;
mod digest;
mod dues;
mod duties;
mod edition;
mod faults;
mod filing;
mod firm;
mod holidays;
mod item;
mod keys;
mod limits;
mod lookup;
mod meetings;
mod points;
mod quota;
mod sizes;
mod steps;
mod study;
mod talks;
mod template;
mod vote;

pub use appraisal::{AppraisalRules, ExemplarRule, Grade, Share, ShareOf};
pub use assessment::{AssessmentRules, By, Measure, Side, Whom};
pub use branch::{BranchRules, Campaign, Class, Holder, Link, Post, Standing};
pub use digest::{PointsDigests, short_digest};
pub use dues::{ArrearsStep, DuesRules, Rate, RateBand};
pub use duties::{Bearer, Chore, Duty, DutyRules, Held, Lapse, LapseStep, Responsible, Term};
pub use edition::{Edition, EditionRules, EditionTable, FULL, Naming};
pub use filing::Filing;
pub use firm::Firm;
pub use holidays::{Counted, Holiday, HolidayRules, HolidayYear};
pub use item::{ByAttendance, ByRole, ByStudy, Double, Item, Role, State, Timing};
pub use keys::keys;
pub use limits::{Limits, Stretch};
pub use lookup::ItemBook;
pub use meetings::{Counts, DecisionKind, Kind, MeetingRules, Need, Reason, Scope};
pub use points::{
    Band, Carry, Category, ClassBase, Fold, FoldGrade, Mark, PointsRules, Scheme, ScoredPeriod, Standard,
};
pub use quota::Quota;
pub use sizes::{BranchSize, Committee, Divide, GroupCore, GroupLeader, Sizes};
pub use steps::{After, People, PutsOff, StandingFrom, StepRule, StepRules};
pub use study::{Owed, PartYear, StudyKind, StudyRules};
pub use talks::{Each, TalkPair, TalkReason, TalkRules, TalkTrigger, Those};
pub use template::Template;
pub use vote::{MajorityOf, VoteRule};

use crate::record::Source;

/// The rules of a branch: those files of them that were read, each with its text.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    /// `rules/branch.toml`.
    pub branch: Option<(Source, BranchRules)>,
    /// `rules/appraisal.toml`.
    pub appraisal: Option<(Source, AppraisalRules)>,
    /// `rules/assessment.toml`.
    pub assessment: Option<(Source, AssessmentRules)>,
    /// `rules/meetings.toml`.
    pub meetings: Option<(Source, MeetingRules)>,
    /// `rules/points.toml`.
    pub points: Option<(Source, PointsRules)>,
    /// `rules/dues.toml`.
    pub dues: Option<(Source, DuesRules)>,
    /// `rules/duties.toml`.
    pub duties: Option<(Source, DutyRules)>,
    /// `rules/editions.toml`.
    pub editions: Option<(Source, EditionRules)>,
    /// `rules/holidays.toml`.
    pub holidays: Option<(Source, HolidayRules)>,
    /// `rules/steps.toml`.
    pub steps: Option<(Source, StepRules)>,
    /// `rules/study.toml`.
    pub study: Option<(Source, StudyRules)>,
    /// `rules/talks.toml`.
    pub talks: Option<(Source, TalkRules)>,
}

impl Rulebook {
    /// Whether no file was read.
    pub fn is_empty(&self) -> bool {
        let (appraisal, dues, study) = (self.appraisal.is_none(), self.dues.is_none(), self.study.is_none());
        appraisal
            && dues
            && study
            && self.assessment.is_none()
            && self.branch.is_none()
            && self.duties.is_none()
            && self.editions.is_none()
            && self.holidays.is_none()
            && self.meetings.is_none()
            && self.points.is_none()
            && self.talks.is_none()
            && self.steps.is_none()
    }

    /// These rules where they were read, and those of another rulebook for the rest.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            appraisal: self.appraisal.or(other.appraisal),
            assessment: self.assessment.or(other.assessment),
            branch: self.branch.or(other.branch),
            dues: self.dues.or(other.dues),
            duties: self.duties.or(other.duties),
            editions: self.editions.or(other.editions),
            holidays: self.holidays.or(other.holidays),
            meetings: self.meetings.or(other.meetings),
            points: self.points.or(other.points),
            steps: self.steps.or(other.steps),
            study: self.study.or(other.study),
            talks: self.talks.or(other.talks),
        }
    }
}
