//! `datapackage.json`: what each column of the exported tables is, as a Frictionless Data Package.

use serde_json::{Value, json};

use super::csv::{Headings, headings};
use crate::record::{Month, sha256};
use crate::report::{ColumnKind, MonthTable, Table};
use crate::words::{self, Lang, Text};

/// What is described: the tables of a month as they are written.
pub struct Described<'a> {
    /// The name of the branch.
    pub name: &'a str,
    /// The month.
    pub month: Month,
    /// The language of the description.
    pub lang: Lang,
    /// What the columns are called in the files.
    pub headings: Headings,
    /// The tables, each with its CSV.
    pub tables: &'a [(Table, Vec<u8>)],
    /// What is said under all of them.
    pub notes: &'a [Text],
    /// Whose the tables are, and by what.
    pub about: &'a Value,
}

/// The description of a month's tables.
pub fn datapackage(of: &Described<'_>) -> String {
    let Described { name, month, lang, .. } = of;
    let resources: Vec<_> = of.tables.iter().map(|(table, bytes)| resource(of, table, bytes)).collect();
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": format!("zhibu-{month}"),
        "title": format!("{name} {month}"),
        "description": words::about_package().get(*lang),
        "zhibu": of.about,
        "resources": resources,
    });
    if !of.notes.is_empty() {
        package["notes"] = of.notes.iter().map(|note| note.get(*lang)).collect();
    }
    format!("{package:#}\n")
}

/// A large table of several bodies as it is written: its columns, and its file.
pub struct LakeFile {
    /// The table, of which the columns count.
    pub table: Table,
    /// The name of its file.
    pub name: String,
    /// How many bytes the file has.
    pub bytes: u64,
    /// Its digest.
    pub sha256: String,
}

/// The description of large tables of several bodies, in English, with the ids of the columns.
pub fn lake(name: &str, files: &[LakeFile]) -> String {
    let resources = files.iter().map(|file| {
        let fields = fields(&file.table, Headings::Id, Lang::En);
        let schema = json!({ "fields": fields, "missingValues": [""] });
        let mut resource = file_of(&file.table, &file.name, file.bytes, &file.sha256, schema);
        resource["name"] = file.name.trim_end_matches(".csv").into();
        resource
    });
    let package = json!({
        "profile": "tabular-data-package",
        "name": "zhibu-desk",
        "title": name,
        "resources": resources.collect::<Vec<_>>(),
    });
    format!("{package:#}\n")
}

/// What is said of each column.
fn fields(table: &Table, headed: Headings, lang: Lang) -> Vec<Value> {
    let fields = table.columns.iter().zip(headings(table, headed)).map(|(column, heading)| {
        let mut field = json!({
            "name": column.id,
            "title": heading,
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
        if let Some(values) = MonthTable::values_of(column.id) {
            field["constraints"] = json!({ "enum": values });
        }
        field
    });
    fields.collect()
}

fn resource(of: &Described<'_>, table: &Table, bytes: &[u8]) -> Value {
    let mut schema = json!({ "fields": fields(table, of.headings, of.lang), "missingValues": [""] });
    keys(of, table, &mut schema);
    file_of(table, &format!("{}.csv", table.id), bytes.len() as u64, &sha256(bytes), schema)
}

/// What is said of a table's file.
fn file_of(table: &Table, path: &str, bytes: u64, sha256: &str, schema: Value) -> Value {
    json!({
        "profile": "tabular-data-resource",
        "name": table.id,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "hash": format!("sha256:{sha256}"),
        "schema": schema,
    })
}

/// The columns that tell the rows of a table apart, and those that name rows of another one, where all of them are there.
fn keys(of: &Described<'_>, table: &Table, schema: &mut Value) {
    let Some(kind) = MonthTable::of(table.id) else { return };
    let has = |table: &Table, column: &str| table.columns.iter().any(|one| one.id == column);
    if !kind.key().is_empty() && kind.key().iter().all(|column| has(table, column)) {
        schema["primaryKey"] = json!(kind.key());
    }
    let there = |id: &str, column: &str| of.tables.iter().any(|(other, _)| other.id == id && has(other, column));
    let leads = kind.leads().iter().filter(|(column, other)| has(table, column) && there(other.id(), column));
    let leads: Vec<_> = leads
        .map(|(column, other)| {
            json!({ "fields": [column], "reference": { "resource": other.id(), "fields": [column] } })
        })
        .collect();
    if !leads.is_empty() {
        schema["foreignKeys"] = leads.into();
    }
}
