//! A form that is filled in, as a page of HTML to be printed: by the template of the branch, or by the program's own.

mod fault;
mod limits;
mod template;

pub use template::{copy, own};

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Enumerator, Object, ObjectRepr, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::{POLICY, separator, shown};
use crate::error::Result;
use crate::record::Source;
use crate::report::{Cell, Paper, Table};
use crate::words::{self, Lang, Text};

/// The program's own style of paper.
const STYLE: &str = include_str!("style.css");

/// So many steps a template may take: far more than the longest paper needs.
const FUEL: u64 = 5_000_000;

/// A paper as HTML by a template. All that is filled in is escaped.
///
/// # Errors
/// A template that is none, or names what its form does not have, with the place of it.
pub fn paper(paper: &Paper, template: &Source, lang: Lang) -> Result<String> {
    let mut engine = Environment::new();
    engine.set_debug(true);
    engine.set_fuel(Some(FUEL));
    // Lines that hold a tag alone leave nothing in the page.
    engine.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().unwrap_or_default());
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    if let Some(at) = limits::too_much(&template.text) {
        return Err(fault::too_much(template, at).into());
    }
    let made = engine.template_from_str(&template.text).and_then(|made| made.render(context(paper, lang)));
    made.map(|page| with_policy(&page) + "\n").map_err(|error| fault::of(&error, template, paper).into())
}

/// A page with the policy that all pages have, be its template the branch's own: it loads nothing from anywhere.
fn with_policy(page: &str) -> String {
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let begins = page.to_ascii_lowercase().find("<head>").map(|at| at + "<head>".len());
    begins.map_or_else(|| page.to_owned(), |at| format!("{}{meta}{}", &page[..at], &page[at..]))
}

/// Everything a template may name.
fn context(paper: &Paper, lang: Lang) -> Value {
    let said = |text: &Text| Value::from(words::harmless(text.get(lang)).into_owned());
    let given = |id: &str| paper.fields.iter().find(|(field, _)| *field == id).map(|(_, cell)| written(cell, lang));
    let fields = paper.form.fields.iter().map(|id| (*id, Value::from(given(id).unwrap_or_default())));
    let rows = paper.form.rows.iter().map(|(name, columns)| {
        let table = paper.tables.iter().find(|table| table.id == *name);
        (*name, table.map_or_else(Vec::new, |table| rows(table, columns, lang)).into())
    });
    let common = [
        ("lang", Value::from(lang.id())),
        ("title", said(&paper.title)),
        ("branch", said(&paper.branch)),
        ("printed", said(&paper.printed)),
        ("notes", paper.notes.iter().map(said).collect::<Vec<_>>().into()),
        ("style", Value::from_safe_string(STYLE.trim_end().to_owned())),
        ("label", Value::from_object(Labels(lang))),
    ];
    Value::from_pairs(common.into_iter().chain(fields).chain(rows))
}

/// The rows of a table, each with its fields.
fn rows(table: &Table, columns: &[&'static str], lang: Lang) -> Vec<Value> {
    let at: Vec<_> = columns.iter().map(|id| table.columns.iter().position(|column| column.id == *id)).collect();
    let row = |cells: &Vec<Cell>| {
        let cell = |at: &Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| written(cell, lang));
        Value::from_pairs(columns.iter().zip(&at).map(|(id, at)| (*id, cell(at).unwrap_or_default())))
    };
    table.rows.iter().map(row).collect()
}

/// A cell on paper: all names, where a screen has only the first.
fn written(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::People(people) => {
            let names: Vec<_> = people.iter().map(|(_, name)| name.get(lang)).collect();
            words::harmless(&names.join(separator(lang))).into_owned()
        }
        Cell::Bar(tenths) => super::percent(*tenths),
        cell => shown(cell, lang),
    }
}

/// What fields and columns are called: `label.date`.
#[derive(Debug)]
struct Labels(Lang);

impl Object for Labels {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Map
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        label(key.as_str()?).map(|label| label.get(self.0).into())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::NonEnumerable
    }
}

/// What a field or a column is called on paper.
fn label(id: &str) -> Option<Text> {
    words::paper_label(id).or_else(|| words::heading(id))
}
