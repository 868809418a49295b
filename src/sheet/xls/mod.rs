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

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::words::Lang;

    fn workbook(sheet: &[(u16, &[u8])]) -> Vec<u8> {
        let begin: (u16, &[u8]) = (book::BEGIN, b"\0\x06\x05\0");
        let end: (u16, &[u8]) = (book::END, b"");
        let bytes = |records: &[(u16, &[u8])]| -> Vec<u8> {
            let one = |(kind, data): &(u16, &[u8])| {
                let size = u16::try_from(data.len()).expect("a short record");
                [&kind.to_le_bytes(), &size.to_le_bytes(), *data].concat()
            };
            records.iter().flat_map(one).collect()
        };
        let listed = |start: usize| [&u32::try_from(start).expect("near").to_le_bytes()[..], b"\0\0\x01\0a"].concat();
        let globals = |start| bytes(&[begin, (0x85, &listed(start)), end]);
        let stream = [globals(globals(0).len()), bytes(&[&[begin], sheet, &[end]].concat())].concat();
        let mut file = cfb::OpenOptions::new().create_with(Cursor::new(Vec::new())).expect("a file");
        file.create_stream("/Workbook").expect("a part").write_all(&stream).expect("its records");
        file.into_inner().into_inner()
    }

    #[test]
    fn hidden_rows_and_columns_are_told() {
        let row = |row: u8, flags: u8| [&[row, 0][..], &[0; 10], &[flags, 0, 0, 0]].concat();
        let columns = |first: u8, flags: u8| [&[first, 0, first, 0, 0, 0, 0, 0][..], &[flags, 0, 0, 0]].concat();
        let text = |row: u8, column: u8| [&[row, 0, column, 0, 0, 0, 1, 0][..], b"\0x"].concat();
        let told = |row_flags: u8, column_flags: u8| {
            let (rows, columns) = ([row(0, 0), row(1, row_flags)], columns(1, column_flags));
            let texts = [text(0, 0), text(1, 0), text(1, 1)];
            let mut records: Vec<(u16, &[u8])> = vec![(0x7d, &columns)];
            records.extend(rows.iter().map(|row| (0x208, &row[..])));
            records.extend(texts.iter().map(|text| (0x204, &text[..])));
            read(&workbook(&records), Reading::default()).expect("a sheet").form.get(Lang::En).to_owned()
        };
        assert!(told(0x20, 0).contains("1 rows"), "{}", told(0x20, 0));
        assert!(told(0, 1).contains("1 columns"), "{}", told(0, 1));
        assert!(!told(0, 0).contains("hidden"), "{}", told(0, 0));
    }
}
