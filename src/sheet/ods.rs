//! OpenDocument tables: .ods, which is XML in a packed file.
//!
//! Read by ourselves: the reader there is keeps every cell of every sheet, and those that a file only says are repeated.
//! Here the cells of one sheet are kept, within the bounds of [`Grid`](super::grid::Grid).

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::grid::{self, Grid, choose};
use super::packed::events;
use super::table::{Reading, with_password, within};
use super::xml::{attribute, character};
use super::{Cell, Sheet};
use crate::error::Failure;
use crate::record::{Clock, Day};

/// Whether a packed file says at its beginning that it is an OpenDocument.
pub(super) fn is_opendocument(bytes: &[u8]) -> bool {
    bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis.opendocument"))
}

/// Reads a sheet: the one that is named, else the first that is shown.
///
/// # Errors
/// What is no OpenDocument table, has no such sheet or a password; more than any table has that people make.
pub(super) fn read(bytes: &[u8], how: Reading<'_>) -> Result<Sheet, Failure> {
    let mut is_locked = false;
    events(bytes, "META-INF/manifest.xml", |event| {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { return Ok(()) };
        is_locked |= tag.name().0 == "manifest:encryption-data";
        Ok(())
    })?;
    if is_locked {
        return Err(with_password());
    }
    let mut sheets = Document::new(None);
    sheets.read(bytes)?;
    let names: Vec<_> = sheets.sheets.iter().map(|(name, shown)| (name.as_str(), *shown)).collect();
    let chosen = choose(&names, how)?;
    let mut document = Document::new(Some(chosen));
    document.read(bytes)?;
    Ok(document.grid.sheet(names[chosen].0, &names))
}

/// What is read of a document.
struct Document {
    /// The sheets so far, and whether each is shown.
    sheets: Vec<(String, bool)>,
    /// The place of the sheet whose cells are kept.
    chosen: Option<usize>,
    /// The styles of sheets that are hidden.
    hidden: BTreeSet<String>,
    /// The style whose properties follow.
    style: String,
    grid: Grid,
    merged: Vec<((u32, u32), (u32, u32))>,
    /// Where the next cell is, and how many rows are as this one.
    row: u32,
    column: u32,
    rows: u32,
    /// The cells of the row, each with its column.
    cells: Vec<(u32, Cell, bool)>,
    /// The cell whose text is read.
    cell: Option<Open>,
    /// How deep in what is no text of the cell: notes and drawings.
    aside: usize,
}

/// A cell whose text is read.
struct Open {
    value: Option<Cell>,
    text: String,
    is_error: bool,
    is_formula: bool,
    columns: u32,
}

impl Document {
    fn new(chosen: Option<usize>) -> Self {
        Self {
            sheets: vec![],
            chosen,
            hidden: BTreeSet::new(),
            style: String::new(),
            grid: Grid::default(),
            merged: vec![],
            row: 0,
            column: 0,
            rows: 1,
            cells: vec![],
            cell: None,
            aside: 0,
        }
    }

    fn read(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        events(bytes, "content.xml", |event| {
            match event {
                Event::Start(tag) => self.begin(&tag, false)?,
                Event::Empty(tag) => self.begin(&tag, true)?,
                Event::End(tag) => self.end(tag.name().0)?,
                Event::Text(part) => self.text(&part.xml10_content()),
                Event::GeneralRef(part) => self.text(&character(&part)),
                _ => {}
            }
            Ok(())
        })?;
        for (rows, columns) in std::mem::take(&mut self.merged) {
            self.grid.merge(rows, columns)?;
        }
        Ok(())
    }

    fn is_chosen(&self) -> bool {
        self.chosen.is_some_and(|chosen| self.sheets.len() == chosen + 1)
    }

    fn begin(&mut self, tag: &BytesStart<'_>, is_empty: bool) -> Result<(), Failure> {
        let said = |name: &str| attribute(tag, name);
        let number = |name: &str| said(name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1);
        match tag.name().0 {
            "style:style" => self.style = said("style:name").unwrap_or_default(),
            "style:table-properties" if said("table:display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" => {
                let is_shown = said("table:style-name").is_none_or(|style| !self.hidden.contains(&style));
                self.sheets.push((said("table:name").unwrap_or_default(), is_shown));
                (self.row, self.column) = (0, 0);
            }
            _ if !self.is_chosen() => {}
            "table:table-column" if said("table:visibility").is_some_and(|is| is != "visible") => {
                let first = self.column;
                self.column = first.saturating_add(number("table:number-columns-repeated"));
                self.grid.hide_columns(first, self.column - 1);
            }
            "table:table-column" => {
                self.column = self.column.saturating_add(number("table:number-columns-repeated"));
            }
            "table:table-row" => {
                (self.column, self.rows) = (0, number("table:number-rows-repeated"));
                if said("table:visibility").is_some_and(|is| is != "visible") {
                    self.grid.hide_rows(self.row, self.row.saturating_add(self.rows.saturating_sub(1)));
                }
                if is_empty {
                    self.end("table:table-row")?;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let (down, right) = (number("table:number-rows-spanned"), number("table:number-columns-spanned"));
                if down > 1 || right > 1 {
                    let last = |first: u32, many: u32| first.saturating_add(many.saturating_sub(1));
                    self.merged.push(((self.row, last(self.row, down)), (self.column, last(self.column, right))));
                }
                self.cell = Some(Open {
                    value: value(&said),
                    text: String::new(),
                    is_error: said("calcext:value-type").as_deref() == Some("error"),
                    is_formula: said("table:formula").is_some(),
                    columns: number("table:number-columns-repeated"),
                });
                if is_empty {
                    self.end("table:table-cell")?;
                }
            }
            "office:annotation" | "draw:frame" | "table:shapes" if !is_empty => self.aside += 1,
            "text:p" | "text:line-break" if self.cell.as_ref().is_some_and(|cell| !cell.text.is_empty()) => {
                self.text("\n");
            }
            "text:s" | "text:ta" => self.text(" "),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, part: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.aside == 0) {
            cell.text.push_str(part);
        }
    }

    fn end(&mut self, tag: &str) -> Result<(), Failure> {
        match tag {
            "office:annotation" | "draw:frame" | "table:shapes" => self.aside = self.aside.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(open) = self.cell.take() else { return Ok(()) };
                let cell = match open.value {
                    _ if open.is_error => Cell::Failed(open.text),
                    Some(value) => value,
                    None => Cell::written(&open.text),
                };
                let next = self.column.saturating_add(open.columns);
                // What is repeated to the edge of the sheet is empty; what is not is kept within the bounds of a table.
                let columns = if cell.is_empty() { 0..0 } else { self.column..next };
                for column in columns {
                    within(0, self.cells.len() + 1, 0)?;
                    self.cells.push((column, cell.clone(), open.is_formula));
                }
                self.column = next;
            }
            "table:table-row" if self.is_chosen() => {
                let (cells, rows) = (std::mem::take(&mut self.cells), self.rows);
                let next = self.row.saturating_add(rows);
                let repeated = if cells.is_empty() { 0..0 } else { self.row..next };
                for row in repeated {
                    for (column, cell, is_formula) in &cells {
                        match is_formula {
                            true => self.grid.put_reckoned(row, *column, cell.clone())?,
                            false => self.grid.put(row, *column, cell.clone())?,
                        }
                    }
                }
                self.row = next;
            }
            _ => {}
        }
        Ok(())
    }
}

/// What a cell says that is no text.
fn value(said: &dyn Fn(&str) -> Option<String>) -> Option<Cell> {
    let number = || said("office:value")?.parse().ok();
    match said("office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => Some(Cell::Number(grid::digits(number()?))),
        "date" => moment(&said("office:date-value")?),
        "time" => Some(Cell::Text(hours(&said("office:time-value")?)?)),
        _ => None,
    }
}

/// A day, or a moment: `2026-11-05`, `2026-11-05T14:30:00`.
pub(super) fn moment(text: &str) -> Option<Cell> {
    let (day, hours) = text.split_once('T').unwrap_or((text, ""));
    let day = Day::parse(day)?;
    match hours.get(..5).filter(|hours| *hours != "00:00").and_then(Clock::parse) {
        Some(clock) => Some(Cell::Moment(day, clock)),
        None => Some(Cell::Day(day)),
    }
}

/// Hours: `PT14H30M00S`.
fn hours(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let minutes = rest.split('M').next()?;
    Some(format!("{hours:0>2}:{minutes:0>2}"))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use super::*;
    use crate::words;

    fn document(body: &str) -> Vec<u8> {
        let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let content = format!(
            "<office:document-content><style:style style:name=\"off\"><style:table-properties \
             table:display=\"false\"/></style:style><office:spreadsheet>{body}</office:spreadsheet></office:document-content>"
        );
        let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
        for (part, text) in [("mimetype", mimetype), ("META-INF/manifest.xml", "<m/>"), ("content.xml", &content)] {
            file.start_file(part, zip::write::SimpleFileOptions::default()).expect("a part");
            file.write_all(text.as_bytes()).expect("its text");
        }
        file.finish().expect("a file").into_inner()
    }

    fn cell(text: &str) -> String {
        format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")
    }

    fn texts(body: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(&document(body), Reading::default()).expect("a table");
        let text = |cell: &Cell| cell.text().unwrap_or_else(|_| Some("failed".to_owned())).unwrap_or_default();
        sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(text).collect())).collect()
    }

    #[test]
    fn cells_are_read_as_a_spreadsheet_shows_them() {
        let value = |says: &str| format!("<table:table-cell {says}><text:p>shown</text:p></table:table-cell>");
        let body = [
            "<table:table table:name=\"a\"><table:table-row>".to_owned(),
            cell("赵一 &amp; 钱&#x4e8c;"),
            value("office:value-type=\"date\" office:date-value=\"2019-06-30\""),
            value("office:value-type=\"date\" office:date-value=\"2019-06-30T14:30:00\""),
            value("office:value-type=\"time\" office:time-value=\"PT9H05M00S\""),
            value("office:value-type=\"float\" office:value=\"45.5\""),
            "<table:table-cell table:number-columns-repeated=\"2\"/>".to_owned(),
            "<table:table-cell calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>".to_owned(),
            "<table:table-cell><office:annotation><text:p>aside</text:p></office:annotation><text:p>one</text:p>\
             <text:p>two</text:p></table:table-cell>"
                .to_owned(),
            "</table:table-row><table:table-row table:number-rows-repeated=\"3\"/><table:table-row>".to_owned(),
            cell("last"),
            "</table:table-row></table:table>".to_owned(),
        ];
        let first = ["赵一 & 钱二", "2019-06-30", "2019-06-30 14:30", "09:05", "45.5", "", "", "failed", "one\ntwo"];
        let expected = vec![(1, first.map(str::to_owned).to_vec()), (5, vec!["last".to_owned()])];
        assert_eq!(texts(&body.concat()), expected);
    }

    #[test]
    fn merged_cells_are_filled_and_hidden_sheets_passed_over() {
        let body = format!(
            "<table:table table:name=\"x\" table:style-name=\"off\"><table:table-row>{}</table:table-row></table:table>\
             <table:table table:name=\"y\"><table:table-row table:visibility=\"collapse\"><table:table-cell \
             table:number-rows-spanned=\"2\"><text:p>组</text:p></table:table-cell>{}</table:table-row>\
             <table:table-row><table:covered-table-cell/>{}</table:table-row></table:table>",
            cell("hidden"),
            cell("b"),
            cell("c")
        );
        assert_eq!(texts(&body), [(1, vec!["组".into(), "b".into()]), (2, vec!["组".into(), "c".into()])]);
        let form = read(&document(&body), Reading::default()).expect("a table").form;
        assert!(form.get(words::Lang::En).contains("1 rows"), "{form:?}");
    }

    #[test]
    fn what_is_repeated_beyond_all_bounds_is_refused() {
        for says in ["table:number-columns-repeated=\"4000000000\"", "table:number-columns-repeated=\"300\""] {
            let wide = format!(
                "<table:table-row><table:table-cell {says}><text:p>x</text:p></table:table-cell></table:table-row>"
            );
            assert!(read(&document(&format!("<table:table>{wide}</table:table>")), Reading::default()).is_err());
        }
        let long =
            format!("<table:table-row table:number-rows-repeated=\"4000000000\">{}</table:table-row>", cell("x"));
        assert!(read(&document(&format!("<table:table>{long}</table:table>")), Reading::default()).is_err());
    }
}
