//! The commands that can be taken back.

use super::table::{Cell, ColumnKind, Extent, Table};
use crate::words::{self, Text};

/// A command, as its commit tells it.
#[derive(Clone, Debug)]
pub struct CommandRow {
    /// Its commit, in short.
    pub commit: String,
    /// Day, time and zone of the commit.
    pub written: String,
    /// Who wrote it.
    pub author: String,
    /// What it did, in a sentence.
    pub subject: String,
    /// The command: `points award`.
    pub command: String,
    /// The commit that took it back, in short, where one did.
    pub undone: Option<String>,
}

/// The commands, the last first; for people with the time to the minute.
pub fn commands(rows: &[CommandRow], extent: Extent) -> Table {
    use ColumnKind::{Id, Text as Words};
    let columns = [
        ("commit", Id),
        ("written", Words),
        ("author", Words),
        ("command", Words),
        ("subject", Words),
        ("undone_by", Id),
    ];
    let row = |row: &CommandRow| {
        let written = row.written.get(..16).filter(|_| extent == Extent::Brief).unwrap_or(&row.written);
        let text = |text: &str| Cell::from(Text::same(words::shown(text)));
        vec![
            text(&row.commit),
            text(written),
            text(&row.author),
            text(&row.command),
            text(&row.subject),
            row.undone.as_deref().map(Text::same).into(),
        ]
    };
    Table::new("commands", &columns, rows.iter().map(row).collect())
}
