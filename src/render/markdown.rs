//! A table as Markdown.

use super::shown;
use super::width::{pad, width};
use crate::report::{Cell, Table};
use crate::words::{self, Lang};

/// A table as Markdown; nothing for one without rows.
pub fn markdown(table: &Table, lang: Lang) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let heading = |id| words::heading(id).map_or_else(|| id.to_owned(), |heading| heading.get(lang).to_owned());
    let columns: Vec<_> = table.columns.iter().filter(|column| column.kind.is_read()).collect();
    let read = |row: &[Cell]| -> Vec<String> {
        let cells = row.iter().zip(&table.columns).filter(|(_, column)| column.kind.is_read());
        cells.map(|(cell, _)| escaped(&shown(cell, lang))).collect()
    };
    let mut lines: Vec<Vec<String>> = vec![columns.iter().map(|column| escaped(&heading(column.id))).collect()];
    lines.extend(table.rows.iter().map(|row| read(row)));
    let widths: Vec<_> =
        (0..columns.len()).map(|at| lines.iter().map(|line| width(&line[at])).max().unwrap_or(0).max(3)).collect();
    let rule = columns.iter().zip(&widths).map(|(column, width)| match column.kind.is_number() {
        true => format!("{}:", "-".repeat(width - 1)),
        false => "-".repeat(*width),
    });
    lines.insert(1, rule.collect());
    let mut text = String::new();
    for line in lines {
        let cells = line
            .iter()
            .zip(&widths)
            .zip(&columns)
            .map(|((cell, width), column)| pad(cell, *width, column.kind.is_number()));
        text += &format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    }
    for note in &table.notes {
        text += &format!("\n{}\n", escaped(note.get(lang)));
    }
    text
}

/// A text that stays in its cell and means nothing to Markdown.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\n' => escaped += "<br>",
            '|' | '`' | '*' | '_' | '<' | '[' | '\\' | '~' => escaped.extend(['\\', character]),
            other => escaped.push(other),
        }
    }
    escaped
}
