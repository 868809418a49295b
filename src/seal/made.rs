//! What made each month, and whether that is still what its seal says.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use super::code::is_of;
use super::figures::figures;
use super::held::{Holds, Line, held, holds, is_rules, text};
use super::since::month_of;
use crate::branch::{Branch, FileKind};
use crate::error::Fault;
use crate::reckon::{Account, reckon};
use crate::record::{Day, Month, Period, Plain, RelPath, Seal, SealedFile, Source, sha256};
use crate::words;

/// The months of a branch, ready to be digested.
pub struct Months<'a> {
    branch: &'a Branch,
    /// The files that live on, each with what it says.
    living: Vec<Living<'a>>,
    /// The files that are of a month alone.
    of_month: HashMap<Month, Vec<&'a Source>>,
    accounts: Vec<Account<'a>>,
}

/// A file that lives on.
struct Living<'a> {
    source: &'a Source,
    kind: FileKind,
    /// What it says.
    plain: Plain,
    /// The digests that were made, by the lines they are of: most months say the same.
    known: Mutex<HashMap<Vec<(u32, String)>, String>>,
}

impl Living<'_> {
    /// The digest of what it says of a month as it was known when a day began; none where it says nothing. Rules are
    /// always among what made a month.
    fn held(&self, month: Month, day: Day) -> Option<String> {
        let lines = held(&self.kind, &self.plain, month, day);
        if lines.is_empty() && !is_rules(&self.kind) {
            return None;
        }
        let which = |line: &Line<'_>| match line {
            Line::Entry(entry, without) => (entry.span.start, without.len().to_string()),
            line => (u32::MAX, line.to_string()),
        };
        let key = lines.iter().map(which).collect();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Some(known.entry(key).or_insert_with(|| sha256(text(&lines).as_bytes())).clone())
    }
}

/// A file that made a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The digest of the file as it is.
    pub sha256: String,
    /// For a file that lives on: the digest of what it says of the month.
    pub held: Option<String>,
}

/// What made a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The files.
    pub files: BTreeMap<RelPath, Part>,
    /// The digests of what it came to, by table.
    pub figures: BTreeMap<&'static str, String>,
}

/// What is no longer as a seal says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// A file of the month is not there any more, or says nothing of the month.
    Gone(RelPath),
    /// A file of the month says something else.
    Changed(RelPath),
    /// A file of the month was not there, or said nothing of the month.
    Added(RelPath),
    /// The figures of a table are others, though no file of the month says anything else: by a rule without days, or by
    /// records of another month.
    Figures(&'static str),
}

impl<'a> Months<'a> {
    /// The months of some days. The branch must hold the records that made them.
    pub fn of(branch: &'a Branch, days: Period) -> Self {
        let mut living = Vec::new();
        let mut of_month: HashMap<Month, Vec<&Source>> = HashMap::new();
        for source in branch.rules.sources().chain(branch.files().into_iter().map(|(source, _)| source)) {
            let Some(kind) = FileKind::of(&source.path) else { continue };
            match holds(&kind) {
                Some(Holds::Part) => {
                    if let Some(plain) = Plain::of(&source.text) {
                        living.push(Living { source, kind, plain, known: Mutex::default() });
                    }
                }
                Some(Holds::Whole) => {
                    if let Some(month) = month_of(&source.path).filter(|month| month.period().meets(days)) {
                        of_month.entry(month).or_default().push(source);
                    }
                }
                None => {}
            }
        }
        Self { branch, living, of_month, accounts: reckon(branch, days, days.last) }
    }

    /// What made a month, as it was known when a day began.
    pub fn made(&self, month: Month, day: Day) -> Made {
        let whole =
            |source: &&Source| (source.path.clone(), Part { sha256: sha256(source.text.as_bytes()), held: None });
        let mut files: BTreeMap<_, _> = self.of_month.get(&month).into_iter().flatten().map(whole).collect();
        for file in &self.living {
            if let Some(held) = file.held(month, day) {
                let part = Part { sha256: sha256(file.source.text.as_bytes()), held: Some(held) };
                files.insert(file.source.path.clone(), part);
            }
        }
        Made { files, figures: self.figures(month) }
    }

    /// The digests of what a month came to.
    fn figures(&self, month: Month) -> BTreeMap<&'static str, String> {
        self.figure_texts(month).into_iter().map(|(table, text)| (table, sha256(text.as_bytes()))).collect()
    }

    /// What a month came to, by table: a line a row.
    pub fn figure_texts(&self, month: Month) -> BTreeMap<&'static str, String> {
        figures(self.branch, &self.accounts, month)
    }

    /// What of a month is no longer as its seal says, in the order of the files.
    pub fn breaks(&self, month: Month, seal: &Seal) -> Vec<Break> {
        let sealed = seal.files.iter().filter_map(|file| Some((RelPath::new(&file.path)?, file)));
        let sealed: BTreeMap<_, _> = sealed.collect();
        let mut breaks = Vec::new();
        let mut seen = BTreeSet::new();
        for source in self.of_month.get(&month).into_iter().flatten() {
            seen.insert(&source.path);
            match sealed.get(&source.path) {
                Some(file) if is_of(&file.sha256, &source.text) => {}
                Some(_) => breaks.push(Break::Changed(source.path.clone())),
                None => breaks.push(Break::Added(source.path.clone())),
            }
        }
        for file in &self.living {
            let (path, day) = (&file.source.path, seal.known());
            let now = file.held(month, day);
            // What was paid or done on the day itself is late; seals of earlier versions hold it.
            let held = |sealed: &&SealedFile| sealed.held == now || sealed.held == file.held(month, day.plus(1));
            let is_held = sealed.get(path).is_some_and(held);
            if now.is_none() && !is_held {
                continue;
            }
            seen.insert(path);
            match sealed.get(path) {
                Some(_) if is_held => {}
                Some(_) => breaks.push(Break::Changed(path.clone())),
                // A file of rules for something the branch did not keep then: what it does shows in the figures.
                None if is_rules(&file.kind) => {}
                None => breaks.push(Break::Added(path.clone())),
            }
        }
        breaks.extend(sealed.keys().filter(|path| !seen.contains(path)).cloned().map(Break::Gone));
        if breaks.is_empty() {
            let figures = self.figures(month);
            let is_same = |table: &str| seal.figures.iter().find(|one| one.table == table).map(|one| &one.sha256);
            let changed = figures.iter().filter(|(table, digest)| is_same(table) != Some(digest));
            breaks.extend(changed.map(|(table, _)| Break::Figures(table)));
        }
        breaks.sort_by(|one, other| (one.path(), one).cmp(&(other.path(), other)));
        breaks
    }

    /// The evidence that records of a month name and that is not what they say: other than it was, or gone.
    pub fn broken_evidence(&self, month: Month, digests: &BTreeMap<RelPath, Option<String>>) -> Vec<Fault> {
        let of_month = self.branch.evidence().filter(|(source, _)| month_of(&source.path) == Some(month));
        let broken = of_month.filter_map(|(_, evidence)| {
            let path = RelPath::new(&evidence.file)?;
            let fact = match digests.get(&path)? {
                None => words::seal_evidence_gone(month),
                Some(digest) if digest.eq_ignore_ascii_case(&evidence.sha256) => return None,
                Some(_) => words::seal_evidence_changed(month),
            };
            Some(Fault::of_file("seal-broken", &path, fact).cure(words::cure_seal_evidence(&path)))
        });
        broken.collect()
    }

    /// Whether a line of a file says something of a month; one that is in no entry does.
    pub fn concerns(&self, month: Month, day: Day, path: &RelPath, line: usize) -> bool {
        if self.of_month.get(&month).into_iter().flatten().any(|source| source.path == *path) {
            return true;
        }
        let Some(Living { source, kind, plain, .. }) = self.living.iter().find(|file| file.source.path == *path) else {
            return false;
        };
        let lines = held(kind, plain, month, day);
        let within = |span: &crate::record::Span| {
            (source.line(span.start)..=source.line(span.end.saturating_sub(1).max(span.start))).contains(&line)
        };
        let holding = |line: &Line<'_>| line.entry().is_some_and(|entry| within(&entry.span));
        let in_entry = plain.entries.iter().any(|entry| within(&entry.span));
        !lines.is_empty() && (!in_entry || lines.iter().any(holding))
    }
}

impl Made {
    /// Whether another says the same of the month; how a file that lives on goes on is nothing to it.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |part: &Part| part.held.clone().unwrap_or_else(|| part.sha256.clone());
        let files = |made: &Self| made.files.iter().map(|(path, part)| (path.clone(), said(part))).collect::<Vec<_>>();
        self.figures == other.figures && files(self) == files(other)
    }
}

impl Break {
    /// The file, where it is one.
    pub fn path(&self) -> Option<&RelPath> {
        match self {
            Self::Gone(path) | Self::Changed(path) | Self::Added(path) => Some(path),
            Self::Figures(_) => None,
        }
    }
}

/// What a file says of a month as it was known when a day began: its whole text where it is of the month alone, else one
/// line for each key and entry that holds. None for a file that makes no month's tables.
pub fn says(path: &RelPath, file: &str, month: Month, day: Day) -> Option<String> {
    let kind = FileKind::of(path)?;
    match holds(&kind)? {
        Holds::Whole => Some(file.to_owned()),
        Holds::Part => Plain::of(file).map(|plain| text(&held(&kind, &plain, month, day))),
    }
}
