//! Whole processes timed in turn: medians, and what they are to one another.

#![allow(clippy::print_stdout)]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each program is run.
const RUNS: usize = 41;

/// Which rows are wanted: those that hold a word of the call, or all.
pub(crate) struct Clock {
    words: Vec<String>,
}

impl Clock {
    /// As the call of the bench says.
    pub(crate) fn of_call() -> Self {
        Self { words: std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect() }
    }

    /// Whether a row is wanted.
    pub(crate) fn wants(&self, row: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| row.contains(word.as_str()))
    }

    /// The head of the table.
    pub(crate) fn head(title: &str, second: &str, third: &str) {
        println!("\n{title:<60} {:>10} {second:>10} {third:>9}", "zhibu");
    }

    /// A row whose program is not installed.
    pub(crate) fn missing(row: &str) {
        println!("{row:<60} not installed");
    }

    /// Runs two programs in turn and prints their medians and the ratio; each on the files as `prepare` leaves them.
    pub(crate) fn compare(
        &self,
        row: &str,
        prepare: impl Fn(),
        ours: impl Fn() -> Command,
        beside: impl Fn() -> Command,
    ) {
        if !self.wants(row) {
            return;
        }
        let (mut mine, mut others) = (Vec::new(), Vec::new());
        for run in 0..RUNS {
            prepare();
            let one = time(ours());
            prepare();
            let other = time(beside());
            // The first fills the cache.
            if run > 0 {
                mine.push(one);
                others.push(other);
            }
        }
        let (mine, others) = (median(mine), median(others));
        println!(
            "{row:<60} {:>7.2} ms {:>7.2} ms {:>9.2}",
            millis(mine),
            millis(others),
            millis(mine) / millis(others)
        );
    }

    /// Runs a program and prints its median, and what that is for each of so many; `empty` is what nothing takes.
    pub(crate) fn each(&self, row: &str, many: usize, empty: &dyn Fn() -> Command, ours: &dyn Fn() -> Command) {
        let row = format!("{row}, {many}");
        if !self.wants(&row) {
            return;
        }
        let runs = if many < 1000 { RUNS } else { RUNS / 4 };
        let (mut mine, mut nothing) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            mine.push(time(ours()));
            nothing.push(time(empty()));
        }
        let (mine, nothing) = (median(mine), median(nothing));
        let each = mine.saturating_sub(nothing).as_secs_f64() * 1e6 / many as f64;
        println!("{row:<60} {:>7.2} ms {:>7.2} ms {each:>6.0} µs", millis(mine), millis(nothing));
    }
}

fn time(mut command: Command) -> Duration {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let start = Instant::now();
    let output = command.output().expect("it runs");
    let took = start.elapsed();
    assert!(output.status.success(), "{output:?}");
    took
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
