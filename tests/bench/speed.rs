//! How fast the program is, as whole processes: each measure beside a floor in the same run, medians and ratios.
//!
//! `cargo bench` makes branches of one year and of ten, and of ten, a hundred and a thousand members, and prints
//! tables; `cargo bench -- award` prints the rows with that word. The floors are small programs: one that does nothing,
//! one that opens and reads the files a command has to read, one that also replaces one of them durably.

mod branch;
mod clock;
mod floor;
mod history;
mod journal;

use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Command, Stdio};

use branch::{Kept, Size};
use clock::Clock;
use floor::{Floors, list};
use zhibu::rulebook::Template;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path();
    let (clock, floors) = (Clock::of_call(), Floors::make(dir));
    years(dir, &clock, &floors);
    members(dir, &clock, &floors);
    commits(dir, &clock);
}

/// A call of the program on a directory.
fn zhibu(dir: &Path, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.arg("-C").arg(dir).args(words.split_whitespace());
    command.env("ZHIBU_TODAY", "2026-12-31").env("LANG", "zh_CN.UTF-8");
    command
}

/// Makes a branch.
fn make(dir: &Path, members: usize, years: RangeInclusive<i32>, kept: Kept) {
    Size { members, years, kept }.write(dir, Template::PartyBranch.files());
}

/// Posts the list of every month but the last two.
fn post(dir: &Path, years: RangeInclusive<i32>) {
    for year in years {
        for month in 1..=if year == 2026 { 10 } else { 12 } {
            let words = format!("points post {year}-{month:02} --no-commit --quiet");
            let posted = zhibu(dir, &words).stdout(Stdio::null()).status().expect("it runs");
            assert!(posted.success());
        }
    }
}

/// What grows with the years, and what must not.
fn years(dir: &Path, clock: &Clock, floors: &Floors) {
    let (one, ten) = (dir.join("one"), dir.join("ten"));
    make(&one, 27, 2026..=2026, Kept::Everything);
    make(&ten, 27, 2017..=2026, Kept::Everything);
    let as_it_was = || {};

    Clock::head("one year and ten, 27 members", "beside", "ratio");
    clock.compare(
        "start-up, beside an empty program",
        as_it_was,
        || zhibu(&ten, "--version"),
        || Command::new(&floors.empty),
    );

    let roll = |path: &str| {
        ["zhibu.toml", "rules/branch.toml"].contains(&path)
            || path.starts_with("members/")
            || path.starts_with("groups/")
    };
    let ledger = ten.join("points/2026-11.toml");
    let award = list(&ten, "award", |path| roll(path) || ["rules/points.toml", "points/2026-11.toml"].contains(&path));
    let text = fs::read(&ledger).expect("a ledger");
    let restore = || fs::write(&ledger, &text).expect("a ledger");
    let words = "points award li-0 commended 1 --on 2026-11-20 --no-commit --quiet";
    let ours = || zhibu(&ten, words);
    clock.compare("one award, beside reading its files", restore, ours, || floors.read(&award));
    let replace = || floors.read_and_replace(&award, &ledger);
    clock.compare("one award, beside reading them and replacing one durably", restore, ours, replace);
    restore();

    let log = list(&ten, "log", |path| roll(path) || path == "rules/meetings.toml");
    let meeting = ten.join("meetings/2026/2026-12-31-volunteer.toml");
    let remove = || drop(fs::remove_file(&meeting));
    let ours = || zhibu(&ten, "meeting log volunteer --present li-0 --no-commit --quiet");
    clock.compare("one meeting, beside reading its files", remove, ours, || floors.read(&log));
    let replace = || floors.read_and_replace(&log, &ledger);
    clock.compare("one meeting, beside reading them and replacing one durably", remove, ours, replace);
    remove();

    tab(&ten, clock, floors);

    let out = dir.join("out");
    let clear = || drop(fs::remove_dir_all(&out));
    let tables = |dir: &Path| {
        let mut command = zhibu(dir, "export --month 2026-10 --quiet --out");
        command.arg(&out);
        command
    };
    let points = |dir: &Path| zhibu(dir, "export --month 2026-10 --table points");
    let totals = |dir: &Path| zhibu(dir, "points total --period 2026");
    let explain = |dir: &Path| zhibu(dir, "points explain li-3 --period 2026");
    let month = list(&ten, "month", |path| roll(path) || scored(path, "2026-10-31"));
    let year = list(&ten, "year", |path| roll(path) || scored(path, "2026-12-31"));
    let whole = list(&ten, "tables", |path| roll(path) || scored(path, "2026-10-31") || tabled(path));
    clock.compare("a month's tables of ten years, beside one year", clear, || tables(&ten), || tables(&one));
    clock.compare("a month's tables, beside reading their files", clear, || tables(&ten), || floors.read(&whole));
    clock.compare("a month's points of ten years, beside one year", as_it_was, || points(&ten), || points(&one));
    clock.compare("a month's points, beside reading their files", as_it_was, || points(&ten), || floors.read(&month));
    let journal = journal::journal(dir, 2017..=2026);
    for tool in ["ledger", "hledger"] {
        let asked = || {
            let mut command = Command::new(tool);
            command.arg("-f").arg(&journal).args(["-b", "2026/10/01", "-e", "2026/11/01", "bal", "Points"]);
            command
        };
        let row = format!("a month's points, beside {tool}");
        match asked().stdout(Stdio::null()).stderr(Stdio::null()).status() {
            Ok(done) if done.success() => clock.compare(&row, as_it_was, || points(&ten), asked),
            _ => Clock::missing(&row),
        }
    }
    clock.compare("a year's totals in ten years, beside one year", as_it_was, || totals(&ten), || totals(&one));
    clock.compare("a year's totals, beside reading their files", as_it_was, || totals(&ten), || floors.read(&year));
    clock.compare("a year explained in ten years, beside one year", as_it_was, || explain(&ten), || explain(&one));
    clock.compare("a year explained, beside reading its files", as_it_was, || explain(&ten), || floors.read(&year));
    let bare = dir.join("bare");
    make(&bare, 27, 2017..=2026, Kept::Meetings);
    let check = |row, dir: &Path| {
        let all = list(dir, "all", |_| true);
        clock.compare(row, as_it_was, || zhibu(dir, "check"), || floors.read(&all));
    };
    check("check of ten years of meetings and awards, beside reading", &bare);
    check("check of ten years of everything, beside reading", &ten);
    if clock.wants(POSTED) {
        post(&ten, 2017..=2026);
        check(POSTED, &ten);
    }
}

/// What somebody waits for who presses the Tab key.
fn tab(dir: &Path, clock: &Clock, floors: &Floors) {
    let people = |path: &str| path == "zhibu.toml" || path.starts_with("members/") || path.starts_with("groups/");
    let roll = |path: &str| people(path) || path == "rules/branch.toml";
    for (what, words, files) in [
        ("a member by pinyin", "points award l", list(dir, "members", roll)),
        ("a group", "meeting log group -g g", list(dir, "groups", roll)),
        ("a kind of meeting", "meeting log g", list(dir, "kinds", |path| path.starts_with("rules/"))),
        ("a month", "export --month 2026", list(dir, "months", |_| false)),
        ("an open problem", "issue close 2", list(dir, "open", |path| roll(path) || path.starts_with("issues/"))),
    ] {
        let row = format!("the Tab key for {what}, beside reading its files");
        let ours = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
            command.current_dir(dir).args(["--", "zhibu"]).args(words.split_whitespace());
            command.env("COMPLETE", "bash").env("ZHIBU_TODAY", "2026-12-31").env("LANG", "zh_CN.UTF-8");
            command
        };
        clock.compare(&row, || {}, ours, || floors.read(&files));
    }
}

/// The row that needs posted lists.
const POSTED: &str = "check of ten years that were posted, beside reading";

/// Whether a file decides the points from the beginning of 2026 to a day.
fn scored(path: &str, last: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/') else { return false };
    let by_then = |length: usize| name.get(..length).is_some_and(|date| date <= &last[..length]);
    match folder {
        "rules" => ["meetings.toml", "points.toml"].contains(&name),
        "meetings/2026" => by_then(10),
        "points" => name.starts_with("2026") && by_then(7),
        _ => false,
    }
}

/// Whether a file is needed for the tables of October 2026 that tell of no points.
fn tabled(path: &str) -> bool {
    let files = ["rules/study.toml", "rules/dues.toml", "study/2026-10.toml", "dues/2026.toml"];
    let found = path.strip_prefix("issues/").and_then(|file| file.get(5..15));
    files.contains(&path) || found.is_some_and(|day| day <= "2026-10-31")
}

/// What git knows of ten years, told in the branch's words, beside what git itself shows of it.
fn commits(dir: &Path, clock: &Clock) {
    let rows = ["what happened to a member in 10,000 commits", "a month's audit in 10,000 commits"];
    if !rows.iter().any(|row| clock.wants(row)) {
        return;
    }
    let dir = dir.join("commits");
    make(&dir, 27, RangeInclusive::new(1, 0), Kept::Meetings);
    history::commits(&dir);
    let patches = || {
        let mut command = Command::new("git");
        command.arg("-C").arg(&dir).args(["log", "-p"]);
        command
    };
    Clock::head("10,000 commits, beside `git log -p`", "git", "ratio");
    for (row, words) in rows.iter().zip(["history li-3", "audit --period 2026-10"]) {
        clock.compare(row, || {}, || zhibu(&dir, words), patches);
    }
}

/// What grows with the members: it takes each of them as long where they are many.
fn members(dir: &Path, clock: &Clock, floors: &Floors) {
    let sizes = [10, 100, 1000].map(|many| (many, dir.join(format!("members-{many}"))));
    for (many, dir) in &sizes {
        make(dir, *many, 2026..=2026, Kept::EverythingEarns);
        post(dir, 2026..=2026);
    }
    Clock::head("one year, by members", "nothing", "a member");
    for (row, words) in [
        ("a month's points", "export --month 2026-10 --table points"),
        ("a month's lines of points", "export --month 2026-10 --table points_detail"),
        ("a month's dues", "export --month 2026-10 --table dues"),
        ("a year's totals", "points total --period 2026"),
        ("a year explained", "points explain li-3 --period 2026"),
        ("a year's attendance", "report attendance --period 2026"),
        ("who is in arrears", "dues arrears"),
        ("the assessment of a quarter", "assessment show --period 2026Q3"),
        ("check", "check"),
    ] {
        for (many, dir) in &sizes {
            clock.each(row, *many, &|| Command::new(&floors.empty), &|| zhibu(dir, words));
        }
    }
}
