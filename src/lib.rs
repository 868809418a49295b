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
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let env = match Env::new(&cli.global) {
        Ok(env) => env,
        Err(_) => return ExitCode::from(2),
    };
    match cmd::run(&env, &cli.command) {
        Ok(code) => ExitCode::from(code),
        Err(error) => ExitCode::from(env.ui.failure(&error)),
    }
}
