//! A mapping that is kept in a file, in TOML, to be used again or put right.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::Field;
use super::letter::letter;
use crate::error::{Failure, Fault};
use crate::record::{DateOrder, nearest};
use crate::words::{self, Text};

/// What a file says of the columns of a table.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The field of each heading; none for one that is not read.
    columns: BTreeMap<String, Option<Field>>,
    /// What is said of every row whose cell is empty.
    pub(super) set: BTreeMap<&'static str, String>,
    /// What words in a field mean.
    pub(super) values: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// What comes first in a date whose year comes last.
    pub date_order: Option<DateOrder>,
}

impl Kept {
    /// Reads what a file says.
    ///
    /// # Errors
    /// What is no TOML, or says something of a field there is not.
    pub fn parse(text: &str, fields: &[Field]) -> Result<Self, Failure> {
        let table: Table = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            Failure::refused(words::map_not_toml(line, words::shown(error.message())))
        })?;
        let (mut kept, mut faults) = (Self::default(), Vec::new());
        let mut put =
            |done: Result<(), Failure>| faults.extend(done.err().into_iter().flat_map(|failure| failure.faults));
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("columns", Value::Table(columns)) => {
                    for (heading, id) in columns {
                        put(text_of(heading, id).and_then(|id| {
                            let meant = if id.is_empty() { None } else { Some(field(id, fields)?) };
                            kept.columns.insert(heading.trim().to_owned(), meant);
                            Ok(())
                        }));
                    }
                }
                ("set", Value::Table(set)) => {
                    for (id, value) in set {
                        put(field(id, fields).and_then(|field| {
                            kept.set.insert(field.id, text_of(id, value)?.to_owned());
                            Ok(())
                        }));
                    }
                }
                ("values", Value::Table(by_field)) => {
                    for (id, values) in by_field {
                        put(field(id, fields).and_then(|field| {
                            let Value::Table(values) = values else { return Err(odd(id)) };
                            for (word, meant) in values {
                                let meant = text_of(word, meant)?.to_owned();
                                kept.values.entry(field.id).or_default().insert(word.clone(), meant);
                            }
                            Ok(())
                        }));
                    }
                }
                ("date-order", Value::String(order)) if order == "mdy" => kept.date_order = Some(DateOrder::Mdy),
                ("date-order", Value::String(order)) if order == "dmy" => kept.date_order = Some(DateOrder::Dmy),
                _ => put(Err(odd(key))),
            }
        }
        if faults.is_empty() { Ok(kept) } else { Err(Failure::of(faults)) }
    }

    /// What the file says of a column, by its letter or its heading: its field, or that it is not read; none where it
    /// says nothing.
    pub(super) fn field(&self, at: usize, heading: &str, fields: &[Field]) -> Option<Option<Field>> {
        let field = self.columns.get(&letter(at)).or_else(|| self.columns.get(heading.trim()))?;
        Some(field.filter(|field| fields.contains(field)))
    }
}

/// The field of an id.
///
/// # Errors
/// An id of none, with the nearest.
pub fn field(id: &str, fields: &[Field]) -> Result<Field, Failure> {
    fields.iter().copied().find(|field| field.id == id).ok_or_else(|| no_field(id, fields))
}

/// An id of no field, with the nearest.
fn no_field(id: &str, fields: &[Field]) -> Failure {
    let near = nearest(id, fields.iter().map(|field| field.id)).map(words::did_you_mean);
    let known = || words::cure_known(Text::list(fields.iter().map(|field| Text::same(field.id))));
    Fault::new("no-field", words::no_field(words::shown(id))).cure(near.unwrap_or_else(known)).into()
}

fn text_of<'a>(key: &str, value: &'a Value) -> Result<&'a str, Failure> {
    value.as_str().ok_or_else(|| odd(key))
}

fn odd(key: &str) -> Failure {
    Failure::refused(words::odd_map_key(words::shown(key)))
}
