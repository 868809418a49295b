//! Workbooks: .xlsx.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx};

use super::{Cell, Row, Sheet, within};
use crate::error::Failure;
use crate::record::Day;
use crate::words;

/// How much the parts of a workbook may come to when they are unpacked, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// Whether bytes are packed as those of an .xlsx are.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a sheet of a workbook: the one that is named, else the first that is shown.
///
/// # Errors
/// What is no workbook, has no such sheet, or unpacks to more than anybody writes.
pub(super) fn read_xlsx(bytes: &[u8], named: Option<&str>) -> Result<Sheet, Failure> {
    unpacks_within(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let sheets = book.sheets_metadata().to_vec();
    let shown = || sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible).or(sheets.first());
    let name = match named {
        Some(named) => sheets.iter().find(|sheet| sheet.name == named),
        None => shown(),
    };
    let Some(name) = name.map(|sheet| sheet.name.clone()) else {
        let names = words::Text::list(sheets.iter().map(|sheet| words::Text::same(words::shown(&sheet.name))));
        return Err(
            Failure::refused(words::no_sheet(words::shown(named.unwrap_or_default()))).cure(words::cure_known(names))
        );
    };
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| no_workbook())?;
    let mut table = Cells::default();
    while let Some(cell) = cells.next_cell().map_err(|_| no_workbook())? {
        let (row, column) = cell.get_position();
        table.put(row, column, of(cell.get_value()))?;
    }
    Ok(table.sheet(&name, sheets.len()))
}

/// The cells of a sheet, row by row.
#[derive(Default)]
struct Cells {
    rows: BTreeMap<u32, Vec<Cell>>,
    /// How many there are, empty ones before others too.
    count: usize,
}

impl Cells {
    fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Failure> {
        if cell.is_empty() {
            return Ok(());
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        within(self.rows.len(), column.saturating_add(1), self.count)?;
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            self.count += column + 1 - cells.len();
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    fn sheet(self, name: &str, sheets: usize) -> Sheet {
        let number = |row: u32| usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        let rows = self.rows.into_iter().map(|(row, cells)| Row { number: number(row), cells });
        Sheet { rows: rows.collect(), form: words::form_sheet(words::shown(name), sheets) }
    }
}

/// What a cell of a workbook says.
fn of(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Number(digits(*number)),
        DataRef::String(text) => Cell::written(text),
        DataRef::SharedString(text) => Cell::written(text),
        DataRef::Bool(yes) => Cell::Text(yes.to_string()),
        DataRef::DateTime(moment) => of_moment(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::written(text),
        DataRef::Error(error) => Cell::Failed(error.to_string()),
    }
}

/// A number in the fifteen digits a spreadsheet keeps.
fn digits(number: f64) -> String {
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    kept.to_string()
}

/// A day; or hours, where there is no day.
fn of_moment(moment: ExcelDateTime) -> Cell {
    let (year, month, day, hours, minutes, ..) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return Cell::Text(format!("{hours:02}:{minutes:02}"));
    }
    let day = Day::new(year.into(), month.into(), day.into());
    day.map_or_else(|| Cell::Failed(digits(moment.as_f64())), Cell::Day)
}

/// Refuses what unpacks to more than it should, before any of it is kept: what it says of its size may be a lie.
fn unpacks_within(bytes: &[u8]) -> Result<(), Failure> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| no_workbook())?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| no_workbook())?;
        left =
            left.checked_sub(read).ok_or_else(|| Failure::refused(words::unpacks_too_large(UNPACKED / 1024 / 1024)))?;
    }
    Ok(())
}

/// What cannot be read as a workbook.
fn no_workbook() -> Failure {
    Failure::refused(words::no_workbook()).cure(words::cure_no_workbook())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_people_typed() {
        for (number, expected) in
            [(5.0, "5"), (0.1 + 0.2, "0.3"), (45.5, "45.5"), (-2.0, "-2"), (20261105.0, "20261105")]
        {
            assert_eq!(digits(number), expected);
        }
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b"PK\x03\x04"[..], b"PK\x03\x04 and more", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"] {
            assert!(read_xlsx(bytes, None).is_err());
        }
    }
}
