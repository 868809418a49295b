//! A mapping is written down, to be used again.

use super::letter::letter;
use super::{Field, Kept, Mapping};
use crate::record::{self, DateOrder};
use crate::words::{self, Lang, Text};

impl Kept {
    /// The text of a file that says what a mapping is.
    pub fn write(mapping: &Mapping, fields: &[Field], order: Option<DateOrder>, lang: Lang) -> String {
        let names = fields.iter().map(|field| words::field_and_name(field.id, field.name()));
        let about = words::about_map(Text::list(names));
        let mut text: String = about.get(lang).lines().map(|line| format!("# {line}\n")).collect();
        if let Some(order) = order {
            let order = if order == DateOrder::Mdy { "mdy" } else { "dmy" };
            text += &format!("date-order = {}\n", quoted(order));
        }
        text += "\n[columns]\n";
        let mut seen = std::collections::BTreeSet::new();
        for (at, column) in mapping.columns.iter().enumerate().filter(|(_, one)| !one.heading.is_empty()) {
            let field = column.field.map_or("", |field| field.id);
            // Of two columns with one heading each goes by its letter.
            let is_alone = mapping.columns.iter().filter(|one| one.heading == column.heading).count() == 1;
            let key = if is_alone { column.heading.clone() } else { letter(at) };
            if seen.insert(key.clone()) {
                text += &format!("{} = {}\n", quoted(&key), quoted(field));
            }
        }
        if !mapping.set.is_empty() {
            text += "\n[set]\n";
            text.extend(mapping.set.iter().map(|(field, value)| format!("{field} = {}\n", quoted(value))));
        }
        for (field, values) in mapping.values() {
            text += &format!("\n[values.{field}]\n");
            text.extend(values.iter().map(|(word, meant)| format!("{} = {}\n", quoted(word), quoted(meant))));
        }
        text
    }
}

/// A text as TOML writes it, be it a key or a value.
fn quoted(text: &str) -> String {
    record::Value::text(text).to_string()
}
