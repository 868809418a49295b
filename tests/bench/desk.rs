//! How a desk grows with its units: takes, reports and the lake of so many made-up branches, beside a program that only
//! reads the same files, and how much memory each call has at most.
//!
//! `cargo bench --bench desk` makes 100 and 1,000 branches of one month; `cargo bench --bench desk -- 5000` as many.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tools/returns.rs"]
mod returns;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The month that is returned.
const MONTH: &str = "2026-10";

fn main() {
    let said: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    println!("{:>8}  {:<28} {:>10} {:>12} {:>10}", "branches", "call", "time", "of reading", "memory");
    for branches in if said.is_empty() { vec![100, 1000] } else { said } {
        measure(branches);
    }
}

fn measure(branches: usize) {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    fs::write(dir.join("units.csv"), returns::made_up(&dir.join("in"), branches, &[MONTH])).unwrap();
    run(zhibu(dir, "desk init desk --units units.csv --since 2026-10 --no-commit"));
    let desk = dir.join("desk");
    let row = |name: &str, (time, memory): (Duration, u64), floor: Duration| {
        let ratio = time.as_secs_f64() / floor.as_secs_f64();
        println!("{branches:>8}  {name:<28} {:>7} ms {ratio:>12.1} {:>7} MB", time.as_millis(), memory / 1024);
    };
    let carried = read(dir, "in");
    row("read the returns", (carried, 0), carried);
    row("desk take", run(zhibu(&desk, "desk take ../in --no-commit --quiet")), carried);
    let kept = read(&desk, "returns");
    row("read the packages", (kept, 0), kept);
    for call in ["desk due", "desk report attendance -p 2026-10", "desk bulletin -p 2026-10", "desk lake --out lake"] {
        row(call, run(zhibu(&desk, call)), kept);
    }
}

/// A call of the program in a folder.
fn zhibu(dir: &Path, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(words.split_whitespace()).current_dir(dir).env("ZHIBU_TODAY", "2026-11-23").env("LANG", "C.UTF-8");
    command
}

/// How long it takes to read every file in a folder.
fn read(dir: &Path, folder: &str) -> Duration {
    let mut command = Command::new("sh");
    command.args(["-c", "find \"$0\" -type f -print0 | xargs -0 cat > /dev/null", folder]).current_dir(dir);
    run(command).0
}

/// Runs a call to its end: how long it took, and the most memory it had, in kilobytes.
fn run(mut command: Command) -> (Duration, u64) {
    let begin = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let done = loop {
        let said = fs::read_to_string(&status).unwrap_or_default();
        let peak = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        most = most.max(peak.unwrap_or(0));
        if let Some(done) = child.try_wait().unwrap() {
            break done;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    assert!(done.success(), "{command:?}");
    (begin.elapsed(), most)
}
