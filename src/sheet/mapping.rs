//! Which column of a table is which field.

use std::collections::BTreeMap;

use super::field::Sure;
use super::letter::letter;
use super::{Cell, Field, Kept, Row, Sheet};
use crate::error::{Failure, Fault};
use crate::record::folded;
use crate::words::{self, Text};

/// Among so many rows at the beginning the headings are looked for: above them stands perhaps what the table is.
const ABOVE: usize = 10;

/// A column and what it was taken for.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What stands above its heading, where there are two rows of headings.
    pub above: String,
    /// Its field; none where it is not read.
    pub field: Option<Field>,
    /// What each of its cells is, where each is a record.
    pub across: Option<Text>,
}

/// Which column of a table is which field.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// The number of the row of the headings.
    pub heading_row: usize,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// What is said of every row whose cell is empty.
    pub set: BTreeMap<&'static str, String>,
    /// What words in a field mean.
    pub(super) values: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// Where in a row a field stands.
    pub(super) places: BTreeMap<&'static str, usize>,
    /// Whether each row was a cell of a table with something across.
    pub is_spread: bool,
    /// Columns that seem to be one field.
    pub(super) faults: Vec<Fault>,
}

impl Mapping {
    /// Finds the headings of a table, and the fields they mean: as a file that was kept says, else by their names.
    ///
    /// # Errors
    /// No heading that is known, or a field said twice.
    pub fn find(sheet: &Sheet, fields: &[Field], kept: &Kept, set: &[(Field, String)]) -> Result<Self, Failure> {
        let of = |at: usize, heading: &str| {
            if heading.is_empty() {
                return None;
            }
            match kept.field(at, heading, fields) {
                Some(field) => field.map(|field| (field, Sure::Yes)),
                None => fields.iter().find_map(|field| Some((*field, field.meant_by(heading)?))),
            }
        };
        let known = |heads: &Heads| heads.texts.iter().enumerate().filter(|(at, text)| of(*at, text).is_some()).count();
        let above = || sheet.rows.iter().take(ABOVE);
        // The first of those that know the most; two rows only where they know more than one.
        let single = above().map(Heads::of);
        let double = above().zip(above().skip(1)).map(|(upper, lower)| Heads::of_two(upper, lower));
        let all: Vec<_> = single.chain(double).collect();
        let best = all.iter().rev().max_by_key(|heads| known(heads)).filter(|heads| known(heads) > 0);
        let Some(heads) = best else {
            let names = Text::list(fields.iter().map(|field| field.name()));
            let cure = match sheet.others.is_empty() {
                true => words::cure_no_heading(names),
                false => words::cure_other_sheets(names, Text::list(sheet.others.iter().map(Text::same))),
            };
            return Err(Failure::refused(words::no_heading()).cure(cure));
        };
        let found: Vec<_> = heads.texts.iter().enumerate().map(|(at, text)| of(at, text)).collect();
        let surest = |field: Field| found.iter().flatten().filter(|one| one.0 == field).map(|one| one.1).max();
        let columns = heads.texts.iter().zip(&heads.above).zip(&found).map(|((heading, above), found)| Column {
            heading: heading.clone(),
            above: above.clone(),
            field: found.filter(|one| Some(one.1) == surest(one.0)).map(|one| one.0),
            across: None,
        });
        let mut mapping = Self {
            heading_row: heads.row,
            columns: columns.collect(),
            set: kept.set.clone(),
            values: kept.values.clone(),
            places: BTreeMap::new(),
            is_spread: false,
            faults: vec![],
        };
        mapping.set.extend(set.iter().map(|(field, value)| (field.id, value.clone())));
        for (at, column) in mapping.columns.iter().enumerate() {
            let Some(field) = column.field else { continue };
            if let Some(first) = mapping.places.insert(field.id, at) {
                let shown = |at: usize| format!("{} ({})", words::shown(&mapping.columns[at].heading), letter(at));
                let fact = words::two_columns(shown(first), shown(at), field.name());
                mapping.faults.push(Fault::new("two-columns", fact).cure(words::cure_two_columns()));
            }
        }
        Ok(mapping)
    }

    /// What words in a field mean, beside what is kept.
    pub fn mean(&mut self, field: Field, word: &str, meant: &str) {
        self.values.entry(field.id).or_default().insert(word.to_owned(), meant.to_owned());
    }

    /// A field that has no column of its own takes that of another.
    pub fn lend(&mut self, field: &'static str, from: &str) {
        if let Some(place) = self.place(from).filter(|_| self.place(field).is_none()) {
            self.places.insert(field, place);
        }
    }

    /// The heading of the column of a field.
    pub fn heading(&self, field: &str) -> Option<&str> {
        if self.is_spread {
            return self
                .columns
                .iter()
                .find(|column| column.field.is_some_and(|of| of.id == field))
                .map(|one| &*one.heading);
        }
        self.columns.get(self.place(field)?).map(|column| column.heading.as_str())
    }

    /// Where in a row a field stands.
    pub fn place(&self, field: &str) -> Option<usize> {
        self.places.get(field).copied()
    }

    /// Refuses where a field is in doubt, or one that is needed is not there; of those that stand for one another, any.
    ///
    /// # Errors
    /// Every reason at once.
    pub fn require(&self, needed: &[&[&str]], fields: &[Field]) -> Result<(), Failure> {
        let mut faults = self.faults.clone();
        for any in needed.iter().filter(|any| !any.iter().any(|id| self.has(id))) {
            let names = fields.iter().filter(|field| any.contains(&field.id)).map(|field| field.name());
            let fact = words::no_column(words::either(names));
            faults.push(
                Fault::new("no-column", fact).cure(words::cure_no_column(any.last().copied().unwrap_or_default())),
            );
        }
        if faults.is_empty() { Ok(()) } else { Err(Failure::of(faults)) }
    }

    /// Whether the table says something of a field.
    pub fn has(&self, field: &str) -> bool {
        self.places.contains_key(field) || self.set.contains_key(field)
    }

    /// What a row says of a field.
    pub fn cell(&self, row: &Row, field: &str) -> Cell {
        let cell = self.places.get(field).map_or(&Cell::Empty, |place| row.cell(*place));
        if let Some(value) = self.set.get(field).filter(|_| cell.is_empty()) {
            return Cell::written(value);
        }
        let meant = || self.values.get(field)?.get(&cell.text().ok()?.unwrap_or_default());
        meant().map_or_else(|| cell.clone(), |meant| Cell::written(meant))
    }

    /// The rows under the headings that are records.
    pub fn rows<'a>(&'a self, sheet: &'a Sheet) -> impl Iterator<Item = &'a Row> {
        let heading = self.heading_row;
        sheet.rows.iter().filter(move |row| row.number > heading && (self.is_spread || !self.is_foot(row)))
    }

    /// The year that the lines above the headings are of, where they name just one: `2026年10月考勤表`.
    pub fn year(&self, sheet: &Sheet) -> Option<i32> {
        let above = sheet.rows.iter().filter(|row| row.number < self.heading_row).flat_map(|row| &row.cells);
        let mut years: Vec<i32> =
            above.filter_map(|cell| cell.text().ok().flatten()).flat_map(|text| years(&text)).collect();
        years.dedup();
        if let [only] = years[..] { Some(only) } else { None }
    }

    /// What was said of the words of a field, in the order of the field, then the word.
    pub(super) fn values(&self) -> impl Iterator<Item = (&'static str, &BTreeMap<String, String>)> {
        self.values.iter().map(|(field, values)| (*field, values))
    }
}

/// The headings a table may have.
struct Heads {
    /// The number of their row, the lower one of two.
    row: usize,
    texts: Vec<String>,
    /// What stands above each, where there are two rows: above the first of several it is above all of them.
    above: Vec<String>,
}

impl Heads {
    fn of(row: &Row) -> Self {
        let texts: Vec<_> = row.cells.iter().map(|cell| cell.text().ok().flatten().unwrap_or_default()).collect();
        Self { row: row.number, above: vec![String::new(); texts.len()], texts }
    }

    fn of_two(upper: &Row, lower: &Row) -> Self {
        let width = upper.cells.len().max(lower.cells.len());
        let text = |row: &Row, at| row.cell(at).text().ok().flatten().unwrap_or_default();
        let (mut texts, mut above, mut last) = (Vec::new(), Vec::new(), String::new());
        for at in 0..width {
            let (over, under) = (text(upper, at), text(lower, at));
            if !over.is_empty() {
                last.clone_from(&over);
            }
            above.push(if under.is_empty() || under == last { String::new() } else { last.clone() });
            texts.push(if under.is_empty() { over } else { under });
        }
        Self { row: lower.number, texts, above }
    }
}

/// The years a text names: `2026年`.
fn years(text: &str) -> Vec<i32> {
    let text = folded(text);
    let before = |(at, _): (usize, &str)| {
        let year = text.get(at.checked_sub(4)?..at)?;
        let is_apart = !text[..at - 4].ends_with(|c: char| c.is_ascii_digit());
        year.parse().ok().filter(|year| is_apart && (1900..2200).contains(year))
    };
    text.match_indices('年').filter_map(before).collect()
}
