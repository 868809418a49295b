//! Any text is read, or refused with a place.

use std::fs;
use std::process::Command;

use zhibu::branch::FileKind;
use zhibu::record::Source;

use crate::corpus::{any, by_another, each, example, mangled};

#[test]
fn any_text_is_read_or_refused_with_a_place() {
    each(2000, |dice| {
        let (path, text) = any(dice);
        let text = mangled(dice, text);
        let faults = FileKind::read_back(&Source::new(path.clone(), text.as_str()));
        for fault in &faults {
            let place = fault.place.as_ref().unwrap_or_else(|| panic!("no place: {fault:?}\n{text}"));
            assert_eq!(&place.file, path);
        }
        match by_another(&text) {
            None => {}
            Some(Ok(_)) => assert!(faults.iter().all(|fault| fault.code != "syntax"), "{faults:?}\n{text}"),
            Some(Err(error)) => assert!(!faults.is_empty(), "read, and is no TOML: {error}\n{text}"),
        }
    });
}

/// What reads everything.
const COMMANDS: [&str; 8] = [
    "check --format json",
    "status",
    "due --format json",
    "points total --period 2026 --format csv",
    "report attendance --period 2026 --format md",
    "export --month 2026-10 --table points_detail",
    "member list --lang en",
    "meeting list --period 2026",
];

#[test]
fn no_file_makes_the_program_panic() {
    let dir = tempfile::tempdir().unwrap();
    assert!(Command::new("cp").arg("-r").arg(example().join(".")).arg(dir.path()).status().unwrap().success());
    each(100, |dice| {
        let (path, text) = any(dice);
        let mangled = mangled(dice, text);
        let file = dir.path().join(path.as_str());
        fs::write(&file, &mangled).unwrap();
        let words = dice.choice(COMMANDS).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
        let output = command.args(words.split(' ')).current_dir(dir.path()).env("ZHIBU_TODAY", "2026-11-23").output();
        fs::write(&file, text).unwrap();
        let output = output.unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        let is_well = matches!(output.status.code(), Some(0 | 1)) && !stderr.contains("panicked");
        assert!(is_well, "{words}: {output:?}\n{path}:\n{mangled}");
    });
}
