//! The desk's tables in an engine: DuckDB gives the figures that the desk gives, from the packages and from the lake.

#![allow(clippy::unwrap_used)]

#[path = "../tools/programs.rs"]
mod programs;
#[path = "../tools/returns.rs"]
mod returns;

use std::fs;
use std::path::Path;
use std::process::Command;

use programs::is_missing;

/// The program with words in a folder; what it answers.
fn zhibu(folder: &Path, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(words).current_dir(folder).env_clear().env("PATH", std::env::var("PATH").unwrap());
    command.env("HOME", folder).env("LANG", "en_US.UTF-8").env("ZHIBU_TODAY", "2026-11-23").env("ZHIBU_SEED", "1");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What DuckDB answers to files of SQL and a question, run in a folder.
fn duckdb(folder: &Path, files: &[&str], question: &str) -> String {
    let sql = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/sql");
    let read = files.iter().flat_map(|file| ["-c".to_owned(), format!(".read {}", sql.join(file).display())]);
    let mut command = Command::new("duckdb");
    command.args(["-csv", "-noheader"]).args(read).args(["-c", question]).current_dir(folder);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{question}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The rows of a report of the desk as an engine gives them: the unit's id and so many numbers.
fn report(desk: &Path, topic: &str, numbers: usize) -> Vec<String> {
    let told = zhibu(desk, &["desk", "report", topic, "--period", "2026-10", "--format", "csv"]);
    let row = |line: &str| {
        let cells: Vec<_> = line.split(',').collect();
        let numbers = cells[2..2 + numbers].iter().map(|cell| cell.parse::<f64>().unwrap_or(0.0).to_string());
        std::iter::once(cells[0].to_owned()).chain(numbers).collect::<Vec<_>>().join(",")
    };
    let mut rows: Vec<_> = told.lines().skip(1).map(row).collect();
    rows.sort();
    rows
}

fn rows(told: &str) -> Vec<String> {
    let plain = |cell: &str| cell.parse::<f64>().map_or_else(|_| cell.to_owned(), |number| number.to_string());
    let row = |line: &str| line.split(',').map(plain).collect::<Vec<_>>().join(",");
    let mut rows: Vec<_> = told.lines().map(row).collect();
    rows.sort();
    rows
}

#[test]
fn an_engine_gives_the_figures_of_the_desk() {
    if is_missing("duckdb") {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let names = returns::made_up(&dir.path().join("in"), 12, &["2026-09", "2026-10"]);
    fs::write(dir.path().join("units.csv"), names).unwrap();
    zhibu(dir.path(), &["desk", "init", "desk", "--units", "units.csv", "--since", "2026-09", "--no-commit"]);
    let desk = dir.path().join("desk");
    let told = zhibu(&desk, &["desk", "take", "../in", "--no-commit"]);
    assert_eq!(told.matches("taken").count(), 25, "{told}");
    zhibu(&desk, &["desk", "lake", "--out", "lake"]);
    for view in ["packages.duckdb.sql", "lake.duckdb.sql"] {
        for (topic, columns) in [
            ("duties", "owed, kept, 100 * kept / owed, in_time"),
            ("attendance", "expected, attended, rate"),
            ("problems", "found_in, closed_in, open_at_end, overdue_at_end"),
            ("dues", "approved, paid"),
            ("rhythm", "meetings_held, meetings_linked"),
        ] {
            let numbers = columns.split(',').count();
            let question = format!("SELECT unit_id, {columns} FROM {topic} WHERE period = '2026-10'");
            let told = rows(&duckdb(&desk, &[view, "questions.sql"], &question));
            assert_eq!(told.len(), 12);
            // A rate is rounded by the desk alone where the engine is not told to.
            let whole = |row: &String| match topic {
                "duties" => row
                    .split(',')
                    .enumerate()
                    .filter(|(at, _)| *at != 3)
                    .map(|(_, cell)| cell)
                    .collect::<Vec<_>>()
                    .join(","),
                _ => row.clone(),
            };
            let told: Vec<_> = told.iter().map(whole).collect();
            let desks: Vec<_> = report(&desk, topic, numbers).iter().map(whole).collect();
            assert_eq!(told, desks, "{topic} by {view}");
        }
    }
    let count = "SELECT count(*), sum(numerator) FROM read_parquet('parquet/*/*.parquet')";
    let packed = duckdb(&desk, &["lake.duckdb.sql", "parquet.duckdb.sql"], count);
    assert_eq!(
        packed.trim(),
        duckdb(&desk, &["lake.duckdb.sql"], "SELECT count(*), sum(numerator) FROM measures").trim()
    );
    assert!(desk.join("parquet/period=2026-10").is_dir());
}
