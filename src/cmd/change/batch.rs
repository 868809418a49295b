//! A change that is one of several: it is decided, and taken by the command that makes all of them at once.

use std::cell::RefCell;

use super::decision::Decision;
use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::store::Store;
use crate::words::{self, Lang, Text};

/// The records a change is decided on, and what was decided.
pub(in crate::cmd) struct Batch {
    store: Store,
    taken: RefCell<Option<Taken>>,
}

/// What was decided.
pub(in crate::cmd) struct Taken {
    /// The decision.
    pub(in crate::cmd) decision: Decision,
    /// The language of files.
    pub(in crate::cmd) lang: Lang,
}

impl Batch {
    /// Changes are decided on these records.
    pub(in crate::cmd) fn on(store: Store) -> Self {
        Self { store, taken: RefCell::default() }
    }

    /// The records.
    pub(in crate::cmd) fn store(&self) -> &Store {
        &self.store
    }

    /// Decides, and keeps what was decided.
    ///
    /// # Errors
    /// What is refused, and what would have to be asked.
    pub(super) fn take(
        &self,
        lang: impl FnOnce(&Branch) -> Lang,
        read: impl Fn(&Store) -> Result<Branch>,
        decide: impl FnOnce(&Branch, &Store) -> Result<(Option<Text>, Decision)>,
    ) -> Result<()> {
        let branch = read(&self.store)?;
        let (question, decision) = decide(&branch, &self.store)?;
        if let Some(question) = question {
            return Err(Failure::refused(words::not_sure(question)).into());
        }
        self.taken.replace(Some(Taken { decision, lang: lang(&branch) }));
        Ok(())
    }

    /// What was decided; none where nothing was.
    pub(in crate::cmd) fn taken(&self) -> Option<Taken> {
        self.taken.take()
    }
}
