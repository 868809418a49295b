//! A table as JSON: a list of objects, a row a line.

use serde_json::{Map, Number, Value};

use crate::report::{Cell, ColumnKind, Table};
use crate::words::{self, Lang};

/// A table as JSON; the keys are the ids of its columns in every language.
pub fn json(table: &Table, lang: Lang) -> String {
    let rows: Vec<_> = rows(table, lang).map(|row| format!("  {}", escaped(&row.to_string()))).collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

/// JSON in which everything that would move a cursor or turn a line round is escaped; JSON itself asks only for the
/// first controls to be.
pub(super) fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '\n' => escaped.push('\n'),
            other if words::harmless(other.encode_utf8(&mut [0; 4])).len() > other.len_utf8() => {
                escaped += &format!("\\u{:04x}", u32::from(other));
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// The rows of a table as objects.
pub(super) fn rows(table: &Table, lang: Lang) -> impl Iterator<Item = Value> {
    table.data().map(move |row| {
        let pairs = table.columns.iter().zip(row).map(|(column, cell)| {
            let none = column.kind == ColumnKind::List && *cell == Cell::Empty;
            (column.id.to_owned(), if none { Value::Array(vec![]) } else { value(cell, lang) })
        });
        Value::Object(pairs.collect::<Map<_, _>>())
    })
}

/// A cell as JSON: numbers as numbers, lists as lists, ids of codes.
pub(super) fn value(cell: &Cell, lang: Lang) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Code(id, _) => id.as_str().into(),
        Cell::Codes(codes) | Cell::People(codes) => codes.iter().map(|(id, _)| Value::from(id.as_str())).collect(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Int(number) => (*number).into(),
        Cell::List(texts) => texts.iter().map(|text| Value::from(text.get(lang))).collect(),
        Cell::Heat(weeks) => weeks.iter().copied().collect(),
        Cell::Part(part, whole) => serde_json::json!({ "part": part, "whole": whole }),
        Cell::Bar(tenths) | Cell::Percent(tenths) => number(&super::percent(*tenths)),
        Cell::Score(score) => number(&score.to_string()),
        Cell::Yuan(amount) => number(&amount.to_string()),
        // A text of nothing says no more than none.
        Cell::Text(text) => Some(text.get(lang)).filter(|text| !text.is_empty()).into(),
    }
}

/// A decimal number; halves and tenths come out as they went in.
fn number(text: &str) -> Value {
    match text.parse::<i64>() {
        Ok(whole) => whole.into(),
        Err(_) => text.parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number),
    }
}
