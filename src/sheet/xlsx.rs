//! Workbooks of today: .xlsx.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx};
use quick_xml::events::Event;

use super::grid::{self, Grid, choose};
use super::packed::events;
use super::table::{Reading, no_workbook};
use super::xml::attribute;
use super::{Cell, Sheet};
use crate::error::Failure;

/// Reads a sheet of a workbook: the one that is named, else the first that is shown.
///
/// # Errors
/// What is no workbook, has no such sheet, or unpacks to more than anybody writes.
pub(super) fn read(bytes: &[u8], how: Reading<'_>) -> Result<Sheet, Failure> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let sheets = book.sheets_metadata().to_vec();
    let names: Vec<_> =
        sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.visible == SheetVisible::Visible)).collect();
    let (name, _) = names[choose(&names, how)?];
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
    hidden(bytes, name, &mut grid)?;
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

/// The rows and columns of a sheet that are hidden, from the first to the last.
fn hidden(bytes: &[u8], name: &str, grid: &mut Grid) -> Result<(), Failure> {
    let tag = |event: &Event<'_>| match event {
        Event::Start(tag) | Event::Empty(tag) => Some(tag.to_owned().into_owned()),
        _ => None,
    };
    let (mut id, mut target) = (None, None);
    events(bytes, "xl/workbook.xml", |event| {
        let sheet =
            tag(&event).filter(|tag| tag.name().0 == "sheet" && attribute(tag, "name").as_deref() == Some(name));
        id = id.take().or_else(|| attribute(&sheet?, "r:id"));
        Ok(())
    })?;
    events(bytes, "xl/_rels/workbook.xml.rels", |event| {
        let of_sheet = tag(&event).filter(|tag| id.is_some() && attribute(tag, "Id") == id);
        target = target.take().or_else(|| attribute(&of_sheet?, "Target"));
        Ok(())
    })?;
    let Some(target) = target else { return Ok(()) };
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let mut row = 0;
    events(bytes, &path, |event| {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { return Ok(()) };
        let number = |name: &str| attribute(&tag, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = || attribute(&tag, "hidden").is_some_and(|is| matches!(is.as_str(), "1" | "true"));
        match tag.name().0 {
            "row" => {
                row = number("r").unwrap_or(row + 1);
                if is_hidden() {
                    grid.hide_rows(row.saturating_sub(1), row.saturating_sub(1));
                }
            }
            "col" if is_hidden() => {
                let place = |name| number(name).unwrap_or(1).saturating_sub(1);
                grid.hide_columns(place("min"), place("max"));
            }
            _ => {}
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b"PK\x03\x04"[..], b"PK\x03\x04 and more", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"] {
            assert!(read(bytes, Reading::default()).is_err());
        }
    }
}
