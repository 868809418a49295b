//! A cell of a table.

use crate::record::Day;
use crate::words::{self, Text};

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, without the spaces around it.
    Text(String),
    /// A number that a workbook knows to be one, as digits.
    Number(String),
    /// A day that a workbook knows to be one.
    Day(Day),
    /// What a spreadsheet shows where it failed: `#REF!`.
    Failed(String),
    /// A formula of which the file has no result.
    Unreckoned,
}

impl Cell {
    /// A cell that a person wrote. The apostrophe by which a spreadsheet is kept from running a text is taken off.
    pub(super) fn written(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let kept = text
            .strip_prefix('\'')
            .filter(|rest| rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
        match kept.unwrap_or(text) {
            "" => Self::Empty,
            text => Self::Text(text.to_owned()),
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// What it says; none where it is empty.
    ///
    /// # Errors
    /// A cell whose formula failed, or was never reckoned.
    pub fn text(&self) -> Result<Option<String>, Text> {
        match self {
            Self::Empty => Ok(None),
            Self::Text(text) | Self::Number(text) => Ok(Some(text.clone())),
            Self::Day(day) => Ok(Some(day.to_string())),
            Self::Failed(what) => Err(words::cell_failed(words::shown(what))),
            Self::Unreckoned => Err(words::cell_unreckoned()),
        }
    }
}
