//! Tables as a workbook: a sheet a table, to sort, filter, print and draw from. The same tables give the same bytes.

mod chart;
mod look;
mod print;
mod table;
mod value;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::look::Style;
use crate::error::Failure;
use crate::report::{Chart, Table};
use crate::words::{self, Lang, Text};
use table::{Corner, filter, widths, write};

/// A workbook: tables under a title, and charts beside the first of them.
pub struct Sheets<'a> {
    /// Whose it is and of when; nothing is said of it where there is none.
    pub title: Option<Text>,
    /// Its tables, a sheet each.
    pub tables: &'a [Table],
    /// What is drawn beside the first.
    pub charts: &'a [Chart],
}

/// The day every workbook says it was made on, since what it says of the records is the same on any day.
const MADE: (u16, u8, u8) = (2000, 1, 1);

/// A workbook as the bytes of an `.xlsx` file. Dates are dates and numbers numbers; a text is a text, whatever it begins
/// with.
///
/// # Errors
/// More rows than a sheet has.
pub fn workbook(sheets: &Sheets<'_>, lang: Lang) -> crate::error::Result<Vec<u8>> {
    made(sheets, lang).map_err(|error| Failure::refused(words::cannot_make_workbook(error.to_string())).into())
}

fn made(sheets: &Sheets<'_>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let (mut book, look) = (Workbook::new(), Style::new());
    let title = sheets.title.as_ref().map(|title| value::text(title.get(lang)));
    let (year, month, day) = MADE;
    let about = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?);
    book.set_properties(&title.iter().fold(about, |about, title| about.set_title(title)));
    let mut names = Vec::new();
    for (at, table) in sheets.tables.iter().enumerate() {
        let name = sheet_name(table.id, lang, &names);
        let sheet = book.add_worksheet().set_name(&name)?;
        let charts = if at == 0 { sheets.charts } else { &[] };
        let corner: Corner = if charts.is_empty() { (0, 0) } else { (2, 0) };
        write(sheet, table, corner, &look, lang)?;
        let mut wide: f64 = widths(table, lang).iter().sum();
        if charts.is_empty() {
            filter(sheet, table)?;
        } else {
            title.iter().try_for_each(|title| sheet.write_with_format(0, 0, title, &look.title).map(|_| ()))?;
            wide += chart::beside(sheet, &name, corner, table, charts, &look, lang)?;
        }
        sheet.set_freeze_panes(corner.0 + 1, 0)?;
        print::set_up(sheet, &print::Paper { title: title.as_deref(), name: &name, heading: corner.0, wide }, lang)?;
        names.push(name);
    }
    book.save_to_buffer()
}

/// The name of a sheet: short, without what no sheet may have in its name, and no second one of a name.
fn sheet_name(id: &'static str, lang: Lang, taken: &[String]) -> String {
    let name =
        words::sheet(id).or_else(|| words::heading(id)).map_or_else(|| id.to_owned(), |name| name.get(lang).into());
    let plain: String = name.chars().filter(|c| !r"*?:[]\/'".contains(*c)).take(26).collect();
    let free = |name: &String| !taken.contains(name);
    let mut numbered = (2..).map(|number| format!("{plain} {number}"));
    if free(&plain) { plain } else { numbered.find(free).unwrap_or(plain) }
}
