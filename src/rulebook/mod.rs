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
mod own;
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
pub use duties::{Bearer, Chore, Duty, DutyRules, Held, Lapse, LapseStep, Responsible, Term, TermStep};
pub use edition::{COUNTS, Edition, EditionRules, EditionTable, FULL, Naming};
pub use filing::Filing;
pub use firm::Firm;
pub use holidays::{Counted, Holiday, HolidayRules, HolidayYear};
pub use item::{ByAttendance, ByPost, ByRate, ByRole, ByStudy, Double, Item, Role, State, Timing};
pub use keys::keys;
pub use limits::{LimitAt, Limits, Stretch};
pub use lookup::ItemBook;
pub use meetings::{Afterwards, Counts, DecisionKind, Kind, KindStudy, MeetingRules, Need, Prepare, Reason, Scope};
pub use own::{OwnWord, OwnWords};
pub use points::{
    Band, BandOf, Carry, Category, ClassBase, Fold, FoldGrade, Mark, PointsRules, Round, Scheme, ScoredPeriod, Standard,
};
pub use quota::Quota;
pub use sizes::{BranchSize, Committee, Divide, GroupCore, GroupLeader, Sizes};
pub use steps::{After, People, PutsOff, StandingFrom, StepRule, StepRules};
pub use study::{Owed, PartYear, StudyKind, StudyRules};
pub use talks::{Each, TalkPair, TalkReason, TalkRules, TalkTrigger, Those};
pub use template::Template;
pub use vote::{MajorityOf, VoteRule};

use crate::record::Source;

macro_rules! rulebook {
    ($($(#[doc = $doc:literal])+ $file:ident: $rules:ty,)*) => {
        /// The rules of a branch: those files of them that were read, each with its text.
        #[derive(Clone, Debug, Default)]
        pub struct Rulebook {
            $($(#[doc = $doc])+ pub $file: Option<(Source, $rules)>,)*
        }

        impl Rulebook {
            /// The files that were read.
            pub fn sources(&self) -> impl Iterator<Item = &Source> {
                let files = [$(self.$file.as_ref().map(|(source, _)| source)),*];
                files.into_iter().flatten()
            }

            /// These rules where they were read, and those of another rulebook for the rest.
            #[must_use]
            pub fn or(self, other: Self) -> Self {
                Self { $($file: self.$file.or(other.$file),)* }
            }
        }
    };
}

rulebook! {
    /// `rules/branch.toml`.
    branch: BranchRules,
    /// `rules/appraisal.toml`.
    appraisal: AppraisalRules,
    /// `rules/assessment.toml`.
    assessment: AssessmentRules,
    /// `rules/meetings.toml`.
    meetings: MeetingRules,
    /// `rules/points.toml`.
    points: PointsRules,
    /// `rules/dues.toml`.
    dues: DuesRules,
    /// `rules/duties.toml`.
    duties: DutyRules,
    /// `rules/editions.toml`.
    editions: EditionRules,
    /// `rules/holidays.toml`.
    holidays: HolidayRules,
    /// `rules/steps.toml`.
    steps: StepRules,
    /// `rules/study.toml`.
    study: StudyRules,
    /// `rules/talks.toml`.
    talks: TalkRules,
}

impl Rulebook {
    /// Whether no file was read.
    pub fn is_empty(&self) -> bool {
        self.sources().next().is_none()
    }
}
