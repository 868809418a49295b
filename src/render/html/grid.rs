//! A table: a caption, headings, and rows of which one cell says what they are of.

use maud::{Markup, html};

use super::{cell, said};
use crate::report::{Cell, ColumnKind, Grid};
use crate::words::{self, Lang};

/// A table; the number tells it from the others of its page.
pub(super) fn grid(grid: &Grid, number: usize, lang: Lang) -> Markup {
    let id = format!("table-{number}");
    html! {
        @if grid.rows.is_empty() {
            p.note { (said(&words::no_rows(), lang)) }
        } @else {
            // What is wider than the screen is moved by the keys, too.
            div.wide role="region" aria-labelledby=(id) tabindex="0" {
                table {
                    caption id=(id) { (said(&grid.caption, lang)) }
                    thead { tr { @for head in &grid.heads {
                        th scope="col" class=[class(head.kind)] { (said(&head.label, lang)) }
                    } } }
                    tbody { @for row in &grid.rows { tr { @for (at, linked) in row.iter().enumerate() {
                        @let kind = grid.heads[at].kind;
                        @let shown = linked_cell(&linked.cell, linked.to.as_deref(), kind, lang);
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
fn linked_cell(cell: &Cell, to: Option<&str>, kind: ColumnKind, lang: Lang) -> Markup {
    let value = match kind {
        ColumnKind::Command | ColumnKind::Place if *cell != Cell::Empty => html! { code { (cell::value(cell, lang)) } },
        _ => cell::value(cell, lang),
    };
    match to {
        Some(to) => html! { a href=(to) { (value) } },
        None => value,
    }
}

/// How the cells of a column are set.
fn class(kind: ColumnKind) -> Option<&'static str> {
    match kind {
        kind if kind.is_number() => Some("number"),
        ColumnKind::Day | ColumnKind::Id => Some("whole"),
        _ => None,
    }
}
