//! Where in the directory each record stands, and which record a file holds.

use crate::error::Fault;
use crate::record::{
    Acceptances, Appraisals, Day, DuesLedger, Exports, Figures, Filing, Group, GroupId, Issue, KindId, Ledger, Meeting,
    Member, MemberId, Month, Plan, RelPath, Requests, Seal, Settings, Shape, Source, StudyLedger, TalkLedger, read,
};
use crate::rulebook::{
    AppraisalRules, AssessmentRules, BranchRules, DuesRules, DutyRules, EditionRules, HolidayRules, MeetingRules,
    PointsRules, StepRules, StudyRules, TalkRules,
};

/// The files of records and rules, as patterns of their paths.
pub const RECORD_FILES: [&str; 16] = [
    "appraisals/*.toml",
    "dues/*.toml",
    "exports.toml",
    "figures/*.toml",
    "groups/*.toml",
    "issues/*/*.toml",
    "meetings/*/*.toml",
    "members/*.toml",
    "plans/*.toml",
    "points/*.toml",
    "requests/*.toml",
    "rules/*.toml",
    "seals/*.toml",
    "study/*.toml",
    "talks/*.toml",
    "zhibu.toml",
];

/// What a file of the directory holds, by its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `zhibu.toml`.
    Settings,
    /// `exports.toml`.
    Exports,
    /// `rules/accepted.toml`.
    Accepted,
    /// `rules/appraisal.toml`.
    AppraisalRules,
    /// `rules/assessment.toml`.
    AssessmentRules,
    /// `rules/branch.toml`.
    BranchRules,
    /// `rules/duties.toml`.
    DutyRules,
    /// `rules/meetings.toml`.
    MeetingRules,
    /// `rules/points.toml`.
    PointsRules,
    /// `rules/dues.toml`.
    DuesRules,
    /// `rules/editions.toml`.
    EditionRules,
    /// `rules/holidays.toml`.
    HolidayRules,
    /// `rules/steps.toml`.
    StepRules,
    /// `rules/study.toml`.
    StudyRules,
    /// `rules/talks.toml`.
    TalkRules,
    /// `members/ID.toml`.
    Member(MemberId),
    /// `groups/ID.toml`.
    Group(GroupId),
    /// `meetings/YEAR/….toml`.
    Meeting,
    /// `dues/YEAR.toml`.
    Dues(i32),
    /// `issues/YEAR/….toml`.
    Issue,
    /// `points/MONTH.toml`.
    Points(Month),
    /// `figures/YEAR.toml`.
    Figures(i32),
    /// `appraisals/YEAR.toml`, for the year.
    Appraisals(i32),
    /// `plans/YEAR.toml`.
    Plan(i32),
    /// `requests/YEAR.toml`.
    Requests(i32),
    /// `seals/MONTH.toml`.
    Seal(Month),
    /// `study/MONTH.toml`.
    Study(Month),
    /// `talks/YEAR.toml`.
    Talks(i32),
}

/// The ledgers, files of one record a line: git is told to join what two people add to one of them apart.
pub const LEDGERS: [&str; 10] = [
    "appraisals/*.toml",
    "dues/*.toml",
    "exports.toml",
    "figures/*.toml",
    "plans/*.toml",
    "points/*.toml",
    "requests/*.toml",
    "rules/accepted.toml",
    "study/*.toml",
    "talks/*.toml",
];

impl FileKind {
    /// What a file holds; none where no record has such a path.
    pub fn of(path: &RelPath) -> Option<Self> {
        let stem = path.name().strip_suffix(".toml")?;
        match path.folder() {
            "" => match stem {
                "exports" => Some(Self::Exports),
                "zhibu" => Some(Self::Settings),
                _ => None,
            },
            "rules" => match stem {
                "accepted" => Some(Self::Accepted),
                "appraisal" => Some(Self::AppraisalRules),
                "assessment" => Some(Self::AssessmentRules),
                "branch" => Some(Self::BranchRules),
                "meetings" => Some(Self::MeetingRules),
                "points" => Some(Self::PointsRules),
                "dues" => Some(Self::DuesRules),
                "duties" => Some(Self::DutyRules),
                "editions" => Some(Self::EditionRules),
                "holidays" => Some(Self::HolidayRules),
                "steps" => Some(Self::StepRules),
                "study" => Some(Self::StudyRules),
                "talks" => Some(Self::TalkRules),
                _ => None,
            },
            "members" => MemberId::new(stem).map(Self::Member),
            "groups" => GroupId::new(stem).map(Self::Group),
            "dues" => year(stem).map(Self::Dues),
            "points" => Month::parse(stem).map(Self::Points),
            "figures" => year(stem).map(Self::Figures),
            "appraisals" => year(stem).map(Self::Appraisals),
            "plans" => year(stem).map(Self::Plan),
            "requests" => year(stem).map(Self::Requests),
            "seals" => Month::parse(stem).map(Self::Seal),
            "study" => Month::parse(stem).map(Self::Study),
            "talks" => year(stem).map(Self::Talks),
            folder => {
                let (folder, _) = folder.split_once('/').filter(|(_, name)| year(name).is_some() && !is_copy(stem))?;
                match folder {
                    "meetings" => Some(Self::Meeting),
                    "issues" => Some(Self::Issue),
                    _ => None,
                }
            }
        }
    }

    /// The file of its kind in which a line belongs; none where such files are not kept by month or year.
    pub fn of_line(&self, filing: &Filing<'_>) -> Option<RelPath> {
        match self {
            Self::Points(_) => filing.month().map(ledger_path),
            Self::Study(_) => filing.month().map(study_path),
            Self::Dues(_) => filing.year().map(dues_path),
            Self::Figures(_) => filing.year().map(figures_path),
            Self::Appraisals(_) => filing.year().map(appraisal_path),
            Self::Plan(_) => filing.year().map(plan_path),
            Self::Requests(_) => filing.year().map(request_path),
            Self::Talks(_) => filing.year().map(talks_path),
            _ => None,
        }
    }

    /// What hinders a text from being the record its path says; a file that holds no record is never hindered.
    pub fn read_back(source: &Source) -> Vec<Fault> {
        fn faults<T: Shape>(source: &Source) -> Vec<Fault> {
            read::<T>(source).faults
        }
        match Self::of(&source.path) {
            Some(Self::Settings) => faults::<Settings>(source),
            Some(Self::Exports) => faults::<Exports>(source),
            Some(Self::Accepted) => faults::<Acceptances>(source),
            Some(Self::AppraisalRules) => faults::<AppraisalRules>(source),
            Some(Self::AssessmentRules) => faults::<AssessmentRules>(source),
            Some(Self::Figures(_)) => faults::<Figures>(source),
            Some(Self::BranchRules) => faults::<BranchRules>(source),
            Some(Self::MeetingRules) => faults::<MeetingRules>(source),
            Some(Self::PointsRules) => faults::<PointsRules>(source),
            Some(Self::DuesRules) => faults::<DuesRules>(source),
            Some(Self::DutyRules) => faults::<DutyRules>(source),
            Some(Self::EditionRules) => faults::<EditionRules>(source),
            Some(Self::HolidayRules) => faults::<HolidayRules>(source),
            Some(Self::StepRules) => faults::<StepRules>(source),
            Some(Self::StudyRules) => faults::<StudyRules>(source),
            Some(Self::TalkRules) => faults::<TalkRules>(source),
            Some(Self::Member(_)) => faults::<Member>(source),
            Some(Self::Group(_)) => faults::<Group>(source),
            Some(Self::Dues(_)) => faults::<DuesLedger>(source),
            Some(Self::Issue) => faults::<Issue>(source),
            Some(Self::Meeting) => faults::<Meeting>(source),
            Some(Self::Points(_)) => faults::<Ledger>(source),
            Some(Self::Appraisals(_)) => faults::<Appraisals>(source),
            Some(Self::Plan(_)) => faults::<Plan>(source),
            Some(Self::Requests(_)) => faults::<Requests>(source),
            Some(Self::Seal(_)) => faults::<Seal>(source),
            Some(Self::Study(_)) => faults::<StudyLedger>(source),
            Some(Self::Talks(_)) => faults::<TalkLedger>(source),
            None => vec![],
        }
    }
}

/// Whether a name that begins with a day has in it what the services that copy folders add to a second copy: ` (1)`,
/// `冲突副本`, the name of a machine. Somebody who names a record by hand writes none of it.
pub fn is_copy(stem: &str) -> bool {
    let added = |c: char| c.is_whitespace() || c.is_ascii_uppercase() || "().~（）".contains(c);
    let is_dated = stem.get(..10).is_some_and(|day| Day::parse(day).is_some());
    is_dated && (stem.contains(added) || ["冲突", "副本"].iter().any(|word| stem.contains(word)))
}

/// A year in four digits.
fn year(text: &str) -> Option<i32> {
    let right = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

/// A path made of ids and days, which hold nothing that leads out of the directory.
fn path(text: String) -> RelPath {
    RelPath::new(&text).unwrap_or_else(|| unreachable!("ids and days make safe paths"))
}

/// The file of a person.
pub fn member_path(id: &MemberId) -> RelPath {
    path(format!("members/{id}.toml"))
}

/// The file of a group.
pub fn group_path(id: &GroupId) -> RelPath {
    path(format!("groups/{id}.toml"))
}

/// The name of a meeting's file without its ending: date, kind and group.
pub fn meeting_stem(date: Day, kind: &KindId, group: Option<&GroupId>) -> String {
    group.map_or_else(|| format!("{date}-{kind}"), |group| format!("{date}-{kind}-{group}"))
}

/// The file of a meeting, by its name.
pub fn meeting_path(date: Day, stem: &str) -> RelPath {
    path(format!("meetings/{:04}/{stem}.toml", date.year()))
}

/// The file of a year's dues.
pub fn dues_path(year: i32) -> RelPath {
    path(format!("dues/{year:04}.toml"))
}

/// The file of a problem: the day it was found, and its id.
pub fn issue_path(found: Day, id: &str) -> RelPath {
    path(format!("issues/{:04}/{found}-{id}.toml", found.year()))
}

/// The file of a month's awards and deductions.
pub fn ledger_path(month: Month) -> RelPath {
    path(format!("points/{month}.toml"))
}

/// The file of a year's figures of work.
pub fn figures_path(year: i32) -> RelPath {
    path(format!("figures/{year:04}.toml"))
}

/// The file of the findings that are let stand.
pub fn accepted_path() -> RelPath {
    path("rules/accepted.toml".into())
}

/// The file of what was exported to whom.
pub fn exports_path() -> RelPath {
    path("exports.toml".into())
}

/// The file of a year's appraisals.
pub fn appraisal_path(year: i32) -> RelPath {
    path(format!("appraisals/{year:04}.toml"))
}

/// The file of a year's plan.
pub fn plan_path(year: i32) -> RelPath {
    path(format!("plans/{year:04}.toml"))
}

/// The file of what superiors asked for in a year.
pub fn request_path(year: i32) -> RelPath {
    path(format!("requests/{year:04}.toml"))
}

/// The file of a month that is closed.
pub fn seal_path(month: Month) -> RelPath {
    path(format!("seals/{month}.toml"))
}

/// The file of a month's hours of study.
pub fn study_path(month: Month) -> RelPath {
    path(format!("study/{month}.toml"))
}

/// The file of a year's talks.
pub fn talks_path(year: i32) -> RelPath {
    path(format!("talks/{year:04}.toml"))
}

/// The template of a page to print, by its name.
pub fn template_path(name: &str) -> RelPath {
    path(format!("templates/{name}.html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_of_records() {
        for pattern in RECORD_FILES {
            let sort = pattern.split('/').next().unwrap_or_default();
            let stems = ["2026", "2026-11", "points", "a"].map(|stem| format!("{sort}/{stem}.toml"));
            let deep = [format!("{sort}/2026/a.toml"), pattern.to_owned()];
            let paths: Vec<_> = if pattern.matches('*').count() == 1 { stems.to_vec() } else { deep.to_vec() };
            let is_record = |path: &String| RelPath::new(path).is_some_and(|path| FileKind::of(&path).is_some());
            assert!(paths.iter().any(is_record), "{pattern}");
        }
    }

    #[test]
    fn a_path_says_what_a_file_holds() {
        let kind = |text: &str| FileKind::of(&RelPath::new(text).expect("a path"));
        assert_eq!(kind("zhibu.toml"), Some(FileKind::Settings));
        assert_eq!(kind("members/zhao-gang.toml"), MemberId::new("zhao-gang").map(FileKind::Member));
        assert_eq!(kind("meetings/2026/2026-11-05-group-criminal.toml"), Some(FileKind::Meeting));
        assert_eq!(kind("points/2026-11.toml"), Month::parse("2026-11").map(FileKind::Points));
        assert_eq!(kind("seals/2026-11.toml"), Month::parse("2026-11").map(FileKind::Seal));
        assert_eq!(kind("study/2026-11.toml"), Month::parse("2026-11").map(FileKind::Study));
        assert_eq!(kind("issues/2026/2026-11-05-k7p2m4.toml"), Some(FileKind::Issue));
        assert_eq!(kind("dues/2026.toml"), Some(FileKind::Dues(2026)));
        assert_eq!(kind("plans/2026.toml"), Some(FileKind::Plan(2026)));
        assert_eq!(kind("requests/2026.toml"), Some(FileKind::Requests(2026)));
        assert_eq!(kind("talks/2026.toml"), Some(FileKind::Talks(2026)));
        assert_eq!(kind("exports.toml"), Some(FileKind::Exports));
        assert_eq!(kind("meetings/2026/2026-11-05-党课.toml"), Some(FileKind::Meeting), "named by hand");
        for copy in
            [" (1)", "（1）", " 冲突副本", "_冲突文件_李敏", "-DESKTOP-3F8K", ".sync-conflict-20261105", " - Copy"]
        {
            assert_eq!(kind(&format!("meetings/2026/2026-11-05-lesson{copy}.toml")), None, "{copy}");
            assert_eq!(kind(&format!("issues/2026/2026-11-05-k7p2m4{copy}.toml")), None, "{copy}");
        }
        for stray in [
            "members/赵刚.toml",
            "meetings/26/x.toml",
            "issues/x.toml",
            "dues/2026-11.toml",
            "plans/2026-11.toml",
            "talks/2026-11.toml",
            "points/2026-13.toml",
            "notes.toml",
            "rules/x.toml",
        ] {
            assert_eq!(kind(stray), None, "{stray}");
        }
    }
}
