//! Pages for a browser: whole in one file, without scripts and without anything from elsewhere.

mod cell;
mod document;
mod grid;

use maud::{Markup, html as markup};

use self::document::{Document, document};
use self::grid::grid;
use super::page::label;
use crate::report::{Grid, Page, Table};
use crate::words::{self, Lang, Text};

/// A table as a page of its own.
pub fn html(table: &Table, lang: Lang) -> String {
    let title = words::table_title(table.id);
    let caption = table.about.as_ref().unwrap_or(&title).clone();
    let body = markup! {
        h1 { (said(&title, lang)) }
        (grid(&Grid::of(caption, table), 1, lang))
    };
    let title = Text::join([&title].into_iter().chain(&table.about).cloned(), " · ");
    document(&Document { title: &title, before: None, body, after: None }, lang)
}

/// A page of fields and tables.
pub fn page_html(page: &Page, lang: Lang) -> String {
    let fields = page.fields.iter().map(|(id, cell)| (label(id, lang), cell));
    let body = markup! {
        h1 { (said(&page.title, lang)) }
        dl {
            @for (label, cell) in fields {
                dt { (label) }
                dd { (cell::value(cell, lang)) }
            }
        }
        @for (at, table) in page.tables.iter().enumerate() {
            (grid(&Grid::of(words::table_title(table.id), table), at + 1, lang))
        }
    };
    document(&Document { title: &page.title, before: None, body, after: None }, lang)
}

/// A text in a language, which no character of it can break out of.
fn said(text: &Text, lang: Lang) -> Markup {
    markup! { (words::harmless(text.get(lang))) }
}
