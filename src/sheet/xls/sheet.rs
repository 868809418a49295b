//! The cells of a sheet.

use super::book::{BEGIN, Book, END};
use super::record::{Reader, Record, Records};
use crate::error::Failure;
use crate::sheet::Cell;
use crate::sheet::grid::{Grid, Shown, number};
use crate::sheet::table::no_workbook;

/// Reads the sheet that begins with these records.
///
/// # Errors
/// Records that are cut off, or more cells than people make.
pub(super) fn read(book: &Book, records: &[u8], grid: &mut Grid) -> Result<(), Failure> {
    // A chart in a sheet has cells of its own.
    let mut depth = 0_usize;
    let mut cells = Cells { book, grid, reckoned: None, merged: vec![] };
    for record in Records(records) {
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => return cells.merge(),
            END => depth -= 1,
            _ if depth == 1 => cells.take(record)?,
            _ => {}
        }
    }
    Err(no_workbook())
}

/// Takes the cells of records.
struct Cells<'a> {
    book: &'a Book,
    grid: &'a mut Grid,
    /// Where the text belongs that a formula gave, which follows in a record of its own.
    reckoned: Option<(u16, u16)>,
    /// The merged cells: first and last row, first and last column.
    merged: Vec<[u16; 4]>,
}

impl Cells<'_> {
    fn take(&mut self, record: Record<'_>) -> Result<(), Failure> {
        let mut reader = record.reader();
        match record.kind {
            NUMBERS => return self.numbers(&mut reader),
            MERGED => {
                let count = reader.u16().ok_or_else(no_workbook)?;
                for _ in 0..count {
                    let mut region = || Some([reader.u16()?, reader.u16()?, reader.u16()?, reader.u16()?]);
                    self.merged.push(region().ok_or_else(no_workbook)?);
                }
                return Ok(());
            }
            ROW => {
                let mut said = || Some((reader.u16()?, reader.skip(10)?, reader.u16()?));
                let (row, (), flags) = said().ok_or_else(no_workbook)?;
                if flags & HIDDEN_ROW != 0 {
                    self.grid.hide_rows(row.into(), row.into());
                }
                return Ok(());
            }
            COLUMNS => {
                let mut said = || Some((reader.u16()?, reader.u16()?, reader.skip(4)?, reader.u16()?));
                let (first, last, (), flags) = said().ok_or_else(no_workbook)?;
                if flags & HIDDEN_COLUMN != 0 {
                    self.grid.hide_columns(first.into(), last.into());
                }
                return Ok(());
            }
            TEXT_OF_FORMULA => {
                let Some((row, column)) = self.reckoned.take() else { return Ok(()) };
                let text = long_text(&mut reader).ok_or_else(no_workbook)?;
                return self.grid.put_reckoned(row.into(), column.into(), Cell::written(&text));
            }
            SHARED_TEXT | TEXT | RICH_TEXT | NUMBER | SHORT_NUMBER | YES_OR_ERROR | FORMULA => {}
            _ => return Ok(()),
        }
        let mut place = || Some((reader.u16()?, reader.u16()?, reader.u16()?));
        let (row, column, style) = place().ok_or_else(no_workbook)?;
        let shown = self.book.shown(style);
        if record.kind == FORMULA {
            let value = reader.eight().ok_or_else(no_workbook)?;
            return match self.of_formula(value, shown) {
                Some(cell) => self.grid.put_reckoned(row.into(), column.into(), cell),
                None => {
                    self.reckoned = Some((row, column));
                    Ok(())
                }
            };
        }
        let cell = self.cell(record.kind, &mut reader, shown).ok_or_else(no_workbook)?;
        self.grid.put(row.into(), column.into(), cell)
    }

    /// What a record says of a cell behind its place and style.
    fn cell(&self, kind: u16, reader: &mut Reader<'_>, shown: Shown) -> Option<Cell> {
        match kind {
            SHARED_TEXT => {
                let text = self.book.texts.get(usize::try_from(reader.u32()?).ok()?)?;
                Some(Cell::written(text))
            }
            NUMBER => Some(self.number(reader.f64()?, shown)),
            SHORT_NUMBER => Some(self.number(short(reader.u32()?), shown)),
            YES_OR_ERROR => {
                let (value, is_error) = (reader.u8()?, reader.u8()?);
                Some(if is_error == 0 { yes(value) } else { error(value) })
            }
            _ => long_text(reader).map(|text| Cell::written(&text)),
        }
    }

    /// Fills the merged cells, when all are there.
    fn merge(&mut self) -> Result<(), Failure> {
        let merged = std::mem::take(&mut self.merged);
        let rows = |region: &[u16; 4]| ((region[0].into(), region[1].into()), (region[2].into(), region[3].into()));
        merged.iter().map(rows).try_for_each(|(rows, columns)| self.grid.merge(rows, columns))
    }

    /// Numbers side by side.
    fn numbers(&mut self, reader: &mut Reader<'_>) -> Result<(), Failure> {
        let mut place = || Some((reader.u16()?, reader.u16()?));
        let (row, first) = place().ok_or_else(no_workbook)?;
        let mut column = u32::from(first);
        // The last two bytes say the last column.
        while reader.left() >= 8 {
            let mut next = || Some((reader.u16()?, reader.u32()?));
            let (style, value) = next().ok_or_else(no_workbook)?;
            self.grid.put(row.into(), column, self.number(short(value), self.book.shown(style)))?;
            column += 1;
        }
        Ok(())
    }

    /// What a formula gave; none where it is a text, which follows.
    fn of_formula(&self, value: [u8; 8], shown: Shown) -> Option<Cell> {
        match value {
            [0, .., 0xff, 0xff] => None,
            [1, _, value, .., 0xff, 0xff] => Some(yes(value)),
            [2, _, value, .., 0xff, 0xff] => Some(error(value)),
            [.., 0xff, 0xff] => Some(Cell::Empty),
            _ => Some(self.number(f64::from_le_bytes(value), shown)),
        }
    }

    fn number(&self, value: f64, shown: Shown) -> Cell {
        number(value, shown, self.book.is_1904)
    }
}

/// A text whose length is said in two bytes.
fn long_text(reader: &mut Reader<'_>) -> Option<String> {
    let units = reader.u16()?;
    reader.text(units.into())
}

/// A number in thirty bits: whole, or the higher half of a broken one; or a hundred times what is meant.
fn short(value: u32) -> f64 {
    let number = match value & 2 {
        0 => f64::from_bits(u64::from(value & !3) << 32),
        _ => f64::from(value.cast_signed() >> 2),
    };
    if value & 1 == 0 { number } else { number / 100.0 }
}

fn yes(value: u8) -> Cell {
    Cell::Text((value != 0).to_string())
}

fn error(value: u8) -> Cell {
    let name = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Cell::Failed(name.to_owned())
}

/// What the flags of a row say where it is hidden, and those of columns.
const HIDDEN_ROW: u16 = 0x20;
const HIDDEN_COLUMN: u16 = 1;

/// The kinds of the records that are read here.
const COLUMNS: u16 = 0x007d;
const ROW: u16 = 0x0208;
const FORMULA: u16 = 0x0006;
const NUMBERS: u16 = 0x00bd;
const MERGED: u16 = 0x00e5;
const RICH_TEXT: u16 = 0x00d6;
const SHARED_TEXT: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const YES_OR_ERROR: u16 = 0x0205;
const TEXT_OF_FORMULA: u16 = 0x0207;
const SHORT_NUMBER: u16 = 0x027e;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_whole_or_broken_or_hundredths() {
        for (bits, expected) in [
            (46331 << 2 | 2, 46331.0),
            (4550 << 2 | 3, 45.5),
            ((-2_i32 << 2).cast_unsigned() | 2, -2.0),
            (0x3ff8_0000, 1.5),
            (0x4059_0001, 1.0),
            (0, 0.0),
        ] {
            assert!((short(bits) - expected).abs() < 1e-12, "{bits:#x}");
        }
    }
}
