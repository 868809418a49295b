//! The commit of a change.

use super::decision::Trailers;
use super::driver;
use crate::branch::{Change, What};
use crate::cmd::env::Env;
use crate::cmd::shell::listed;
use crate::git::{self, Committed, Git, Message};
use crate::record::RelPath;
use crate::store::Store;
use crate::words::{self, Lang, Text};

impl Env {
    /// Makes the commit of a change; the records are safe whatever comes of it, so what goes wrong is only told.
    pub fn record(&self, store: &Store, change: &Change, lang: Lang, paths: &[RelPath]) {
        self.record_signed(store, change, lang, paths, vec![]);
    }

    /// The same with more trailers.
    pub(super) fn record_signed(
        &self,
        store: &Store,
        change: &Change,
        lang: Lang,
        paths: &[RelPath],
        mut trailers: Trailers,
    ) {
        let Some(git) = Git::open(store.root()) else { return };
        driver::set_up(self, &git, false);
        let goes =
            |path: &&RelPath| change.files.iter().any(|file| file.path == **path && matches!(file.what, What::Remove));
        let (gone, written): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| goes(&path));
        trailers.insert(0, (git::COMMAND, self.command().to_owned()));
        let message = Message { subject: change.subject.get(lang), body: change.why.as_deref(), trailers };
        match git.commit(&message, &written, &gone) {
            Committed::Done => {}
            Committed::Without(ignored) => {
                let ignored = Text::list(ignored.iter().map(|path| Text::same(path.to_string())));
                self.ui.warn(&words::ignored_by_git(ignored));
            }
            Committed::Later(why) => self.ui.warn(&words::written_not_committed(why)),
            Committed::Refused(why) => {
                self.ui.warn(&words::written_not_committed(why));
                self.ui.help(&words::cure_not_committed(self.git_at(store), listed(paths)));
            }
        }
    }
}
