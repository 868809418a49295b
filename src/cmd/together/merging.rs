//! What a merge left in dispute, looked at record by record; and the end of a merge in which nothing is.

use std::collections::BTreeSet;

use super::erased::erased_apart;
use super::repository::refused;
use super::settled::Settled;
use crate::branch::{Change, FileChange, FileKind, What, is_same_name};
use crate::cmd::change::keep::Keeping;
use crate::cmd::env::Env;
use crate::error::{Fault, Result};
use crate::git::{Git, Unmerged};
use crate::reckon::history::{Torn, torn};
use crate::record::{Plain, RelPath, Source};
use crate::store::{self, Lock, Merged, Side, Store};
use crate::words::{self, Text};

/// The longest sentence of a merge that is read, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// A file that a merge left in dispute.
pub(in crate::cmd) struct Dispute {
    /// The file.
    pub(in crate::cmd) path: RelPath,
    /// What is in dispute.
    pub(in crate::cmd) over: Over,
    /// Who last changed it on our side, and on theirs, where that is known.
    pub(in crate::cmd) by: [Option<String>; 2],
    /// Whether both sides made it, and may mean two things by it.
    pub(in crate::cmd) may_be_two: bool,
}

/// What is in dispute in a file.
pub(in crate::cmd) enum Over {
    /// Records in it, or nothing any more.
    Records {
        /// What both began with.
        base: String,
        /// What the merge makes of it.
        merged: Box<Merged>,
    },
    /// The file as a whole, which each side has, or has taken out.
    Whole {
        /// Its bytes on our side.
        ours: Option<Vec<u8>>,
        /// Its bytes on theirs.
        theirs: Option<Vec<u8>>,
    },
    /// Nothing: it was put right by hand; the records that were, and the keys.
    ByHand(Vec<(String, Vec<String>)>),
    /// It was edited by hand, and cannot be read as it is.
    Unread(Vec<Fault>),
}

impl Dispute {
    /// Whether both sides made it, and gave it another name, so that it is two.
    pub(in crate::cmd) fn are_two_by_name(&self) -> bool {
        let Over::Records { merged, .. } = &self.over else { return false };
        let is_open = merged.clashes().next().is_some_and(|clash| clash.way.is_empty());
        let name = |side| Some(Plain::of(&merged.side(side))?.keys.get("name")?.text()?.to_owned());
        let is_other = match (name(Side::Ours), name(Side::Theirs)) {
            (Some(ours), Some(theirs)) => !is_same_name(&ours, &theirs),
            (ours, theirs) => ours != theirs,
        };
        self.may_be_two && is_open && is_other
    }

    /// Joins what both sides made, which is one and not two.
    pub(in crate::cmd) fn join(&mut self) {
        if let Over::Records { base, merged } = &mut self.over
            && let Some(joined) = store::join(&self.path, base, &merged.side(Side::Ours), &merged.side(Side::Theirs))
        {
            **merged = joined;
        }
    }

    /// Whether nothing in it is in dispute any more.
    pub(in crate::cmd) fn is_settled(&self) -> bool {
        match &self.over {
            Over::Records { merged, .. } => merged.clashes().next().is_none(),
            Over::Whole { .. } | Over::Unread(_) => false,
            Over::ByHand(_) => true,
        }
    }
}

/// The files below the directory that a merge left in dispute, in order.
pub(in crate::cmd) fn disputes(store: &Store, git: &Git) -> Vec<Dispute> {
    let (head, other) = (git.head().unwrap_or_default(), git.merged_head().unwrap_or_default());
    let dispute = |(path, unmerged): (RelPath, Unmerged)| {
        let by = [git.last_author(&head, &other, &path), git.last_author(&other, &head, &path)];
        let is_made_apart = unmerged.base.is_none() && unmerged.ours.is_some() && unmerged.theirs.is_some();
        let may_be_two = is_made_apart && store::may_be_two(&path);
        Dispute { over: over(store, git, &path, &unmerged), path, by, may_be_two }
    };
    let mut disputes: Vec<_> = git.unmerged().into_iter().map(dispute).collect();
    let known: BTreeSet<_> = disputes.iter().map(|one| one.path.clone()).collect();
    let marked = git.having(MARK).into_iter().filter(|path| !known.contains(path) && FileKind::of(path).is_some());
    disputes.extend(marked.filter_map(|path| {
        let over = over_marks(store, &path)?;
        Some(Dispute { path, over, by: [None, None], may_be_two: false })
    }));
    disputes
}

/// How a line begins that a merge left in a file.
const MARK: &str = "<<<<<<<";

/// What is in dispute in a file that was committed with the marks of a merge, so that git knows of none any more.
fn over_marks(store: &Store, path: &RelPath) -> Option<Over> {
    let text = store.read(path).ok()??.text;
    let Some(sides) = store::sides(&text) else {
        return Some(Over::Unread(FileKind::read_back(&Source::new(path.clone(), &*text))));
    };
    // What both began with is lost. Lines of a ledger were added; of anything else nobody knows what was taken out.
    let base = if FileKind::of(path)?.is_ledger() { String::new() } else { text.to_string() };
    Some(match store::join(path, &base, &sides.ours, &sides.theirs) {
        Some(merged) => Over::Records { base, merged: Box::new(merged) },
        None => Over::Whole { ours: Some(sides.ours.into_bytes()), theirs: Some(sides.theirs.into_bytes()) },
    })
}

fn over(store: &Store, git: &Git, path: &RelPath, unmerged: &Unmerged) -> Over {
    let [base, ours, theirs] =
        [&unmerged.base, &unmerged.ours, &unmerged.theirs].map(|name| name.as_ref().and_then(|name| git.blob(name)));
    let text = |bytes: &Option<Vec<u8>>| bytes.clone().and_then(|bytes| String::from_utf8(bytes).ok());
    let (Some(of_ours), Some(of_theirs)) = (text(&ours), text(&theirs)) else { return Over::Whole { ours, theirs } };
    let base = text(&base).unwrap_or_default();
    let now = store.read(path).ok().flatten().map(|source| source.text);
    // What stands in the file counts: a part of it may have been put right already.
    let mut merge: fn(&RelPath, &str, &str, &str) -> Option<Merged> = store::merge;
    let (of_ours, of_theirs) = match now.as_deref().map(|now| (now, store::sides(now))) {
        Some((now, Some(sides))) if sides.hunks > 0 => {
            // That it is one was said before, where only parts of it are in dispute.
            if store::is_joined(now) {
                merge = store::join;
            }
            (sides.ours, sides.theirs)
        }
        Some((now, _)) if now != of_ours => {
            let faults = FileKind::read_back(&Source::new(path.clone(), now));
            let decided = || decided(path, &base, &of_ours, &of_theirs);
            return if faults.is_empty() { Over::ByHand(decided()) } else { Over::Unread(faults) };
        }
        _ => (of_ours, of_theirs),
    };
    match merge(path, &base, &of_ours, &of_theirs) {
        Some(merged) => Over::Records { base, merged: Box::new(merged) },
        None => Over::Whole { ours, theirs },
    }
}

/// The records of a file that both sides changed, and the keys.
fn decided(path: &RelPath, base: &str, ours: &str, theirs: &str) -> Vec<(String, Vec<String>)> {
    let Some(merged) = store::merge(path, base, ours, theirs) else { return vec![] };
    let torn = torn(path, base, &merged.side(Side::Ours), &merged.side(Side::Theirs));
    let keys = |one: &Torn| one.differs.iter().filter_map(|what| what.key().map(str::to_owned)).collect();
    let id = |one: &Torn| one.ours.as_ref().or(one.theirs.as_ref()).map(|piece| piece.id.clone());
    torn.iter().filter_map(|one| Some((id(one)?, keys(one)))).collect()
}

/// Writes files as they were settled, says so, and tells git; then makes the commit of the merge, where nothing is in
/// dispute any more. Gives whether that was done. What was settled without a merge is committed by itself.
///
/// # Errors
/// A file that cannot be written, or a git that refuses; the files are safe then.
pub(in crate::cmd) fn settle(
    env: &Env,
    store: &Store,
    lock: &Lock<'_>,
    git: &Git,
    files: Vec<Settled>,
    said: Vec<Text>,
) -> Result<bool> {
    let change = written(env, store, lock, git, files, said)?;
    let subject = words::sync_merged_apart();
    if git.under_way().is_none() && git.unmerged_anywhere().is_empty() {
        commit(env, store, lock, change);
    }
    if !git.is_merging() || !git.unmerged_anywhere().is_empty() {
        return Ok(false);
    }
    git.finish_merge(subject.get(env.commit_lang(store)))
        .map_err(|why| refused(words::merge_not_finished(why), words::cure_merge_not_finished()))?;
    Ok(true)
}

/// Writes files as they were settled, says so, and tells git.
fn written(
    env: &Env,
    store: &Store,
    lock: &Lock<'_>,
    git: &Git,
    files: Vec<Settled>,
    said: Vec<Text>,
) -> Result<Change> {
    let (left, right): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.left);
    let left: BTreeSet<_> = left.into_iter().map(|file| file.path.clone()).collect();
    let right: Vec<_> = right.into_iter().map(|file| file.path.clone()).collect();
    let decided: Vec<_> = files
        .iter()
        .flat_map(|file| file.decided.iter().map(|(record, keys)| (file.path.clone(), record.clone(), keys.clone())))
        .collect();
    let change = files.into_iter().filter_map(|file| Some(FileChange { path: file.path, what: file.what? })).collect();
    let read_back = |source: &Source| if left.contains(&source.path) { vec![] } else { FileKind::read_back(source) };
    let change = Change { subject: Text::default(), why: None, files: change };
    lock.commit(&change, &read_back)?;
    said.iter().for_each(|said| env.ui.say(said));
    let told = Text::list(right.iter().map(|path| Text::same(path.to_string())));
    git.settled(&right)
        .map_err(|why| refused(words::settled_not_staged(told, why), words::cure_settled_not_staged()))?;
    let subject = words::sync_merged_apart();
    let subject = subject.get(env.commit_lang(store));
    if git.is_merging() {
        let file = git.merge_message_file();
        let old = store::read_outside(&file, LONGEST).unwrap_or_default();
        if let Some(text) = Git::merge_message(&old, subject, &decided) {
            // Where it cannot be written the merge says less.
            let _ = store::fill_file(&file, text.as_bytes());
        }
    }
    Ok(change)
}

/// Commits what was settled where no merge is under way.
fn commit(env: &Env, store: &Store, lock: &Lock<'_>, change: Change) {
    let paths: Vec<_> = change.files.iter().map(|file| file.path.clone()).collect();
    if paths.is_empty() || env.global.no_commit || store.settings().is_ok_and(|settings| !settings.commits()) {
        return;
    }
    let change = Change { subject: words::marks_settled(words::some_files(&paths)), ..change };
    let keeping = Keeping::of(env, store);
    let owed = keeping.owe(lock, &change, env.commit_lang(store), vec![]);
    if let Some(trouble) = keeping.commit(lock, &change, &paths, &owed) {
        trouble.tell(env);
    }
}

/// Settles what is in dispute for git, but not for records: lines side by side, say; and has those whom one side erased
/// erased on both. In a fresh merge nobody has put right anything by hand. Gives what is left, and whether the merge is
/// done.
///
/// # Errors
/// A file that cannot be written, or a git that refuses.
pub(in crate::cmd) fn settle_the_clear(
    env: &Env,
    store: &Store,
    lock: &Lock<'_>,
    git: &Git,
    is_fresh: bool,
) -> Result<(Vec<Dispute>, bool)> {
    let erased = erased_apart(env, store, git, is_fresh)?;
    if !erased.files.is_empty() {
        written(env, store, lock, git, erased.files, erased.said)?;
    }
    let (clear, left): (Vec<_>, Vec<_>) = disputes(store, git).into_iter().partition(Dispute::is_settled);
    let only_to_commit = left.is_empty() && git.is_merging() && git.unmerged_anywhere().is_empty();
    if clear.is_empty() && !only_to_commit {
        return Ok((left, false));
    }
    let files = clear.into_iter().map(|Dispute { path, over, .. }| match over {
        Over::Records { merged, .. } => {
            let said = words::settled_by_itself(path.as_str());
            (Settled { path, what: Some(What::Write(merged.text())), left: false, decided: vec![] }, said)
        }
        Over::Whole { .. } | Over::Unread(_) | Over::ByHand(_) => {
            let decided = if let Over::ByHand(decided) = over { decided } else { vec![] };
            let said = words::settled_by_hand(path.as_str());
            (Settled { path, what: None, left: false, decided }, said)
        }
    });
    let (files, said) = files.unzip();
    let done = settle(env, store, lock, git, files, said)?;
    Ok((left, done))
}
