//! The words of a call: the commands, and what every one of them takes.

use clap::{Parser, Subcommand};

use super::global::Global;

/// Keep the records of a branch as plain files
///
/// Members, groups, meetings and points are TOML files in a directory that git can keep. One command logs an activity; one exports the month.
#[derive(Parser)]
#[command(name = "zhibu", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Make a directory for records
    Init(super::init::Init),
    /// Keep the people of the branch
    #[command(subcommand)]
    Member(super::member::Member),
    /// Keep the groups of the branch
    #[command(subcommand)]
    Group(super::group::Group),
    /// Log meetings and activities
    #[command(subcommand)]
    Meeting(super::meeting::Meeting),
    /// Award points and tell why a figure is what it is
    #[command(subcommand)]
    Points(super::points::Points),
    /// Sum up a period
    Report(super::report::Report),
    /// Write the month's tables as CSV
    Export(super::export::Export),
    /// Find what is wrong in the records
    Check(super::check::Check),
}
