//! A table: a caption, headings, and rows of which one cell says what they are of.

use maud::{Markup, html};
use unicode_width::UnicodeWidthStr;

use super::super::shown;
use super::{cell, said};
use crate::report::{Cell, ColumnKind, Grid, Linked};
use crate::words::{self, Lang, Text};

/// Where a table stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// Which of the parts of its page it is.
    pub number: usize,
    /// The way from the page to a file.
    pub way: &'a dyn Fn(&str) -> String,
    /// The heading above it.
    pub under: Option<&'a Text>,
}

/// A table. A caption that says what the heading above says already is only heard. What is broader than paper is on
/// paper in several tables, each with the name of its rows.
pub(super) fn grid(grid: &Grid, place: Place<'_>, lang: Lang) -> Markup {
    let columns: Vec<_> = (0..grid.heads.len()).map(|at| Column::of(grid, at, lang)).collect();
    let blocks = blocks(&columns, grid.row_head);
    let whole: Vec<_> = (0..columns.len()).collect();
    html! {
        @if grid.rows.is_empty() {
            p.note { (said(&words::no_rows(), lang)) }
        } @else if blocks.len() == 1 {
            (table(grid, &columns, &whole, place, "", lang))
        } @else {
            div.onscreen { (table(grid, &columns, &whole, place, "", lang)) }
            @for (at, block) in blocks.iter().enumerate() {
                div.onpaper { (table(grid, &columns, block, place, &format!("-{}", at + 1), lang)) }
            }
        }
        @for note in &grid.notes { p.note { (said(note, lang)) } }
    }
}

/// Which columns stand side by side on paper: as many as find room across a sheet, each time with the one that names the
/// rows.
fn blocks(columns: &[Column], row_head: usize) -> Vec<Vec<usize>> {
    let name = columns.get(row_head).map_or(0, |column| column.needs);
    let mut blocks = vec![vec![row_head]];
    let mut room = ACROSS.saturating_sub(name);
    for (at, column) in columns.iter().enumerate().filter(|(at, _)| *at != row_head) {
        if room < column.needs && blocks.last().is_some_and(|block| block.len() > 1) {
            blocks.push(vec![row_head]);
            room = ACROSS.saturating_sub(name);
        }
        room = room.saturating_sub(column.needs);
        blocks.last_mut().into_iter().for_each(|block| block.push(at));
    }
    blocks
}

/// Some columns of a table.
fn table(grid: &Grid, columns: &[Column], wanted: &[usize], place: Place<'_>, part: &str, lang: Lang) -> Markup {
    let Place { number, way, under } = place;
    let id = format!("table-{number}{part}");
    let heard = (under == Some(&grid.caption)).then_some("heard");
    let is_broad = wanted.iter().map(|at| columns[*at].needs).sum::<usize>() > UPRIGHT;
    html! {
        // What is wider than the screen is moved by the keys, too.
        div.wide.broad[is_broad] role="region" aria-labelledby=(id) tabindex="0" {
            table class=[(wanted.len() <= 3).then_some("slim")] {
                caption id=(id) class=[heard] { (said(&grid.caption, lang)) }
                thead { tr { @for at in wanted {
                    th scope="col" class=[columns[*at].class] { (said(&grid.heads[*at].label, lang)) }
                } } }
                tbody { @for row in &grid.rows { tr { @for at in wanted {
                    @let (linked, kind) = (&row[*at], grid.heads[*at].kind);
                    @let shown = linked_cell(&linked.cell, linked.to.as_deref().map(way), kind, lang);
                    @if *at == grid.row_head {
                        th scope="row" class=[columns[*at].class] { (shown) }
                    } @else {
                        td class=[columns[*at].class] { (shown) }
                    }
                } } } }
            }
        }
    }
}

/// A cell, and where it leads.
fn linked_cell(cell: &Cell, to: Option<String>, kind: ColumnKind, lang: Lang) -> Markup {
    let value = match kind {
        ColumnKind::Place if *cell != Cell::Empty => html! { code { (path(&shown(cell, lang))) } },
        ColumnKind::Command if *cell != Cell::Empty => html! { code { (cell::value(cell, lang)) } },
        _ => cell::value(cell, lang),
    };
    match to {
        Some(to) => html! { a href=(to) { (value) } },
        None => value,
    }
}

/// A path, which breaks between its folders.
fn path(path: &str) -> Markup {
    let parts: Vec<_> = path.split_inclusive('/').collect();
    html! { @for (at, part) in parts.iter().enumerate() { @if at > 0 { wbr; } (part) } }
}

/// So many columns of the screen a text has at most that is never broken, such as a month or the name of a group.
const SHORT: usize = 12;

/// A text that has more than so many gets room for as many, so that it is not broken into a line for each word.
const LONG: usize = 24;

/// So many find room side by side on an upright sheet.
const UPRIGHT: usize = 90;

/// So many find room across a sheet that lies on its side.
const ACROSS: usize = 140;

/// How the cells of a column are set, by what is in them.
struct Column {
    class: Option<&'static str>,
    /// The room it needs.
    needs: usize,
}

impl Column {
    fn of(grid: &Grid, at: usize, lang: Lang) -> Self {
        let kind = grid.heads[at].kind;
        let of_cell = |row: &Vec<Linked>| shown(&row[at].cell, lang).width();
        let longest = grid.rows.iter().map(of_cell).max().unwrap_or_default();
        let of_head = grid.heads[at].label.get(lang).split(' ').map(|word| word.width()).max().unwrap_or_default();
        let (class, needs) = match kind {
            kind if kind.is_number() => (Some("number"), longest),
            ColumnKind::Day | ColumnKind::Id => (Some("whole"), longest),
            _ if longest <= SHORT => (Some("whole"), longest),
            _ if longest > LONG => (Some("long"), LONG),
            _ => (None, SHORT),
        };
        Self { class, needs: needs.max(of_head) + 1 }
    }
}
