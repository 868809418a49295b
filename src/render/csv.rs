//! A table as CSV: RFC 4180, UTF-8.

use super::percent;
use crate::report::{Cell, Table};
use crate::words::{self, Lang, Text};

/// A table as CSV, with a byte-order mark where Excel is to read it. Codes are written as ids, whatever the language.
///
/// A text that a spreadsheet would run as a formula is made a text by an apostrophe before it.
pub fn csv(table: &Table, lang: Lang, mark: bool) -> Vec<u8> {
    csv_headed(table, lang, Headings::of(lang), mark)
}

/// The same with headings of another sort than the language has.
pub fn csv_headed(table: &Table, lang: Lang, headed: Headings, mark: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    if mark {
        bytes.extend("\u{feff}".as_bytes());
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let rows = table.data().map(|row| row.iter().map(|cell| field(cell, lang)).collect::<Vec<_>>());
    for row in std::iter::once(headings(table, headed)).chain(rows) {
        writer.write_record(&row).unwrap_or_else(|_| unreachable!("memory takes every row"));
    }
    drop(writer);
    bytes
}

/// What the columns of a CSV file are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Headings {
    /// By their ids, the same in every language
    Id,
    /// In Chinese
    Zh,
    /// In English
    En,
}

impl Headings {
    /// Those of a language where nothing else is said: names in Chinese, ids in English.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::Id,
        }
    }
}

/// The headings, each another.
pub(super) fn headings(table: &Table, headed: Headings) -> Vec<String> {
    let ids = table.columns.iter().map(|column| column.id);
    let lang = match headed {
        Headings::Id => return ids.map(str::to_owned).collect(),
        Headings::Zh => Lang::Zh,
        Headings::En => Lang::En,
    };
    let named = |name: Option<Text>, id: &str| name.map_or_else(|| id.to_owned(), |name| name.get(lang).to_owned());
    let plain: Vec<_> = ids.clone().map(|id| named(words::heading(id), id)).collect();
    let is_alone = |heading: &String| plain.iter().filter(|other| *other == heading).count() == 1;
    let apart = |(id, heading): (&str, &String)| match is_alone(heading) {
        true => heading.clone(),
        false => named(words::heading_apart(id), id),
    };
    ids.zip(&plain).map(apart).collect()
}

/// A cell as data: ids, not names; texts in a language.
fn field(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Code(id, _) => defused(id),
        Cell::Codes(codes) | Cell::People(codes) => {
            defused(&codes.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join("; "))
        }
        Cell::Day(day) => day.to_string(),
        Cell::Int(number) => number.to_string(),
        Cell::List(texts) => defused(&texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("; ")),
        Cell::Heat(weeks) => weeks.iter().map(usize::to_string).collect::<Vec<_>>().join("; "),
        Cell::Part(part, whole) => format!("{part}/{whole}"),
        Cell::Bar(tenths) | Cell::Percent(tenths) => percent(*tenths),
        Cell::Score(score) => score.to_string(),
        Cell::Yuan(amount) => amount.to_string(),
        Cell::Text(text) => defused(text.get(lang)),
    }
}

/// A text that no spreadsheet runs and no terminal obeys.
fn defused(text: &str) -> String {
    let text = words::harmless(text);
    let first = text.trim_start().chars().next();
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    if first.is_some_and(runs) || text.starts_with(['\t', '\r', '\n']) { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused() {
        for text in ["=HYPERLINK(\"x\")", "+1", "-2", "@SUM", "＝1", " =1", "\t=1", "\n=1"] {
            assert_eq!(defused(text), format!("'{text}"));
        }
        for text in ["", "赵刚", "a=b", "'", "1+1"] {
            assert_eq!(defused(text), text);
        }
        assert_eq!(defused("\u{1b}[31m"), "\\u{1b}[31m");
    }
}
