//! The map of the code holds: who may name whom, and who may touch what.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which modules each may name, besides itself. `error` and `words` may be named by all.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("branch", &["record", "rulebook"]),
    ("check", &["branch", "reckon", "record", "report", "rulebook"]),
    ("cmd", &["branch", "check", "git", "reckon", "record", "render", "report", "rulebook", "store", "ui"]),
    ("error", &["record"]),
    ("git", &["record"]),
    ("lib", &["cmd"]),
    ("main", &[]),
    ("reckon", &["branch", "record", "rulebook"]),
    ("record", &[]),
    ("render", &["record", "report"]),
    ("report", &["branch", "reckon", "record", "rulebook"]),
    ("rulebook", &["record"]),
    ("store", &["branch", "record", "rulebook"]),
    ("ui", &["render", "report"]),
    ("words", &[]),
];

/// The layers that are pure.
const PURE: &[&str] = &["branch", "check", "error", "reckon", "record", "render", "report", "rulebook", "words"];

/// Words of the code, and the modules that may use them.
const ONLY: &[(&str, &[&str])] = &[
    ("std::fs", &["store"]),
    ("fs::", &["store"]),
    ("std::process::Command", &["git"]),
    ("Command::new", &["git"]),
    ("env::var", &["cmd"]),
    ("Local::now", &["cmd"]),
    ("std::io", &["cmd", "git", "store", "ui", "words"]),
    ("stdout()", &["ui"]),
    ("stderr()", &["ui"]),
    ("print!(", &[]),
    ("println!(", &[]),
    ("eprintln!(", &[]),
];

/// Words that nothing may use.
const NEVER: &[&str] = &["todo!(", "dbg!(", "unimplemented!(", "#[ignore", "SystemTime", "Instant::now"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    files.sort();
    files
}

/// The code of each file of `src` without its tests and comments, with its module.
fn code() -> Vec<(String, PathBuf, String)> {
    let read = |path: PathBuf| {
        let below = path.strip_prefix(root().join("src")).unwrap().to_path_buf();
        let module =
            below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        (module, below, lines.collect::<Vec<_>>().join("\n"))
    };
    let files = sources(&root().join("src")).into_iter().filter(|path| !path.ends_with("tests.rs"));
    files.map(read).collect()
}

#[test]
fn nobody_names_what_is_above() {
    let mut wrong = Vec::new();
    for (module, path, code) in code() {
        let (_, allowed) =
            MAY_NAME.iter().find(|(name, _)| *name == module).unwrap_or_else(|| panic!("{module}: no such row"));
        for named in code.split("crate::").skip(1) {
            let named: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let known = MAY_NAME.iter().any(|(name, _)| *name == named);
            let may =
                ["error", "words", module.as_str()].contains(&named.as_str()) || allowed.contains(&named.as_str());
            if known && !may {
                wrong.push(format!("{} names {named}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_some_may_touch_the_world() {
    let mut wrong = Vec::new();
    for (module, path, code) in code() {
        for (word, allowed) in ONLY {
            if code.contains(word) && !allowed.contains(&module.as_str()) {
                wrong.push(format!("{} uses {word}", path.display()));
            }
        }
        for word in NEVER.iter().filter(|word| code.contains(**word)) {
            wrong.push(format!("{} uses {word}", path.display()));
        }
        if PURE.contains(&module.as_str()) && code.contains("std::env") {
            wrong.push(format!("{} reads the environment", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn tests_are_neither_skipped_nor_left_undone() {
    let this = root().join("tests/house/main.rs");
    for path in sources(&root().join("tests")).into_iter().filter(|path| *path != this) {
        let text = fs::read_to_string(&path).unwrap();
        for word in ["#[ignore", "todo!(", "dbg!(", "unimplemented!("] {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
    }
}

#[test]
fn the_tour_names_every_module() {
    let tour = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules = tour.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for module in modules {
        assert!(tour.contains(&format!("//! | [`{module}`] |")), "the tour does not name {module}");
    }
}

#[test]
fn every_file_is_a_module_with_one_subject() {
    let mut lengths = Vec::new();
    for (_, path, _) in code() {
        let text = fs::read_to_string(root().join("src").join(&path)).unwrap();
        assert!(text.starts_with("//! "), "{} does not say what it is", path.display());
        lengths.push((text.lines().count(), path));
    }
    lengths.sort();
    let (longest, path) = lengths.last().unwrap();
    assert!(*longest <= 620, "{} has {longest} lines", path.display());
    let (median, _) = &lengths[lengths.len() / 2];
    assert!(*median <= 140, "the median file has {median} lines");
}

#[test]
fn no_file_is_forgotten() {
    let files: BTreeMap<_, _> = code().into_iter().map(|(_, path, code)| (path, code)).collect();
    for path in files.keys().filter(|path| !path.ends_with("lib.rs") && !path.ends_with("main.rs")) {
        let (name, folder) = match path.ends_with("mod.rs") {
            true => (path.parent().unwrap().file_name().unwrap(), path.parent().unwrap().parent().unwrap()),
            false => (path.file_stem().unwrap(), path.parent().unwrap()),
        };
        let parent = if folder == Path::new("") { PathBuf::from("lib.rs") } else { folder.join("mod.rs") };
        let name = name.to_str().unwrap();
        assert!(files[&parent].contains(&format!("mod {name};")), "{} is compiled by nobody", path.display());
    }
}
