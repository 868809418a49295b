//! `zhibu.toml`: the name of the branch and how its records are kept.

use super::reading::{At, FromToml, Node, Span};
use super::shape::shape;
use super::{BranchId, Day};
use super::{Definitions, Json, one_of};
use crate::words::{self, Lang};

/// The version of the files this program reads and writes.
pub const SCHEMA: i64 = 2;

shape! {
    /// `zhibu.toml`.
    pub struct Settings {
        /// The name of the branch.
        "name" => name: String,
        /// The id by which others know the branch; none in files of before version 2.
        "id" => id: Option<At<BranchId>>,
        /// The version of the files.
        "schema" => schema: i64,
        /// The language of exported files and of commits, and of the screen where nothing else says one.
        "lang" => lang: Option<Lang>,
        /// The first day of which the branch keeps its records here: nothing is owed before it.
        "since" => since: Option<At<Day>>,
        /// What is done with git.
        "git" => git: Option<GitSettings>,
        /// How CSV files are written.
        "csv" => csv: Option<CsvSettings>,
        /// Words of its own for calls.
        "alias" => aliases: Vec<Alias>,
    }
}

shape! {
    /// A word of the branch's own for a call.
    pub struct Alias {
        /// The word.
        "word" => word: At<String>,
        /// The beginning of the call that it means: `meeting log group -g 刑侦`.
        "means" => means: At<String>,
    }
}

shape! {
    /// What is done with git.
    pub struct GitSettings {
        /// Whether each changing command is a commit; yes where it is not said.
        "commit" => commit: Option<bool>,
    }
}

shape! {
    /// How CSV files are written.
    pub struct CsvSettings {
        /// Whether they begin with a byte-order mark, by which Excel knows UTF-8; yes where it is not said.
        "bom" => bom: Option<bool>,
    }
}

impl Settings {
    /// Those that say no more than the name.
    pub fn named(name: &str) -> Self {
        let span = Span::default();
        Self {
            name: name.to_owned(),
            id: None,
            schema: SCHEMA,
            lang: None,
            since: None,
            git: None,
            csv: None,
            aliases: vec![],
            span,
        }
    }

    /// Whether `zhibu upgrade` has something to do: an older version, or no id.
    pub fn is_outdated(&self) -> bool {
        self.schema < SCHEMA || self.id.is_none()
    }

    /// Whether each changing command is a commit.
    pub fn commits(&self) -> bool {
        self.git.as_ref().and_then(|git| git.commit).unwrap_or(true)
    }

    /// Whether CSV files begin with a byte-order mark.
    pub fn bom(&self) -> bool {
        self.csv.as_ref().and_then(|csv| csv.bom).unwrap_or(true)
    }
}

impl FromToml for Lang {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let text = String::from_toml(node)?;
        let lang = [Self::Zh, Self::En].into_iter().find(|lang| lang.id() == text);
        if lang.is_none() {
            node.fault("bad-lang", words::bad_lang(words::shown(&text)));
        }
        lang
    }

    fn schema(_: &mut Definitions) -> Json {
        one_of([Self::Zh, Self::En].map(Self::id))
    }
}
