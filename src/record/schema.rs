//! What may be written in a file, as JSON Schema says it: told by the types that read it, so that the two never differ.

use serde_json::{Map, Value, json};

/// A table, by the type that reads it.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    /// The name of the type.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Describes every key.
    pub keys: fn(&mut Fields<'_>),
}

/// The tables that a file is made of, by the names of their types.
#[derive(Debug, Default)]
pub struct Definitions(Map<String, Value>);

impl Definitions {
    /// Describes a table where it is not described yet, and leads to it.
    pub(super) fn lead_to(&mut self, described: Described) -> Value {
        if !self.0.contains_key(described.name) {
            // Its place is taken before its keys are described: one of them may lead back.
            self.0.insert(described.name.to_owned(), Value::Null);
            let mut fields = Fields { definitions: self, properties: Map::new(), required: vec![] };
            (described.keys)(&mut fields);
            let Fields { properties, required, .. } = fields;
            let mut table = json!({
                "type": "object",
                "description": described.about.trim(),
                "properties": properties,
                "additionalProperties": false,
            });
            if !required.is_empty() {
                table["required"] = required.into();
            }
            self.0.insert(described.name.to_owned(), table);
        }
        json!({ "$ref": format!("#/definitions/{}", described.name) })
    }
}

/// The keys of a table while they are described.
#[derive(Debug)]
pub struct Fields<'a> {
    definitions: &'a mut Definitions,
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl Fields<'_> {
    /// Describes a key: what it says, and what may be its value.
    pub fn key(&mut self, key: &str, about: &str, schema: fn(&mut Definitions) -> Value) {
        let mut value = schema(self.definitions);
        // Beside a reference nothing else is looked at.
        if value.get("$ref").is_some() {
            value = json!({ "allOf": [value] });
        }
        value["description"] = about.trim().into();
        self.properties.insert(key.to_owned(), value);
    }

    /// Says that a key is needed.
    pub fn needs(&mut self, key: &str) {
        self.required.push(key.into());
    }
}

/// The schema of a kind of file: of the table that its keys make.
pub fn schema(described: Described) -> Value {
    let mut definitions = Definitions::default();
    definitions.lead_to(described);
    let mut definitions = definitions.0;
    let mut root = json!({ "$schema": "http://json-schema.org/draft-07/schema#" });
    if let (Some(root), Some(Value::Object(table))) = (root.as_object_mut(), definitions.remove(described.name)) {
        root.extend(table);
        if !definitions.is_empty() {
            root.insert("definitions".to_owned(), definitions.into());
        }
    }
    root
}

/// A text of a form.
pub fn text_like(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// A value as an example, as a file writes it.
pub(super) fn example(schema: &Value) -> String {
    let first = schema["enum"].get(0).or_else(|| schema["anyOf"].get(0));
    match (first, schema["type"].as_str()) {
        (Some(word), _) if word.is_string() => word.to_string(),
        (Some(other), _) => example(other),
        (None, _) if schema["format"] == "date" => "2026-01-01".to_owned(),
        (None, Some("integer" | "number")) => "1".to_owned(),
        (None, Some("boolean")) => "true".to_owned(),
        (None, Some("array")) => format!("[{}]", example(&schema["items"])),
        (None, Some("string")) => "\"…\"".to_owned(),
        _ => "{ … }".to_owned(),
    }
}

/// One of a few words.
pub fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Value {
    json!({ "enum": words.into_iter().collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_of_the_type() {
        for (schema, expected) in [
            (one_of(["month", "year"]), "\"month\""),
            (json!({ "type": "string", "format": "date" }), "2026-01-01"),
            (json!({ "type": "array", "items": text_like("^[a-z]+$") }), "[\"…\"]"),
            (json!({ "type": "integer" }), "1"),
            (json!({ "$ref": "#/x" }), "{ … }"),
        ] {
            assert_eq!(example(&schema), expected);
        }
    }
}
