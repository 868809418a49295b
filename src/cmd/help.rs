//! The words of a call are read, and help is shown in the language of the call.

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

use super::args::Cli;

/// The command line, as clap knows it.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Reads the words of a call.
///
/// # Errors
/// Words that are wrong, or help that was asked for, as clap tells it.
pub fn parse(args: &[OsString]) -> Result<Cli, clap::Error> {
    Cli::from_arg_matches(&command().try_get_matches_from(args)?)
}
