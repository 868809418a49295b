//! What git knows of seals: every version of each, and whether what stands there now goes on from them.

use std::collections::HashMap;

use crate::branch::{Branch, FileKind, Filed, member_path, seal_path};
use crate::cmd::past::commits::NoPast;
use crate::error::Fault;
use crate::git::{Blob, Git, Logged, Touched};
use crate::record::{MemberId, Month, Plain, RelPath, Seal, Source};
use crate::seal::{Chain, Unsound, code};
use crate::store::Store;
use crate::words::{self, Text};

/// The versions of seals, as git has them.
pub(in crate::cmd) struct Versions {
    git: Git,
    /// Up to which commit.
    until: String,
    /// The commits that changed seals, the newest first.
    commits: Vec<Logged>,
    /// What seals said in them.
    texts: HashMap<Blob, String>,
    /// Whether the commits before the first ones are missing.
    is_shallow: bool,
}

/// A seal that is not what it was.
pub(in crate::cmd) struct Changed {
    pub(in crate::cmd) fault: Fault,
    /// In which commits.
    pub(in crate::cmd) details: Vec<Text>,
}

impl Versions {
    /// All there are.
    ///
    /// # Errors
    /// Why git tells nothing of them.
    pub(in crate::cmd) fn of(store: &Store) -> Result<Self, NoPast> {
        Self::until(store, "HEAD")
    }

    /// Those up to a commit.
    ///
    /// # Errors
    /// Why git tells nothing of them.
    pub(in crate::cmd) fn until(store: &Store, until: &str) -> Result<Self, NoPast> {
        let git = Git::find(store.root()).map_err(NoPast::of)?;
        let commits = git.log_unmoved(until, &["seals"]);
        let mut commits = commits.map_err(|why| if git.is_unborn() { NoPast::Unborn } else { NoPast::refused(why) })?;
        for commit in &mut commits {
            commit.files.retain(|file| matches!(FileKind::of(&file.path), Some(FileKind::Seal(_))));
        }
        commits.retain(|commit| !commit.files.is_empty());
        commits.reverse();
        let files = commits.iter().flat_map(|commit| &commit.files);
        let mut blobs: Vec<_> = files.flat_map(|file| file.before.iter().chain([&file.after])).flatten().collect();
        blobs.sort();
        blobs.dedup();
        let read = blobs.iter().zip(git.contents(&blobs));
        let text = |(blob, (_, bytes)): (&&Blob, (String, Option<Vec<u8>>))| {
            Some((Blob::clone(blob), String::from_utf8(bytes?).ok()?))
        };
        let texts = read.filter_map(text).collect();
        // Without a seal nothing is missing.
        let is_shallow = !commits.is_empty() && git.is_shallow();
        Ok(Self { git, until: until.to_owned(), commits, texts, is_shallow })
    }

    /// The repository.
    pub(in crate::cmd) fn git(&self) -> &Git {
        &self.git
    }

    /// The last commit that made a seal what it is; the last that changed it, where none did.
    pub(in crate::cmd) fn last(&self, seal: &Source) -> Option<&Logged> {
        let commits: Vec<_> = self.of_seal(&seal.path).collect();
        let now = code(&seal.text);
        let makes = |file: &Touched| {
            let text = file.after.as_ref().and_then(|blob| self.texts.get(blob));
            text.is_some_and(|text| code(text) == now)
        };
        let made = commits.iter().rev().find(|(_, file)| makes(file));
        made.or(commits.last()).map(|(commit, _)| *commit)
    }

    /// The months whose seals git knows and that have none any more, each with the last commit that had it.
    pub(in crate::cmd) fn removed(&self, store: &Store) -> Vec<(Month, &Logged)> {
        let mut with: Vec<(Month, &Logged)> = Vec::new();
        for commit in &self.commits {
            for file in commit.files.iter().filter(|file| file.after.is_some() && !store.is_there(&file.path)) {
                match FileKind::of(&file.path) {
                    Some(FileKind::Seal(month)) if with.iter().all(|(one, _)| *one != month) => {
                        with.push((month, commit));
                    }
                    _ => {}
                }
            }
        }
        with
    }

    /// Whether a seal is not the one that git had last, or that with one amendment more; and each before it likewise.
    pub(in crate::cmd) fn changed(&self, month: Month, seal: &Filed<Seal>) -> Option<Changed> {
        let (path, now) = (&seal.source.path, &*seal.source.text);
        let stood = |name: &str, id: &str| self.stood(name, id);
        let (mut chain, mut unsound) = (Chain::new(&stood), None);
        let mut sound = None;
        for (commit, file) in self.of_seal(path) {
            let text = |blob: &Option<Blob>| self.texts.get(blob.as_ref()?).cloned();
            let Some(after) = text(&file.after) else { continue };
            let before: Vec<_> = file.before.iter().map(text).collect();
            if chain.take(path, &before, &after) {
                sound = Some(commit);
            } else {
                unsound = Some((after, commit));
            }
        }
        let committed = || self.git.file_at(&self.until, path).and_then(|bytes| String::from_utf8(bytes).ok());
        let fact = match chain.unsound(path, committed, now)? {
            Unsound::ByHand => words::seal_by_hand(month),
            Unsound::Forgets => words::seal_forgets(month),
        };
        let details = match unsound {
            _ if chain.has(now) => vec![],
            Some((text, commit)) if code(&text) == code(now) => vec![in_commit(commit)],
            Some((_, commit)) => vec![in_commit(commit), words::changed_uncommitted()],
            None => vec![words::changed_uncommitted()],
        };
        let cure = sound.map(|commit| words::cure_seal_removed(commit.short(), path));
        Some(Changed { fault: Fault::of_file("seal-broken", path, fact).maybe_cure(cure), details })
    }

    /// What is wrong with seals, but for those of which it is known that their files are gone.
    pub(in crate::cmd) fn faults(&self, store: &Store, branch: &Branch, gone: &[Fault]) -> Vec<Fault> {
        let is_told = |path: &RelPath| gone.iter().any(|one| one.place.as_ref().is_some_and(|at| at.file == *path));
        let removed = self.removed(store).into_iter().filter(|(month, _)| !is_told(&seal_path(*month)));
        let removed = removed.map(|(month, commit)| removed_in(month, commit));
        let changed = branch.seals.iter().filter_map(|(month, seal)| Some(self.changed(*month, seal)?.fault));
        removed.chain(changed).collect()
    }

    /// Why git cannot prove that a seal is the first of its month or goes on from it, and what to do about it.
    pub(in crate::cmd) fn unproven(&self, path: &RelPath) -> Option<(Text, Text)> {
        match self.of_seal(path).next() {
            None => Some((words::seal_unknown_to_git(path), words::cure_seal_not_committed())),
            Some((first, _)) if self.is_shallow && first.parents.is_empty() => {
                Some((words::seal_before_shallow(), words::cure_shallow()))
            }
            Some(_) => None,
        }
    }

    /// Whether a person bore a name and an id at once.
    fn stood(&self, name: &str, id: &str) -> bool {
        let Some(path) = MemberId::new(id).map(|id| member_path(&id)) else { return false };
        let commits = self.git.log_unmoved(&self.until, &[path.as_str()]).unwrap_or_default();
        let texts = commits.iter().flat_map(|commit| &commit.files).filter(|file| file.path == path);
        let blobs: Vec<_> = texts.filter_map(|file| file.after.as_ref()).collect();
        let named = |bytes: Vec<u8>| {
            let plain = Plain::of(&String::from_utf8(bytes).ok()?)?;
            plain.keys.get("name")?.text().map(|borne| borne == name)
        };
        self.git.contents(&blobs).into_iter().any(|(_, bytes)| bytes.and_then(named) == Some(true))
    }

    /// The commits that changed a seal, with what they made of it, those before another first.
    fn of_seal(&self, path: &RelPath) -> impl Iterator<Item = (&Logged, &Touched)> {
        let touched = |commit: &'_ Logged| commit.files.iter().position(|file| file.path == *path);
        self.commits.iter().rev().filter_map(move |commit| Some((commit, &commit.files[touched(commit)?])))
    }
}

/// A month whose seal was removed.
pub(in crate::cmd) fn removed_in(month: Month, commit: &Logged) -> Fault {
    let path = seal_path(month);
    let fault = Fault::of_file("seal-broken", &path, words::seal_removed(month));
    fault.cure(words::cure_seal_removed(commit.short(), &path))
}

/// In which commit something was changed.
pub(in crate::cmd) fn in_commit(commit: &Logged) -> Text {
    let day = commit.written.text.get(..10).unwrap_or_default();
    words::changed_in(commit.short(), words::shown(&commit.author), words::shown(day))
}
