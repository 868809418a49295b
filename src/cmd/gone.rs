//! Records that git has and the disk does not: no figure is made without them and not a word of it.

use std::cell::RefCell;
use std::path::Path;
use std::thread::{JoinHandle, spawn};

use crate::branch::FileKind;
use crate::git::{self, Git};
use crate::record::RelPath;

/// The search for records that are gone, which goes on beside what a command does.
#[derive(Default)]
pub(in crate::cmd) struct Gone(RefCell<Search>);

#[derive(Default)]
enum Search {
    #[default]
    NotBegun,
    Begun(JoinHandle<Vec<RelPath>>),
    Done,
}

impl Gone {
    /// Begins to search a directory, where that was not done yet.
    pub(in crate::cmd) fn search(&self, root: &Path) {
        let mut search = self.0.borrow_mut();
        if matches!(*search, Search::NotBegun) && git::lies_in_one(root) {
            let root = root.to_owned();
            *search = Search::Begun(spawn(move || of(&root)));
        }
    }

    /// What was found; nothing where that was asked before.
    pub(in crate::cmd) fn found(&self) -> Vec<RelPath> {
        match self.0.replace(Search::Done) {
            Search::Begun(search) => search.join().unwrap_or_default(),
            Search::NotBegun | Search::Done => vec![],
        }
    }
}

/// The records of a directory that are gone.
pub(in crate::cmd) fn of(root: &Path) -> Vec<RelPath> {
    let gone = Git::find(root).map(|git| git.gone()).unwrap_or_default();
    gone.into_iter().filter(|path| FileKind::of(path).is_some()).collect()
}
