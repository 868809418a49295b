//! Those of many that what was typed may become.

use clap_complete::CompletionCandidate;

use crate::branch::{Begun, begun};
use crate::words::{self, Lang, Text};

/// One that may be meant: its id, the names it is called by, and what is said beside it.
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) names: Vec<String>,
    pub(super) said: Text,
}

impl Choice {
    /// One with a name, which is said beside its id.
    pub(super) fn named(id: impl Into<String>, name: &str) -> Self {
        Self { id: id.into(), names: vec![name.to_owned()], said: Text::same(words::shown(name)) }
    }

    /// A word that means something.
    pub(super) fn word(word: impl Into<String>, said: Text) -> Self {
        Self { id: word.into(), names: vec![], said }
    }
}

/// The candidates for what was typed: an id that begins so, a name with it, or an id whose name is spelled so.
pub(super) fn fitting(choices: Vec<Choice>, typed: &str, lang: Lang) -> Vec<CompletionCandidate> {
    // What begins with a dash is an option, not a name in pinyin.
    if typed.starts_with('-') {
        return vec![];
    }
    let candidate = |choice: &Choice| {
        let names = choice.names.iter().map(String::as_str);
        let value = match begun(typed, &choice.id, names)? {
            Begun::Name(name) if can_be_put_in(name) => name.to_owned(),
            _ => choice.id.clone(),
        };
        let said = match value == choice.id {
            true => choice.said.get(lang).to_owned(),
            false => choice.id.clone(),
        };
        Some(CompletionCandidate::new(value).help(Some(said.into())))
    };
    choices.iter().filter_map(candidate).collect()
}

/// Whether a shell takes a name as one word as it stands.
fn can_be_put_in(name: &str) -> bool {
    name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}
