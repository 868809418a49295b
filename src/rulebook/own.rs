//! The words a body has for itself, in `rules/branch.toml`: what its members pay, what they are called.

use super::Rulebook;
use crate::record::shape;
use crate::words::{self, Text};

shape! {
    /// The words of a body for what is its own.
    pub struct OwnWords {
        /// What one of those who belong to it is called.
        "member" => member: Option<OwnWord>,
        /// What its members pay.
        "dues" => dues: Option<OwnWord>,
        /// The unit of its money.
        "currency" => currency: Option<OwnWord>,
        /// Its meetings and activities.
        "life" => life: Option<OwnWord>,
    }
}

shape! {
    /// A word in both languages; the program's own where one is not said.
    pub struct OwnWord {
        /// In Chinese.
        "zh" => zh: Option<String>,
        /// In English.
        "en" => en: Option<String>,
    }
}

impl Rulebook {
    /// What one of those who belong to the body is called.
    pub fn word_member(&self) -> Text {
        self.own(|own| own.member.as_ref(), words::own_member())
    }

    /// What its members pay.
    pub fn word_dues(&self) -> Text {
        self.own(|own| own.dues.as_ref(), words::own_dues())
    }

    /// The unit of its money.
    pub fn word_currency(&self) -> Text {
        self.own(|own| own.currency.as_ref(), words::own_currency())
    }

    /// Its meetings and activities.
    pub fn word_life(&self) -> Text {
        self.own(|own| own.life.as_ref(), words::own_life())
    }

    fn own(&self, word: impl Fn(&OwnWords) -> Option<&OwnWord>, else_is: Text) -> Text {
        let Some(own) = self.branch.as_ref().and_then(|(_, rules)| rules.words.as_ref()).and_then(word) else {
            return else_is;
        };
        let or = |said: &Option<String>, lang| said.clone().unwrap_or_else(|| else_is.get(lang).to_owned());
        Text::new(or(&own.zh, words::Lang::Zh), or(&own.en, words::Lang::En))
    }
}
