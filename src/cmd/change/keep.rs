//! How the changes of a directory are committed: by which repository, after what is still open, and what is told if not.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::decision::Trailers;
use super::driver;
use crate::branch::{Change, What};
use crate::cmd::env::Env;
use crate::cmd::shell::listed;
use crate::error::{Failure, Fault, Result};
use crate::git::{self, Committed, Found, Git, Message, NoGit};
use crate::record::{RelPath, Source};
use crate::store::{Lock, MARKER, Missing, Store};
use crate::words::{self, Lang, Text, quoted};

/// The repository that commits the changes of a directory, or why none does.
pub(in crate::cmd) struct Keeping<'e> {
    env: &'e Env,
    store: &'e Store,
    git: Found,
    /// Why a commit that an earlier command owes was not made either.
    hindered: RefCell<Option<Text>>,
}

/// Why a change was written and not committed, and what to do about it; told last.
pub(in crate::cmd) struct Trouble(Text, Option<Text>);

impl Trouble {
    /// Tells it.
    pub(in crate::cmd) fn tell(self, env: &Env) {
        env.ui.warn(&words::written_not_committed(self.0));
        if let Some(cure) = self.1 {
            env.ui.help(&cure);
        }
    }
}

impl<'e> Keeping<'e> {
    /// The repository of a directory.
    pub(in crate::cmd) fn of(env: &'e Env, store: &'e Store) -> Self {
        Self::by(env, store, Git::keeper(store.root(), store.marker()))
    }

    /// A repository that was found.
    pub(in crate::cmd) fn by(env: &'e Env, store: &'e Store, git: Found) -> Self {
        Self { env, store, git, hindered: RefCell::default() }
    }

    /// Makes the commits that earlier commands owe.
    pub(in crate::cmd) fn catch_up(&self, lock: &Lock<'_>) {
        let (missing, Ok(git)) = (self.store.missing(), &self.git) else { return };
        if missing.is_empty() || git.under_way().is_some() {
            return;
        }
        let paths: Vec<_> = missing.iter().flat_map(Missing::paths).collect();
        let open = git.open_of(&paths);
        let is_open = |one: &Missing| open.iter().any(|path| one.paths().contains(path));
        let mut left: Vec<Missing> = Vec::new();
        for one in missing.into_iter().filter(is_open) {
            match left.iter_mut().find(|other| other.meets(&one)) {
                Some(other) => {
                    let subject = words::several_subjects(&other.subject, &one.subject);
                    other.join(one, subject.get(self.env.commit_lang(self.store)).to_owned());
                }
                None => left.push(one),
            }
        }
        left.retain(|one| {
            let paths: Vec<_> = open.iter().filter(|path| one.paths().contains(path)).cloned().collect();
            // To commit that a file is gone which nobody took away is not what is owed.
            if paths.iter().any(|path| !self.store.exists(path) && !one.removes(path)) {
                return true;
            }
            let trailers = one.trailers.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            let message = Message { subject: &one.subject, body: one.body.as_deref(), trailers };
            let done = self.made(git, &message, &paths);
            if done {
                self.env.ui.say(&words::committed_late(words::shown(&one.subject)));
            }
            !done
        });
        lock.owes(left);
    }

    /// Looks at the files of a change before they are written: what is not committed of them yet is committed apart, so
    /// that the commit of the change has nothing else in it; and what git has is not written anew where it is gone.
    ///
    /// # Errors
    /// A file that is gone from the disk, and that git has.
    fn make_way(&self, change: &Change, lang: Lang) -> Result<()> {
        let Ok(git) = &self.git else { return Ok(()) };
        let paths: Vec<_> = change.files.iter().map(|file| file.path.clone()).collect();
        let missing = self.store.missing();
        let is_absent = |path: &&RelPath| !self.store.exists(path) && !missing.iter().any(|one| one.removes(path));
        let absent: Vec<_> = paths.iter().filter(is_absent).cloned().collect();
        let gone = if absent.is_empty() { vec![] } else { git.gone_of(&absent) };
        if !gone.is_empty() {
            self.env.knows_of_gone();
            let cure = words::cure_gone_from_disk(self.env.git_at(self.store), listed(&gone));
            let fault = |path: &RelPath| Fault::of_file("gone", path, words::gone_from_disk(path));
            let mut faults: Vec<_> = gone.iter().map(fault).collect();
            if let Some(last) = faults.last_mut() {
                last.cure = Some(cure);
            }
            return Err(Failure::of(faults).into());
        }
        let is_owed = |path: &RelPath| missing.iter().any(|one| one.paths().contains(path));
        if !self.commits() || git.under_way().is_some() {
            return Ok(());
        }
        let open: Vec<_> = git.open_of(&paths).into_iter().filter(|path| !is_owed(path)).collect();
        if open.is_empty() {
            return Ok(());
        }
        // What cannot be written is refused before anything is committed.
        self.store.preview(change)?;
        let files = words::some_files(&open);
        let subject = words::changed_by_hand(&files);
        let message = Message { subject: subject.get(lang), body: None, trailers: vec![] };
        if self.made(git, &message, &open) {
            self.env.ui.say(&words::committed_apart(&files));
        }
        Ok(())
    }

    /// Writes a change, all of it or nothing, and writes down that its commit is owed; gives what was written, and what is
    /// owed.
    ///
    /// # Errors
    /// Whatever hinders that it is written.
    pub(in crate::cmd) fn write(
        &self,
        lock: &Lock<'_>,
        change: &Change,
        lang: Lang,
        trailers: Option<Trailers>,
        read_back: &dyn Fn(&Source) -> Vec<Fault>,
    ) -> Result<(Vec<RelPath>, Option<Missing>)> {
        self.make_way(change, lang)?;
        let owed = trailers.map(|trailers| self.owe(lock, change, lang, trailers));
        let paths = lock.commit(change, read_back).inspect_err(|_| self.strike(lock, owed.as_ref()))?;
        if paths.is_empty() {
            self.strike(lock, owed.as_ref());
        }
        Ok((paths, owed))
    }

    /// Whether changes are to be committed.
    pub(in crate::cmd) fn commits(&self) -> bool {
        !self.env.global.no_commit && self.store.settings().is_ok_and(|settings| settings.commits())
    }

    fn made(&self, git: &Git, message: &Message<'_>, paths: &[RelPath]) -> bool {
        let (there, gone): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| self.store.exists(path));
        match git.commit(message, &there, &gone) {
            Committed::Done(said) => {
                self.tell_of_hooks(said);
                true
            }
            Committed::Without(_) => true,
            Committed::Later(why) | Committed::Refused(why) => {
                self.hindered.replace(Some(why));
                false
            }
            Committed::Nowhere => false,
        }
    }

    fn tell_of_hooks(&self, said: Option<Text>) {
        if let Some(said) = said {
            self.env.ui.say(&said);
        }
    }

    /// Writes down that the commit of a change is owed from now on; gives it.
    pub(in crate::cmd) fn owe(&self, lock: &Lock<'_>, change: &Change, lang: Lang, trailers: Trailers) -> Missing {
        let trailers = [vec![(git::COMMAND, self.env.command().to_owned())], trailers].concat();
        let trailers = trailers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let owed = Missing::new(change, change.subject.get(lang), trailers);
        lock.owes([self.store.missing(), vec![owed.clone()]].concat());
        owed
    }

    /// Strikes out a commit that is not owed after all.
    fn strike(&self, lock: &Lock<'_>, owed: Option<&Missing>) {
        if let Some(owed) = owed {
            lock.owes(self.store.missing().into_iter().filter(|one| one != owed).collect());
        }
    }

    /// Makes the commit of a change that was written. The records are safe whatever comes of it: what went wrong is given.
    pub(in crate::cmd) fn commit(
        &self,
        lock: &Lock<'_>,
        change: &Change,
        paths: &[RelPath],
        owed: &Missing,
    ) -> Option<Trouble> {
        let before: Vec<_> = self.store.missing().into_iter().filter(|one| one != owed).collect();
        let trouble = self.tried(change, paths, owed, &before);
        // Where no repository is to have it, nothing is owed to any.
        if trouble.is_none() || matches!(self.git, Err(NoGit::NoRepository | NoGit::Foreign(_) | NoGit::Unbegun)) {
            lock.owes(before);
        }
        trouble
    }

    fn tried(&self, change: &Change, paths: &[RelPath], owed: &Missing, before: &[Missing]) -> Option<Trouble> {
        let git_at = self.env.git_at(self.store);
        let git = match &self.git {
            Ok(git) => git,
            Err(none) => {
                let (why, cure) = told(none, &git_at);
                return Some(Trouble(why, Some(cure)));
            }
        };
        if self.store.marker() == MARKER {
            driver::set_up(self.env, git, false);
        }
        let cure = || Some(words::cure_not_committed(&git_at, listed(paths)));
        let goes =
            |path: &&RelPath| change.files.iter().any(|file| file.path == **path && matches!(file.what, What::Remove));
        let (gone, written): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| goes(&path));
        let trailers = owed.trailers.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        let message = Message { subject: &owed.subject, body: owed.body.as_deref(), trailers };
        // Its lines would be in this commit.
        if let Some(other) = before.iter().find(|other| other.meets(owed)) {
            let earlier = words::earlier_not_committed(words::shown(&other.subject));
            return Some(Trouble(self.hindered.take().unwrap_or(earlier), cure()));
        }
        match git.commit(&message, &written, &gone) {
            Committed::Done(said) => {
                self.tell_of_hooks(said);
                None
            }
            Committed::Without(ignored) => {
                let ignored = Text::list(ignored.iter().map(|path| Text::same(path.to_string())));
                self.env.ui.warn(&words::ignored_by_git(ignored));
                None
            }
            Committed::Later(why) => Some(Trouble(why, None)),
            Committed::Nowhere => Some(Trouble(words::git_nowhere(), Some(words::cure_git_nowhere(git_at)))),
            Committed::Refused(why) => Some(Trouble(why, cure())),
        }
    }
}

/// The ids that files of a folder had at some time, by the history of the records: nobody gets one of them again.
pub(in crate::cmd) fn past_ids(env: &Env, folder: &str) -> BTreeSet<String> {
    let git = Store::find(env.records()).ok().and_then(|store| Git::find(store.root()).ok());
    let had = git.map(|git| git.ever_in(folder)).unwrap_or_default();
    had.iter().map(|path| path.stem().to_owned()).collect()
}

/// Why no repository keeps the records, and what to do about it.
pub(in crate::cmd) fn told(none: &NoGit, git_at: &str) -> (Text, Text) {
    match none {
        NoGit::NotInstalled => (words::git_not_there(), words::cure_git_not_there()),
        NoGit::NoRepository => (words::git_no_repository(), words::cure_git_no_repository(git_at)),
        NoGit::Unbegun => (words::git_unbegun(), words::cure_git_begin(git_at)),
        NoGit::Foreign(top) => (words::git_foreign(top.display().to_string()), words::cure_git_foreign(git_at)),
        NoGit::Owned(top) => {
            let top = top.display().to_string();
            (words::git_owned(&top), words::cure_git_owned(quoted(&top)))
        }
        NoGit::Refuses(why) => (why.clone(), words::cure_git_refuses(git_at)),
    }
}
