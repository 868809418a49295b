//! `zhibu desk`: the desk of a superior, to which branches return their months.

mod bulletin;
mod due;
mod init;
mod lake;
mod offer;
mod open;
mod packages;
mod report;
mod returned;
mod site;
mod take;

use clap::Subcommand;

use crate::cmd::env::Env;
use crate::error::Result;

/// The desk of a superior.
#[derive(Subcommand)]
pub enum Desk {
    /// Make a desk for the units below
    Init(init::Init),
    /// Take returns: each is proven, and nothing is taken of a bad one
    Take(take::Take),
    /// Show who has not handed in, and since when
    Due(due::Due),
    /// Sum up a period over the units, and say who is missing
    Report(report::Report),
    /// Write the bulletin of a period: who handed in, the figures by unit, who is missing
    Bulletin(bulletin::Bulletin),
    /// Write a period as pages to read offline: month by month, unit by unit, and who is missing
    Site(site::Site),
    /// Return a month of all units to the desk above, as one file
    Return(returned::Return),
    /// Write what was taken as a few large tables, a file a year
    Lake(lake::Lake),
}

/// Runs the command; its exit code.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Desk) -> Result<u8> {
    match command {
        Desk::Init(args) => init::run(env, args)?,
        Desk::Take(args) => take::run(env, args)?,
        Desk::Due(args) => due::run(env, args)?,
        Desk::Report(args) => report::run(env, args)?,
        Desk::Bulletin(args) => bulletin::run(env, args)?,
        Desk::Site(args) => site::run(env, args)?,
        Desk::Return(args) => returned::run(env, args)?,
        Desk::Lake(args) => lake::run(env, args)?,
    }
    Ok(0)
}
