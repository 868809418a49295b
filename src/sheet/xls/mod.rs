//! Workbooks as they were before 2007: .xls, which is BIFF8 records in a compound file.
//!
//! Read by ourselves: the reader there is trusts what a file says of its size, and reads all of its sheets. Here no more
//! is kept than the file has bytes for, and the cells of one sheet, within the bounds of [`Grid`](super::grid::Grid).

mod book;
mod format;
mod record;
mod refused;
mod sheet;

use std::io::{Cursor, Read as _};

use self::book::Book;
use super::Sheet;
use super::grid::{Grid, choose};
use super::table::{LIMIT, Reading, no_workbook, with_password};
use crate::error::Failure;
use refused::older;

/// Whether bytes begin as a compound file does: a workbook of before 2007, or one with a password.
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// Reads a sheet of a workbook: the one that is named, else the first that is shown.
///
/// # Errors
/// What is no workbook, has no such sheet, or has a password; more than any table has that people make.
pub(super) fn read(bytes: &[u8], how: Reading<'_>) -> Result<Sheet, Failure> {
    let stream = stream(bytes)?;
    let book = Book::read(&stream)?;
    let names: Vec<_> = book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_shown)).collect();
    let chosen = &book.sheets[choose(&names, how)?];
    let mut grid = Grid::default();
    sheet::read(&book, stream.get(chosen.start..).unwrap_or_default(), &mut grid)?;
    Ok(grid.sheet(&chosen.name, &names))
}

/// The records of a workbook.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut file = cfb::OpenOptions::new().open_with(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    if file.exists("/EncryptedPackage") {
        return Err(with_password());
    }
    if !file.exists("/Workbook") && file.exists("/Book") {
        return Err(older());
    }
    let stream = file.open_stream("/Workbook").map_err(|_| no_workbook())?;
    let mut records = Vec::new();
    stream.take(LIMIT).read_to_end(&mut records).map_err(|_| no_workbook())?;
    Ok(records)
}
