//! A table as text, by display columns.

use super::shown;
use super::width::{fit, pad, width};
use crate::report::{ColumnKind, Table};
use crate::words::{self, Lang};

/// The least columns a cut column keeps.
const LEAST: usize = 8;

/// A table as text; nothing for one without rows. The widest columns are cut where the screen is narrower.
pub fn text(table: &Table, lang: Lang, screen: Option<usize>) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let heading = |id| words::heading(id).map_or_else(|| id.to_owned(), |heading| heading.get(lang).to_owned());
    let mut lines: Vec<Vec<String>> = vec![table.columns.iter().map(|column| heading(column.id)).collect()];
    let one_line = |text: String| text.replace(['\n', '\t'], " ");
    lines.extend(table.rows.iter().map(|row| row.iter().map(|cell| one_line(shown(cell, lang))).collect()));

    let column_width = |at: usize| lines.iter().map(|line| width(&line[at])).max().unwrap_or(0);
    let mut widths: Vec<_> = (0..table.columns.len()).map(column_width).collect();
    if let Some(screen) = screen {
        shrink(&mut widths, screen);
    }
    let rule = widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>();
    lines.insert(1, rule);
    let mut text = String::new();
    for line in lines {
        let cells = line.iter().zip(&widths).zip(&table.columns).map(|((cell, width), column)| {
            let number = !matches!(column.kind, ColumnKind::Text | ColumnKind::List | ColumnKind::Day);
            pad(&fit(cell, *width), *width, number)
        });
        text += cells.collect::<Vec<_>>().join("  ").trim_end();
        text.push('\n');
    }
    for note in &table.notes {
        text += &format!("\n{}\n", note.get(lang));
    }
    text
}

/// Takes columns from the widest until the table fits the screen, or nothing more can be taken.
fn shrink(widths: &mut [usize], screen: usize) {
    loop {
        let total: usize = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        let widest = widths.iter_mut().max();
        match widest {
            Some(widest) if total > screen && *widest > LEAST => *widest -= 1,
            _ => return,
        }
    }
}
