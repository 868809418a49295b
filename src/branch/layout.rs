//! Where in the directory each record stands, and which record a file holds.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use super::form::FORMS;
use super::key::Key;
use super::kinds::kinds;
#[cfg(test)]
use super::swaps::Swaps;
use crate::error::Fault;
use crate::record::{
    Acceptances, Agendas, Appraisals, Day, DuesLedger, Exports, Figures, Filing, Group, GroupId, Issue, KindId, Ledger,
    Meeting, Member, MemberId, Month, Plan, RelPath, Requests, Seal, Settings, Shape, Source, StudyLedger, TalkLedger,
    Tasks, Visits, read,
};
use crate::rulebook::{
    AppraisalRules, AssessmentRules, BranchRules, DuesRules, DutyRules, EditionRules, HolidayRules, MeetingRules,
    PointsRules, StepRules, StudyRules, TalkRules,
};

macro_rules! layout {
    (
        single { $(
            $(#[doc = $_1:literal])+
            $_2:ident: $single:ident = $single_type:ident in $_3:ty, $_4:literal, $single_file:literal, $single_path:ident $(, $single_ledger:ident)?;
        )* }
        rules { $($rules:ident, $_5:literal, $rules_file:literal;)* }
        keyed { $(
            $(#[doc = $_6:literal])+
            $(#[cfg($cfg:meta)])?
            $_7:ident: $keyed:ident($key:ty) = $keyed_type:ident in $_8:ty, $_9:literal, $keyed_folder:literal, $keyed_path:ident $(, $keyed_ledger:ident)?;
        )* }
        dated { $(
            $(#[doc = $_10:literal])+
            $_11:ident: $dated:ident = $dated_type:ident in $_12:ty, $_13:literal, $dated_folder:literal, $_14:literal;
        )* }
    ) => {
        /// What a file of the directory holds, by its path.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum FileKind {
            $(#[doc = concat!("`", $single_file, "`.")] $single,)*
            $(#[doc = concat!("`", $rules_file, "`.")] $rules,)*
            $($(#[cfg($cfg)])? #[doc = concat!("A file of `", $keyed_folder, "`, by what names it.")] $keyed($key),)*
            $(#[doc = concat!("A file of `", $dated_folder, "/YEAR`.")] $dated,)*
        }

        impl FileKind {
            /// What a file holds; none where no record has such a path.
            pub fn of(path: &RelPath) -> Option<Self> {
                let stem = path.name().strip_suffix(".toml")?;
                match path.folder() {
                    $($(#[cfg($cfg)])? $keyed_folder => <$key as Key>::parse(stem).map(Self::$keyed),)*
                    "" | "rules" => match path.as_str() {
                        $($single_file => Some(Self::$single),)*
                        $($rules_file => Some(Self::$rules),)*
                        _ => None,
                    },
                    folder => {
                        let (folder, _) = folder.split_once('/').filter(|(_, name)| <i32 as Key>::parse(name).is_some() && !is_copy(stem))?;
                        match folder {
                            $($dated_folder => Some(Self::$dated),)*
                            _ => None,
                        }
                    }
                }
            }

            /// The file of its kind in which a line belongs; none where the lines of such files do not say it.
            pub fn of_line(&self, filing: &Filing<'_>) -> Option<RelPath> {
                match self {
                    $($(#[cfg($cfg)])? Self::$keyed(_) => <$key as Key>::of_line(filing).map($keyed_path::<$key>),)*
                    _ => None,
                }
            }

            /// Whether such a file has a record on each line.
            pub fn is_ledger(&self) -> bool {
                match self {
                    $(Self::$single => is_said(&[$(stringify!($single_ledger))?]),)*
                    $($(#[cfg($cfg)])? Self::$keyed(_) => is_said(&[$(stringify!($keyed_ledger))?]),)*
                    _ => false,
                }
            }

            /// What hinders a text from being the record its path says; a file that holds no record is never hindered.
            pub fn read_back(source: &Source) -> Vec<Fault> {
                fn faults<T: Shape>(source: &Source) -> Vec<Fault> {
                    read::<T>(source).faults
                }
                match Self::of(&source.path) {
                    $(Some(Self::$single) => faults::<$single_type>(source),)*
                    $(Some(Self::$rules) => faults::<$rules>(source),)*
                    $($(#[cfg($cfg)])? Some(Self::$keyed(_)) => faults::<$keyed_type>(source),)*
                    $(Some(Self::$dated) => faults::<$dated_type>(source),)*
                    None => vec![],
                }
            }
        }

        $(
            #[doc = concat!("`", $single_file, "`.")]
            pub fn $single_path() -> RelPath {
                path($single_file.to_owned())
            }
        )*

        $(
            $(#[cfg($cfg)])?
            #[doc = concat!("The file of `", $keyed_folder, "` that something names.")]
            pub fn $keyed_path<K: Borrow<$key>>(key: K) -> RelPath {
                path(format!(concat!($keyed_folder, "/{}.toml"), key.borrow().stem()))
            }
        )*
    };
}

kinds!(layout);

/// Whether a row says something.
const fn is_said(words: &[&str]) -> bool {
    !words.is_empty()
}

/// The files of records and rules, as patterns of their paths, in the order of the alphabet.
pub fn record_files() -> BTreeSet<&'static str> {
    let of_rules = |files: &str| files.starts_with("rules/");
    FORMS.iter().map(|form| if of_rules(form.files) { "rules/*.toml" } else { form.files }).collect()
}

/// The folders of the directory in which or below which files stand, in the order of the alphabet: records, rules, evidence.
pub fn folders() -> BTreeSet<&'static str> {
    let of_records = FORMS.iter().filter_map(|form| Some(form.files.split_once('/')?.0));
    of_records.chain(["evidence"]).collect()
}

/// The ledgers, files of one record a line, in the order of the alphabet: git is told to join what two people add to one of
/// them apart.
pub fn ledgers() -> BTreeSet<&'static str> {
    FORMS.iter().filter(|form| form.is_ledger).map(|form| form.files).collect()
}

/// Whether a name that begins with a day has in it what the services that copy folders add to a second copy: ` (1)`,
/// `冲突副本`, the name of a machine. Somebody who names a record by hand writes none of it.
pub fn is_copy(stem: &str) -> bool {
    let added = |c: char| c.is_whitespace() || c.is_ascii_uppercase() || "().~（）".contains(c);
    let is_dated = stem.get(..10).is_some_and(|day| Day::parse(day).is_some());
    is_dated && (stem.contains(added) || ["冲突", "副本"].iter().any(|word| stem.contains(word)))
}

/// A path made of ids and days, which hold nothing that leads out of the directory.
fn path(text: String) -> RelPath {
    RelPath::new(&text).unwrap_or_else(|| unreachable!("ids and days make safe paths"))
}

/// The name of a meeting's file without its ending: date, kind and group.
pub fn meeting_stem(date: Day, kind: &KindId, group: Option<&GroupId>) -> String {
    group.map_or_else(|| format!("{date}-{kind}"), |group| format!("{date}-{kind}-{group}"))
}

/// The file of a meeting, by its name.
pub fn meeting_path(date: Day, stem: &str) -> RelPath {
    path(format!("meetings/{:04}/{stem}.toml", date.year()))
}

/// The file of a problem: the day it was found, and its id.
pub fn issue_path(found: Day, id: &str) -> RelPath {
    path(format!("issues/{:04}/{found}-{id}.toml", found.year()))
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
        for pattern in record_files() {
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
        assert_eq!(kind("tasks/2026.toml"), Some(FileKind::Tasks(2026)));
        assert_eq!(kind("visits/2026.toml"), Some(FileKind::Visits(2026)));
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
