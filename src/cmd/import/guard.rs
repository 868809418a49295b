//! What a table would make the records contradict themselves in, told by its rows and columns.

use std::collections::BTreeMap;

use crate::branch::Change;
use crate::cmd::change::sound::brought;
use crate::cmd::env::Env;
use crate::error::{Excerpt, Failure, Fault, Place, Result};
use crate::record::RelPath;
use crate::sheet::Mapping;
use crate::store::Store;
use crate::words::{self, Text};

/// Which rows what is written comes of.
#[derive(Debug, Default)]
pub(super) struct Origins {
    of_file: BTreeMap<RelPath, Vec<usize>>,
    /// Of lines of ledgers, by their ids.
    of_line: BTreeMap<String, usize>,
}

impl Origins {
    /// A row of which a file comes, or a part of it.
    pub(super) fn file(&mut self, path: &RelPath, row: usize) {
        self.of_file.entry(path.clone()).or_default().push(row);
    }

    /// A row of which a line of a ledger comes.
    pub(super) fn line(&mut self, id: &str, row: usize) {
        self.of_line.insert(id.to_owned(), row);
    }

    /// The rows a place comes of; none where it was there before.
    fn rows(&self, place: &Place) -> Vec<usize> {
        let ids = place.excerpt.iter().flat_map(|excerpt| excerpt.line.split('"'));
        match ids.filter_map(|word| self.of_line.get(word)).next() {
            Some(row) => vec![*row],
            None => self.of_file.get(&place.file).cloned().unwrap_or_default(),
        }
    }

    /// Refuses what `check` would call an error afterwards and does not before.
    ///
    /// # Errors
    /// Each of them, with the rows it comes of and the column where it is known.
    pub(super) fn guard(&self, env: &Env, store: &Store, change: &Change, mapping: &Mapping) -> Result<()> {
        let brought = if change.files.is_empty() { vec![] } else { brought(env, store, change)? };
        if brought.is_empty() {
            return Ok(());
        }
        let told = brought.into_iter().map(|fault| {
            let Some(rows) = fault.place.as_ref().map(|place| self.rows(place)).filter(|rows| !rows.is_empty()) else {
                return Fault { cure: None, ..fault };
            };
            let excerpt = fault.place.as_ref().and_then(|place| place.excerpt.as_ref());
            let fact = match excerpt.and_then(key).and_then(|key| heading(mapping, key)) {
                Some(heading) => words::in_column(heading, fault.fact),
                None => fault.fact,
            };
            Fault { place: None, cure: None, fact: words::in_rows(words::rows(&rows), fact), ..fault }
        });
        let mut faults = vec![Fault::new("in-the-way", words::would_contradict())];
        faults.extend(told);
        if let Some(last) = faults.last_mut() {
            last.cure = Some(words::cure_table_contradicts());
        }
        Err(Failure::of(faults).into())
    }
}

/// The key whose value a place is, or whose list it is in, on its line.
fn key(excerpt: &Excerpt) -> Option<&str> {
    let (before, _) = excerpt.line.get(..excerpt.from)?.rsplit_once('=')?;
    before.trim_end().rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().filter(|key| !key.is_empty())
}

/// The heading of the column that a key is read from.
fn heading(mapping: &Mapping, key: &str) -> Option<Text> {
    let field = match key {
        "is" => "standing",
        "member" => "name",
        "present" => "those-present",
        "absent" => "those-absent",
        "late" => "those-late",
        other => other,
    };
    mapping.heading(field).map(|heading| Text::same(words::shown(heading)))
}
