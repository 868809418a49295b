//! The same awards and attendances as a journal of plain text accounting.

use std::fmt::Write;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// Writes the journal of some years of a branch of 27.
pub(crate) fn journal(dir: &Path, years: RangeInclusive<i32>) -> PathBuf {
    let mut text = String::new();
    for year in years {
        for month in 1..=12 {
            for number in 0..42 {
                let (day, who) = (number % 28 + 1, number % 27);
                let _ = writeln!(text, "{year}/{month:02}/{day:02} commended\n    Points:li-{who}  1 P\n    Scheme\n");
            }
        }
        for number in 0..70 {
            let (month, day) = (number % 12 + 1, number / 12 * 4 + 1);
            let due = (0..27).filter(|who| number % 2 == 1 || who % 3 == number % 3).skip(1);
            let present: String = due.map(|who| format!("    Points:li-{who}  1 P\n")).collect();
            let _ = writeln!(text, "{year}/{month:02}/{day:02} meeting\n{present}    Scheme\n");
        }
    }
    let path = dir.join("ten.journal");
    fs::write(&path, text).expect("a journal");
    path
}
