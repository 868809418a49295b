//! What of a closed month is not as it was, in plain words: which file, which record, by whom and when, before and after.

use std::collections::{BTreeMap, BTreeSet};

use super::looked::{Looked, newest_first};
use crate::branch::{Branch, Filed, seal_path};
use crate::cmd::closing::versions::{Versions, in_commit};
use crate::cmd::told::notes;
use crate::error::Fault;
use crate::git::Logged;
use crate::reckon::recounted;
use crate::record::{MemberId, Month, RelPath, Seal, Source, sha256};
use crate::report::Verified;
use crate::seal::{self, Break, Difference, Months};
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// What a closed month is looked at with.
pub(super) struct Looking<'a> {
    /// The records as they are.
    pub(super) store: &'a Store,
    /// The same, read.
    pub(super) branch: &'a Branch,
    /// The same, ready to be digested.
    pub(super) months: &'a Months<'a>,
    /// The digests of the files that are named as evidence.
    pub(super) digests: &'a BTreeMap<RelPath, Option<String>>,
    /// What git knows of seals, or why it tells nothing.
    pub(super) versions: Result<&'a Versions, &'a (Text, Option<Text>)>,
}

impl Looking<'_> {
    /// Looks at a closed month.
    pub(super) fn at(&self, month: Month, seal: &Filed<Seal>) -> Looked {
        let path = &seal.source.path;
        let changed = self.versions.ok().and_then(|versions| versions.changed(month, seal));
        let mut broken: Vec<_> = changed.into_iter().map(|one| (one.fault, one.details)).collect();
        let commit = self.commit(&seal.source);
        let breaks = self.months.breaks(month, seal);
        let figures = breaks.iter().any(|one| matches!(one, Break::Figures(_)));
        // Nobody knows what program made a seal that was changed by hand.
        let is_sound = broken.is_empty();
        let then = commit.filter(|_| figures).and_then(|commit| self.branch_at(commit, month));
        broken.extend(breaks.iter().map(|one| match one {
            Break::Figures(table) => self.figures(month, seal, table, then.as_ref(), is_sound),
            one => self.of_file(month, seal, commit, one),
        }));
        broken.extend(self.months.broken_evidence(month, self.digests).into_iter().map(|one| (one, vec![])));
        let unproven = match self.versions {
            Ok(versions) => versions.unproven(path).map(|(fact, cure)| (fact, Some(cure))),
            Err(why) => Some(why.clone()),
        };
        let mut details = notes::told(month, seal);
        for (fault, more) in &broken {
            let place = fault.place.as_ref().map(|place| Text::same(format!("{place}: ")));
            details.push(Text::join(place.into_iter().chain([fault.fact.clone()]), ""));
            details.extend(more.iter().cloned());
        }
        let verdict = match (broken.is_empty(), seal.amended.is_empty()) {
            (false, _) => "broken",
            _ if unproven.is_some() => "unproven",
            (true, false) => "amended",
            (true, true) => "unchanged",
        };
        details.extend(unproven.iter().map(|(fact, _)| words::seal_unproven(fact)));
        let verified = Verified {
            month,
            date: Some(seal.date.value),
            by: seal.by.as_ref().map(|by| (by.to_string(), self.branch.name(by))),
            code: Some(seal::code(&seal.source.text)),
            amended: seal.amended.len(),
            verdict,
            commit: commit.map(|commit| commit.short().to_owned()),
            details,
        };
        Looked { verified, broken, unproven, differing: vec![] }
    }

    /// The last commit that made a seal what it is.
    pub(super) fn commit(&self, seal: &Source) -> Option<&Logged> {
        self.versions.ok()?.last(seal)
    }

    /// Which figures of a table are others, what they were, and whether that is the program's doing.
    fn figures(
        &self,
        month: Month,
        seal: &Seal,
        table: &str,
        then: Option<&Branch>,
        is_sound: bool,
    ) -> (Fault, Vec<Text>) {
        let file = format!("{table}.csv");
        let before = then.map(|then| Months::of(then, month.period()).figure_texts(month));
        let is_sealed = |text: &String| {
            let digest = sha256(text.as_bytes());
            seal.figures.iter().any(|one| one.table == table && one.sha256 == digest)
        };
        let of_program = recounted(table, seal.last_made()).filter(|_| is_sound);
        let (fact, why) = match (before.as_ref().map(|before| is_sealed(&before[table])), of_program) {
            (Some(true), _) => (words::seal_figures(month, file), None),
            (Some(false), why @ Some(_)) => (words::seal_recounted(month, file), why),
            (_, why) => (words::seal_figures(month, file), why),
        };
        let mut details = before.map_or_else(Vec::new, |before| {
            rows(self.branch, table, &before[table], &self.months.figure_texts(month)[table])
        });
        details.extend(why);
        (Fault::of_file("seal-broken", &seal_path(month), fact), details)
    }

    /// By whom and when a file was changed, and what it said of the month before.
    fn of_file(&self, month: Month, seal: &Seal, commit: Option<&Logged>, one: &Break) -> (Fault, Vec<Text>) {
        let (path, fact) = match one {
            Break::Added(path) => (path, words::seal_added(month)),
            Break::Changed(path) => (path, words::seal_changed(month)),
            Break::Gone(path) => (path, words::seal_gone(month)),
            Break::Figures(_) => unreachable!("figures are told by themselves"),
        };
        let mut details = Vec::new();
        if let Ok(git) = self.versions.map(Versions::git) {
            let since = newest_first(git, commit.map(|commit| commit.id.as_str()), path.as_str());
            let uncommitted = git.uncommitted_of(std::slice::from_ref(path)).contains(path);
            details.extend(uncommitted.then(words::changed_uncommitted));
            details.extend(since.iter().map(in_commit));
        }
        details.extend(match (seal::month_of(path), one) {
            (Some(_), Break::Gone(_)) => vec![words::whole_file_gone()],
            (Some(_), Break::Added(_)) => vec![words::whole_file_new()],
            _ => {
                let now = self.store.read(path).ok().flatten();
                let now = now.as_ref().map_or("", |source| &*source.text);
                let before = self.before(seal, commit, one, path);
                match before.and_then(|before| seal::differences(path, &before, now, month, seal.known())) {
                    None => vec![words::before_unknown()],
                    Some(found) if found.is_empty() => vec![words::only_layout()],
                    Some(found) => found.iter().map(|one| difference(self.branch, one)).collect(),
                }
            }
        });
        (Fault::of_file("seal-broken", path, fact), details)
    }

    /// What a file said when the month was closed, where git has just that.
    fn before(&self, seal: &Seal, commit: Option<&Logged>, one: &Break, path: &RelPath) -> Option<String> {
        let text = || String::from_utf8(self.versions.ok()?.git().file_at(&commit?.id, path)?).ok();
        let sealed = seal.files.iter().find(|file| file.path == path.as_str());
        match (one, sealed) {
            (Break::Added(_), _) => Some(text().unwrap_or_default()),
            (_, Some(sealed)) => text().filter(|text| seal::is_of(&sealed.sha256, text)),
            (_, None) => None,
        }
    }

    /// The records as they were in a commit.
    fn branch_at(&self, commit: &Logged, month: Month) -> Option<Branch> {
        self.store_at(commit)?.load(&Query::sealed(month.period())).ok()
    }

    /// The files of records as they were in a commit.
    pub(super) fn store_at(&self, commit: &Logged) -> Option<Store> {
        let files = self.versions.ok()?.git().files_at(&commit.id, |path| path.name().ends_with(".toml"))?;
        Some(self.store.of_files(files))
    }
}

/// Rows of figures of a table that are not what they were.
fn rows(branch: &Branch, table: &str, before: &str, after: &str) -> Vec<Text> {
    // A seat is of a meeting and a person, other rows of one of them.
    let named_by = if table == "attendance" { 2 } else { 1 };
    let rows = |text: &'_ str| -> BTreeMap<Vec<String>, String> {
        let row = |line: &str| {
            let cells: Vec<_> = line.split(',').map(str::to_owned).collect();
            let (key, rest) = cells.split_at(named_by.min(cells.len()));
            (key.to_vec(), rest.join(", "))
        };
        text.lines().map(row).collect()
    };
    let (before, after) = (rows(before), rows(after));
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let changed = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    let told = changed.map(|key| {
        let what = Text::join(key.iter().map(|part| name(branch, part)), " ");
        said(
            what,
            before.get(key).map(|row| Text::same(words::shown(row))),
            after.get(key).map(|row| Text::same(words::shown(row))),
        )
    });
    told.collect()
}

/// The name of a member, or the id as it is.
fn name(branch: &Branch, id: &str) -> Text {
    let member = MemberId::new(id).filter(|id| branch.members.contains_key(id));
    member.map_or_else(|| Text::same(words::shown(id)), |id| branch.name(&id))
}

/// What was, and what is.
fn said(what: Text, before: Option<Text>, after: Option<Text>) -> Text {
    match (before, after) {
        (Some(before), Some(after)) => words::before_after(what, before, after),
        (None, Some(after)) => words::only_after(what, after),
        (Some(before), None) => words::only_before(what, before),
        (None, None) => what,
    }
}

/// A difference in words: whose record, which key, before and after.
fn difference(branch: &Branch, one: &Difference) -> Text {
    let heading = |key: &str| words::heading(&key.replace('-', "_")).unwrap_or_else(|| Text::same(words::shown(key)));
    let who = one.record.iter().map(|part| name(branch, part));
    let list = one.list.as_deref().filter(|list| *list != "entries" || one.record.is_empty()).map(heading);
    let what = list.into_iter().chain(who).chain(one.key.as_deref().map(heading));
    let named = |value: &String| Text::join(value.split(", ").map(|part| name(branch, part)), ", ");
    said(Text::join(what, " "), one.before.as_ref().map(named), one.after.as_ref().map(named))
}
