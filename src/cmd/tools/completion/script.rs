//! `zhibu completion`: the script by which a shell asks.

use clap::Args;

use super::shell::Shell;
use crate::cmd::env::Env;
use crate::error::Result;

/// Setting up the Tab key.
#[derive(Args)]
pub struct Completion {
    /// The shell
    shell: Shell,
}

/// Runs the command.
///
/// # Errors
/// A standard output that takes no more.
pub(in crate::cmd) fn run(env: &Env, args: &Completion) -> Result<()> {
    env.ui.answer(args.shell.script())
}
