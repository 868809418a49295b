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

use std::ffi::OsString;
use std::process::ExitCode;

use cmd::Env;

/// Runs the program with its arguments, the name of the program first; its exit code: 0 done, 1 findings or refused, 2
/// the words of the call were wrong.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<_> = args.into_iter().collect();
    let cli = match cmd::parse(&args) {
        Ok(cli) => cli,
        Err(code) => return ExitCode::from(code),
    };
    let ui = cmd::printer(&cli.global);
    let done = Env::new(&cli.global, ui).and_then(|env| cmd::run(&env, &cli.command));
    ExitCode::from(done.unwrap_or_else(|error| ui.failure(&error)))
}
