//! A cell of a table.

use crate::record::{Clock, DateHints, Day, Month, NoDay, written_day, written_month};
use crate::words::{self, Text};

/// What spreadsheets show where a formula failed, also in a text that they save.
const FAILURES: &[&str] = &["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"];

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
    /// A moment that a workbook knows to be one: a day and the hours.
    Moment(Day, Clock),
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
            text if FAILURES.contains(&text) => Self::Failed(text.to_owned()),
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
            // A spreadsheet keeps fifteen digits of a number.
            Self::Number(text) if text.bytes().filter(u8::is_ascii_digit).count() > 15 => {
                Err(words::number_without_end(text))
            }
            Self::Text(text) | Self::Number(text) => Ok(Some(text.clone())),
            Self::Day(day) => Ok(Some(day.to_string())),
            Self::Moment(day, hours) => Ok(Some(format!("{day} {hours}"))),
            Self::Failed(what) => Err(words::cell_failed(words::shown(what))),
            Self::Unreckoned => Err(words::cell_unreckoned()),
        }
    }

    /// The day it means, and the hours where it says them.
    ///
    /// # Errors
    /// Why it is no day.
    pub fn day(&self, hints: DateHints) -> Result<(Day, Option<Clock>), NoDay> {
        match self {
            Self::Day(day) => Ok((*day, None)),
            Self::Moment(day, hours) => Ok((*day, Some(*hours))),
            Self::Text(text) => written_day(text, hints),
            // 11.5 that a workbook takes for a number may have been 11.50.
            Self::Number(text) => match written_day(text, DateHints { order: hints.order, ..DateHints::default() }) {
                Err(NoDay::NoYear) => Err(NoDay::None),
                read => read,
            },
            Self::Empty | Self::Failed(_) | Self::Unreckoned => Err(NoDay::None),
        }
    }

    /// The month it means.
    ///
    /// # Errors
    /// Why it is no month.
    pub fn month(&self, hints: DateHints) -> Result<Month, NoDay> {
        match self {
            Self::Text(text) | Self::Number(text) => written_month(text, hints),
            other => other.day(hints).map(|(day, _)| Month::of(day)),
        }
    }
}
