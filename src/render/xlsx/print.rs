//! How a sheet is printed: on A4, across where it is wide, its heading on every page.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::words::{self, Lang};

/// A4, as workbooks number papers.
const A4: u8 = 9;

/// What a sheet says on paper.
pub(super) struct Paper<'a> {
    /// The title of the workbook.
    pub(super) title: Option<&'a str>,
    /// The name of the sheet.
    pub(super) name: &'a str,
    /// The row of the headings, from nought.
    pub(super) heading: u32,
    /// How wide its columns are together.
    pub(super) wide: f64,
}

/// Sets up the printing of a sheet.
pub(super) fn set_up(sheet: &mut Worksheet, paper: &Paper<'_>, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.7, 0.6, 0.3, 0.3);
    sheet.set_print_center_horizontally(true);
    if paper.wide > UPRIGHT {
        sheet.set_landscape();
    }
    sheet.set_repeat_rows(paper.heading, paper.heading)?;
    let left = paper.title.map(|title| format!("&L{}", plain(title))).unwrap_or_default();
    sheet.set_header(format!("{left}&R{}", plain(paper.name)));
    sheet.set_footer(format!("&C{}", words::page_of_pages("&P", "&N").get(lang)));
    Ok(())
}

/// So wide may the columns be on an upright page before its print gets small.
const UPRIGHT: f64 = 105.0;

/// A text that a header takes as it is: short, and no code of it.
fn plain(text: &str) -> String {
    text.chars().take(60).collect::<String>().replace(['\n', '\t'], " ").replace('&', "&&")
}
