//! Every sentence a person reads, in Chinese and in English.
//!
//! A sentence is a function made by `sentences!`; one without both languages does not compile.
//! It gives a [`Text`], which carries both, so that the pure layers need not know who is reading.

mod accepted;
mod agenda;
mod appraisal;
mod audit;
mod bulletin;
mod call;
mod campaign;
mod cell;
mod declared;
mod desk;
mod doctor;
mod due;
mod dues;
mod duty;
mod early;
mod edition;
mod erase;
mod example;
mod explain;
mod fault;
mod fields;
mod figure;
mod finding;
mod git;
mod help;
mod help_zh;
mod history;
mod import;
mod issue;
mod log;
mod measure;
mod new_directory;
mod noun;
mod own;
mod package;
mod page;
mod paper;
mod plan;
mod posting;
mod progress;
mod recount;
mod refused;
mod request;
mod rules;
mod said;
mod scheme;
mod seal;
mod shell;
mod site;
mod sitting;
mod size;
mod status;
mod steps;
mod store;
mod study;
mod sync;
mod syntax;
mod talk;
mod task;
mod undo;
mod upgrade;
mod validity;
mod visit;
mod vote;
mod workbook;

pub use accepted::*;
pub use agenda::*;
pub use appraisal::*;
pub use audit::*;
pub use bulletin::*;
pub use call::*;
pub use campaign::*;
pub use cell::*;
pub use declared::*;
pub use desk::*;
pub use doctor::*;
pub use due::*;
pub use dues::*;
pub use duty::*;
pub use early::*;
pub use edition::*;
pub use erase::*;
pub use example::*;
pub use explain::{Explanation, cure_no_code, explanations, no_code};
pub use fault::*;
pub use fields::*;
pub use figure::*;
pub use finding::*;
pub use git::*;
pub use help::*;
pub use history::*;
pub use import::*;
pub use issue::*;
pub use log::*;
pub use measure::*;
pub use new_directory::*;
pub use noun::*;
pub use own::*;
pub use package::*;
pub use page::*;
pub use paper::*;
pub use plan::*;
pub use posting::*;
pub use progress::*;
pub use recount::*;
pub use refused::*;
pub use request::*;
pub use rules::*;
pub use said::*;
pub use scheme::*;
pub use seal::*;
pub use shell::*;
pub use site::*;
pub use sitting::*;
pub use size::*;
pub use status::*;
pub use steps::*;
pub use store::*;
pub use study::*;
pub use sync::*;
pub use syntax::*;
pub use talk::*;
pub use task::*;
pub use undo::*;
pub use upgrade::*;
pub use validity::*;
pub use visit::*;
pub use vote::*;
pub use workbook::*;

use std::borrow::Cow;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a locale's name: `zh_CN.UTF-8`, `en`; none for `C`, `POSIX` and languages not spoken here.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '@', '-']).next()?;
        match language.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Its id: `zh`, `en`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    zh: String,
    en: String,
}

impl Text {
    /// A text of two wordings.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// A text that reads the same in every language: a name, a date, a path.
    pub fn same(word: impl Into<String>) -> Self {
        let word = word.into();
        Self { zh: word.clone(), en: word }
    }

    /// The wording in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The same with a capital at its beginning, where the language has them.
    #[must_use]
    pub fn begun(&self) -> Self {
        Self { zh: self.zh.clone(), en: begun(&self.en) }
    }

    /// Joins parts: with `、` in Chinese, with a comma in English.
    pub fn list(parts: impl IntoIterator<Item = Self>) -> Self {
        let (zh, en): (Vec<_>, Vec<_>) = parts.into_iter().map(|part| (part.zh, part.en)).unzip();
        Self { zh: zh.join("、"), en: en.join(", ") }
    }

    /// Joins clauses: with `；` in Chinese, with a semicolon in English.
    pub fn clauses(parts: impl IntoIterator<Item = Self>) -> Self {
        let (zh, en): (Vec<_>, Vec<_>) = parts.into_iter().map(|part| (part.zh, part.en)).unzip();
        Self { zh: zh.join("；"), en: en.join("; ") }
    }

    /// Joins parts with the same separator in both languages.
    pub fn join(parts: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let (zh, en): (Vec<_>, Vec<_>) = parts.into_iter().map(|part| (part.zh, part.en)).unzip();
        Self { zh: zh.join(separator), en: en.join(separator) }
    }
}

/// A wording with a capital at its beginning, where its letters have them.
pub fn begun(wording: &str) -> String {
    let mut rest = wording.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest.clone()).collect()
}

/// What can stand in a sentence.
pub trait Say {
    /// Its wording in a language.
    fn say(&self, lang: Lang) -> Cow<'_, str>;
}

impl Say for Text {
    fn say(&self, lang: Lang) -> Cow<'_, str> {
        self.get(lang).into()
    }
}

impl Say for str {
    fn say(&self, _: Lang) -> Cow<'_, str> {
        self.into()
    }
}

impl Say for String {
    fn say(&self, _: Lang) -> Cow<'_, str> {
        self.as_str().into()
    }
}

impl<T: Say + ?Sized> Say for &T {
    fn say(&self, lang: Lang) -> Cow<'_, str> {
        (**self).say(lang)
    }
}

/// Types whose `Display` is the same in every language.
macro_rules! say_as_shown {
    ($($kind:ty),* $(,)?) => {$(
        impl $crate::words::Say for $kind {
            fn say(&self, _: $crate::words::Lang) -> std::borrow::Cow<'_, str> {
                self.to_string().into()
            }
        }
    )*};
}
pub(crate) use say_as_shown;

say_as_shown!(usize, u32, u64, i32, i64);

/// Makes a function a sentence: its arguments are anything that can be said, its result a [`Text`].
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident),*) { zh: $zh:literal, en: $en:literal $(,)? })*) => {$(
        $(#[$doc])*
        pub fn $name($($arg: impl $crate::words::Say),*) -> $crate::words::Text {
            let zh = {
                $(let $arg = $arg.say($crate::words::Lang::Zh);)*
                format!($zh)
            };
            let en = {
                $(let $arg = $arg.say($crate::words::Lang::En);)*
                format!($en)
            };
            $crate::words::Text::new(zh, en)
        }
    )*};
}
pub(crate) use sentences;

/// A number with its noun: `1 record`, `2 records`; Chinese needs no plural.
pub fn count(number: usize, zh: &str, one: &str, many: &str) -> Text {
    Text::new(format!("{number} {zh}"), format!("{number} {}", if number == 1 { one } else { many }))
}
