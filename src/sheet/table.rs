//! A table as it was brought: its rows, and how large it may be.

use encoding_rs::Encoding;

use super::Cell;
use crate::error::Failure;
use crate::words::{self, Text};

/// The largest table that is read, in bytes.
pub const LIMIT: u64 = 16 * 1024 * 1024;

/// The most columns of a table.
pub(super) const COLUMNS: usize = 200;

/// The most rows of a table.
pub(super) const ROWS: usize = 200_000;

/// The most cells of a table, those that are empty too.
pub(super) const CELLS: usize = 4_000_000;

/// The longest text of a cell, in bytes.
pub(super) const LONGEST: usize = 1024 * 1024;

/// A table as it was brought.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its rows that are not empty, headings and all.
    pub rows: Vec<Row>,
    /// What it was read as: the encoding and what parts the columns.
    pub form: Text,
    /// The other sheets of the workbook that are shown.
    pub others: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number as a spreadsheet shows it, from 1.
    pub number: usize,
    /// Its cells from the first column on; those that are missing at the end are empty.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

/// How a table is to be read, where it does not say so itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading<'a> {
    /// What parts the columns.
    pub delimiter: Option<u8>,
    /// The encoding of a text.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of a workbook.
    pub sheet: Option<&'a str>,
    /// Names of sheets that are taken before others, where none is said.
    pub likely: &'a [String],
}

/// Refuses a table that is larger than any that people make.
pub(super) fn within(rows: usize, columns: usize, cells: usize) -> Result<(), Failure> {
    if columns > COLUMNS {
        return Err(too_large(words::too_many_columns(COLUMNS)));
    }
    if rows > ROWS || cells > CELLS {
        return Err(too_large(words::too_many_rows(ROWS)));
    }
    Ok(())
}

/// Refuses a text of a cell that is longer than any that people write; rows count from 1.
pub(super) fn short_enough(row: usize, text: &str) -> Result<(), Failure> {
    match text.len() > LONGEST {
        true => Err(too_large(words::cell_too_long(row, LONGEST / 1024))),
        false => Ok(()),
    }
}

/// What is larger than people make it.
pub(super) fn too_large(fact: Text) -> Failure {
    Failure::refused(fact).cure(words::cure_too_large())
}

/// A workbook that only its owner can open.
pub(super) fn with_password() -> Failure {
    Failure::refused(words::with_password()).cure(words::cure_password())
}

/// What cannot be read as a workbook.
pub(super) fn no_workbook() -> Failure {
    Failure::refused(words::no_workbook()).cure(words::cure_no_workbook())
}
