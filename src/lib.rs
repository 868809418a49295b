//! `zhibu` keeps the records of a branch, or of any body with members, groups, meetings and points, as TOML files.

pub mod branch;
pub mod check;
pub mod cmd;
pub mod error;
pub mod git;
pub mod reckon;
pub mod record;
pub mod render;
pub mod report;
pub mod rulebook;
pub mod store;
pub mod ui;
pub mod words;

/// Runs the program with its arguments.
pub fn run(_args: impl IntoIterator<Item = std::ffi::OsString>) -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
