//! Reads the files a command needs, and no others, into a branch.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Store;
use crate::branch::{Branch, FileKind, Filed};
use crate::error::{Failure, Fault, Result};
use crate::record::{self, Period, Reading, RelPath, SCHEMA, Settings, Shape, Source};
use crate::words;

/// Which records a command needs, besides the people and groups, which every command does.
#[derive(Clone, Debug, Default)]
pub struct Want {
    /// Whether the kinds of meetings are needed.
    meeting_rules: bool,
    /// The days whose meetings are needed.
    meetings: Option<Period>,
    /// Whether the points scheme is needed.
    point_rules: bool,
    /// The days whose awards are needed.
    points: Option<Period>,
    /// Whether the kinds of study are needed.
    study_rules: bool,
    /// The days whose hours of study are needed.
    study: Option<Period>,
    /// The days of whose years the dues are needed.
    dues: Option<Period>,
    /// The days whose problems are needed.
    issues: Option<Period>,
    /// What a person typed to name a problem that is needed.
    issue: Option<String>,
}

impl Want {
    /// The people, the groups and what the rules say of them.
    pub fn roll() -> Self {
        Self::default()
    }

    /// The kinds of meetings too.
    #[must_use]
    pub fn kinds(self) -> Self {
        Self { meeting_rules: true, ..self }
    }

    /// The meetings of some days too, with their kinds.
    #[must_use]
    pub fn meetings(self, days: Period) -> Self {
        Self { meetings: Some(days), ..self.kinds() }
    }

    /// The points scheme too.
    #[must_use]
    pub fn scheme(self) -> Self {
        Self { point_rules: true, ..self }
    }

    /// The awards of some days too, with the scheme.
    #[must_use]
    pub fn points(self, days: Period) -> Self {
        Self { points: Some(days), ..self.scheme() }
    }

    /// The hours of study of some days too, with the kinds of study where there are rules of it.
    #[must_use]
    pub fn study(self, days: Period) -> Self {
        Self { study_rules: true, study: Some(days), ..self }
    }

    /// The dues of the years of some days too, with the rules of them where there are any.
    #[must_use]
    pub fn dues(self, days: Period) -> Self {
        Self { dues: Some(days), ..self }
    }

    /// The problems found by the end of some days too: one that is open is carried over the years.
    #[must_use]
    pub fn issues(self, days: Period) -> Self {
        Self { issues: Some(days), ..self }
    }

    /// The problem a person means too: those whose file is named so, or all where none is.
    #[must_use]
    pub fn issue(self, typed: &str) -> Self {
        Self { issue: Some(typed.trim().to_lowercase()), ..self }
    }
}

/// What came of reading many files.
#[derive(Debug)]
pub struct Loaded {
    /// The records that could be read.
    pub branch: Branch,
    /// Why others could not.
    pub faults: Vec<Fault>,
    /// What is odd, but does not hinder.
    pub notes: Vec<Fault>,
}

impl Store {
    /// Reads what a command needs; fails with everything that is wrong in it.
    ///
    /// # Errors
    /// Every fault of every file that is needed, or a newer `schema` than this program knows.
    pub fn load(&self, want: &Want) -> Result<Branch> {
        let loaded = self.gather(want)?;
        match loaded.faults.is_empty() {
            true => Ok(loaded.branch),
            false => Err(Failure::of(loaded.faults).into()),
        }
    }

    /// Reads `zhibu.toml` alone.
    ///
    /// # Errors
    /// Whatever is wrong with it.
    pub fn settings(&self) -> Result<Settings> {
        let mut gather = Gather { store: self, faults: vec![], notes: vec![] };
        let settings = gather.file::<Settings>("zhibu.toml");
        settings.map(|settings| settings.record).ok_or_else(|| Failure::of(gather.faults).into())
    }

    /// Reads what is wanted as far as it can be read.
    ///
    /// # Errors
    /// A newer `schema` than this program knows, or no `zhibu.toml` at all.
    pub fn gather(&self, want: &Want) -> Result<Loaded> {
        let mut gather = Gather { store: self, faults: vec![], notes: vec![] };
        let settings = gather.file::<Settings>("zhibu.toml");
        if let Some(settings) = settings.as_ref().filter(|settings| settings.schema > SCHEMA) {
            return Err(Failure::refused(words::newer_schema(settings.schema, SCHEMA)).into());
        }
        let mut branch = Branch::new(settings.unwrap_or_else(unread_settings), Default::default());
        branch.rules.branch = gather.file("rules/branch.toml").map(Filed::into_parts);
        if want.meeting_rules {
            branch.rules.meetings = gather.file("rules/meetings.toml").map(Filed::into_parts);
        }
        if want.point_rules {
            branch.rules.points = gather.file("rules/points.toml").map(Filed::into_parts);
        }
        if want.study_rules {
            branch.rules.study = gather.optional("rules/study.toml").map(Filed::into_parts);
        }
        if want.dues.is_some() {
            branch.rules.dues = gather.optional("rules/dues.toml").map(Filed::into_parts);
        }
        branch.members = gather.by_id("members", |kind| if let FileKind::Member(id) = kind { Some(id) } else { None });
        branch.groups = gather.by_id("groups", |kind| if let FileKind::Group(id) = kind { Some(id) } else { None });
        if let Some(days) = want.meetings {
            branch.meetings = gather.meetings(days);
        }
        if let Some(days) = want.points {
            let month = |kind| if let FileKind::Points(month) = kind { Some(month) } else { None };
            branch.ledgers = gather.months("points", days, month);
        }
        if let Some(days) = want.issues {
            branch.issues = gather.issues(days.last, None);
        } else if let Some(typed) = &want.issue {
            branch.issues = gather.issues(record::Day::LAST, Some(typed));
        }
        if let Some(days) = want.dues {
            let years = days.first.year()..=days.last.year();
            let meant =
                |path: &RelPath| matches!(FileKind::of(path), Some(FileKind::Dues(year)) if years.contains(&year));
            let paths: Vec<_> = gather.list("dues").into_iter().filter(meant).collect();
            branch.dues = gather.records(&paths).into_iter().flatten().collect();
        }
        if let Some(days) = want.study {
            let month = |kind| if let FileKind::Study(month) = kind { Some(month) } else { None };
            branch.study = gather.months("study", days, month);
        }
        Ok(Loaded { branch, faults: gather.faults, notes: gather.notes })
    }
}

/// Settings that stand for a `zhibu.toml` that could not be read, so that the rest can still be looked at.
fn unread_settings() -> Filed<Settings> {
    let path = RelPath::new("zhibu.toml").unwrap_or_else(|| unreachable!("a safe path"));
    let settings = Settings { name: String::new(), schema: SCHEMA, lang: None, git: None, csv: None, span: 0..0 };
    Filed { source: Source { path, text: "".into() }, record: settings }
}

impl<T> Filed<T> {
    fn into_parts(self) -> (Source, T) {
        (self.source, self.record)
    }
}

/// One reading of many files.
struct Gather<'a> {
    store: &'a Store,
    faults: Vec<Fault>,
    notes: Vec<Fault>,
}

impl Gather<'_> {
    /// The files of a folder that may hold records.
    fn list(&mut self, folder: &str) -> Vec<RelPath> {
        match self.store.list(folder) {
            Ok((paths, _)) => paths.into_iter().filter(|path| path.name().ends_with(".toml")).collect(),
            Err(error) => {
                self.fail(&error);
                vec![]
            }
        }
    }

    /// A file that has to be there.
    fn file<T: Shape>(&mut self, path: &str) -> Option<Filed<T>> {
        let path = RelPath::new(path)?;
        self.record(&path)
    }

    /// A file that may be there: rules that a directory made before them does not have.
    fn optional<T: Shape>(&mut self, path: &str) -> Option<Filed<T>> {
        let path = RelPath::new(path)?;
        self.store.is_there(&path).then(|| self.record(&path)).flatten()
    }

    /// Reads one file as a record.
    fn record<T: Shape>(&mut self, path: &RelPath) -> Option<Filed<T>> {
        self.records(std::slice::from_ref(path)).pop().flatten()
    }

    /// The records of a folder whose files are named by an id.
    fn by_id<Id: Ord, T: Shape>(
        &mut self,
        folder: &str,
        id: impl Fn(FileKind) -> Option<Id>,
    ) -> BTreeMap<Id, Filed<T>> {
        let files = self.list(folder).into_iter().filter_map(|path| Some((id(FileKind::of(&path)?)?, path)));
        let (ids, paths): (Vec<_>, Vec<_>) = files.unzip();
        ids.into_iter().zip(self.records(&paths)).filter_map(|(id, record)| Some((id, record?))).collect()
    }

    /// The ledgers of a folder whose month has a day in a period, by month.
    fn months<T: Shape>(
        &mut self,
        folder: &str,
        days: Period,
        month: impl Fn(FileKind) -> Option<record::Month>,
    ) -> Vec<Filed<T>> {
        let meant =
            |path: &RelPath| FileKind::of(path).and_then(&month).is_some_and(|month| month.period().meets(days));
        let months: Vec<_> = self.list(folder).into_iter().filter(meant).collect();
        self.records(&months).into_iter().flatten().collect()
    }

    /// Reads files as records, in their order; many files on all processors.
    fn records<T: Shape>(&mut self, paths: &[RelPath]) -> Vec<Option<Filed<T>>> {
        let store = self.store;
        let one = |path| read(store, path);
        let readings: Vec<_> = match paths.len() {
            0..MANY => paths.iter().map(one).collect(),
            _ => paths.par_iter().map(one).collect(),
        };
        let keep = |reading: Reading<Filed<T>>| {
            self.faults.extend(reading.faults);
            self.notes.extend(reading.notes);
            reading.record
        };
        readings.into_iter().map(keep).collect()
    }

    /// The meetings of some days, by date, then file. A file whose name tells no date is read whatever the days.
    fn meetings(&mut self, days: Period) -> Vec<Filed<record::Meeting>> {
        let mut paths = Vec::new();
        let years = (days.first.year()..=days.last.year()).map(|year| format!("{year:04}"));
        // Few years are asked for by name; for many, those that are there are looked up.
        let years: Vec<_> = match days.last.year() - days.first.year() {
            0..3 => years.collect(),
            _ => self
                .store
                .folders("meetings")
                .unwrap_or_default()
                .into_iter()
                .filter(|year| years.clone().any(|known| known == *year))
                .collect(),
        };
        for year in years {
            for path in self.list(&format!("meetings/{year}")) {
                let named = path.stem().get(..10).and_then(record::Day::parse);
                if named.is_none_or(|day| days.contains(day)) {
                    paths.push(path);
                }
            }
        }
        let mut meetings: Vec<Filed<record::Meeting>> = self.records(&paths).into_iter().flatten().collect();
        meetings.retain(|meeting| days.contains(meeting.date.value));
        meetings.sort_by(|a, b| (a.date.value, a.source.path.stem()).cmp(&(b.date.value, b.source.path.stem())));
        meetings
    }

    /// The problems found by the end of a day, by that day, then file; where a name is typed that is in the names of
    /// some of their files, only those. A file whose name tells no date is read whatever the day.
    fn issues(&mut self, last: record::Day, typed: Option<&str>) -> Vec<Filed<record::Issue>> {
        let years = self.store.folders("issues").unwrap_or_default();
        let mut paths: Vec<_> = years.iter().flat_map(|year| self.list(&format!("issues/{year}"))).collect();
        paths.retain(|path| {
            let named = path.stem().get(..10).and_then(record::Day::parse);
            FileKind::of(path).is_some() && named.is_none_or(|day| day <= last)
        });
        if let Some(typed) = typed.filter(|typed| paths.iter().any(|path| path.stem().contains(*typed))) {
            paths.retain(|path| path.stem().contains(typed));
        }
        let mut issues: Vec<Filed<record::Issue>> = self.records(&paths).into_iter().flatten().collect();
        issues.sort_by(|a, b| (a.found.value, a.source.path.stem()).cmp(&(b.found.value, b.source.path.stem())));
        issues
    }

    /// Keeps the faults of an error.
    fn fail(&mut self, error: &anyhow::Error) {
        self.faults.extend(faults_of(error));
    }
}

/// As few files as are read faster by one processor.
const MANY: usize = 64;

/// Reads one file as a record.
fn read<T: Shape>(store: &Store, path: &RelPath) -> Reading<Filed<T>> {
    let failed = |faults| Reading { record: None, faults, notes: vec![] };
    match store.read(path) {
        Ok(Some(source)) => {
            let Reading { record, faults, notes } = record::read(&source);
            Reading { record: record.map(|record| Filed { source, record }), faults, notes }
        }
        Ok(None) => failed(vec![Fault::of_file("no-file", path, words::no_file(path))]),
        Err(error) => failed(faults_of(&error)),
    }
}

/// The faults of an error that has some, or the one that it is.
fn faults_of(error: &anyhow::Error) -> Vec<Fault> {
    match error.downcast_ref::<Failure>() {
        Some(failure) => failure.faults.clone(),
        None => vec![Fault::new("io", words::Text::same(format!("{error:#}")))],
    }
}
