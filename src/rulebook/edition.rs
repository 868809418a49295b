//! `rules/editions.toml`: what of the month's tables goes to whom.

use crate::record::{At, EditionId, Span, choice, shape};
use crate::words::{self, Lang};

/// The edition that has everything; no rule need say so.
pub const FULL: &str = "full";

/// The edition without anybody: only what can be added up.
pub const COUNTS: &str = "counts";

shape! {
    /// `rules/editions.toml`.
    pub struct EditionRules {
        /// The editions, besides the full one.
        "edition" => editions: Vec<Edition>,
    }
}

shape! {
    /// What of the tables somebody gets.
    pub struct Edition {
        /// Its id.
        "id" => id: At<EditionId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// How people are named; in full where it is not said.
        "names" => names: Option<Naming>,
        /// The tables it has; all of them, whole, where none is named.
        "tables" => tables: Vec<EditionTable>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// What of a table an edition has.
    pub struct EditionTable {
        /// The table.
        "table" => table: At<String>,
        /// The columns it has; all where none is named.
        "columns" => columns: Vec<At<String>>,
        /// The columns it does not have.
        "without" => without: Vec<At<String>>,
    }
}

/// How people are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// By their names.
    Full,
    /// By their surnames alone.
    Masked,
}

choice! { Naming: [("full", Self::Full), ("masked", Self::Masked)] }

impl Edition {
    /// The edition that every rulebook has besides the full one: only what can be added up, without anybody.
    pub fn counts() -> Self {
        let span = Span::default();
        let id = EditionId::new(COUNTS).unwrap_or_else(|| unreachable!("an edition has an id"));
        let table = EditionTable { table: At::new("measures".to_owned()), columns: vec![], without: vec![], span };
        Self {
            id: At::new(id),
            name: words::counts_edition().get(Lang::Zh).to_owned(),
            name_en: Some(words::counts_edition().get(Lang::En).to_owned()),
            name_zh: None,
            names: Some(Naming::Masked),
            tables: vec![table],
            source: None,
            span,
        }
    }

    /// Whether people are named by their surnames alone.
    pub fn is_masked(&self) -> bool {
        self.names == Some(Naming::Masked)
    }

    /// What it has of a table; none where it does not have it, nothing to choose where it has all of it.
    pub fn of_table(&self, id: &str) -> Option<Option<&EditionTable>> {
        match self.tables.is_empty() {
            true => Some(None),
            false => self.tables.iter().find(|table| table.table.value == id).map(Some),
        }
    }
}

impl EditionTable {
    /// Whether it has a column.
    pub fn has(&self, column: &str) -> bool {
        let named = |columns: &[At<String>]| columns.iter().any(|one| one.value == column);
        (self.columns.is_empty() || named(&self.columns)) && !named(&self.without)
    }
}
