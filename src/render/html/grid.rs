//! A table: a caption, headings, and rows of which one cell says what they are of.

use maud::{Markup, html};

use super::super::shown;
use super::{cell, said};
use crate::report::{Cell, ColumnKind, Grid};
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

/// A table. A caption that says what the heading above says already is only heard.
pub(super) fn grid(grid: &Grid, place: Place<'_>, lang: Lang) -> Markup {
    let Place { number, way, under } = place;
    let id = format!("table-{number}");
    let heard = (under == Some(&grid.caption)).then_some("heard");
    html! {
        @if grid.rows.is_empty() {
            p.note { (said(&words::no_rows(), lang)) }
        } @else {
            // What is wider than the screen is moved by the keys, too.
            div.wide role="region" aria-labelledby=(id) tabindex="0" {
                table class=[(grid.heads.len() <= 3).then_some("slim")] {
                    caption id=(id) class=[heard] { (said(&grid.caption, lang)) }
                    thead { tr { @for head in &grid.heads {
                        th scope="col" class=[class(head.kind)] { (said(&head.label, lang)) }
                    } } }
                    tbody { @for row in &grid.rows { tr { @for (at, linked) in row.iter().enumerate() {
                        @let kind = grid.heads[at].kind;
                        @let shown = linked_cell(&linked.cell, linked.to.as_deref().map(way), kind, lang);
                        @if at == grid.row_head {
                            th scope="row" class=[class(kind)] { (shown) }
                        } @else {
                            td class=[class(kind)] { (shown) }
                        }
                    } } } }
                }
            }
        }
        @for note in &grid.notes { p.note { (said(note, lang)) } }
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

/// How the cells of a column are set.
fn class(kind: ColumnKind) -> Option<&'static str> {
    match kind {
        kind if kind.is_number() => Some("number"),
        ColumnKind::Day | ColumnKind::Id => Some("whole"),
        _ => None,
    }
}
