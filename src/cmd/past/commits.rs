//! What git knows of the records, brought together: its commits, the texts they name, what became different.

use std::collections::HashMap;

use crate::branch::FileKind;
use crate::error::Failure;
use crate::git::{Git, Logged, NoGit, Touched};
use crate::reckon::history::{Chronicle, Difference, Episode, FileTexts, Sort, settled};
use crate::record::{Day, RelPath};
use crate::store::Store;
use crate::ui::Ui;
use crate::words::{self, Text, quoted};

/// What git knows, and what it does not.
pub(in crate::cmd) struct Past {
    /// The commits that touched records, those before another first.
    pub(in crate::cmd) episodes: Vec<Episode>,
    /// Whether the commits before the first ones are missing.
    pub(in crate::cmd) is_shallow: bool,
    /// The files that are not as git has them.
    pub(in crate::cmd) uncommitted: Vec<RelPath>,
}

/// Why there is no past.
pub(in crate::cmd) enum NoPast {
    /// No git, or no repository.
    NoGit(NoGit),
    /// A repository without commits.
    Unborn,
}

impl NoPast {
    /// Why there is none where no repository has the records.
    pub(in crate::cmd) fn of(none: NoGit) -> Self {
        // What nobody committed yet is in no commit.
        if matches!(none, NoGit::Unbegun) { Self::Unborn } else { Self::NoGit(none) }
    }

    /// Why there is none where git says something else.
    pub(in crate::cmd) fn refused(why: Text) -> Self {
        Self::NoGit(NoGit::Refuses(why))
    }

    /// The reason, and what to do about it.
    pub(in crate::cmd) fn told(self) -> (Text, Option<Text>) {
        match self {
            Self::NoGit(NoGit::NotInstalled) => (words::history_no_git(), Some(words::cure_history_no_git())),
            Self::NoGit(NoGit::NoRepository) => {
                (words::history_no_repository(), Some(words::cure_history_no_repository()))
            }
            Self::NoGit(NoGit::Foreign(top)) => {
                let cure = words::cure_history_no_repository();
                (words::git_foreign(top.display().to_string()), Some(cure))
            }
            Self::NoGit(NoGit::Unbegun) | Self::Unborn => (words::history_unborn(), None),
            Self::NoGit(NoGit::Owned(top)) => {
                let top = top.display().to_string();
                (words::git_owned(&top), Some(words::cure_history_owned(quoted(&top))))
            }
            Self::NoGit(NoGit::Refuses(why)) => (words::history_refused(why), Some(words::cure_git_unreadable())),
        }
    }
}

impl From<NoPast> for anyhow::Error {
    fn from(none: NoPast) -> Self {
        let (fact, cure) = none.told();
        let failure = Failure::refused(fact);
        match cure {
            Some(cure) => failure.cure(cure),
            None => failure,
        }
        .into()
    }
}

/// Everything git knows of the records of a directory.
///
/// # Errors
/// Why it knows nothing.
pub(in crate::cmd) fn past(ui: Ui, store: &Store) -> Result<Past, NoPast> {
    let progress = ui.progress(&words::at_past());
    let git = Git::find(store.root()).map_err(NoPast::of)?;
    if git.is_unborn() {
        return Err(NoPast::Unborn);
    }
    let log = git.log().map_err(NoPast::refused)?;
    let is_shallow = git.is_shallow();
    let uncommitted = git.uncommitted().into_iter().filter(|path| FileKind::of(path).is_some()).collect();
    progress.has(log.len());
    Ok(Past { episodes: episodes(&git, log, is_shallow, || progress.step()), is_shallow, uncommitted })
}

/// What commits did to the records, those before another first; each is a step.
pub(in crate::cmd) fn episodes(git: &Git, log: Vec<Logged>, is_shallow: bool, step: impl Fn()) -> Vec<Episode> {
    let is_record = |file: &&Touched| {
        let of = |path: &RelPath| FileKind::of(path).is_some();
        of(&file.path) || file.was.as_ref().is_some_and(of)
    };
    let records = |commit: &Logged| commit.files.iter().filter(is_record).cloned().collect::<Vec<_>>();
    let log: Vec<_> = log.into_iter().map(|commit| Logged { files: records(&commit), ..commit }).collect();
    let blobs = log.iter().flat_map(|commit| &commit.files);
    let blobs = blobs.flat_map(|file| file.before.iter().chain([&file.after]).flatten());
    let of_settled = log.iter().flat_map(|commit| &commit.settled);
    let of_settled = of_settled.flat_map(|one| one.before.iter().chain([&one.after]).flatten());
    let blobs = blobs.chain(of_settled);
    let mut texts = git.texts(blobs.collect());
    let mut chronicle = Chronicle::default();
    let mut clock = Clock::default();
    let mut episodes = Vec::new();
    for commit in &log {
        let files: Vec<_> = commit
            .files
            .iter()
            .map(|file| FileTexts {
                path: file.path.clone(),
                was: file.was.clone(),
                before: file.before.iter().map(|blob| blob.as_ref().and_then(|blob| texts.get(blob))).collect(),
                after: file.after.as_ref().and_then(|blob| texts.get(blob)),
            })
            .collect();
        let mut differences = chronicle.step(&files);
        for one in &commit.settled {
            let before: Vec<_> = one.before.iter().map(|blob| blob.as_ref().and_then(|blob| texts.get(blob))).collect();
            let after = one.after.as_ref().and_then(|blob| texts.get(blob));
            let decided = settled(&one.path, &one.record, &one.keys, &before, after.as_deref());
            let is_told = |other: &Difference| {
                decided.iter().any(|one| one.piece.id == other.piece.id && one.what.key() == other.what.key())
            };
            differences.retain(|other| !is_told(other));
            differences.extend(decided);
        }
        step();
        let (seconds, is_out_of_order) = clock.read(commit);
        if !differences.is_empty() {
            episodes.push(Episode {
                commit: commit.id.clone(),
                author: commit.author.clone(),
                seconds,
                is_out_of_order,
                written: commit.written.text.clone(),
                day: commit.written.day(),
                placed: commit.committed.day(),
                is_first: commit.parents.is_empty() && (is_shallow || differences.iter().any(is_of_the_branch)),
                is_merge: commit.parents.len() > 1,
                subject: commit.subject.clone(),
                differences,
            });
        }
    }
    episodes
}

/// What the clocks of commits say, and where one says what cannot be.
#[derive(Default)]
struct Clock<'a> {
    /// Of each commit when it was written, no earlier than those it follows where its own clock was wrong, and when it got
    /// its place.
    known: HashMap<&'a str, (i64, i64)>,
}

impl<'a> Clock<'a> {
    /// When a commit was written, and whether its clock was wrong: it got its place before one that it follows. A rebase
    /// keeps when something was written, and not its place.
    fn read(&mut self, commit: &'a Logged) -> (i64, bool) {
        let before = commit.parents.iter().filter_map(|parent| self.known.get(parent.as_str()));
        let (written, placed) = before.fold((i64::MIN, i64::MIN), |max, one| (max.0.max(one.0), max.1.max(one.1)));
        let is_wrong = commit.committed.seconds < placed;
        let seconds = if is_wrong { commit.written.seconds.max(written) } else { commit.written.seconds };
        self.known.insert(&commit.id, (seconds, commit.committed.seconds.max(placed)));
        (seconds, is_wrong)
    }
}

/// Whether it is of the records proper; the first commit of a directory that `init` made has nothing but rules.
fn is_of_the_branch(difference: &Difference) -> bool {
    difference.piece.sort != Sort::File
}

impl Past {
    /// What git cannot know.
    pub(in crate::cmd) fn limits(&self) -> Vec<Text> {
        let mut limits = Vec::new();
        if self.is_shallow {
            let first = self.episodes.iter().filter(|episode| episode.is_first).filter_map(|episode| episode.day).min();
            limits.extend(first.map(words::history_is_shallow));
        } else if let Some((day, records)) = self.older() {
            limits.push(words::history_begins(day, words::so_many_records(records)));
        }
        if !self.uncommitted.is_empty() {
            limits.push(words::not_committed_yet(words::some_files(&self.uncommitted)));
        }
        limits
    }

    /// The day of the first commit, and how many records it has that nobody knows the beginning of.
    fn older(&self) -> Option<(Day, usize)> {
        let first: Vec<_> = self.episodes.iter().filter(|episode| episode.is_first).collect();
        let records = first.iter().flat_map(|episode| &episode.differences);
        let records = records.filter(|one| is_of_the_branch(one)).count();
        let day = first.iter().filter_map(|episode| episode.day).min()?;
        (records > 0).then_some((day, records))
    }
}
