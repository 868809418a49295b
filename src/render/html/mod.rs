//! Pages for a browser: whole in one file, without scripts and without anything from elsewhere.

mod cell;
mod chart;
mod document;
mod grid;
mod said;
mod site;

pub use self::site::site;

use maud::html as markup;

use self::document::{Document, document};
use self::grid::{Place, grid};
use super::page::label;
use crate::report::{Grid, Page, Table};
use crate::words::{self, Lang, Text};
use said::said;

/// A table as a page of its own.
pub fn html(table: &Table, lang: Lang) -> String {
    let title = words::table_title(table.id);
    let caption = table.about.as_ref().unwrap_or(&title).clone();
    let body = markup! {
        h1 { (said(&title, lang)) }
        (grid(&Grid::of(caption, table), Place { number: 1, way: &str::to_owned, under: None }, lang))
    };
    let title = Text::join([&title].into_iter().chain(&table.about).cloned(), " · ");
    document(&Document { title: &title, before: None, body, after: None }, lang)
}

/// A page of fields and tables.
pub fn page_html(page: &Page, lang: Lang) -> String {
    let fields = page.fields.iter().map(|(id, cell)| (words::begun(&label(id, lang)), cell));
    let body = markup! {
        h1 { (said(&page.title, lang)) }
        dl {
            @for (label, cell) in fields {
                dt { (label) }
                dd class=[cell::class(cell)] { (cell::value(cell, lang)) }
            }
        }
        @for (at, table) in page.tables.iter().enumerate() {
            @let place = Place { number: at + 1, way: &str::to_owned, under: None };
            (grid(&Grid::of(words::table_title(table.id), table), place, lang))
        }
    };
    document(&Document { title: &page.title, before: None, body, after: None }, lang)
}
