//! How fast the program is, as whole processes: each measure beside a floor in the same run, medians and ratios.
//!
//! `cargo bench` makes a branch of one year and one of ten, and prints a table. The floors are small programs made here
//! with `rustc`: one that does nothing, one that opens and reads files, one that also replaces one durably.

#![allow(clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each program is run, in turn with what it is compared to.
const RUNS: usize = 41;

const EMPTY: &str = "fn main() {}";

/// Reads the files named in a list; with a second argument, also replaces that file as durably as the program does.
const READER: &str = r#"
use std::io::Write;
fn main() {
    let mut args = std::env::args().skip(1);
    let list = std::fs::read_to_string(args.next().unwrap()).unwrap();
    let read: usize = list.lines().map(|path| std::fs::read(path).unwrap().len()).sum();
    std::hint::black_box(read);
    if let Some(path) = args.next() {
        let beside = format!("{path}.new");
        let mut file = std::fs::File::create(&beside).unwrap();
        file.write_all(&std::fs::read(&path).unwrap()).unwrap();
        file.sync_all().unwrap();
        std::fs::rename(&beside, &path).unwrap();
        std::fs::File::open(std::path::Path::new(&path).parent().unwrap()).unwrap().sync_all().unwrap();
    }
}
"#;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    let empty = program(dir, "empty", EMPTY);
    let reader = program(dir, "reader", READER);
    let (one, ten) = (dir.join("one"), dir.join("ten"));
    branch(&one, 2026..=2026);
    branch(&ten, 2017..=2026);

    let roll = ["zhibu.toml", "rules/branch.toml", "members", "groups"];
    let award = list(&ten, "award", &[&roll[..], &["rules/points.toml", "points/2026-11.toml"]].concat());
    let log = list(&ten, "log", &[&roll[..], &["rules/meetings.toml", "meetings/2026/2026-12-31"]].concat());
    let year = ["rules/points.toml", "rules/meetings.toml", "meetings/2026", "points/2026"];
    let month = list(&ten, "month", &[&roll[..], &year].concat());
    let all = list(&ten, "all", &[&roll[..], &["rules", "meetings", "points"]].concat());

    let zhibu = |dir: &Path, words: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
        command.arg("-C").arg(dir).args(words.split_whitespace()).env("ZHIBU_TODAY", "2026-12-31");
        command
    };
    let read = |list: &Path| {
        let mut command = Command::new(&reader);
        command.arg(list);
        command
    };
    let write = |list: &Path, path: &str| {
        let mut command = read(list);
        command.arg(ten.join(path));
        command
    };
    let award_words = "points award li-0 commended 1 --on 2026-11-20 --no-commit --quiet";
    let log_words = "meeting log volunteer --present li-0 --no-commit --quiet";
    let export = "export --month 2026-10 --table points";
    println!("{:<44} {:>10} {:>10} {:>7}", "", "zhibu", "beside", "ratio");
    compare("start-up, beside an empty program", || zhibu(&ten, "--version"), || Command::new(&empty));
    compare("one award, beside reading the same files", || zhibu(&ten, award_words), || read(&award));
    compare("… and replacing one durably", || zhibu(&ten, award_words), || write(&award, "points/2026-11.toml"));
    compare("one meeting, beside reading the same files", || zhibu(&ten, log_words), || read(&log));
    compare("… and replacing one durably", || zhibu(&ten, log_words), || write(&log, "points/2026-11.toml"));
    // What was logged above is not part of what follows.
    for entry in fs::read_dir(ten.join("meetings/2026")).expect("meetings").map(|entry| entry.expect("an entry").path())
    {
        if entry.to_string_lossy().contains("volunteer") {
            fs::remove_file(entry).expect("a file");
        }
    }
    branch(&ten, 2017..=2026);
    compare("a month of ten years, beside one year", || zhibu(&ten, export), || zhibu(&one, export));
    compare("a month's export, beside reading its files", || zhibu(&ten, export), || read(&month));
    let journal = journal(dir, 2017..=2026);
    for (tool, row) in [("ledger", "a month's points, beside ledger"), ("hledger", "a month's points, beside hledger")]
    {
        let asked = || {
            let mut command = Command::new(tool);
            command.arg("-f").arg(&journal).args(["-b", "2026/10/01", "-e", "2026/11/01", "bal", "Points"]);
            command
        };
        match asked().stdout(Stdio::null()).stderr(Stdio::null()).status() {
            Ok(done) if done.success() => compare(row, || zhibu(&ten, export), asked),
            _ => println!("{row:<46} not installed"),
        }
    }
    compare("a year's points, beside reading its files", || zhibu(&ten, "report points -p 2026"), || read(&month));
    compare("check of ten years, beside reading its files", || zhibu(&ten, "check"), || read(&all));
}

/// The same awards and attendances as a journal of plain text accounting.
fn journal(dir: &Path, years: std::ops::RangeInclusive<i32>) -> PathBuf {
    let mut text = String::new();
    for year in years {
        for month in 1..=12 {
            for number in 0..42 {
                let (day, who) = (number % 28 + 1, number % 27);
                text += &format!("{year}/{month:02}/{day:02} commended\n    Points:li-{who}  1 P\n    Scheme\n\n");
            }
        }
        for number in 0..70 {
            let (month, day) = (number % 12 + 1, number / 12 * 4 + 1);
            let due = (0..27).filter(|who| number % 2 == 1 || who % 3 == number % 3).skip(1);
            let present: String = due.map(|who| format!("    Points:li-{who}  1 P\n")).collect();
            text += &format!("{year}/{month:02}/{day:02} meeting\n{present}    Scheme\n\n");
        }
    }
    let path = dir.join("ten.journal");
    fs::write(&path, text).expect("a journal");
    path
}

/// Compiles a small program.
fn program(dir: &Path, name: &str, source: &str) -> PathBuf {
    let (code, binary) = (dir.join(format!("{name}.rs")), dir.join(name));
    fs::write(&code, source).expect("a source");
    let made = Command::new("rustc").arg("-O").arg(&code).arg("-o").arg(&binary).status().expect("rustc");
    assert!(made.success());
    binary
}

/// Writes the files of a branch of 27 in three groups: 70 meetings and 500 awards a year.
fn branch(dir: &Path, years: std::ops::RangeInclusive<i32>) {
    let write = |path: &str, text: &str| {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("zhibu.toml", "name = \"速度\"\nschema = 1\nlang = \"zh\"\n");
    for (name, text) in zhibu::rulebook::Template::PartyBranch.files() {
        write(&format!("rules/{name}"), &text.replace("from = 2026-01-01", "from = 2015-01-01"));
    }
    let groups = ["criminal", "office", "public-order"];
    for group in groups {
        write(&format!("groups/{group}.toml"), &format!("name = \"{group}\"\nfrom = 2010-01-01\n"));
    }
    let people: Vec<_> = (0..27).map(|number| (format!("li-{number}"), groups[number % 3])).collect();
    // Three lead the groups, and three are on the committee, so that there is nothing to find.
    let posts = ["", "", "", "group-leader", "group-leader", "group-leader", "secretary", "deputy", "organization"];
    for (number, (id, group)) in people.iter().enumerate() {
        let since = "from = 2010-01-01";
        let post = posts.get(number).filter(|post| !post.is_empty());
        let post = post.map_or(String::new(), |post| format!("\n[[post]]\nid = \"{post}\"\n{since}\n"));
        let text = format!(
            "name = \"李{id}\"\n\n[[standing]]\nis = \"full\"\n{since}\n\n[[group]]\nid = \"{group}\"\n{since}\n{post}"
        );
        write(&format!("members/{id}.toml"), &text);
    }
    for year in years {
        for number in 0..70 {
            let (month, day) = (number % 12 + 1, number / 12 * 4 + 1);
            let group = (number % 2 == 0).then(|| groups[number % 3]);
            let kind = if group.is_some() { "group" } else { "theme-day" };
            let due: Vec<_> =
                people.iter().filter(|(_, of)| group.is_none_or(|group| *of == group)).map(|(id, _)| id).collect();
            let present: String = due[1..].iter().map(|id| format!("  \"{id}\",\n")).collect();
            let line = group.map_or(String::new(), |group| format!("group = \"{group}\"\n"));
            let suffix = group.map_or(String::new(), |group| format!("-{group}"));
            let date = format!("{year}-{month:02}-{day:02}");
            let chair = group.map_or("li-6", |group| {
                if group == groups[0] {
                    "li-3"
                } else if group == groups[1] {
                    "li-4"
                } else {
                    "li-5"
                }
            });
            let text = format!(
                "kind = \"{kind}\"\n{line}date = {date}\nchair = \"{chair}\"\ntopics = [\"学习\", \"讨论\"]\npresent = [\n{present}]\nabsent = [\n  {{ member = \"{}\", reason = \"duty\" }},\n]\n",
                due[0]
            );
            write(&format!("meetings/{year}/{date}-{kind}{suffix}.toml"), &text);
        }
        for month in 1..=12 {
            let lines = (0..42).map(|number| {
                let id = format!("a{:05}", (year as usize % 100) * 600 + month * 42 + number);
                let (day, who) = (number % 28 + 1, number % 27);
                format!("  {{ id = \"{id}\", date = {year}-{month:02}-{day:02}, member = \"li-{who}\", item = \"commended\", points = 1 }},\n")
            });
            write(&format!("points/{year}-{month:02}.toml"), &format!("entries = [\n{}]\n", lines.collect::<String>()));
        }
    }
}

/// Writes down which files lie in folders or begin with a path.
fn list(dir: &Path, name: &str, beginnings: &[&str]) -> PathBuf {
    let mut paths = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
            let path = entry.path();
            let relative = path.strip_prefix(dir).expect("below").to_string_lossy().into_owned();
            match path.is_dir() {
                true => folders.push(path),
                false if beginnings.iter().any(|beginning| relative.starts_with(beginning)) => {
                    paths.push(path.to_string_lossy().into_owned());
                }
                false => {}
            }
        }
    }
    let list = dir.with_file_name(format!("{name}.list"));
    fs::write(&list, paths.join("\n")).expect("a list");
    list
}

/// Runs two programs in turn and prints their medians and the ratio.
fn compare(what: &str, ours: impl Fn() -> Command, beside: impl Fn() -> Command) {
    let (mut mine, mut others) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let (one, other) = (time(ours()), time(beside()));
        if run > 0 {
            mine.push(one);
            others.push(other);
        }
    }
    let (mine, others) = (median(mine), median(others));
    let ratio = mine.as_secs_f64() / others.as_secs_f64();
    println!("{what:<44} {:>7.2} ms {:>7.2} ms {ratio:>7.2}", mine.as_secs_f64() * 1e3, others.as_secs_f64() * 1e3);
}

fn time(mut command: Command) -> Duration {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let start = Instant::now();
    let output = command.output().expect("it runs");
    let took = start.elapsed();
    assert!(output.status.success(), "{output:?}");
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
