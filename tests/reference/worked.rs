//! The worked examples of the reference come to what they say.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::text;

/// Runs the program in a directory.
fn zhibu(dir: &Path, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.arg("-C").arg(dir).args(words).env_clear().env("ZHIBU_TODAY", "2026-11-30");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The examples: the lines between the fences.
fn examples() -> Vec<String> {
    let text = text();
    let parts = text.split("```toml worked\n").skip(1);
    parts.map(|part| part.split("```").next().unwrap().to_owned()).collect()
}

/// Writes the files of an example; the totals it tells, each with its period.
fn lay_out(example: &str, dir: &Path) -> Vec<(String, f64)> {
    let (mut file, mut totals) = (None, Vec::new());
    for line in example.lines() {
        match line.strip_prefix("# ") {
            Some(said) if said.starts_with("total ") => {
                let (period, total) = said["total ".len()..].split_once(" = ").unwrap();
                totals.push((period.to_owned(), total.parse().unwrap()));
            }
            Some(path) => {
                let path = dir.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, "").unwrap();
                file = Some(path);
            }
            None => {
                let path = file.as_ref().unwrap();
                fs::write(path, fs::read_to_string(path).unwrap() + line + "\n").unwrap();
            }
        }
    }
    totals
}

/// The blocks of a page between two fences.
fn blocks<'t>(text: &'t str, fence: &str) -> Vec<&'t str> {
    text.split(fence).skip(1).map(|part| part.split("```").next().unwrap()).collect()
}

#[test]
fn the_scheme_that_is_written_down_sentence_by_sentence_comes_to_its_totals() {
    for page in ["SCHEME.md", "SCHEME.zh.md"] {
        let text = fs::read_to_string(super::root().join("examples").join(page)).unwrap();
        let scheme = blocks(&text, "```toml\n").concat();
        let [records] = blocks(&text, "```toml worked\n")[..] else { panic!("one block of records in {page}") };
        let dir = tempfile::tempdir().unwrap();
        zhibu(dir.path(), &["init", ".", "--name", "x", "--no-commit"]);
        // Talks that follow awards of the example's own items are no part of this scheme.
        fs::remove_file(dir.path().join("rules/talks.toml")).unwrap();
        let totals = lay_out(records, dir.path());
        assert_eq!(totals.len(), 2, "{page}");
        fs::write(dir.path().join("rules/points.toml"), scheme).unwrap();
        assert_eq!(zhibu(dir.path(), &["rules", "check"]), "", "{page}");
        come_to(dir.path(), &totals);
    }
}

/// The first person's totals are those.
fn come_to(dir: &Path, totals: &[(String, f64)]) {
    for (period, expected) in totals {
        let told = zhibu(dir, &["points", "total", "--period", period, "--format", "json"]);
        let rows: Vec<serde_json::Value> = serde_json::from_str(&told).unwrap();
        assert_eq!(rows[0]["total"].as_f64(), Some(*expected), "{period}");
    }
}

#[test]
fn every_worked_example_comes_to_its_total() {
    let examples = examples();
    assert_eq!(examples.len(), 8);
    for example in examples {
        let dir = tempfile::tempdir().unwrap();
        zhibu(dir.path(), &["init", ".", "--name", "x", "--no-commit"]);
        let totals = lay_out(&example, dir.path());
        assert!(!totals.is_empty(), "{example}");
        come_to(dir.path(), &totals);
    }
}
