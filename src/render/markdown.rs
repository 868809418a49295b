//! A table as Markdown.

use super::shown;
use super::width::{pad, width};
use crate::report::Table;
use crate::words::{self, Lang};

/// A table as Markdown; nothing for one without rows.
pub fn markdown(table: &Table, lang: Lang) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let heading = |id| words::heading(id).map_or_else(|| id.to_owned(), |heading| heading.get(lang).to_owned());
    let mut lines: Vec<Vec<String>> = vec![table.columns.iter().map(|column| escaped(&heading(column.id))).collect()];
    lines.extend(table.rows.iter().map(|row| row.iter().map(|cell| escaped(&shown(cell, lang))).collect()));
    let widths: Vec<_> = (0..table.columns.len())
        .map(|at| lines.iter().map(|line| width(&line[at])).max().unwrap_or(0).max(3))
        .collect();
    let rule = table.columns.iter().zip(&widths).map(|(column, width)| match column.kind.is_number() {
        true => format!("{}:", "-".repeat(width - 1)),
        false => "-".repeat(*width),
    });
    lines.insert(1, rule.collect());
    let mut text = String::new();
    for line in lines {
        let cells = line
            .iter()
            .zip(&widths)
            .zip(&table.columns)
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
