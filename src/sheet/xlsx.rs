//! Workbooks of today: .xlsx.

use std::io::{Cursor, Read as _, Write};

use calamine::{DataRef, Reader, SheetVisible, Xlsx};

use super::grid::{self, Grid, choose};
use super::table::{no_workbook, too_large};
use super::{Cell, Sheet};
use crate::error::Failure;
use crate::words;

/// How much the parts of a workbook may come to when they are unpacked, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// The most tags of the styles. A spreadsheet knows 65,490 styles; each takes far more memory than room.
const STYLE_TAGS: usize = 1_000_000;

/// Whether bytes are packed as those of an .xlsx are.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether a packed file says at its beginning that it is an OpenDocument.
fn is_opendocument(bytes: &[u8]) -> bool {
    bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis.opendocument"))
}

/// Reads a sheet of a workbook: the one that is named, else the first that is shown.
///
/// # Errors
/// What is no workbook, has no such sheet, or unpacks to more than anybody writes.
pub(super) fn read(bytes: &[u8], named: Option<&str>) -> Result<Sheet, Failure> {
    if is_opendocument(bytes) {
        return Err(Failure::refused(words::opendocument()).cure(words::cure_no_workbook()));
    }
    unpacks_within(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let sheets = book.sheets_metadata().to_vec();
    let names: Vec<_> =
        sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.visible == SheetVisible::Visible)).collect();
    let (name, _) = names[choose(&names, named)?];
    let merged = book.merge_cells_by_sheet_name(name).map_err(|_| no_workbook())?;
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| no_workbook())?;
    let mut grid = Grid::default();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| no_workbook())? {
        let (row, column) = cell.pos;
        match (cell.formula, of(&cell.value)) {
            (None, cell) => grid.put(row, column, cell)?,
            (Some(_), Cell::Empty) if matches!(cell.value, DataRef::Empty) => {
                grid.put_reckoned(row, column, Cell::Unreckoned)?;
            }
            (Some(_), cell) => grid.put_reckoned(row, column, cell)?,
        }
    }
    for region in merged {
        grid.merge((region.start.0, region.end.0), (region.start.1, region.end.1))?;
    }
    Ok(grid.sheet(name, &names))
}

/// What a cell of a workbook says.
fn of(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Number(grid::digits(*number)),
        DataRef::String(text) => Cell::written(text),
        DataRef::SharedString(text) => Cell::written(text),
        DataRef::Bool(yes) => Cell::Text(yes.to_string()),
        DataRef::DateTime(moment) => grid::moment(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::written(text),
        DataRef::Error(error) => Cell::Failed(error.to_string()),
    }
}

/// Refuses what unpacks to more than it should, before any of it is kept: what it says of its size may be a lie.
fn unpacks_within(bytes: &[u8]) -> Result<(), Failure> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| no_workbook())?;
        let is_styles = part.name_raw().to_ascii_lowercase().ends_with(b"styles.xml");
        let mut tags = Tags(0);
        let read = std::io::copy(&mut part.take(left + 1), &mut tags).map_err(|_| no_workbook())?;
        left = left.checked_sub(read).ok_or_else(|| too_large(words::unpacks_too_large(UNPACKED / 1024 / 1024)))?;
        if is_styles && tags.0 > STYLE_TAGS {
            return Err(too_large(words::too_many_styles()));
        }
    }
    Ok(())
}

/// Counts the tags of what is written to it, and keeps nothing.
struct Tags(usize);

impl Write for Tags {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        self.0 += part.iter().filter(|byte| **byte == b'<').count();
        Ok(part.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b"PK\x03\x04"[..], b"PK\x03\x04 and more", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"] {
            assert!(read(bytes, None).is_err());
        }
    }
}
