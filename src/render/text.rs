//! A table as text, by display columns.

use anstyle::{AnsiColor, Style};

use super::shown;
use super::width::{fit, pad, width};
use super::wrap::wrap;
use crate::report::{Cell, ColumnKind, Table};
use crate::words::{self, Lang, Text};

/// The least columns a cut column keeps.
const LEAST: usize = 8;

/// The columns a cut column keeps as long as others can be spared.
const READABLE: usize = 12;

/// States that are set off by a colour: what was not done in time.
const LOUD: [&str; 4] = ["invalid", "missed", "overdue", "owed"];
const LOUDLY: Style = AnsiColor::Red.on_default().bold();

/// Where a text is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Screen {
    /// How many columns it has; none where the text goes to a file or a pipe.
    pub columns: Option<usize>,
    /// Whether it shows colours.
    pub colours: bool,
}

/// A table as text; nothing for one without rows.
///
/// A column without a value is left out, and places and commands stand under their row. Where the screen is narrower, columns
/// that can be spared are left out, which is said under the table, and the widest of the others are cut.
pub fn text(table: &Table, lang: Lang, screen: Screen) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let filled = |at: &usize| table.columns[*at].kind.is_read() && table.rows.iter().any(|row| row[*at] != Cell::Empty);
    let (below, mut beside): (Vec<_>, Vec<_>) =
        (0..table.columns.len()).filter(filled).partition(|at| stands_below(table.columns[*at].kind));
    let one_line = |cell: &Cell| shown(cell, lang).replace(['\n', '\t'], " ");
    let heading = |at: &usize| words::heading(table.columns[*at].id).map(|heading| heading.get(lang).to_owned());
    let may_cut = |at: usize| matches!(table.columns[at].kind, ColumnKind::List | ColumnKind::Text);
    let wide = |at: usize| {
        let cells = table.rows.iter().map(|row| width(&one_line(&row[at])));
        cells.chain([width(&heading(&at).unwrap_or_default())]).max().unwrap_or(0)
    };
    let spared = screen.columns.map_or_else(Vec::new, |columns| {
        let least = |at: usize| if may_cut(at) { wide(at).min(READABLE) } else { wide(at) };
        spare(&mut beside, table, least, columns)
    });
    let headings: Vec<_> = beside.iter().map(|at| heading(at).unwrap_or_default()).collect();
    let rows: Vec<Vec<_>> =
        table.rows.iter().map(|row| beside.iter().map(|at| one_line(&row[*at])).collect()).collect();

    let width_of = |at: usize| rows.iter().chain([&headings]).map(|row| width(&row[at])).max().unwrap_or(0);
    let mut widths: Vec<_> = (0..beside.len()).map(width_of).collect();
    if let Some(columns) = screen.columns {
        shrink(&mut widths, |at| may_cut(beside[at]), columns);
    }
    let line = |cells: &[String], row: Option<&[Cell]>| {
        let padded = cells.iter().zip(&widths).zip(&beside).map(|((cell, width), at)| {
            let padded = pad(&fit(cell, *width), *width, table.columns[*at].kind.is_number());
            let is_loud = screen.colours && row.is_some_and(|row| is_loud(&row[*at], table.columns[*at].kind));
            if is_loud { format!("{LOUDLY}{padded}{LOUDLY:#}") } else { padded }
        });
        format!("{}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    // A long text goes on under itself.
    let lines = |cells: &[String], row: &[Cell]| {
        if !table.wraps || screen.columns.is_none() {
            return line(cells, Some(row));
        }
        let cells: Vec<_> = cells.iter().zip(&widths).map(|(cell, width)| wrap(cell, *width)).collect();
        let many = cells.iter().map(Vec::len).max().unwrap_or_default();
        let part = |at: usize| cells.iter().map(|cell| cell.get(at).cloned().unwrap_or_default()).collect::<Vec<_>>();
        (0..many).map(|at| line(&part(at), Some(row))).collect()
    };
    let mut text = line(&headings, None);
    text += &line(&widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>(), None);
    for (cells, row) in rows.iter().zip(&table.rows) {
        text += &lines(cells, row);
        let of = |kind| {
            let cells = below.iter().filter(move |at| table.columns[**at].kind == kind).map(|at| one_line(&row[*at]));
            cells.filter(|cell| !cell.is_empty())
        };
        let mut places: Vec<_> = of(ColumnKind::Place).collect();
        places.dedup();
        if !places.is_empty() {
            text += &format!("    ← {}\n", places.join(" ← "));
        }
        text.extend(of(ColumnKind::Command).map(|command| format!("    $ {command}\n")));
    }
    let spared = (!spared.is_empty()).then(|| words::spared(Text::list(spared)));
    for note in table.notes.iter().chain(&spared) {
        text += &format!("\n{}\n", note.get(lang));
    }
    text
}

/// Whether a cell of a kind of column is set off by a colour.
fn is_loud(cell: &Cell, kind: ColumnKind) -> bool {
    kind == ColumnKind::Text && matches!(cell, Cell::Code(id, _) if LOUD.contains(&id.as_str()))
}

/// Whether the cells of a column stand under their row.
fn stands_below(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Command | ColumnKind::Place)
}

/// Takes out the columns that can be spared until the others fit the screen, each as wide as it is at least; what those are
/// called that are gone.
fn spare(beside: &mut Vec<usize>, table: &Table, least: impl Fn(usize) -> usize, screen: usize) -> Vec<Text> {
    let mut gone = Vec::new();
    for id in table.spare {
        if beside.iter().map(|at| least(*at) + 2).sum::<usize>() <= screen + 2 {
            break;
        }
        if let Some(place) = beside.iter().position(|at| table.columns[*at].id == *id) {
            beside.remove(place);
            gone.extend(words::heading(id));
        }
    }
    gone
}

/// Takes columns of the screen from the widest that may be cut, until the table fits or nothing more can be taken.
fn shrink(widths: &mut [usize], may_cut: impl Fn(usize) -> bool, screen: usize) {
    while widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1) > screen {
        let widest = (0..widths.len()).filter(|at| may_cut(*at)).max_by_key(|at| widths[*at]);
        match widest.filter(|at| widths[*at] > LEAST) {
            Some(widest) => widths[widest] -= 1,
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_go_on_under_themselves_where_a_table_wraps() {
        let cell = |text: &str| Cell::Text(Text::same(text));
        let row = vec![cell("甲"), cell("one two three four five six seven")];
        let table =
            Table::new("bulletin", &[("name", ColumnKind::Text), ("details", ColumnKind::Text)], vec![row]).wrapped();
        let rows = |columns| {
            let told = text(&table, Lang::En, Screen { columns, colours: false });
            told.lines().skip(2).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(rows(None), ["甲    one two three four five six seven"]);
        assert_eq!(rows(Some(22)), ["甲    one two three", "      four five six", "      seven"]);
    }
}
