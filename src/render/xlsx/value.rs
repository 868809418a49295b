//! A cell of a table as the value of a cell of a sheet.

use rust_xlsxwriter::ExcelDateTime;

use crate::render::{percent, separator};
use crate::report::{Cell, Table};
use crate::words::{self, Lang, Text};

/// What a cell of a sheet holds.
pub(super) enum Value {
    Nothing,
    Day(ExcelDateTime),
    Number(f64),
    Text(String),
}

/// The longest text a cell takes, in units of UTF-16.
const LONGEST: usize = 32_767;

/// Whether a column holds ids of which another has the names, so that it is to hold them here too.
pub(super) fn is_code(table: &Table, at: usize) -> bool {
    let named = format!("{}_name", table.columns[at].id);
    !table.columns[at].kind.is_read() || table.columns.iter().any(|column| column.id == named)
}

/// A cell as a value: its name where it is a code, unless the id is wanted.
pub(super) fn value(cell: &Cell, code: bool, lang: Lang) -> Value {
    let joined = |parts: Vec<&str>| Value::Text(text(&parts.join(separator(lang))));
    let all = |texts: &[Text]| joined(texts.iter().map(|text| text.get(lang)).collect());
    let number = |text: String| text.parse().map_or(Value::Nothing, Value::Number);
    match cell {
        Cell::Empty => Value::Nothing,
        Cell::Code(id, _) if code => Value::Text(text(id)),
        Cell::Code(_, name) | Cell::Text(name) => Value::Text(text(name.get(lang))),
        Cell::Codes(codes) | Cell::People(codes) => joined(codes.iter().map(|(_, name)| name.get(lang)).collect()),
        Cell::Day(day) => date(&day.to_string()),
        Cell::Int(whole) => Value::Number(*whole as f64),
        Cell::List(texts) => all(texts),
        Cell::Heat(weeks) => Value::Text(weeks.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")),
        Cell::Part(part, whole) => Value::Text(format!("{part}/{whole}")),
        Cell::Bar(tenths) | Cell::Percent(tenths) => number(percent(*tenths)),
        Cell::Score(score) => number(score.to_string()),
        Cell::Yuan(amount) => number(amount.to_string()),
    }
}

/// A day as a date; one before 1900, which no sheet knows, as a text.
fn date(day: &str) -> Value {
    ExcelDateTime::parse_from_str(day).map_or_else(|_| Value::Text(day.to_owned()), Value::Day)
}

/// A text that every reader of workbooks takes: no controls, no more than a cell holds.
pub(super) fn text(text: &str) -> String {
    let text = words::harmless(text);
    let mut room = LONGEST - 1;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    // No XML may have the last two.
    let kept: String =
        text.chars().take_while(fits).map(|c| if matches!(c, '\u{fffe}' | '\u{ffff}') { '?' } else { c }).collect();
    if kept.chars().count() < text.chars().count() { kept + "…" } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_cell_is_full() {
        let longest = "张".repeat(LONGEST - 1);
        assert_eq!(text(&longest), longest);
        assert_eq!(text(&format!("{longest}三四")), format!("{longest}…"));
        let wide = "😀".repeat(LONGEST);
        assert!(text(&wide).encode_utf16().count() <= LONGEST);
        assert_eq!(text("a\u{1b}\u{ffff}"), "a\\u{1b}?");
    }
}
