//! Which column of a table is which field.

use std::collections::BTreeMap;

use super::field::Sure;
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
    /// Its field; none where it is not read.
    pub field: Option<Field>,
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
    values: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// Where in a row a field stands.
    places: BTreeMap<&'static str, usize>,
    /// Columns that seem to be one field.
    faults: Vec<Fault>,
}

impl Mapping {
    /// Finds the headings of a table, and the fields they mean: as a file that was kept says, else by their names.
    ///
    /// # Errors
    /// No heading that is known, or a field said twice.
    pub fn find(sheet: &Sheet, fields: &[Field], kept: &Kept, set: &[(Field, String)]) -> Result<Self, Failure> {
        let of = |cell: &Cell| {
            let heading = cell.text().ok().flatten()?;
            match kept.field(&heading, fields) {
                Some(field) => field.map(|field| (field, Sure::Yes)),
                None => fields.iter().find_map(|field| Some((*field, field.meant_by(&heading)?))),
            }
        };
        let known = |row: &Row| row.cells.iter().filter(|cell| of(cell).is_some()).count();
        // The first of those that know the most.
        let best = sheet.rows.iter().take(ABOVE).rev().max_by_key(|row| known(row)).filter(|row| known(row) > 0);
        let Some(row) = best else {
            let names = Text::list(fields.iter().map(|field| field.name()));
            return Err(Failure::refused(words::no_heading()).cure(words::cure_no_heading(names)));
        };
        let found: Vec<_> = row.cells.iter().map(of).collect();
        let surest = |field: Field| found.iter().flatten().filter(|one| one.0 == field).map(|one| one.1).max();
        let columns = row.cells.iter().zip(&found).map(|(cell, found)| {
            let heading = cell.text().ok().flatten().unwrap_or_default();
            Column { heading, field: found.filter(|one| Some(one.1) == surest(one.0)).map(|one| one.0) }
        });
        let mut mapping = Self {
            heading_row: row.number,
            columns: columns.collect(),
            set: kept.set.clone(),
            values: kept.values.clone(),
            places: BTreeMap::new(),
            faults: vec![],
        };
        mapping.set.extend(set.iter().map(|(field, value)| (field.id, value.clone())));
        for (at, column) in mapping.columns.iter().enumerate() {
            let Some(field) = column.field else { continue };
            if let Some(first) = mapping.places.insert(field.id, at) {
                let (one, other) = (&mapping.columns[first].heading, &column.heading);
                let fact = words::two_columns(words::shown(one), words::shown(other), field.name());
                mapping.faults.push(Fault::new("two-columns", fact).cure(words::cure_two_columns()));
            }
        }
        Ok(mapping)
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

    /// The rows under the headings.
    pub fn rows<'a>(&self, sheet: &'a Sheet) -> impl Iterator<Item = &'a Row> {
        let heading = self.heading_row;
        sheet.rows.iter().filter(move |row| row.number > heading)
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
