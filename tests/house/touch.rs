//! Who may touch what: files, clock, environment, processes, screen, clap.

use crate::source::{File, files, tests};

/// The layers that touch nothing outside: text goes in, values come out.
const PURE: [&str; 13] = [
    "branch", "check", "desk", "error", "package", "reckon", "record", "render", "report", "rulebook", "seal", "sheet",
    "words",
];

/// What reaches outside, and the files or folders that may have it.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("std::fs", &["program.rs", "store/"]),
    ("File::", &["store/"]),
    (".exists()", &["git/", "store/"]),
    ("Command::new", &["git/", "program.rs"]),
    ("std::process", &["git/", "lib.rs", "main.rs", "program.rs", "store/"]),
    ("std::env", &["cmd/env.rs", "main.rs"]),
    ("Local::now", &["cmd/env.rs"]),
    ("SystemTime", &[]),
    ("Instant", &[]),
    ("stdin()", &["cmd/env.rs", "ui.rs"]),
    ("stdout()", &["ui.rs"]),
    ("stderr()", &["ui.rs", "ui/"]),
    ("println!", &[]),
    ("eprintln!", &[]),
    (" print!", &[]),
    ("eprint!", &[]),
];

/// What stands in no finished code.
const UNFINISHED: [&str; 6] = ["todo!", "unimplemented!", "dbg!", "#[ignore", "TODO", "FIXME"];

fn hits(file: &File, word: &str) -> Vec<String> {
    let hits = file.code().filter(|(_, line)| line.contains(word));
    hits.map(|(number, line)| format!("src/{}:{number}: {}", file.path, line.trim())).collect()
}

#[test]
fn only_some_code_reaches_outside() {
    let mut wrong = Vec::new();
    for file in files() {
        for (word, at) in OUTSIDE {
            if !at.iter().any(|place| file.path.starts_with(place)) {
                wrong.extend(hits(&file, word));
            }
        }
    }
    // A command of clap's is no process.
    wrong.retain(|hit| !hit.contains("clap::Command::new"));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn pure_layers_touch_no_file_clock_or_environment() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| PURE.contains(&file.layer())) {
        for word in ["std::fs", "std::env", "std::io", "std::net", "std::process", "std::thread", "std::time"] {
            wrong.extend(hits(file, word));
        }
    }
    // What is packed is read from memory by a crate that knows only readers.
    wrong.retain(|hit| {
        ["package/packed.rs", "sheet/ods.rs", "sheet/packed.rs", "sheet/xlsx.rs", "sheet/xls/mod.rs", "sheet/xml.rs"]
            .iter()
            .all(|file| !hit.starts_with(&format!("src/{file}")))
    });
    // What the system says when it refuses has to be put into words, too.
    wrong.retain(|hit| !hit.ends_with("use std::io::{Error, ErrorKind};") || !hit.starts_with("src/words/store.rs"));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn git_is_never_told_to_touch_what_the_user_has() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| file.path.starts_with("git/")) {
        for word in ["stash", "checkout", "reset", "restore", "switch", "clean", "-A", "--all", "--force", "-f"] {
            wrong.extend(hits(file, &format!("\"{word}\"")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn clap_is_for_the_command_line() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| file.layer() != "cmd") {
        wrong.extend(hits(file, "clap::"));
    }
    // A choice that a person types is declared where it belongs; clap makes its words.
    wrong.retain(|hit| !hit.contains("clap::ValueEnum"));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_left_unfinished() {
    let mut wrong = Vec::new();
    for file in files() {
        let lines = file.text.lines().enumerate();
        let left = lines.filter(|(_, line)| UNFINISHED.iter().any(|word| line.contains(word)));
        wrong.extend(left.map(|(at, line)| format!("src/{}:{}: {}", file.path, at + 1, line.trim())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_test_is_skipped_or_left_undone() {
    for file in tests().into_iter().filter(|file| file.path != "house/touch.rs") {
        for word in UNFINISHED {
            assert!(!file.text.contains(word), "tests/{} has {word}", file.path);
        }
    }
}
