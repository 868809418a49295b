//! Records that git has and the disk does not: no figure is made without them and not a word of it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::thread::{JoinHandle, spawn};

use crate::branch::FileKind;
use crate::git::{self, Git};
use crate::record::RelPath;
use crate::store::Store;

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

/// The directory from a folder upwards whose `zhibu.toml` git has and the disk does not.
pub(in crate::cmd) fn directory_of(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let top = Git::around(&folder).ok()?.top().to_owned();
    let within = folder.ancestors().take_while(|folder| folder.canonicalize().is_ok_and(|at| at.starts_with(&top)));
    within.filter(|folder| Store::is_at(folder).is_none()).find(|folder| Git::find(folder).is_ok()).map(Path::to_owned)
}

/// The records of a directory that are gone.
pub(in crate::cmd) fn of(root: &Path) -> Vec<RelPath> {
    let Ok(git) = Git::find(root) else { return vec![] };
    let store = Store::at(root.to_owned());
    // What a command took away is no loss: only its commit is still to come.
    let lost = |among: &[RelPath]| {
        let before = store.missing();
        let mut gone = git.gone_of(among);
        let owed = [before, store.missing()].concat();
        gone.retain(|path| FileKind::of(path).is_some() && !owed.iter().any(|one| one.removes(path)));
        gone
    };
    match lost(&[]) {
        none if none.is_empty() => none,
        // A command may just have been between its files and its commit: what is lost stays lost.
        some => lost(&some),
    }
}
