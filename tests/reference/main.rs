//! The reference of the rules' language says every key of the program, and no other.

#![allow(clippy::unwrap_used)]

mod attendance;
mod schema;
mod worked;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text() -> String {
    fs::read_to_string(root().join("examples/RULES.md")).unwrap()
}

/// The parts of the reference, each with its keys and their examples.
fn told() -> BTreeMap<String, Vec<(String, String)>> {
    let mut parts: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut part = None;
    for line in text().lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            part = heading.split_once(':').map(|(part, _)| part.to_owned());
        } else if let Some(row) = line.strip_prefix("| `") {
            let (key, rest) = row.split_once('`').unwrap();
            let example = rest.trim_end_matches(" |").rsplit_once("| `").unwrap().1.trim_end_matches('`');
            parts.entry(part.clone().unwrap()).or_default().push((key.to_owned(), example.to_owned()));
        }
    }
    parts
}

#[test]
fn every_key_is_told_and_every_told_key_is_known() {
    let told = told();
    let known = zhibu::rulebook::keys();
    assert_eq!(told.keys().map(String::as_str).collect::<BTreeSet<_>>(), known.iter().map(|(part, _)| *part).collect());
    for (part, keys) in known {
        let told: Vec<_> = told[part].iter().map(|(key, _)| key.as_str()).collect();
        let unique: BTreeSet<_> = told.iter().copied().collect();
        assert_eq!(told.len(), unique.len(), "{part}: a key stands twice");
        assert_eq!(unique, keys.iter().copied().collect(), "{part}");
    }
}

#[test]
fn no_part_of_a_rule_file_is_left_out() {
    let mut shapes = 0;
    for entry in fs::read_dir(root().join("src/rulebook")).unwrap().map(Result::unwrap) {
        if entry.path().is_file() {
            shapes += fs::read_to_string(entry.path()).unwrap().matches("\nshape! {").count();
        }
    }
    assert_eq!(zhibu::rulebook::keys().len(), shapes);
}

#[test]
fn every_example_is_toml_and_bears_its_key() {
    for (part, rows) in told() {
        for (key, example) in rows {
            let table: toml::Table = example.parse().unwrap_or_else(|error| panic!("{part} {key}: {example}: {error}"));
            assert!(table.contains_key(&key) && table.len() == 1, "{part} {key}: {example}");
        }
    }
}

#[test]
fn every_refusal_of_rules_is_told() {
    let text = text();
    for rule in zhibu::check::RULES.iter().filter(|rule| rule.code.starts_with("rule-")) {
        assert!(text.contains(&format!("- `{}`：", rule.code)), "{}", rule.code);
    }
    assert!(!text.contains("见 `zhibu check`"));
}
