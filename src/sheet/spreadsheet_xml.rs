//! Workbooks in XML as Excel wrote them in 2003, and as some systems still do.

use quick_xml::events::{BytesStart, Event};

use super::grid::{self, Grid, choose};
use super::ods::moment;
use super::table::{LONGEST, Reading};
use super::xml::{attribute, character, events};
use super::{Cell, Sheet};
use crate::error::Failure;

/// Reads a sheet: the one that is named, else the first that is shown.
///
/// # Errors
/// What is no such XML, or has no such sheet; more than any table has that people make.
pub(super) fn read(text: &str, how: Reading<'_>) -> Result<Sheet, Failure> {
    let mut sheets = Document::default();
    sheets.read(text)?;
    let names: Vec<_> = sheets.sheets.iter().map(|(name, shown)| (name.as_str(), *shown)).collect();
    let chosen = choose(&names, how)?;
    let mut document = Document { chosen: Some(chosen), ..Document::default() };
    document.read(text)?;
    Ok(document.grid.sheet(names[chosen].0, &names))
}

/// What is read of a workbook.
#[derive(Default)]
struct Document {
    /// The sheets so far, and whether each is shown.
    sheets: Vec<(String, bool)>,
    /// The place of the sheet whose cells are kept.
    chosen: Option<usize>,
    grid: Grid,
    merged: Vec<((u32, u32), (u32, u32))>,
    /// Where the next row, cell and column are.
    row: u32,
    column: u32,
    described: u32,
    /// What the data of the cell are, and its text so far.
    data: Option<(String, String)>,
    value: Option<Cell>,
    has_formula: bool,
    right: u32,
    /// Within a note of a cell.
    is_aside: bool,
    /// Within what says whether the sheet is shown.
    is_visible: bool,
}

impl Document {
    fn read(&mut self, text: &str) -> Result<(), Failure> {
        events(text.as_bytes(), |event| match event {
            Event::Start(tag) => self.begin(&tag, false),
            Event::Empty(tag) => self.begin(&tag, true),
            Event::End(tag) => self.end(local(tag.name().0)),
            Event::Text(part) => {
                self.text(&part.xml10_content());
                Ok(())
            }
            Event::CData(part) => {
                self.text(&part.xml10_content());
                Ok(())
            }
            Event::GeneralRef(part) => {
                self.text(&character(&part));
                Ok(())
            }
            _ => Ok(()),
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
        let said = |name: &str| attribute(tag, &format!("ss:{name}")).or_else(|| attribute(tag, name));
        let number = |name: &str| said(name).and_then(|text| text.parse::<u32>().ok());
        let place = |name: &str| number(name).map(|number| number.saturating_sub(1));
        let is_hidden = || said("Hidden").is_some_and(|hidden| hidden == "1");
        match local(tag.name().0) {
            "Worksheet" => {
                self.sheets.push((said("Name").unwrap_or_default(), true));
                (self.row, self.column, self.described) = (0, 0, 0);
            }
            "Visible" => self.is_visible = !is_empty,
            _ if !self.is_chosen() => {}
            "Column" => {
                let first = place("Index").unwrap_or(self.described);
                let last = first.saturating_add(number("Span").unwrap_or(0));
                if is_hidden() {
                    self.grid.hide_columns(first, last);
                }
                self.described = last.saturating_add(1);
            }
            "Row" => {
                (self.row, self.column) = (place("Index").unwrap_or(self.row), 0);
                let last = self.row.saturating_add(number("Span").unwrap_or(0));
                if is_hidden() {
                    self.grid.hide_rows(self.row, last);
                }
                if is_empty {
                    self.row = last.saturating_add(1);
                }
            }
            "Cell" => {
                self.column = place("Index").unwrap_or(self.column);
                let down = number("MergeDown").unwrap_or(0);
                self.right = number("MergeAcross").unwrap_or(0);
                if down > 0 {
                    let last = (self.row.saturating_add(down), self.column.saturating_add(self.right));
                    self.merged.push(((self.row, last.0), (self.column, last.1)));
                }
                (self.value, self.has_formula) = (None, said("Formula").is_some());
                if is_empty {
                    self.end("Cell")?;
                }
            }
            "Comment" => self.is_aside = !is_empty,
            "Data" if !is_empty && !self.is_aside => {
                self.data = Some((said("Type").unwrap_or_default(), String::new()));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, part: &str) {
        if self.is_visible && part.contains("Hidden") {
            self.sheets.iter_mut().last().into_iter().for_each(|sheet| sheet.1 = false);
        }
        // What is longer than any cell is refused when it is put.
        if let Some((_, text)) = self.data.as_mut().filter(|(_, text)| text.len() <= LONGEST) {
            text.push_str(part);
        }
    }

    fn end(&mut self, tag: &str) -> Result<(), Failure> {
        match tag {
            "Visible" => self.is_visible = false,
            "Comment" => self.is_aside = false,
            "Data" if !self.is_aside => self.value = self.data.take().map(|(kind, text)| value(&kind, &text)),
            "Cell" if self.is_chosen() => {
                match (self.value.take(), self.has_formula) {
                    (Some(cell), true) => self.grid.put_reckoned(self.row, self.column, cell)?,
                    (None, true) => self.grid.put_reckoned(self.row, self.column, Cell::Unreckoned)?,
                    (Some(cell), false) => self.grid.put(self.row, self.column, cell)?,
                    (None, false) => {}
                }
                self.column = self.column.saturating_add(self.right).saturating_add(1);
            }
            "Row" => self.row = self.row.saturating_add(1),
            _ => {}
        }
        Ok(())
    }
}

/// The name of a tag without what stands before its colon.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// What the data of a cell say.
fn value(kind: &str, text: &str) -> Cell {
    let plain = || Cell::written(text);
    match kind {
        "Number" => text.trim().parse().map_or_else(|_| plain(), |number| Cell::Number(grid::digits(number))),
        // Hours alone are of the day before the first one.
        "DateTime" => match text.trim().split_once('T').filter(|(day, _)| day.starts_with("1899-12-")) {
            Some((_, hours)) => Cell::written(hours.get(..5).unwrap_or(hours)),
            None => moment(text.trim()).unwrap_or_else(plain),
        },
        "Boolean" => Cell::Text((text.trim() == "1").to_string()),
        "Error" => Cell::Failed(text.trim().to_owned()),
        _ => plain(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn workbook(body: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{body}</Workbook>"
        )
    }

    fn data(kind: &str, text: &str) -> String {
        format!("<Cell><Data ss:Type=\"{kind}\">{text}</Data></Cell>")
    }

    fn texts(sheet: &Sheet) -> Vec<(usize, Vec<String>)> {
        let text = |cell: &Cell| cell.text().unwrap_or_else(|_| Some("failed".to_owned())).unwrap_or_default();
        sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(text).collect())).collect()
    }

    #[test]
    fn cells_are_read_as_a_spreadsheet_shows_them() {
        let body = [
            "<Worksheet ss:Name=\"off\"><Table><Row><Cell><Data ss:Type=\"String\">x</Data></Cell></Row></Table>\
             <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>\
             <Worksheet ss:Name=\"名册\"><Table><Column ss:Index=\"2\" ss:Hidden=\"1\"/><Row>",
            &data("String", "赵一 &amp; 钱&#x4e8c;"),
            &data("DateTime", "2019-06-30T00:00:00.000"),
            &data("DateTime", "1899-12-31T14:30:00.000"),
            &data("Number", "45.5"),
            &data("Error", "#N/A"),
            "<Cell ss:Index=\"7\"><Data ss:Type=\"String\"><B>粗</B>体</Data><Comment><ss:Data>aside</ss:Data></Comment></Cell>",
            "<Cell ss:Formula=\"=1\"/></Row><Row ss:Index=\"4\" ss:Hidden=\"1\"><Cell ss:MergeDown=\"1\" ss:MergeAcross=\"1\">\
             <Data ss:Type=\"String\">组</Data></Cell>",
            &data("String", "b"),
            "</Row><Row><Cell ss:Index=\"3\"><Data ss:Type=\"String\">c</Data></Cell></Row></Table></Worksheet>",
        ];
        let sheet = read(&workbook(&body.concat()), Reading::default()).expect("a sheet");
        let row = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let first = row(&["赵一 & 钱二", "2019-06-30", "14:30", "45.5", "failed", "", "粗体", "failed"]);
        assert_eq!(texts(&sheet), [(1, first), (4, row(&["组", "", "b"])), (5, row(&["组", "", "c"]))]);
        let form = sheet.form.get(Lang::En);
        assert!(form.contains("sheet `名册` of 2") && form.contains("1 rows, 1 columns"), "{form}");
    }

    #[test]
    fn what_has_no_end_or_is_no_xml_is_refused() {
        for body in [
            "<Worksheet><Table><Row><Cell>".to_owned() + "</Table>",
            format!(
                "<Worksheet><Table>{}",
                "<Row><Cell ss:Index=\"4000000000\"><Data ss:Type=\"String\">x</Data></Cell></Row>"
            ),
            String::new(),
        ] {
            assert!(read(&workbook(&body), Reading::default()).is_err(), "{}", &body[..body.len().min(60)]);
        }
    }
}
