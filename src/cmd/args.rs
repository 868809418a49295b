//! The words of a call: what every command takes, and values with a form of their own.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::ui::{Color, Format};
use crate::words::Lang;

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

/// What every command takes.
#[derive(Args, Clone)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// Run as if started in this directory
    #[arg(short = 'C', global = true, value_name = "DIR")]
    pub directory: Option<PathBuf>,
    /// The language: zh or en
    #[arg(long, global = true)]
    pub lang: Option<Lang>,
    /// How tables are written
    #[arg(long, global = true, default_value = "text")]
    pub format: Format,
    /// Show what would change, and write nothing
    #[arg(long, global = true)]
    pub dry_run: bool,
    /// Write, but make no commit
    #[arg(long, global = true)]
    pub no_commit: bool,
    /// Say nothing but the answer and what is wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// When to colour
    #[arg(long, global = true, default_value = "auto")]
    pub color: Color,
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
