//! A change is carried out: load, decide, commit, say.

use std::mem::ManuallyDrop;

use super::amend::{self, Amending};
use super::decision::{Asked, Decision, Trailers};
use super::keep::Keeping;
use super::{moved, outdated};
use crate::branch::{Branch, Change, FileChange, FileKind, What};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::render;
use crate::store::{Planned, Query, Store};
use crate::words::{self, Text};

/// So many bytes may be copied without a word.
const LARGE: u64 = 20 * 1024 * 1024;

/// So many files of a change are named.
const MANY: usize = 40;

impl Env {
    /// Load, decide, commit, say.
    ///
    /// # Errors
    /// Whatever is wrong with the records, or what `decide` refuses; nothing is written then.
    pub fn change(&self, query: &Query, decide: impl FnOnce(&Branch, &Store) -> Result<Decision>) -> Result<()> {
        self.change_read(|store| store.load(query), decide)
    }

    /// The same, with records that are read in a way of their own.
    ///
    /// # Errors
    /// Whatever is wrong with the records, or what `decide` refuses; nothing is written then.
    pub fn change_read(
        &self,
        read: impl Fn(&Store) -> Result<Branch>,
        decide: impl FnOnce(&Branch, &Store) -> Result<Decision>,
    ) -> Result<()> {
        // Decided anew it would draw other ids.
        self.carry_out(
            read,
            |branch, store| Ok((None, decide(branch, store)?, vec![])),
            |_, _, decision, trailers| Ok((None, decision, trailers)),
        )
    }

    /// The same for what the user has to be sure of, by `yes` or by an answer.
    ///
    /// # Errors
    /// A user who is not sure; else as for `change`.
    pub fn change_if_sure(
        &self,
        yes: bool,
        query: &Query,
        decide: impl Fn(&Branch, &Store) -> Result<Asked>,
    ) -> Result<()> {
        self.change_signed(query, |branch, store| {
            let Asked { question, decision } = decide(branch, store)?;
            Ok(((!yes).then_some(question), decision, vec![]))
        })
    }

    /// The same, asked only where there is a question, with more trailers in the commit.
    ///
    /// # Errors
    /// As for `change_if_sure`.
    pub(in crate::cmd) fn change_signed(
        &self,
        query: &Query,
        decide: impl Fn(&Branch, &Store) -> Result<(Option<Text>, Decision, Trailers)>,
    ) -> Result<()> {
        self.carry_out(|store| store.load(query), &decide, |branch, store, _, _| decide(branch, store))
    }

    /// Carries out what is decided, and asked where there is a question. Questions wait without the lock, so that others
    /// can go on; what comes of the records meanwhile is decided `anew`, and must be what was asked.
    fn carry_out(
        &self,
        read: impl Fn(&Store) -> Result<Branch>,
        decide: impl FnOnce(&Branch, &Store) -> Result<(Option<Text>, Decision, Trailers)>,
        anew: impl FnOnce(&Branch, &Store, Decision, Trailers) -> Result<(Option<Text>, Decision, Trailers)>,
    ) -> Result<()> {
        if let Some(batch) = self.batch() {
            let decide = |branch: &Branch, store: &Store| decide(branch, store).map(|(question, it, _)| (question, it));
            return batch.take(|branch| self.file_lang(branch), read, decide);
        }
        let store = self.store()?;
        let guard = |branch: &Branch, change: &Change| amend::guard(self, &store, change, self.file_lang(branch));
        if self.global.dry_run {
            let branch = read(&store)?;
            let (_, Decision { mut change, .. }, _) = decide(&branch, &store)?;
            if let Some(amending) = guard(&branch, &change)? {
                amending.add_to(&mut change);
            }
            for Planned { path, old, new, .. } in store.preview(&change)? {
                self.ui.answer(&render::diff(path.as_str(), old.as_deref(), new.as_deref()))?;
            }
            return Ok(());
        }
        let command = self.words().join(" ");
        let lock = || self.lock(&store, &command);
        let mut held = lock()?;
        let keeping = Keeping::of(self, &store);
        keeping.catch_up(&held);
        let mut branch = ManuallyDrop::new(read(&store)?);
        let (question, mut decision, mut trailers) = decide(&branch, &store)?;
        let mut amending = guard(&branch, &decision.change)?;
        let asks_to_amend = amending.is_some() && self.ui.can_ask();
        if question.is_some() || asks_to_amend {
            drop(held);
            if let Some(question) = question.as_ref().filter(|question| !self.ui.ask(question)) {
                return Err(Failure::refused(words::not_sure(question)).cure(words::cure_not_sure()).into());
            }
            if let Some(asked) = amending.as_ref().filter(|asked| asks_to_amend && !self.ui.ask(&asked.question)) {
                return Err(Failure::refused(words::not_sure(&asked.question)).into());
            }
            held = lock()?;
            keeping.catch_up(&held);
            branch = ManuallyDrop::new(read(&store)?);
            let (question_now, decision_now, trailers_now) = anew(&branch, &store, decision, trailers)?;
            let amending_now = guard(&branch, &decision_now.change)?;
            if question_now != question || !Amending::are_alike(amending_now.as_ref(), amending.as_ref()) {
                let failure = Failure::refused(words::changed_meanwhile());
                return Err(failure.cure(words::cure_changed_meanwhile()).into());
            }
            (decision, amending, trailers) = (decision_now, amending_now, trailers_now);
        }
        let Decision { mut change, said } = decision;
        match amending {
            Some(amending) => amending.add_to(&mut change),
            None if self.global.amend.is_some() && !change.files.iter().any(amend::is_of_seal) => {
                self.ui.say(&words::amend_not_needed());
            }
            None => {}
        }
        let since = outdated::since(self, &store, &change);
        let totals = moved::before(self, &store, &change);
        let lang = self.file_lang(&branch);
        let commits = branch.settings.commits() && !self.global.no_commit;
        let trailers = commits.then_some(trailers);
        let (paths, owed) = keeping.write(&held, &change, lang, trailers, &FileKind::read_back)?;
        if paths.is_empty() {
            self.ui.say(&words::nothing_changed());
            return Ok(());
        }
        self.ui.say(&said);
        // Of a change of very many files some are enough to see where they are.
        let shown = if paths.len() > MANY { MANY / 2 } else { paths.len() };
        for path in &paths[..shown] {
            self.ui.say(&Text::same(format!("  {path}")));
        }
        if shown < paths.len() {
            self.ui.say(&words::more_files(paths.len() - shown));
        }
        if self.global.amend.is_some() {
            amend::tell(self, &store, &paths);
        }
        for file in change.files.iter().filter(|file| is_new_evidence(file, &store)) {
            if let Some(size) = store.size(&file.path).filter(|size| *size > LARGE) {
                self.ui.warn(&words::large_copy(&file.path, size.div_ceil(1024 * 1024)));
            }
        }
        let trouble = owed.and_then(|owed| keeping.commit(&held, &change, &paths, &owed));
        // Held until here, so that the commit has this command's lines and no others.
        drop(held);
        if let Some(before) = totals {
            moved::tell(self, &store, &before);
        }
        if let Some(since) = since {
            outdated::tell(self, &store, since);
        }
        if let Some(trouble) = trouble {
            trouble.tell(self);
        }
        Ok(())
    }
}

/// Whether a file becomes a piece of evidence, which it was not before.
fn is_new_evidence(file: &FileChange, store: &Store) -> bool {
    matches!(&file.what, What::Copy(from) if !from.starts_with(store.root().join("evidence")))
}
