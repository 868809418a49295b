//! `datapackage.json`: what each column of the exported tables is, as a Frictionless Data Package.

use serde_json::{Value, json};

use super::csv::headings;
use crate::record::{Month, sha256};
use crate::report::{ColumnKind, Table};
use crate::words::{self, Lang, Text};

/// The description of a month's tables, each with its CSV as it is written, and what is said under all of them.
pub fn datapackage(name: &str, month: Month, lang: Lang, tables: &[(Table, Vec<u8>)], notes: &[Text]) -> String {
    let resources: Vec<_> = tables.iter().map(|(table, bytes)| resource(table, lang, bytes)).collect();
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": format!("zhibu-{month}"),
        "title": format!("{name} {month}"),
        "description": words::about_package().get(lang),
        "resources": resources,
    });
    if !notes.is_empty() {
        package["notes"] = notes.iter().map(|note| note.get(lang)).collect();
    }
    format!("{package:#}\n")
}

fn resource(table: &Table, lang: Lang, bytes: &[u8]) -> Value {
    let fields: Vec<_> = table
        .columns
        .iter()
        .zip(headings(table, lang))
        .map(|(column, heading)| {
            let mut field = json!({
                "name": heading,
                "title": words::heading(column.id).map(|heading| heading.get(lang).to_owned()),
                "type": match column.kind {
                    ColumnKind::Day => "date",
                    ColumnKind::Integer => "integer",
                    ColumnKind::Money | ColumnKind::Number | ColumnKind::Percent | ColumnKind::Points => "number",
                    ColumnKind::Command
                    | ColumnKind::Id
                    | ColumnKind::Key
                    | ColumnKind::List
                    | ColumnKind::Place
                    | ColumnKind::Text => "string",
                },
            });
            if let Some(about) = words::about_column(column.id) {
                field["description"] = about.get(lang).into();
            }
            field
        })
        .collect();
    json!({
        "profile": "tabular-data-resource",
        "name": table.id,
        "path": format!("{}.csv", table.id),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", sha256(bytes)),
        "schema": { "fields": fields, "missingValues": [""] },
    })
}
