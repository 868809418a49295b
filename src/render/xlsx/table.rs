//! A table on a sheet.

use super::super::csv::{Headings, headings};
use super::super::width::width;
use super::look::Style;
use super::value;
use super::value::{Value, is_code};
use crate::report::{Cell, Table};
use crate::words::{self, Lang};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Where a table stands on its sheet: row and column from nought.
pub(super) type Corner = (u32, u16);

/// Writes a table with its headings and what is said under it, and makes its columns wide enough; ids
/// beside their names are there, but hidden, and no row sums up others, so that it can be sorted.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table,
    corner: Corner,
    look: &Style,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (mut row, left) = corner;
    let headings = read_headings(table, lang);
    let wrapped =
        headings.iter().zip(widths(table, lang)).any(|(heading, wide)| wide > 0.0 && width(heading) as f64 > wide);
    sheet.set_row_height(row, if wrapped { 2.0 * LINE + 2.0 } else { LINE + 6.0 })?;
    for (column, heading) in (left..).zip(headings) {
        sheet.write_with_format(row, column, heading, &look.heading)?;
    }
    for cells in table.data() {
        row += 1;
        let lines = cells.iter().enumerate().map(|(at, cell)| lines(table, cell, at, lang)).max().unwrap_or(1);
        if lines > 1 {
            sheet.set_row_height(row, lines as f64 * LINE)?;
        }
        for ((column, cell), at) in (left..).zip(cells).zip(0..) {
            let after_number = at > 0 && table.columns[at - 1].kind.is_number();
            let format = look.of(cell, after_number);
            match value::value(cell, is_code(table, at), lang) {
                Value::Nothing => sheet.write_blank(row, column, format)?,
                Value::Day(day) => sheet.write_with_format(row, column, &day, format)?,
                Value::Number(number) => sheet.write_with_format(row, column, number, format)?,
                Value::Text(text) => sheet.write_with_format(row, column, text, format)?,
            };
        }
    }
    for ((column, wide), at) in (left..).zip(widths(table, lang)).zip(0..) {
        match is_code(table, at) {
            true => sheet.set_column_hidden(column)?,
            false => sheet.set_column_width(column, wide)?,
        };
    }
    for note in &table.notes {
        row += 2;
        sheet.write_with_format(row, left, value::text(note.get(lang)), &look.note)?;
    }
    Ok(())
}

/// Puts filters into the headings.
pub(super) fn filter(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    match u32::try_from(table.data().count()) {
        Ok(0) => Ok(()),
        rows => sheet.autofilter(0, 0, rows.unwrap_or(u32::MAX), last).map(|_| ()),
    }
}

/// The headings as people read them: in Chinese those of the CSV; in English words, but the id of a column where others
/// have the same.
pub(super) fn read_headings(table: &Table, lang: Lang) -> Vec<String> {
    let ids = headings(table, Headings::of(lang));
    if lang == Lang::Zh {
        return ids;
    }
    let seen = |at: &usize| !is_code(table, *at);
    let word = |at: usize| words::heading(table.columns[at].id).map(|heading| heading.get(lang).to_owned());
    let of_others = |at: usize| (0..ids.len()).filter(seen).any(|other| other != at && word(other) == word(at));
    let plain = |(at, id): (usize, &String)| match (seen(&at), word(at).filter(|_| !of_others(at))) {
        (false, _) => format!("{} id", id.trim_end_matches("_id")),
        (true, Some(word)) => word,
        (true, None) => id.replace('_', " "),
    };
    ids.iter().enumerate().map(plain).collect()
}

/// The narrowest and the widest a column gets, in columns of the screen; a longer text is wrapped.
pub(super) const NARROWEST: usize = 6;

pub(super) const WIDEST: usize = 44;

/// How wide each column is, in the units of a sheet: a digit is one, a Chinese character a little more than two. A hidden
/// one takes nothing.
pub(super) fn widths(table: &Table, lang: Lang) -> Vec<f64> {
    let headings = read_headings(table, lang);
    let of_cell = |cell, at| match value::value(cell, is_code(table, at), lang) {
        Value::Nothing => 0,
        Value::Day(_) => 10,
        Value::Number(number) => number.to_string().len(),
        Value::Text(text) => text.lines().map(width).max().unwrap_or(0),
    };
    let wide = |(at, heading): (usize, &String)| {
        if is_code(table, at) {
            return 0.0;
        }
        let cells = table.data().map(|row| of_cell(&row[at], at)).max().unwrap_or(0);
        // A heading is wrapped between its words; the button of the filter stands beside it.
        let heading = heading.split(' ').map(width).max().unwrap_or(0) + 2;
        cells.max(heading).clamp(NARROWEST, WIDEST) as f64 * 1.08 + 1.2
    };
    headings.iter().enumerate().map(wide).collect()
}

/// How high a line is, in points.
pub(super) const LINE: f64 = 15.5;

/// How many lines a cell takes where it is as wide as a column gets. Not every program finds that out by itself.
pub(super) fn lines(table: &Table, cell: &Cell, at: usize, lang: Lang) -> usize {
    match value::value(cell, is_code(table, at), lang) {
        Value::Text(text) if !is_code(table, at) => {
            // Letters are narrower than a digit.
            let fitting = |line: &str| if line.is_ascii() { WIDEST + 4 } else { WIDEST };
            text.lines().map(|line| width(line).div_ceil(fitting(line)).max(1)).sum()
        }
        _ => 1,
    }
}
