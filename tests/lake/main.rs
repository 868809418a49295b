//! The desk's tables in an engine: DuckDB gives the figures that the desk gives, from the packages and from the lake;
//! Spark gives them from the lake, when the tests go deep.

#![allow(clippy::unwrap_used)]

#[path = "../tools/depth.rs"]
mod depth;
#[path = "../tools/programs.rs"]
mod programs;
#[path = "../tools/returns.rs"]
mod returns;

use std::fs;
use std::path::{Path, PathBuf};
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

/// What Spark answers to files of SQL and a question each, run in a folder: the rows of each.
fn spark(folder: &Path, files: &[&str], questions: &[String]) -> Vec<Vec<String>> {
    let sql = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/sql");
    let mut text: String = files.iter().map(|file| fs::read_to_string(sql.join(file)).unwrap()).collect();
    for question in questions {
        text += &format!("SELECT 'next';\n{question};\n");
    }
    fs::write(folder.join("asked.sql"), text).unwrap();
    let mut command = Command::new("spark-sql");
    command.args(["--master", "local[1]", "--conf", "spark.sql.catalogImplementation=in-memory", "-f", "asked.sql"]);
    let output = command.current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let told = String::from_utf8(output.stdout).unwrap().replace('\t', ",").replace("NULL", "");
    told.split("next\n").skip(1).map(rows).collect()
}

/// A desk that took the returns of twelve units for two months, and its lake.
fn desk(dir: &Path) -> PathBuf {
    let names = returns::made_up(&dir.join("in"), 12, &["2026-09", "2026-10"]);
    fs::write(dir.join("units.csv"), names).unwrap();
    zhibu(dir, &["desk", "init", "desk", "--units", "units.csv", "--since", "2026-09", "--no-commit"]);
    let desk = dir.join("desk");
    let told = zhibu(&desk, &["desk", "take", "../in", "--no-commit"]);
    assert_eq!(told.matches("taken").count(), 25, "{told}");
    zhibu(&desk, &["desk", "lake", "--out", "lake"]);
    desk
}

/// The reports of the desk, and the columns of the engine's views that hold the same numbers.
const TOPICS: [(&str, &[&str]); 5] = [
    ("duties", &["owed", "kept", "100 * kept / owed", "in_time"]),
    ("attendance", &["expected", "attended", "rate"]),
    ("problems", &["found_in", "closed_in", "open_at_end", "overdue_at_end"]),
    ("dues", &["approved", "paid"]),
    ("rhythm", &["meetings_held", "meetings_linked"]),
];

/// What is asked of an engine about a topic.
fn question((topic, columns): &(&str, &[&str])) -> String {
    format!("SELECT unit_id, {} FROM {topic} WHERE period = '2026-10'", columns.join(", "))
}

/// An engine's rows are those of the desk's report.
fn is_the_desks(desk: &Path, (topic, columns): &(&str, &[&str]), told: &[String]) {
    assert_eq!(told.len(), 12);
    // A rate is rounded by the desk alone where the engine is not told to.
    let whole = |row: &String| {
        let cells = row.split(',').enumerate().filter(|(at, _)| *at == 0 || !columns[at - 1].contains('/'));
        cells.map(|(_, cell)| cell).collect::<Vec<_>>().join(",")
    };
    let told: Vec<_> = told.iter().map(whole).collect();
    let desks: Vec<_> = report(desk, topic, columns.len()).iter().map(whole).collect();
    assert_eq!(told, desks, "{topic}");
}

#[test]
fn an_engine_gives_the_figures_of_the_desk() {
    if is_missing("duckdb") {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    for view in ["packages.duckdb.sql", "lake.duckdb.sql"] {
        for topic in &TOPICS {
            is_the_desks(&desk, topic, &rows(&duckdb(&desk, &[view, "questions.sql"], &question(topic))));
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

#[test]
fn a_desk_reads_more_packages_than_files_may_be_open() {
    let dir = tempfile::tempdir().unwrap();
    let names = returns::made_up(&dir.path().join("in"), 150, &["2026-10"]);
    fs::write(dir.path().join("units.csv"), names).unwrap();
    zhibu(dir.path(), &["desk", "init", "desk", "--units", "units.csv", "--since", "2026-10", "--no-commit"]);
    for call in [
        "desk take ../in --no-commit",
        "desk due",
        "desk report attendance -p 2026-10",
        "desk bulletin -p 2026-10",
        "desk site -p 2026-10 --out ../site",
        "desk lake --out ../lake",
        "desk return 2026-10 --to ../up.zip",
    ] {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -n 96 && exec \"$0\" {call}"), env!("CARGO_BIN_EXE_zhibu")]);
        command.current_dir(dir.path().join("desk")).env("ZHIBU_TODAY", "2026-11-23");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{call}: {output:?}");
    }
}

#[test]
fn spark_gives_them_too() {
    if !depth::is_deep() || is_missing("spark-sql") {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let told = spark(&desk, &["lake.spark.sql", "questions.sql"], &TOPICS.each_ref().map(question));
    assert_eq!(told.len(), TOPICS.len());
    for (topic, told) in TOPICS.iter().zip(&told) {
        is_the_desks(&desk, topic, told);
    }
}
