//! From a table to bytes: text by display columns, CSV, JSON, Markdown, a workbook, pages for a browser and for paper, a calendar.

mod calendar;
mod csv;
mod datapackage;
mod diff;
mod html;
mod json;
mod man;
mod manual;
mod markdown;
mod page;
mod paper;
mod story;
mod text;
mod width;
mod wrap;
mod xlsx;

pub use calendar::{Body, calendar};
pub use csv::{Headings, csv, csv_headed};
pub use datapackage::{Described, LakeFile, datapackage, lake};
pub use diff::diff;
pub use html::{html, page_html, site};
pub use json::json;
pub use man::man;
pub use manual::{Manual, Section, manual};
pub use markdown::markdown;
pub use page::{page_json, page_markdown, page_sheets, page_table, page_text};
pub use paper::{copy as copied_template, own as template, paper};
pub use story::story;
pub use text::{Screen, text};
pub use width::pad;
pub use xlsx::{Sheets, workbook};

use crate::report::Cell;
use crate::words::Lang;

/// What every page may: nothing may be loaded, run or sent; styles stand in the page itself.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// A cell as a person reads it, on one line: names, not ids.
fn shown(cell: &Cell, lang: Lang) -> String {
    let text = match cell {
        Cell::Empty => String::new(),
        Cell::Code(_, name) | Cell::Text(name) => name.get(lang).to_owned(),
        Cell::Codes(codes) => codes.iter().map(|(_, name)| name.get(lang)).collect::<Vec<_>>().join(separator(lang)),
        Cell::People(people) => people_shown(people, lang),
        Cell::Day(day) => day.to_string(),
        Cell::Int(number) => number.to_string(),
        Cell::List(texts) => texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join(separator(lang)),
        Cell::Part(part, whole) => format!("{part}/{whole}"),
        Cell::Bar(tenths) => bar(*tenths),
        Cell::Heat(weeks) => heat(weeks),
        Cell::Percent(tenths) => percent(*tenths),
        Cell::Score(score) => score.to_string(),
        Cell::Yuan(amount) => amount.to_string(),
    };
    crate::words::harmless(&text).into_owned()
}

/// Tenths of a percent as a bar of ten, and the number.
fn bar(tenths: i64) -> String {
    let full = usize::try_from((tenths + 50) / 100).unwrap_or(0).min(10);
    format!("{}{} {:>5}", "█".repeat(full), "░".repeat(10 - full), percent(tenths))
}

/// A mark a week, higher where there was more, thirteen weeks together.
fn heat(weeks: &[usize]) -> String {
    let mark = |times: &usize| match times {
        0 => '·',
        1 => '▂',
        2 => '▅',
        _ => '█',
    };
    let quarters = weeks.chunks(13).map(|quarter| quarter.iter().map(mark).collect::<String>());
    quarters.collect::<Vec<_>>().join(" ")
}

/// The names of people, the first few of them where there are many.
fn people_shown(people: &[(String, crate::words::Text)], lang: Lang) -> String {
    let named = if people.len() > MANY { &people[..FEW] } else { people };
    let names = named.iter().map(|(_, name)| name.get(lang)).collect::<Vec<_>>().join(separator(lang));
    match people.len() > MANY {
        true => crate::words::and_others(names, people.len()).get(lang).to_owned(),
        false => names,
    }
}

/// So many people are all named.
const MANY: usize = 6;

/// So many are named of more.
const FEW: usize = 3;

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
