//! What would come of an import: what is told of each row, and what is written.

use std::collections::BTreeMap;

use super::rows::Problem;
use crate::branch::FileChange;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::GroupId;
use crate::report::{Cell, Chapter, ColumnKind, Story, Table};
use crate::words::{self, Text};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// It is new.
    Added,
    /// It is recorded otherwise.
    Changed,
    /// It is recorded.
    Same,
    /// It cannot be matched.
    Unmatched,
}

/// What is told of a row.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// Its number.
    pub(super) row: usize,
    /// What becomes of it.
    pub(super) outcome: Outcome,
    /// What it says, in a few words.
    pub(super) title: Text,
    /// Of a change what was and what is; of what cannot be matched why.
    pub(super) details: Vec<Text>,
    /// What to do about it.
    pub(super) cure: Option<Text>,
}

/// A field of a record that a row has otherwise.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    /// The field.
    pub(super) field: Text,
    /// What is recorded.
    pub(super) old: Option<Text>,
    /// What the row says.
    pub(super) new: Option<Text>,
}

impl Difference {
    /// In a sentence.
    pub(super) fn told(&self) -> Text {
        let or_nothing = |text: &Option<Text>| text.clone().unwrap_or_else(words::nothing_recorded);
        words::field_changed(self.field.clone(), or_nothing(&self.old), or_nothing(&self.new))
    }
}

/// What would come of an import.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What is told of the rows.
    told: Vec<Told>,
    /// How many rows are new.
    pub(super) added: usize,
    /// How many records would be changed.
    pub(super) changed: usize,
    /// How many there are among which they are.
    pub(super) records: usize,
    /// Whether records that say otherwise are corrected.
    pub(super) takes: bool,
    /// What is done besides, which is of no row.
    pub(super) besides: Vec<Text>,
    /// The groups that are made, by the key of their name.
    pub(super) made_groups: BTreeMap<String, GroupId>,
    /// What is written.
    pub(super) files: Vec<FileChange>,
}

impl Plan {
    /// Nothing so far, among so many records, which are corrected or left.
    pub(super) fn among(records: usize, takes: bool) -> Self {
        Self { records, takes, ..Self::default() }
    }

    /// A row is new.
    pub(super) fn added(&mut self, row: usize, title: Text) {
        self.added_with(row, title, vec![]);
    }

    /// A row is new, with what is told besides.
    pub(super) fn added_with(&mut self, row: usize, title: Text, details: Vec<Text>) {
        self.added += 1;
        self.tell(row, Outcome::Added, title, details, None);
    }

    /// A row is recorded.
    pub(super) fn same(&mut self, row: usize, title: Text) {
        self.tell(row, Outcome::Same, title, vec![], None);
    }

    /// A row is recorded otherwise.
    pub(super) fn changed(&mut self, row: usize, title: Text, differences: &[Difference]) {
        self.changed += 1;
        self.tell(row, Outcome::Changed, title, differences.iter().map(Difference::told).collect(), None);
    }

    /// A row cannot be matched.
    pub(super) fn unmatched(&mut self, row: usize, why: Problem) {
        self.tell(row, Outcome::Unmatched, why.fact, vec![], why.cure);
    }

    fn tell(&mut self, row: usize, outcome: Outcome, title: Text, details: Vec<Text>, cure: Option<Text>) {
        self.told.push(Told { row, outcome, title, details, cure });
    }

    /// Refuses where a row could not be matched.
    ///
    /// # Errors
    /// How many there are.
    pub(super) fn all_matched(&self) -> Result<()> {
        let unmatched: Vec<_> = self.of(Outcome::Unmatched).map(|told| told.row).collect();
        match unmatched.len() {
            0 => Ok(()),
            _ => Err(Failure::refused(words::rows_unmatched(words::rows(&unmatched)))
                .cure(words::cure_rows_unmatched())
                .into()),
        }
    }

    fn of(&self, outcome: Outcome) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(move |told| told.outcome == outcome)
    }

    /// Shows it: to people what is read as what, and the rows by what becomes of them; else a table of all rows.
    ///
    /// # Errors
    /// A standard output that takes no more.
    pub(super) fn show(
        &self,
        env: &Env,
        head: &(Text, Vec<(Text, Vec<Text>)>),
        foot: &[(usize, String)],
    ) -> Result<()> {
        let mut chapters = vec![Chapter { head: head.0.clone(), parts: head.1.clone() }];
        if !self.besides.is_empty() {
            let parts = self.besides.iter().map(|text| (text.clone(), vec![]));
            chapters.push(Chapter { head: words::done_besides(self.besides.len()), parts: parts.collect() });
        }
        for outcome in [Outcome::Added, Outcome::Changed, Outcome::Same, Outcome::Unmatched] {
            chapters.extend(self.chapter(outcome));
        }
        if !foot.is_empty() {
            let parts = foot
                .iter()
                .take(12)
                .map(|(row, text)| (words::row_and_title(*row, Text::same(words::shown(text))), vec![]));
            chapters.push(Chapter { head: words::rows_passed_over(foot.len()), parts: parts.collect() });
        }
        env.ui.story(&Story { chapters }, || self.table())
    }

    fn chapter(&self, outcome: Outcome) -> Option<Chapter> {
        let mut told: Vec<_> = self.of(outcome).collect();
        told.sort_by_key(|told| told.row);
        let rows: Vec<_> = told.iter().map(|told| told.row).collect();
        let head = match (outcome, rows.len()) {
            (_, 0) => return None,
            (Outcome::Added, number) => words::rows_added(number),
            (Outcome::Changed, number) if self.takes => words::rows_taken(number),
            (Outcome::Changed, number) => words::rows_changed(number),
            (Outcome::Same, number) => words::rows_same(number, words::rows(&rows)),
            (Outcome::Unmatched, number) => words::so_many_unmatched(number),
        };
        // What is recorded already is only counted, and of what is new some rows tell enough.
        let most = match outcome {
            Outcome::Same => 0,
            Outcome::Added => 12,
            Outcome::Changed | Outcome::Unmatched => 200,
        };
        if outcome == Outcome::Unmatched {
            return Some(Chapter { head, parts: by_cause(&told) });
        }
        let mut parts: Vec<_> = told.iter().take(most).map(|told| part(told)).collect();
        if rows.len() > most && most > 0 {
            parts.push((words::more_rows(words::rows(&rows[most..])), vec![]));
        }
        Some(Chapter { head, parts })
    }

    fn table(&self) -> Table {
        let columns = [
            ("row", ColumnKind::Integer),
            ("becomes", ColumnKind::Text),
            ("says", ColumnKind::Text),
            ("details", ColumnKind::List),
            ("cure", ColumnKind::Text),
        ];
        let mut told: Vec<_> = self.told.iter().collect();
        told.sort_by_key(|told| told.row);
        let rows = told.into_iter().map(|told| {
            let id = match told.outcome {
                Outcome::Added => "added",
                Outcome::Changed => "changed",
                Outcome::Same => "same",
                Outcome::Unmatched => "unmatched",
            };
            vec![
                told.row.into(),
                Cell::code(id, words::becomes(id)),
                told.title.clone().into(),
                Cell::list(told.details.iter().cloned()),
                told.cure.clone().into(),
            ]
        });
        Table::new("import", &columns, rows.collect())
    }
}

/// Rows that cannot be matched, those of one cause together.
fn by_cause(told: &[&Told]) -> Vec<(Text, Vec<Text>)> {
    let mut causes: Vec<(&Told, Vec<usize>)> = Vec::new();
    let mut places: BTreeMap<(&Text, &Option<Text>), usize> = BTreeMap::new();
    for one in told {
        let at = *places.entry((&one.title, &one.cure)).or_insert(causes.len());
        match causes.get_mut(at) {
            Some((_, rows)) => rows.push(one.row),
            None => causes.push((one, vec![one.row])),
        }
    }
    const MOST: usize = 200;
    let part = |(one, rows): &(&Told, Vec<usize>)| {
        let cure = one.cure.as_ref().map(|cure| words::cure_of_row(cure.clone()));
        (words::rows(rows), std::iter::once(one.title.clone()).chain(cure).collect())
    };
    let mut parts: Vec<_> = causes.iter().take(MOST).map(part).collect();
    if let Some(more) = causes.get(MOST..).filter(|more| !more.is_empty()) {
        let rows: Vec<_> = more.iter().flat_map(|(_, rows)| rows).copied().collect();
        parts.push((words::more_rows(words::rows(&rows)), vec![]));
    }
    parts
}

/// A row as it is told to people.
fn part(told: &Told) -> (Text, Vec<Text>) {
    (words::row_and_title(told.row, told.title.clone()), told.details.clone())
}
