//! What every command takes.

use std::path::PathBuf;

use clap::Args;

use crate::ui::{Color, Format};
use crate::words::Lang;

impl Global {
    /// Whether nothing is said but what is so anyway.
    pub(in crate::cmd) fn is_plain(&self) -> bool {
        let none = (&self.directory, &self.lang, &self.amend) == (&None, &None, &None);
        none && !self.dry_run && !self.no_commit && !self.quiet && self.format == Format::Text
    }
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
    /// Change what is sealed, and write down why
    #[arg(long, global = true, value_name = "WHY", allow_hyphen_values = true)]
    pub amend: Option<String>,
    /// Say nothing but the answer and what is wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// When to colour
    #[arg(long, global = true, default_value = "auto")]
    pub color: Color,
}
