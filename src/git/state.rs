//! What git is like here, for somebody who looks why it does not do what it should.

use std::path::Path;

use super::{Git, Keeps, run};
use crate::record::Day;

/// The version of git; none where there is no git.
pub fn version() -> Option<String> {
    let output = run(Path::new("."), Keeps::Nothing, &["--version"], None).filter(|output| output.status.success())?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(said.trim_end().trim_start_matches("git version ").to_owned())
}

impl Git {
    /// Who makes commits here, as `NAME <ADDRESS>`; none where git does not know.
    pub fn identity(&self) -> Option<String> {
        let ident = self.line(&["var", "GIT_AUTHOR_IDENT"])?;
        Some(ident[..=ident.rfind('>')?].to_owned())
    }

    /// The day of the last commit.
    pub fn last_day(&self) -> Option<Day> {
        Day::parse(&self.line(&["log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d"])?)
    }
}
