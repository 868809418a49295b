//! From a table to bytes: text by display columns, CSV, JSON, Markdown.

mod csv;
mod datapackage;
mod diff;
mod json;
mod manual;
mod markdown;
mod page;
mod text;
mod width;
mod wrap;

pub use csv::csv;
pub use datapackage::datapackage;
pub use diff::diff;
pub use json::json;
pub use manual::{Manual, Section, manual};
pub use markdown::markdown;
pub use page::{page_json, page_markdown, page_table, page_text};
pub use text::text;
pub use width::pad;

use crate::report::Cell;
use crate::words::Lang;

/// A cell as a person reads it, on one line: names, not ids.
fn shown(cell: &Cell, lang: Lang) -> String {
    let text = match cell {
        Cell::Empty => String::new(),
        Cell::Code(_, name) | Cell::Text(name) => name.get(lang).to_owned(),
        Cell::Codes(codes) => codes.iter().map(|(_, name)| name.get(lang)).collect::<Vec<_>>().join(separator(lang)),
        Cell::Day(day) => day.to_string(),
        Cell::Int(number) => number.to_string(),
        Cell::List(texts) => texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join(separator(lang)),
        Cell::Percent(tenths) => percent(*tenths),
        Cell::Score(score) => score.to_string(),
        Cell::Yuan(amount) => amount.to_string(),
    };
    crate::words::harmless(&text).into_owned()
}

/// What stands between the parts of a list.
fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// Tenths of a percent with their point: 875 → `87.5`.
fn percent(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
