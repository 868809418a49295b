//! A page: fields under a title, and tables under them.

use super::markdown::escaped;
use super::width::{pad, width};
use super::{Screen, json, markdown, shown, text};
use crate::report::{Cell, ColumnKind, Page, Table};
use crate::words::{self, Lang, Text};

/// The heading of a field.
pub(super) fn label(id: &str, lang: Lang) -> String {
    words::heading(id).map_or_else(|| id.to_owned(), |heading| heading.get(lang).to_owned())
}

/// A page as text; a field of several lines stands under its heading.
pub fn page_text(page: &Page, lang: Lang, screen: Screen) -> String {
    let mut lines = vec![words::harmless(page.title.get(lang)).into_owned()];
    let labels: Vec<_> = page.fields.iter().map(|(id, _)| label(id, lang)).collect();
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    for (label, (_, value)) in labels.iter().zip(&page.fields) {
        let value = shown(value, lang);
        let mut parts = value.lines();
        let first = parts.next().unwrap_or_default();
        lines.push(format!("  {}  {first}", pad(label, widest, false)));
        lines.extend(parts.map(|part| format!("  {}  {part}", " ".repeat(widest))));
    }
    let mut page_text = lines.iter().fold(String::new(), |text, line| text + line.trim_end() + "\n");
    for table in &page.tables {
        page_text += &format!("\n{}", text(table, lang, screen));
    }
    page_text
}

/// A page as Markdown.
pub fn page_markdown(page: &Page, lang: Lang) -> String {
    let mut lines = format!("# {}\n\n", escaped(&words::harmless(page.title.get(lang))));
    for (id, value) in &page.fields {
        lines += &format!("- **{}**: {}\n", label(id, lang), escaped(&shown(value, lang)));
    }
    for table in &page.tables {
        lines += &format!("\n{}", markdown(table, lang));
    }
    lines
}

/// A page as one object of JSON: its fields, and each table under its id.
pub fn page_json(page: &Page, lang: Lang) -> String {
    let fields = page.fields.iter().map(|(id, cell)| ((*id).to_owned(), json::value(cell, lang)));
    let tables = page.tables.iter().map(|table| (table.id.to_owned(), json::rows(table, lang).collect()));
    let object: serde_json::Map<_, _> = fields.chain(tables).collect();
    json::escaped(&format!("{:#}\n", serde_json::Value::Object(object)))
}

/// The fields of a page as a table under their headings, and its tables, for a workbook.
pub fn page_sheets(page: &Page) -> Vec<Table> {
    let mut fields = page_table(page);
    for row in &mut fields.rows {
        if let Some(Cell::Code(id, name)) = row.first_mut() {
            *name = words::heading(id).unwrap_or_else(|| Text::same(id.as_str()));
        }
    }
    [fields].into_iter().chain(page.tables.iter().cloned()).collect()
}

/// The fields of a page as a table, for CSV.
pub fn page_table(page: &Page) -> Table {
    let rows = page.fields.iter().map(|(id, cell)| vec![Cell::code(id, Text::same(*id)), cell.clone()]);
    Table::new("page", &[("figure", ColumnKind::Text), ("value", ColumnKind::Text)], rows.collect())
}
