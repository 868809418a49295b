//! The commits that commands still owe: written down before files are, struck out when git has them.
//!
//! None of it has to be durable. What is lost here is found again as a change that is not committed.

use std::fs;

use serde::{Deserialize, Serialize};

use super::{Lock, Store};
use crate::branch::{Change, FileChange, What};
use crate::record::RelPath;

/// A commit that a command owes.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// What it says in its first line.
    pub subject: String,
    /// What else it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The files it is of.
    paths: Vec<String>,
    /// Those of them that go.
    #[serde(default)]
    gone: Vec<String>,
    /// What programs read at its end, a name and a value each.
    pub trailers: Vec<(String, String)>,
}

#[derive(Default, Deserialize, Serialize)]
struct List {
    #[serde(default)]
    commit: Vec<Missing>,
}

impl Missing {
    /// The commit of a change.
    pub fn new(change: &Change, subject: &str, trailers: Vec<(String, String)>) -> Self {
        let paths = |files: &mut dyn Iterator<Item = &FileChange>| files.map(|file| file.path.to_string()).collect();
        Self {
            subject: subject.to_owned(),
            body: change.why.clone(),
            paths: paths(&mut change.files.iter()),
            gone: paths(&mut change.files.iter().filter(|file| matches!(file.what, What::Remove))),
            trailers,
        }
    }

    /// The files it is of.
    pub fn paths(&self) -> Vec<RelPath> {
        self.paths.iter().filter_map(|path| RelPath::new(path)).collect()
    }

    /// Whether it takes a file away.
    pub fn removes(&self, path: &RelPath) -> bool {
        self.gone.iter().any(|gone| gone == path.as_str())
    }

    /// Whether it is of a file of which another is, too.
    pub fn meets(&self, other: &Self) -> bool {
        self.paths.iter().any(|path| other.paths.contains(path))
    }

    /// Takes in a later one that meets it: git cannot tell their lines apart any more.
    pub fn join(&mut self, later: Self, subject: String) {
        self.subject = subject;
        self.body = [self.body.take(), later.body].into_iter().flatten().reduce(|one, other| one + "\n\n" + &other);
        self.paths.extend(later.paths.iter().cloned());
        self.paths.sort();
        self.paths.dedup();
        // What the later one writes is not gone any more.
        self.gone.retain(|path| !later.paths.contains(path));
        self.gone.extend(later.gone);
        self.trailers.extend(later.trailers);
        self.trailers.dedup();
    }
}

/// The name of the list among the working files.
const NAME: &str = "uncommitted";

impl Store {
    /// The commits that earlier commands owe.
    pub fn missing(&self) -> Vec<Missing> {
        let text = fs::read_to_string(self.work().join(NAME)).unwrap_or_default();
        toml::from_str::<List>(&text).unwrap_or_default().commit
    }
}

impl Lock<'_> {
    /// Writes down which commits are owed from now on.
    pub fn owes(&self, commits: Vec<Missing>) {
        let path = self.store.work().join(NAME);
        let _ = match commits.is_empty() {
            true => fs::remove_file(path),
            false => match toml::to_string(&List { commit: commits }) {
                Ok(text) => fs::write(path, text),
                Err(_) => Ok(()),
            },
        };
    }
}
