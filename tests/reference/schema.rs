//! The schemas are as strict as the program: what it reads is right by them, and what it finds wrong in types and keys
//! is wrong by them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use zhibu::branch::{FORMS, FileKind, Form};
use zhibu::record::{RelPath, Source};

/// What is wrong with a value by a part of a schema; empty where nothing is.
fn wrong(value: &toml::Value, schema: &Json, root: &Json, at: &str) -> Vec<String> {
    if let Some(path) = schema["$ref"].as_str() {
        return wrong(value, root.pointer(&path[1..]).unwrap(), root, at);
    }
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().flat_map(|part| wrong(value, part, root, at)).collect();
    }
    if let Some(words) = schema["enum"].as_array() {
        let fits = words.iter().any(|word| word.as_str() == value.as_str());
        return if fits { vec![] } else { vec![format!("{at}: is none of {words:?}")] };
    }
    let kind = match value {
        // JSON has no dates: editors make texts of them.
        toml::Value::String(_) | toml::Value::Datetime(_) => "string",
        toml::Value::Integer(_) => "integer",
        toml::Value::Float(_) => "number",
        toml::Value::Boolean(_) => "boolean",
        toml::Value::Array(_) => "array",
        toml::Value::Table(_) => "object",
    };
    let wanted: Vec<_> = match &schema["type"] {
        Json::Array(types) => types.iter().filter_map(Json::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    assert!(!wanted.is_empty(), "{at}: a schema without a type: {schema}");
    if !wanted.iter().any(|wanted| *wanted == kind || *wanted == "number" && kind == "integer") {
        return vec![format!("{at}: is {kind}, not {wanted:?}")];
    }
    match value {
        toml::Value::Array(items) => {
            let item = |(number, item)| wrong(item, &schema["items"], root, &format!("{at}[{number}]"));
            items.iter().enumerate().flat_map(item).collect()
        }
        toml::Value::Table(table) => {
            let mut found = Vec::new();
            for key in schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str) {
                if !table.contains_key(key) {
                    found.push(format!("{at}: {key} is missing"));
                }
            }
            for (key, value) in table {
                match schema["properties"].get(key) {
                    Some(property) => found.extend(wrong(value, property, root, &format!("{at}.{key}"))),
                    None => found.push(format!("{at}: {key} is not known")),
                }
            }
            found
        }
        _ => vec![],
    }
}

/// Every TOML file below a folder, by its path from the nearest directory of records.
fn files(folder: &Path, root: &Path, found: &mut Vec<(PathBuf, String)>) {
    let root = if folder.join("zhibu.toml").exists() { folder } else { root };
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files(&path, root, found);
        } else if path.extension().is_some_and(|end| end == "toml") {
            let below = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.push((path, below));
        }
    }
}

fn form(path: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.is_of(path))
}

fn examples(which: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(which);
    files(&root, &root, &mut found);
    found
}

#[test]
fn every_form_of_file_has_a_schema() {
    let mut met = BTreeSet::new();
    for which in ["zhannan", "club", "broken"] {
        for (_, path) in examples(which) {
            let Some(path) = RelPath::new(&path) else { continue };
            if FileKind::of(&path).is_some() {
                met.insert(form(path.as_str()).unwrap_or_else(|| panic!("{path} is of no form")).name);
            }
        }
    }
    let all: BTreeSet<_> = FORMS.iter().map(|form| form.name).collect();
    // What was given away is written down where something was given away.
    met.insert("exports");
    assert_eq!(met, all, "a form of which there is no example, or none of this name");
}

#[test]
fn what_the_program_reads_is_right() {
    for which in ["zhannan", "club"] {
        for (place, path) in examples(which) {
            let Some(form) = form(&path) else { continue };
            let schema = (form.schema)();
            let value = toml::Value::Table(fs::read_to_string(&place).unwrap().parse().unwrap());
            let wrong = wrong(&value, &schema, &schema, &path);
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
    }
}

#[test]
fn what_is_wrong_in_keys_and_types_is_wrong() {
    let mut met = BTreeSet::new();
    for (place, path) in examples("broken") {
        let (Some(form), Ok(text)) = (form(&path), fs::read_to_string(&place)) else { continue };
        let (Some(below), Ok(value)) = (RelPath::new(&path), text.parse::<toml::Table>().map(toml::Value::Table))
        else {
            continue;
        };
        let schema = (form.schema)();
        let wrong = wrong(&value, &schema, &schema, &path);
        let faults = FileKind::read_back(&Source::new(below, text.as_str()));
        let of_types = ["bad-lang", "bad-word", "missing-key", "wrong-type"];
        let told: Vec<_> = faults.iter().map(|fault| fault.code).filter(|code| of_types.contains(code)).collect();
        let unknown = wrong.iter().filter(|one| one.ends_with("is not known")).count();
        met.extend(told.iter().copied());
        met.extend((unknown > 0).then_some("unknown-key"));
        assert!(wrong.len() - unknown >= told.len(), "{path}: {told:?}, but {wrong:?}");
        assert!(!told.is_empty() || wrong.len() == unknown, "{path}: only by the schema: {wrong:?}");
    }
    assert_eq!(met, BTreeSet::from(["bad-lang", "bad-word", "missing-key", "unknown-key", "wrong-type"]));
}
