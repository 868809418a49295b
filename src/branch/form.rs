//! Every form of file: its name, where such files stand, and what may be written in them.

use crate::record::{
    Acceptances, Appraisals, DuesLedger, Exports, Figures, Group, Issue, Json, Ledger, Meeting, Member, Plan, Requests,
    Seal, Settings, StudyLedger, TalkLedger, schema,
};
use crate::rulebook::{
    AppraisalRules, AssessmentRules, BranchRules, DuesRules, DutyRules, EditionRules, HolidayRules, MeetingRules,
    PointsRules, StepRules, StudyRules, TalkRules,
};

/// A form of file.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Its name: `member`, `rules/points`.
    pub name: &'static str,
    /// Where such files stand, `*` for any part of a name.
    pub files: &'static str,
    /// What may be written in them, as JSON Schema says it.
    pub schema: fn() -> Json,
}

/// Declares the forms: the name of each, its files and the type that reads them.
macro_rules! forms {
    ($($name:literal: $files:literal, $kind:ty;)*) => {
        /// Every form of file, in the order of the alphabet.
        pub const FORMS: &[Form] = &[$(Form { name: $name, files: $files, schema: schema::<$kind> }),*];
    };
}

forms! {
    "accepted": "rules/accepted.toml", Acceptances;
    "appraisals": "appraisals/*.toml", Appraisals;
    "dues": "dues/*.toml", DuesLedger;
    "exports": "exports.toml", Exports;
    "figures": "figures/*.toml", Figures;
    "group": "groups/*.toml", Group;
    "issue": "issues/*/*.toml", Issue;
    "meeting": "meetings/*/*.toml", Meeting;
    "member": "members/*.toml", Member;
    "plan": "plans/*.toml", Plan;
    "points": "points/*.toml", Ledger;
    "requests": "requests/*.toml", Requests;
    "rules/appraisal": "rules/appraisal.toml", AppraisalRules;
    "rules/assessment": "rules/assessment.toml", AssessmentRules;
    "rules/branch": "rules/branch.toml", BranchRules;
    "rules/dues": "rules/dues.toml", DuesRules;
    "rules/duties": "rules/duties.toml", DutyRules;
    "rules/editions": "rules/editions.toml", EditionRules;
    "rules/holidays": "rules/holidays.toml", HolidayRules;
    "rules/meetings": "rules/meetings.toml", MeetingRules;
    "rules/points": "rules/points.toml", PointsRules;
    "rules/steps": "rules/steps.toml", StepRules;
    "rules/study": "rules/study.toml", StudyRules;
    "rules/talks": "rules/talks.toml", TalkRules;
    "seal": "seals/*.toml", Seal;
    "study": "study/*.toml", StudyLedger;
    "talks": "talks/*.toml", TalkLedger;
    "zhibu": "zhibu.toml", Settings;
}

impl Form {
    /// Whether a path is one of its files.
    pub fn is_of(&self, path: &str) -> bool {
        let fits = |(pattern, part): (&str, &str)| match pattern.split_once('*') {
            Some((begin, end)) => part.starts_with(begin) && part[begin.len()..].ends_with(end),
            None => pattern == part,
        };
        self.files.split('/').count() == path.split('/').count() && self.files.split('/').zip(path.split('/')).all(fits)
    }
}
