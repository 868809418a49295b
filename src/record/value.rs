//! Values as this program writes them in TOML.

use std::fmt::Write;

use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::{Day, Score};

/// A value to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A day.
    Day(Day),
    /// A whole number.
    Int(i64),
    /// Points.
    Score(Score),
    /// A text on one line.
    Text(String),
    /// A text of several lines.
    Lines(String),
    /// A list on one line.
    List(Vec<Value>),
    /// A list with a line for each of its items.
    Column(Vec<Value>),
    /// A table on one line.
    Line(Vec<(&'static str, Value)>),
}

impl Value {
    /// A text from anything that shows itself: an id, the hours.
    pub fn text(text: impl std::fmt::Display) -> Self {
        Self::Text(text.to_string())
    }

    /// A list of texts on one line.
    pub fn texts<T: std::fmt::Display>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bool(yes) => write!(f, "{yes}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Int(number) => write!(f, "{number}"),
            Self::Score(score) => write!(f, "{score}"),
            Self::Text(text) => write_text(f, text),
            Self::Lines(text) => write_lines(f, text),
            Self::List(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            Self::Column(items) if items.is_empty() => f.write_str("[]"),
            Self::Column(items) => {
                f.write_str("[\n")?;
                for item in items {
                    writeln!(f, "  {item},")?;
                }
                f.write_str("]")
            }
            Self::Line(pairs) => {
                f.write_str("{ ")?;
                for (at, (key, value)) in pairs.iter().enumerate() {
                    write!(f, "{}{key} = {value}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str(" }")
            }
        }
    }
}

/// A basic string, with every control character escaped.
fn write_text(f: &mut std::fmt::Formatter<'_>, text: &str) -> std::fmt::Result {
    f.write_str(&TomlStringBuilder::new(text).as_basic().to_toml_value())
}

/// A string over several lines that reads as its text does; one with control characters is escaped on one line.
fn write_lines(f: &mut std::fmt::Formatter<'_>, text: &str) -> std::fmt::Result {
    match text.chars().any(|c| c.is_control() && c != '\n') {
        true => write_text(f, text),
        false => f.write_str(&TomlStringBuilder::new(text).as_ml_basic().to_toml_value()),
    }
}

/// Keys and values, a line each.
pub fn write_pairs(pairs: &[(&str, Value)]) -> String {
    pairs.iter().fold(String::new(), |mut text, (key, value)| {
        let _ = writeln!(text, "{key} = {value}");
        text
    })
}

/// A table with a heading, after a blank line.
pub fn write_block(name: &str, pairs: &[(&str, Value)]) -> String {
    format!("\n[[{name}]]\n{}", write_pairs(pairs))
}
