//! Every key of every rule, for the reference of the rules' language.

use super::*;
use crate::record::Shape;

/// The parts of the rule files, by the name of their type, each with its keys.
pub fn keys() -> Vec<(&'static str, &'static [&'static str])> {
    macro_rules! of {
        ($($part:ident),* $(,)?) => { vec![$((stringify!($part), <$part as Shape>::KEYS)),*] };
    }
    of![
        PointsRules,
        Scheme,
        ClassBase,
        Carry,
        Fold,
        FoldGrade,
        Band,
        Standard,
        Limits,
        Category,
        Mark,
        Item,
        Double,
        ByAttendance,
        ByRole,
        ByStudy,
        AppraisalRules,
        Grade,
        Share,
        ExemplarRule,
        AssessmentRules,
        Measure,
        BranchRules,
        Standing,
        Post,
        Class,
        Link,
        Sizes,
        MeetingRules,
        Kind,
        Reason,
        DecisionKind,
        StudyRules,
        StudyKind,
        Owed,
        DutyRules,
        Duty,
        Term,
        Lapse,
        LapseStep,
        DuesRules,
        Rate,
        RateBand,
        ArrearsStep,
        TalkRules,
        TalkReason,
        TalkPair,
        TalkTrigger,
        Those,
    ]
}
