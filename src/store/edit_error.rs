//! Why a text could not be edited.

use crate::words::{self, Text};

/// Why a text could not be edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The text is no TOML.
    NotToml(Text),
    /// The key is not there, or no list or table as the edit needs.
    NoPlace(String),
    /// The edit would have changed more, or less, than it means.
    Unsafe,
}

impl EditError {
    /// What is wrong, as it is told.
    pub fn fact(&self) -> Text {
        match self {
            Self::NotToml(what) => what.clone(),
            Self::NoPlace(key) => words::no_place(key),
            Self::Unsafe => words::unsafe_edit(),
        }
    }
}

impl std::fmt::Display for EditError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.fact().get(words::Lang::En))
    }
}

impl std::error::Error for EditError {}
