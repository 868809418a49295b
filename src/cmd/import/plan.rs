//! What would come of an import: what is told of each row, and what is written.

use std::collections::BTreeMap;

use super::guard::Origins;
use super::rows::Problem;
use crate::branch::{Branch, FileChange, What};
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
    /// It says nothing that is recorded.
    Nothing,
    /// It cannot be matched.
    Unmatched,
}

/// What is told of a row.
#[derive(Clone, Debug)]
pub(super) struct RowOutcome {
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
    /// The heading of the column in which something is wrong.
    column: Option<Box<Text>>,
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
    told: Vec<RowOutcome>,
    /// How many rows are new.
    pub(super) added: usize,
    /// How many records would be changed.
    pub(super) changed: usize,
    /// How many there are among which they are.
    pub(super) records: usize,
    /// Whether records that say otherwise are corrected.
    pub(super) takes: bool,
    /// How many new meetings name some of those due and not all.
    pub(super) unnamed: usize,
    /// What is done besides, which is of no row.
    pub(super) besides: Vec<Text>,
    /// What is told of all that is new.
    pub(super) sums: Option<Text>,
    /// The groups that are made, by the key of their name.
    pub(super) made_groups: BTreeMap<String, MadeGroup>,
    /// What is written.
    pub(super) files: Vec<FileChange>,
    /// Which rows that comes of.
    pub(super) origins: Origins,
}

/// A group that is made.
#[derive(Clone, Debug)]
pub(super) struct MadeGroup {
    /// The id it gets.
    pub(super) id: GroupId,
    /// Its name, as the table has it.
    pub(super) name: String,
}

impl Plan {
    /// The name of a group, be it one that is made.
    pub(super) fn group_name(&self, branch: &Branch, id: &GroupId) -> Text {
        let made = self.made_groups.values().find(|made| made.id == *id);
        made.map_or_else(|| branch.group_name(id), |made| Text::same(words::shown(&made.name)))
    }

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

    /// A row says nothing that is recorded, and why.
    pub(super) fn nothing(&mut self, row: usize, why: Text) {
        self.tell(row, Outcome::Nothing, why, vec![], None);
    }

    /// A row cannot be matched.
    pub(super) fn unmatched(&mut self, row: usize, why: Problem) {
        let fact = match &why.column {
            Some(column) => words::in_column(Text::clone(column), why.fact),
            None => why.fact,
        };
        self.tell(row, Outcome::Unmatched, fact, vec![], why.cure);
        self.told.iter_mut().last().into_iter().for_each(|told| told.column = why.column.clone());
    }

    fn tell(&mut self, row: usize, outcome: Outcome, title: Text, details: Vec<Text>, cure: Option<Text>) {
        self.told.push(RowOutcome { row, outcome, title, details, cure, column: None });
    }

    /// A file is written, beside what is written of it already.
    pub(super) fn write(&mut self, file: FileChange) {
        let old = self.files.iter_mut().find(|old| old.path == file.path);
        match (old.map(|old| &mut old.what), file.what) {
            (Some(What::Edit(edits)), What::Edit(more)) => edits.extend(more),
            (Some(What::Create(text)), What::Create(more)) => text.push_str(&more),
            (_, what) => self.files.push(FileChange { path: file.path, what }),
        }
    }

    /// Whether a row could not be matched.
    pub(super) fn has_unmatched(&self) -> bool {
        self.of(Outcome::Unmatched).next().is_some()
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

    fn of(&self, outcome: Outcome) -> impl Iterator<Item = &RowOutcome> {
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
        for outcome in [Outcome::Added, Outcome::Changed, Outcome::Same, Outcome::Nothing, Outcome::Unmatched] {
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
            (Outcome::Nothing, number) => words::rows_nothing(number),
            (Outcome::Unmatched, number) => words::so_many_unmatched(number),
        };
        // What is recorded already is only counted, and of what is new some rows tell enough.
        let most = match outcome {
            Outcome::Same => 0,
            Outcome::Added => 40,
            Outcome::Changed | Outcome::Nothing | Outcome::Unmatched => 200,
        };
        if matches!(outcome, Outcome::Nothing | Outcome::Unmatched) {
            return Some(Chapter { head, parts: by_cause(&told) });
        }
        let sums = self.sums.iter().filter(|_| outcome == Outcome::Added).map(|sums| (sums.clone(), vec![]));
        let mut parts: Vec<_> = sums.chain(told.iter().take(most).map(|told| part(told))).collect();
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
                Outcome::Nothing => "nothing",
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

/// Rows that are not imported, those of one cause together: what is done about them is the same, in the same column.
fn by_cause(told: &[&RowOutcome]) -> Vec<(Text, Vec<Text>)> {
    type Cause<'a> = (Vec<&'a Text>, &'a Option<Text>, Vec<usize>);
    let mut causes: Vec<Cause<'_>> = Vec::new();
    type Key<'a> = (Option<&'a Text>, &'a Option<Text>, Option<&'a Text>);
    let mut places: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for one in told {
        // Without a cure, or where it is no column's, what is wrong is the cause.
        let fact = (one.cure.is_none() || one.column.is_none()).then_some(&one.title);
        let at = *places.entry((one.column.as_deref(), &one.cure, fact)).or_insert(causes.len());
        match causes.get_mut(at) {
            Some((facts, _, rows)) => {
                rows.push(one.row);
                if !facts.contains(&&one.title) {
                    facts.push(&one.title);
                }
            }
            None => causes.push((vec![&one.title], &one.cure, vec![one.row])),
        }
    }
    const MOST: usize = 200;
    const FACTS: usize = 3;
    let part = |(facts, cure, rows): &Cause<'_>| {
        let head = words::rows(rows);
        let head = if rows.len() > 1 { words::rows_of_cause(head, rows.len()) } else { head };
        let more = (facts.len() > FACTS).then(|| words::more_facts(facts.len() - FACTS));
        let cure = cure.as_ref().map(|cure| words::cure_of_row(cure.clone()));
        (head, facts.iter().take(FACTS).map(|fact| (*fact).clone()).chain(more).chain(cure).collect())
    };
    let mut parts: Vec<_> = causes.iter().take(MOST).map(part).collect();
    if let Some(more) = causes.get(MOST..).filter(|more| !more.is_empty()) {
        let rows: Vec<_> = more.iter().flat_map(|(_, _, rows)| rows).copied().collect();
        parts.push((words::more_rows(words::rows(&rows)), vec![]));
    }
    parts
}

/// A row as it is told to people.
fn part(told: &RowOutcome) -> (Text, Vec<Text>) {
    (words::row_and_title(told.row, told.title.clone()), told.details.clone())
}
