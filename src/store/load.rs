//! Reads the files a command needs, and no others, into a branch.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::Query;
use super::directory::Store;
use super::faults::faults_of;
use super::folder::Folder;
use super::many::{Aside, FEW, Readings, read, read_all};
use crate::branch::{
    Branch, FileKind, Filed, Filled, Key, agendas_path, appraisal_path, dues_of, dues_path, figures_path, is_copy,
    kinds, ledger_path, plan_path, request_path, seal_path, study_path, talks_path, tasks_path, visits_path, widest,
};
use crate::error::{Failure, Fault, Result};
use crate::record::{
    self, Day, GroupId, MemberId, Month, Period, Reading, RelPath, SCHEMA, Seal, Settings, Shape, Source, nearest,
};
use crate::rulebook::{Held, Rulebook, TalkTrigger, Template};
use crate::words;

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
    pub fn load(&self, query: &Query) -> Result<Branch> {
        let mut loaded = self.gather(query)?;
        // A figure reckoned by rules that contradict one another would be worse than none.
        if query.scored.is_some() && loaded.faults.is_empty() {
            loaded.faults = loaded.branch.rules.figure_faults();
        }
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
        let mut gather = Gather::of(self);
        let settings = gather.file::<Settings>(self.marker);
        settings.map(|settings| *settings.record).ok_or_else(|| Failure::of(gather.faults).into())
    }

    /// Reads what is wanted as far as it can be read.
    ///
    /// # Errors
    /// A newer `schema` than this program knows, or no `zhibu.toml` at all.
    pub fn gather(&self, query: &Query) -> Result<Loaded> {
        self.steadily(|store| {
            let (gather, branch) = store.begin(query)?;
            store.go_on(query, gather, branch)
        })
    }

    /// Reads all that is wanted, which is much, while another looks up what is in the folders.
    pub(super) fn gather_listed(
        &self,
        query: &Query,
        list: impl FnOnce() -> Result<Listing> + Send,
    ) -> Result<(Loaded, Listing)> {
        let (begun, listing) = rayon::join(|| self.begin(query), list);
        let ((gather, branch), listing) = (begun?, listing?);
        let loaded = self.go_on(query, Gather { listing: Some(&listing), ..gather }, branch)?;
        Ok((loaded, listing))
    }

    /// Reads the settings, and those rules that say what else is needed.
    fn begin(&self, query: &Query) -> Result<(Gather<'_>, Branch)> {
        let mut gather = Gather::of(self);
        let settings = gather.file::<Settings>("zhibu.toml");
        if let Some(settings) = settings.as_ref().filter(|settings| settings.schema > SCHEMA) {
            return Err(Failure::refused(words::newer_schema(settings.schema, SCHEMA)).into());
        }
        let mut branch = Branch::new(settings.unwrap_or_else(unread_settings), Default::default());
        if query.all_rules {
            branch.rules = gather.rulebook("rules");
            gather.has_rules = true;
        }
        gather.rules(&mut branch.rules.branch, "rules/branch.toml");
        if query.meeting_rules {
            gather.rules(&mut branch.rules.meetings, "rules/meetings.toml");
        }
        if query.point_rules {
            gather.rules(&mut branch.rules.points, "rules/points.toml");
        }
        if query.duties.is_some() {
            gather.rules_if_any(&mut branch.rules.duties, "rules/duties.toml");
        }
        if query.study_rules {
            gather.rules_if_any(&mut branch.rules.study, "rules/study.toml");
        }
        if query.step_rules {
            gather.rules_if_any(&mut branch.rules.steps, "rules/steps.toml");
            gather.rules_if_any(&mut branch.rules.holidays, "rules/holidays.toml");
        }
        if query.dues.or(query.dues_until.map(Period::day)).is_some() {
            gather.rules_if_any(&mut branch.rules.dues, "rules/dues.toml");
        }
        Ok((gather, branch))
    }

    /// Reads the records.
    fn go_on(&self, query: &Query, mut gather: Gather<'_>, mut branch: Branch) -> Result<Loaded> {
        if query.everything {
            return Ok(gather.everything(branch));
        }
        branch.members = gather.folder::<MemberId, _, _>("members");
        // Whoever took a step may have a standing that a meeting decided: rights at a meeting depend on it.
        if query.meeting_rules && branch.members.values().any(|member| !member.steps.is_empty()) {
            gather.rules_if_any(&mut branch.rules.steps, "rules/steps.toml");
        }
        branch.groups = gather.folder::<GroupId, _, _>("groups");
        let owed = query.owed.and_then(|day| Period::new(branch.kept_from(), day));
        let talked = widest(query.talks, owed);
        if talked.is_some() {
            gather.rules_if_any(&mut branch.rules.talks, "rules/talks.toml");
        }
        // The rules of talks say what has to be looked at.
        let causes = query.talk_causes.map(|days| match branch.since() {
            Some(_) => Period { first: branch.kept_from().min(days.first), ..days },
            None => days,
        });
        let cause = |set: fn(&TalkTrigger) -> bool| causes.filter(|_| branch.rules.talk_triggers().any(set));
        let (by_points, by_grade) = (cause(|one| !one.items.is_empty()), cause(|one| !one.grades.is_empty()));
        let scored = widest(query.scored, cause(|one| one.below == Some(true)));
        let reach = scored.map(|period| branch.rules.reach(period));
        let reach =
            reach.map(|reach| Period { first: query.back_to.map_or(reach.first, |day| day.min(reach.first)), ..reach });
        // The scheme says what else its items are earned by.
        let earned = |by: &str| reach.filter(|_| branch.rules.earns_by(by));
        let (studied, paid, closed) = (earned("study"), earned("dues").map(dues_of), earned("problem"));
        // Problems are kept over the years: they are read while the rest is.
        let issues = match (widest(query.issues, closed), &query.issue) {
            (Some(days), _) => gather.issues(days.last, None),
            (None, Some(typed)) => gather.issues(Day::LAST, Some(typed)),
            (None, None) => vec![],
        };
        let issues = match gather.listing {
            Some(_) => Aside::Done(gather.readings(&issues)),
            None => Aside::read(self, issues),
        };
        if let Some(days) = query.plans {
            branch.plans = gather.years("plans", days, plan_path);
        }
        if let Some(days) = talked {
            branch.talk_files = gather.years("talks", days, talks_path);
        }
        let of_duties = query.duties.and_then(|days| branch.rules.studies_of_duties(days));
        let studied = widest(widest(widest(query.study, studied), of_duties), owed);
        // Where the rules of a kind say so, its meetings are study.
        let attended = studied.filter(|_| branch.rules.kinds().any(|kind| !kind.studies.is_empty()));
        let mut held: Vec<_> =
            widest(widest(widest(query.meetings, reach), owed), attended).map(Held::all).into_iter().collect();
        held.extend(query.planned_until.and_then(|day| branch.planned_meetings(day)));
        held.extend(query.duties.into_iter().flat_map(|days| gather.of_duties(&branch, days)));
        let awarded = widest(widest(widest(query.points, reach), by_points), owed);
        // Meetings and ledgers are most of what there is: while the ones are put in order, the others are still read.
        (branch.meetings, branch.ledgers) = gather.both(
            |gather| gather.meetings(&held),
            |gather| awarded.map(|days| gather.months("points", days, ledger_path)).unwrap_or_default(),
        );
        let kept = query.dues_until.and_then(|day| Period::new(branch.kept_from(), day));
        if let Some(days) = widest(widest(query.dues, paid), kept) {
            gather.rules_if_any(&mut branch.rules.dues, "rules/dues.toml");
            branch.dues = gather.years("dues", branch.rules.dues_reach(days), dues_path);
        }
        if let Some(days) = studied {
            gather.rules_if_any(&mut branch.rules.study, "rules/study.toml");
            branch.study = gather.months("study", days, study_path);
        }
        if let Some(days) = query.requests {
            branch.requests = gather.years("requests", days, request_path);
        }
        if let Some(days) = query.agendas {
            branch.agenda_files = gather.years("agendas", days, agendas_path);
        }
        if let Some(days) = query.tasks {
            branch.task_files = gather.years("tasks", days, tasks_path);
        }
        if let Some(days) = query.visits {
            branch.visit_files = gather.years("visits", days, visits_path);
        }
        if let Some(days) = query.figures {
            gather.rules_if_any(&mut branch.rules.assessment, "rules/assessment.toml");
            branch.figure_files = gather.years("figures", days, figures_path);
        }
        // The scheme says whether the points need them.
        let folded = widest(reach, owed).filter(|_| branch.rules.folds_appraisal());
        if let Some(days) = widest(widest(query.appraisals, folded), by_grade) {
            gather.rules_if_any(&mut branch.rules.appraisal, "rules/appraisal.toml");
            branch.appraisals = gather.years("appraisals", days, appraisal_path);
        }
        if let Some(days) = query.seals {
            let seals: Vec<Filed<Seal>> = gather.months("seals", days, seal_path);
            let month = |seal: &Filed<Seal>| Month::parse(seal.source.path.stem());
            branch.seals = seals.into_iter().filter_map(|seal| Some((month(&seal)?, seal))).collect();
        }
        if query.editions {
            gather.rules_if_any(&mut branch.rules.editions, "rules/editions.toml");
        }
        if query.exports {
            branch.exports = gather.optional("exports.toml");
        }
        if query.accepted {
            branch.accepted = gather.optional("rules/accepted.toml");
        }
        branch.issues = gather.by_day_found(issues.all());
        branch.study_attended();
        Ok(Loaded { branch, faults: gather.faults, notes: gather.notes })
    }
}

/// The rules of a folder, as far as they could be read.
#[derive(Debug)]
pub struct Ruled {
    /// The rules.
    pub rules: Rulebook,
    /// Why others could not be read.
    pub faults: Vec<Fault>,
    /// What is odd, but does not hinder.
    pub notes: Vec<Fault>,
}

impl Ruled {
    /// Everything that is wrong in them, in the order of files and lines.
    pub fn findings(self) -> Vec<Fault> {
        let mut findings = [self.faults, self.notes, self.rules.faults(), self.rules.doubts()].concat();
        findings.sort();
        findings.dedup();
        findings
    }
}

impl Store {
    /// All rules of the directory.
    ///
    /// # Errors
    /// None: what cannot be read is among the faults.
    pub fn rules(&self) -> Result<Ruled> {
        let mut gather = Gather::of(self);
        let rules = gather.rulebook("rules");
        gather.misnamed("rules");
        Ok(Ruled { rules, faults: gather.faults, notes: gather.notes })
    }

    /// The rules of a folder anywhere.
    ///
    /// # Errors
    /// No such folder, or one whose name cannot be a path here.
    pub fn rules_of(dir: &Path) -> Result<Ruled> {
        let absolute = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
        let name = absolute.file_name().and_then(|name| name.to_str()).filter(|name| RelPath::new(name).is_some());
        let (Some(above), Some(name)) = (absolute.parent(), name.filter(|_| absolute.is_dir())) else {
            return Err(Failure::refused(words::no_folder(dir.display().to_string())).into());
        };
        let store = Self::at(above.to_owned());
        let mut gather = Gather::of(&store);
        let rules = gather.rulebook(name);
        gather.misnamed(name);
        Ok(Ruled { rules, faults: gather.faults, notes: gather.notes })
    }
}

/// Settings that stand for a `zhibu.toml` that could not be read, so that the rest can still be looked at.
fn unread_settings() -> Filed<Settings> {
    let path = RelPath::new("zhibu.toml").unwrap_or_else(|| unreachable!("a safe path"));
    Filed::new(Source::new(path, ""), Settings::named(""))
}

impl<T> Filed<T> {
    fn into_parts(self) -> (Source, T) {
        (self.source, *self.record)
    }
}

macro_rules! keyed {
    (
        single { $($_1:tt)* }
        rules { $($_2:tt)* }
        keyed { $(
            $(#[doc = $_3:literal])+
            $(#[cfg($cfg:meta)])?
            $field:ident: $_4:ident($key:ty) = $_5:ident in $_6:ty, $_7:literal, $folder:literal, $_8:ident $(, ledger)?;
        )* }
        dated { $($_9:tt)* }
    ) => {
        impl Gather<'_> {
            /// Every file of every kind that is named by a key.
            fn keyed(&mut self, branch: &mut Branch) {
                $($(#[cfg($cfg)])? {
                    branch.$field = self.folder::<$key, _, _>($folder);
                })*
            }
        }
    };
}

kinds!(keyed);

/// What is in each folder of a directory, by the folder's path; its root has none.
pub(super) type Listing = BTreeMap<String, Folder>;

/// One reading of many files.
struct Gather<'a> {
    store: &'a Store,
    /// What is in the folders, where that was looked up before; much is going to be read then.
    listing: Option<&'a Listing>,
    /// Whether every file of rules was read.
    has_rules: bool,
    faults: Vec<Fault>,
    notes: Vec<Fault>,
}

impl<'a> Gather<'a> {
    fn of(store: &'a Store) -> Self {
        Self { store, listing: None, has_rules: false, faults: vec![], notes: vec![] }
    }

    /// Does two things, at once where much is going to be read.
    fn both<A: Send, B: Send>(
        &mut self,
        one: impl FnOnce(&mut Self) -> A + Send,
        other: impl FnOnce(&mut Self) -> B + Send,
    ) -> (A, B) {
        if self.listing.is_none() {
            return (one(self), other(self));
        }
        let mut aside = Self { faults: vec![], notes: vec![], ..*self };
        let both = rayon::join(|| one(self), || other(&mut aside));
        self.faults.extend(aside.faults);
        self.notes.extend(aside.notes);
        both
    }

    /// Every record there is.
    fn everything(mut self, mut branch: Branch) -> Loaded {
        let all = [Held::all(Period { first: Day::FIRST, last: Day::LAST })];
        // Meetings are half of what there is: while they are put in order, the others are read.
        let (meetings, ()) = self.both(|gather| gather.meetings(&all), |gather| gather.keyed(&mut branch));
        branch.meetings = meetings;
        let issues = self.issues(Day::LAST, None);
        let issues = self.readings(&issues);
        branch.issues = self.by_day_found(issues);
        branch.exports = self.optional("exports.toml");
        branch.accepted = self.optional("rules/accepted.toml");
        branch.study_attended();
        Loaded { branch, faults: self.faults, notes: self.notes }
    }

    /// The problems, by the day they were found, then file.
    fn by_day_found(&mut self, readings: Readings<record::Issue>) -> Vec<Filed<record::Issue>> {
        let mut issues = self.kept(readings);
        issues.sort_by(|a, b| (a.found.value, a.source.path.stem()).cmp(&(b.found.value, b.source.path.stem())));
        issues
    }

    /// The files of a folder, each with what names it.
    fn folder<K: Key, T: Shape, C: Filled<K, T>>(&mut self, folder: &str) -> C {
        let files = self.list(folder).into_iter().filter_map(|path| Some((K::parse(path.stem())?, path)));
        let (keys, paths): (Vec<_>, Vec<_>) = files.unzip();
        let records = self.records(&paths);
        C::with(keys.into_iter().zip(records).filter_map(|(key, record)| Some((key, record?))))
    }

    /// The files of a folder that may hold records.
    fn list(&mut self, folder: &str) -> Vec<RelPath> {
        let is_record = |path: &&RelPath| path.name().ends_with(".toml");
        if let Some(listing) = self.listing {
            let files = listing.get(folder).into_iter().flat_map(|found| &found.files);
            return files.filter(is_record).cloned().collect();
        }
        match self.store.list(folder) {
            Ok((paths, _)) => paths.into_iter().filter(|path| is_record(&path)).collect(),
            Err(error) => {
                self.fail(&error);
                vec![]
            }
        }
    }

    /// The folders of a folder; a folder that cannot be listed is a fault, not an empty one.
    fn folders(&mut self, folder: &str) -> Vec<String> {
        if let Some(listing) = self.listing {
            return listing.get(folder).map(|found| found.folders.clone()).unwrap_or_default();
        }
        self.store.folders(folder).unwrap_or_else(|error| {
            self.fail(&error);
            vec![]
        })
    }

    /// A file that has to be there.
    fn file<T: Shape>(&mut self, path: &str) -> Option<Filed<T>> {
        let path = RelPath::new(path)?;
        self.record(&path)
    }

    /// Every file of rules that is in a folder.
    fn rulebook(&mut self, folder: &str) -> Rulebook {
        let path = |name: &str| format!("{folder}/{name}.toml");
        Rulebook {
            appraisal: self.optional(&path("appraisal")).map(Filed::into_parts),
            assessment: self.optional(&path("assessment")).map(Filed::into_parts),
            branch: self.optional(&path("branch")).map(Filed::into_parts),
            dues: self.optional(&path("dues")).map(Filed::into_parts),
            duties: self.optional(&path("duties")).map(Filed::into_parts),
            editions: self.optional(&path("editions")).map(Filed::into_parts),
            holidays: self.optional(&path("holidays")).map(Filed::into_parts),
            meetings: self.optional(&path("meetings")).map(Filed::into_parts),
            points: self.optional(&path("points")).map(Filed::into_parts),
            steps: self.optional(&path("steps")).map(Filed::into_parts),
            study: self.optional(&path("study")).map(Filed::into_parts),
            talks: self.optional(&path("talks")).map(Filed::into_parts),
        }
    }

    /// Notes files in a folder of rules that have the name of none.
    fn misnamed(&mut self, folder: &str) {
        for path in self.list(folder) {
            let known = RelPath::new(&format!("rules/{}", path.name()));
            if path.name().ends_with(".toml") && known.is_none_or(|path| FileKind::of(&path).is_none()) {
                let names = Template::PartyBranch.files().iter().filter_map(|(name, _)| name.strip_suffix(".toml"));
                let near = nearest(path.stem(), names).map(|name| words::cure_rename(format!("{folder}/{name}.toml")));
                let cure = near.unwrap_or_else(words::cure_stray_file);
                self.notes.push(Fault::of_file("stray-file", &path, words::misnamed_rules()).cure(cure));
            }
        }
    }

    /// A file of rules that has to be there, where it was not read with all of them.
    fn rules<T: Shape>(&mut self, rules: &mut Option<(Source, T)>, path: &str) {
        let is_read = self.has_rules && RelPath::new(path).is_some_and(|path| self.store.is_there(&path));
        if !is_read {
            *rules = self.file(path).map(Filed::into_parts);
        }
    }

    /// A file of rules that need not be there, where it was not read yet.
    fn rules_if_any<T: Shape>(&mut self, rules: &mut Option<(Source, T)>, path: &str) {
        if rules.is_none() && !self.has_rules {
            *rules = self.optional(path).map(Filed::into_parts);
        }
    }

    /// A file that need not be there: the rules of something that not every branch keeps.
    fn optional<T: Shape>(&mut self, path: &str) -> Option<Filed<T>> {
        let path = RelPath::new(path)?;
        if self.store.is_there(&path) { self.record(&path) } else { None }
    }

    /// Reads one file as a record.
    fn record<T: Shape>(&mut self, path: &RelPath) -> Option<Filed<T>> {
        self.records(std::slice::from_ref(path)).pop().flatten()
    }

    /// The ledgers of a folder whose month has a day in a period, by month.
    fn months<T: Shape>(&mut self, folder: &str, days: Period, path: fn(Month) -> RelPath) -> Vec<Filed<T>> {
        // Few months are asked for by name; for many, those that are there are looked up.
        let few: Vec<_> = days.each_month().take(FEW + 1).map(path).collect();
        if few.len() <= FEW {
            return self.kept(read_all(self.store, &few));
        }
        let month = |path: &RelPath| Month::parse(path.stem()).filter(|month| month.period().meets(days));
        let months = self.list(folder).into_iter().filter(|at| month(at).is_some_and(|month| path(month) == *at));
        let months: Vec<_> = months.collect();
        self.all(&months)
    }

    /// The files of a folder that are of a year with a day in a period, by year.
    fn years<T: Shape>(&mut self, folder: &str, days: Period, path: fn(i32) -> RelPath) -> Vec<Filed<T>> {
        let years = days.first.year()..=days.last.year();
        // Few years are asked for by name; for many, those that are there are looked up.
        if years.clone().count() <= FEW {
            let few: Vec<_> = years.map(path).collect();
            return self.kept(read_all(self.store, &few));
        }
        let year = |at: &RelPath| at.stem().parse().ok().filter(|year| years.contains(year) && path(*year) == *at);
        let years: Vec<_> = self.list(folder).into_iter().filter(|at| year(at).is_some()).collect();
        self.all(&years)
    }

    /// Reads files as records, in their order; one that is not there is a fault.
    fn records<T: Shape>(&mut self, paths: &[RelPath]) -> Vec<Option<Filed<T>>> {
        let readings = self.readings(paths).into_iter().zip(paths);
        readings.map(|(reading, path)| self.keep_or_miss(reading, path)).collect()
    }

    /// The records of files that can be read, in their order; one that is not there is a fault.
    fn all<T: Shape>(&mut self, paths: &[RelPath]) -> Vec<Filed<T>> {
        let readings = self.readings(paths).into_iter().zip(paths);
        readings.filter_map(|(reading, path)| self.keep_or_miss(reading, path)).collect()
    }

    fn readings<T: Shape>(&self, paths: &[RelPath]) -> Readings<T> {
        match self.listing {
            // Much is read, of whatever kind.
            Some(_) if paths.len() > 1 => paths.par_iter().map(|path| read(self.store, path)).collect(),
            _ => read_all(self.store, paths),
        }
    }

    fn keep_or_miss<T>(&mut self, reading: Option<Reading<Filed<T>>>, path: &RelPath) -> Option<Filed<T>> {
        if reading.is_none() {
            self.faults.push(Fault::of_file("no-file", path, words::no_file(path)));
        }
        reading.and_then(|reading| self.keep(reading))
    }

    /// The records of those files that are there.
    fn kept<T>(&mut self, readings: Readings<T>) -> Vec<Filed<T>> {
        readings.into_iter().filter_map(|reading| self.keep(reading?)).collect()
    }

    /// Keeps what is wrong or odd in a file.
    fn keep<T>(&mut self, reading: Reading<Filed<T>>) -> Option<Filed<T>> {
        self.faults.extend(reading.faults);
        self.notes.extend(reading.notes);
        reading.record
    }

    /// Which meetings decide whether the duties of some days were kept; the names of the files tell how far back.
    fn of_duties(&mut self, branch: &Branch, days: Period) -> Vec<Held> {
        let gather = RefCell::new(self);
        let mut known: BTreeMap<i32, Vec<RelPath>> = BTreeMap::new();
        branch.rules.meetings_of_duties(days, branch.since(), &mut |held| {
            held.days.years().any(|year| {
                let of_year = || gather.borrow_mut().list(&format!("meetings/{year:04}"));
                known.entry(year).or_insert_with(of_year).iter().any(|path| is_named(path, held) == Some(true))
            })
        })
    }

    /// The meetings that are asked for, by date, then file. A file whose name tells no date is read whatever the days.
    fn meetings(&mut self, asked: &[Held]) -> Vec<Filed<record::Meeting>> {
        let is_asked = |year: &i32| asked.iter().any(|held| held.days.years().contains(year));
        // Few years are asked for by name; for many, those that are there are looked up.
        let years: BTreeSet<i32> = match asked.iter().any(|held| held.days.years().count() > 3) {
            true => self.folders("meetings").iter().filter_map(|year| year.parse().ok()).filter(is_asked).collect(),
            false => asked.iter().flat_map(|held| held.days.years()).collect(),
        };
        let mut paths = Vec::new();
        for year in years {
            let files = self.list(&format!("meetings/{year:04}")).into_iter().filter(|path| !is_copy(path.stem()));
            paths.extend(files.filter(|path| asked.iter().any(|held| is_named(path, held) != Some(false))));
        }
        let mut meetings: Vec<Filed<record::Meeting>> = self.all(&paths);
        meetings.retain(|meeting| asked.iter().any(|held| held.days.contains(meeting.date.value)));
        meetings.sort_by(|a, b| (a.date.value, a.source.path.stem()).cmp(&(b.date.value, b.source.path.stem())));
        meetings
    }

    /// The files of the problems found by the end of a day; where a name is typed that is in the names of some of them,
    /// only those. A file whose name tells no date is one of them whatever the day.
    fn issues(&mut self, last: record::Day, typed: Option<&str>) -> Vec<RelPath> {
        let years = self.folders("issues");
        let mut paths: Vec<_> = years.iter().flat_map(|year| self.list(&format!("issues/{year}"))).collect();
        paths.retain(|path| {
            let named = path.stem().get(..10).and_then(record::Day::parse);
            FileKind::of(path).is_some() && named.is_none_or(|day| day <= last)
        });
        if let Some(typed) = typed.filter(|typed| paths.iter().any(|path| path.stem().contains(*typed))) {
            paths.retain(|path| path.stem().contains(typed));
        }
        paths
    }

    /// Keeps the faults of an error.
    fn fail(&mut self, error: &anyhow::Error) {
        self.faults.extend(faults_of(error));
    }
}

/// Whether a file is named as that of a meeting that is asked for; none where its name tells no date.
fn is_named(path: &RelPath, held: &Held) -> Option<bool> {
    let day = path.stem().get(..10).and_then(Day::parse)?;
    let kind = path.stem().get(11..).unwrap_or_default();
    Some(
        held.days.contains(day)
            && held.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|id| kind.starts_with(id.as_str()))),
    )
}
