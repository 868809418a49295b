//! Who may name whom.

use std::collections::BTreeSet;

use crate::source::{File, files};

/// Each layer, and the layers it may name. Everybody may name `words` and `error`.
///
/// `record` and `error` name each other: a fault has a place in a record's file, and reading a record tells faults.
const ARROWS: &[(&str, &[&str])] = &[
    ("branch", &["record", "rulebook"]),
    ("check", &["branch", "reckon", "record", "report", "rulebook", "seal"]),
    (
        "cmd",
        &[
            "branch", "check", "desk", "git", "package", "program", "prompt", "reckon", "record", "render", "report",
            "rulebook", "seal", "sheet", "store", "ui",
        ],
    ),
    ("desk", &["package", "record", "report", "sheet"]),
    ("error", &["record"]),
    ("git", &["record"]),
    ("lib", &["cmd"]),
    ("main", &[]),
    ("package", &["record", "seal"]),
    ("program", &[]),
    ("prompt", &[]),
    ("reckon", &["branch", "record", "rulebook"]),
    ("record", &[]),
    ("render", &["record", "report"]),
    ("report", &["branch", "reckon", "record", "rulebook"]),
    ("rulebook", &["record"]),
    ("seal", &["branch", "reckon", "record", "rulebook"]),
    ("sheet", &["branch", "record"]),
    ("store", &["branch", "record", "rulebook"]),
    ("ui", &["program", "render", "report"]),
    ("words", &[]),
];

#[test]
fn a_layer_names_only_those_below_it() {
    let mut wrong = Vec::new();
    for file in files() {
        let (_, allowed) = ARROWS.iter().find(|(layer, _)| *layer == file.layer()).expect("a layer with arrows");
        for named in named(&file) {
            let at_home = named == file.layer() || allowed.contains(&named.as_str());
            let below_all = ["error", "words"].contains(&named.as_str()) && file.layer() != "words";
            if !at_home && !below_all {
                wrong.push(format!("src/{} names {named}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_arrow_is_used() {
    for (layer, allowed) in ARROWS {
        let named: BTreeSet<_> = files().iter().filter(|file| file.layer() == *layer).flat_map(named).collect();
        let idle: Vec<_> = allowed.iter().filter(|other| !named.contains(**other)).collect();
        assert!(idle.is_empty(), "{layer} names none of {idle:?}: take the arrow away");
    }
}

/// The layers a file names: after `crate::`, after as many `super::` as lead to the top, and in `lib.rs` at once.
fn named(file: &File) -> BTreeSet<String> {
    let code = file.joined();
    let mut named = BTreeSet::new();
    let to_top = "super::".repeat(file.depth());
    let mut starts = vec!["crate::", &to_top];
    if ["lib", "main"].contains(&file.layer()) {
        starts = vec!["use cmd", "zhibu::"];
        named.extend(code.contains("cmd::").then(|| "cmd".to_owned()));
    }
    for start in starts {
        for (at, _) in code.match_indices(start) {
            let rest = &code[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => named.extend(first_words(group)),
                None => named.extend(word(rest)),
            }
        }
    }
    named.retain(|name| ARROWS.iter().any(|(layer, _)| layer == name));
    named
}

/// The first word of each path in a group: `branch::{A, B}, record::C}` gives `branch` and `record`.
fn first_words(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut words: Vec<String> = word(group).into_iter().collect();
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.extend(word(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    words
}

fn word(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn names_are_found_however_they_are_written() {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let found = |path, text| named(&file(path, text)).into_iter().collect::<Vec<_>>();
    assert_eq!(
        found("store/edit.rs", "use crate::{branch::{A, B},\n    git, record::C};"),
        ["branch", "git", "record"]
    );
    assert_eq!(found("store/edit.rs", "fn f() { super::super::ui::say(); super::record(); }"), ["ui"]);
    assert_eq!(found("ui.rs", "use super::store;"), ["store"]);
    assert_eq!(found("ui.rs", "// crate::store"), Vec::<String>::new());
}
