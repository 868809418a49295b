//! What the program says of itself: its version, the commit it was built from, and the schema of the records.

use crate::record::SCHEMA;

/// The commit as `build.rs` tells it: `HASH DATE`; the hash may end in `-dirty`, the day may be unknown, or all of it.
const COMMIT: Option<&str> = option_env!("ZHIBU_COMMIT");

/// How much of a hash is told in short.
const SHORT: usize = 9;

/// What `-V` says.
pub(in crate::cmd) fn line() -> String {
    line_of(COMMIT.unwrap_or_default())
}

/// What `--version` says.
pub(in crate::cmd) fn whole() -> String {
    whole_of(COMMIT.unwrap_or_default())
}

fn line_of(commit: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let (hash, day) = commit.split_once(' ').unwrap_or((commit, ""));
    let (hash, state) = hash.split_at(hash.find('-').unwrap_or(hash.len()));
    let short = hash.get(..SHORT).unwrap_or(hash);
    let commit = format!("{short}{state} {day}");
    if hash.is_empty() { version.to_owned() } else { format!("{version} ({})", commit.trim_end()) }
}

fn whole_of(commit: &str) -> String {
    let mut whole = format!("{}\nschema: {SCHEMA}", line_of(commit));
    let (hash, day) = commit.split_once(' ').unwrap_or((commit, ""));
    for (name, value) in [("commit-hash", hash), ("commit-date", day)] {
        if !value.is_empty() {
            whole += &format!("\n{name}: {value}");
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_left_out() {
        const HASH: &str = "ecf9fbf6b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7";
        let version = env!("CARGO_PKG_VERSION");
        let case = |commit: &str, line: &str, more: &str| {
            assert_eq!(line_of(commit), format!("{version}{line}"), "{commit}");
            assert_eq!(whole_of(commit), format!("{version}{line}\nschema: {SCHEMA}{more}"), "{commit}");
        };
        case("", "", "");
        case(HASH, " (ecf9fbf6b)", &format!("\ncommit-hash: {HASH}"));
        case(
            &format!("{HASH} 2026-11-24"),
            " (ecf9fbf6b 2026-11-24)",
            &format!("\ncommit-hash: {HASH}\ncommit-date: 2026-11-24"),
        );
        case(
            &format!("{HASH}-dirty 2026-11-24"),
            " (ecf9fbf6b-dirty 2026-11-24)",
            &format!("\ncommit-hash: {HASH}-dirty\ncommit-date: 2026-11-24"),
        );
        case("1.0-rc", " (1.0-rc)", "\ncommit-hash: 1.0-rc");
    }
}
