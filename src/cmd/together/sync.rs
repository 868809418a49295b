//! `zhibu sync`: what others recorded is fetched and merged, looked over, and what is recorded here is pushed.

use std::collections::BTreeSet;
use std::path::Path;

use clap::Args;

use super::erased::{are_one, is_erased_apart, still_named};
use super::merging::settle_the_clear;
use super::repository::{open_records, refused, repository};
use super::resolve;
use crate::check::{self as rules, Context};
use crate::cmd::change::driver;
use crate::cmd::change::keep::Keeping;
use crate::cmd::closing::versions::Versions;
use crate::cmd::env::Env;
use crate::cmd::shell::listed;
use crate::cmd::told::findings::findings;
use crate::error::{Failure, Fault, Result, Severity};
use crate::git::{self, Git, Merging, Pushed};
use crate::record::RelPath;
use crate::store::{self, Query, Store};
use crate::words::{self, Text, quoted};

/// Bringing the records together with those of others.
#[derive(Args)]
pub struct Sync {
    /// The other repository: its name, its address, or a folder such as one on a stick; the one this was cloned from where it is not said
    #[arg(value_hint = clap::ValueHint::AnyPath)]
    remote: Option<String>,
    /// Make the repository there: the folder is empty, or not there yet
    #[arg(long)]
    new: bool,
    /// Push even where the records contradict themselves
    #[arg(long)]
    with_errors: bool,
}

/// How often it is tried again where others push at the same time.
const TRIES: usize = 5;

/// Runs the command; its exit code tells whether something is in dispute.
///
/// # Errors
/// Whatever hinders it; nothing is lost then, and what was merged stays merged.
pub(in crate::cmd) fn run(env: &Env, args: &Sync) -> Result<u8> {
    let store = env.store()?;
    let git = repository(&store)?;
    if let Some(what) = git.busy_with() {
        let failure = Failure::refused(words::sync_busy(what));
        let cure = if git.is_merging() { words::cure_sync_merging() } else { words::cure_sync_busy(what) };
        return Err(failure.cure(cure).into());
    }
    let branch = git.branch().ok_or_else(|| refused(words::sync_detached(), words::cure_sync_detached()))?;
    if git.head().is_none() {
        return Err(refused(words::history_unborn(), words::cure_sync_unborn()).into());
    }
    if store.missing().iter().any(|one| !one.paths().is_empty()) {
        Keeping::of(env, &store).catch_up(&env.lock(&store, "sync")?);
    }
    let remote = remote(env, &git, args, &branch)?;
    driver::set_up(env, &git, true);
    let shown = words::shown(args.remote.as_ref().unwrap_or(&remote));
    let mut faster = Text::default();
    for _ in 0..TRIES {
        let fetching = env.ui.progress_of_other(words::at_fetch(&shown));
        let heads = git
            .heads(&remote)
            .map_err(|why| refused(words::sync_unreachable(&shown, why), words::cure_sync_unreachable()))?;
        let there = branch_there(env, &store, &git, &remote, &branch, &heads)?;
        let has = |name: &str| heads.branches.iter().any(|(branch, _)| branch == name);
        let theirs = match has(&there) {
            true => Some(
                git.fetch(&remote, &there)
                    .map_err(|why| refused(words::sync_not_fetched(&shown, why), words::cure_sync_not_fetched()))?,
            ),
            false => None,
        };
        drop(fetching);
        if env.global.dry_run {
            tell_what_would_be(env, &git, theirs.as_deref());
            return Ok(0);
        }
        let before = git.head();
        if let Some(theirs) = &theirs
            && !merged(env, &store, &git, theirs)?
        {
            return Ok(1);
        }
        if let (Some(before), Some(theirs)) = (before.filter(|before| git.head().as_ref() != Some(before)), &theirs) {
            tell_errors_that_came(env, &store, &git, &before, theirs)?;
        }
        if let Some(decision) = still_named(env, &store, &git)? {
            env.change(&Query::roll(), |_, _| Ok(decision))?;
        }
        let (went, _) = git.beyond("HEAD", theirs.as_deref());
        if theirs.as_ref().is_some_and(|theirs| git.is_within("HEAD", theirs)) {
            env.ui.say(&words::sync_even(&shown));
            return Ok(0);
        }
        if !args.with_errors && are_one(&git, "HEAD") && !theirs.as_ref().is_some_and(|theirs| are_one(&git, theirs)) {
            return Err(refused(words::erased_are_one(), words::cure_erased_are_one(env.git_at(&store))).into());
        }
        stop_at_errors(env, args, &store, &git, theirs.as_deref())?;
        let pushing = env.ui.progress_of_other(words::at_push(&shown));
        let pushed = git.push(&remote, &there);
        drop(pushing);
        match pushed {
            Pushed::Done(said) => {
                env.ui.say(&match went {
                    0 => words::sync_merge_went(&shown, words::shown(&there)),
                    went => words::sync_went(words::so_many_commits(went), &shown, words::shown(&there)),
                });
                if let Some(said) = said {
                    env.ui.say(&said);
                }
                return Ok(0);
            }
            Pushed::Behind(why) => {
                env.ui.say(&words::sync_again());
                faster = why;
            }
            Pushed::Refused(why) => {
                return Err(refused(words::sync_not_taken(&shown, why), words::cure_sync_not_taken()).into());
            }
        }
    }
    Err(refused(words::sync_too_busy(&shown, faster), words::cure_sync_too_busy()).into())
}

/// The other repository, as git is told of it.
fn remote(env: &Env, git: &Git, args: &Sync, branch: &str) -> Result<String> {
    let known = git.remotes();
    let Some(typed) = &args.remote else {
        let upstream = git.upstream(branch).0.filter(|remote| known.contains(remote));
        let origin = || known.iter().find(|name| *name == "origin").cloned();
        let only = || known.first().filter(|_| known.len() == 1).cloned();
        let fact = if known.is_empty() { words::sync_no_remote() } else { words::sync_which_remote(known.join(" ")) };
        return upstream
            .or_else(origin)
            .or_else(only)
            .ok_or_else(|| refused(fact, words::cure_sync_no_remote()).into());
    };
    let is_address = typed.contains("://") || typed.split('/').next().is_some_and(|first| first.contains(':'));
    if known.contains(typed) || is_address && !args.new {
        return Ok(typed.clone());
    }
    let folder = env.path(Path::new(typed));
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let shown = folder.display().to_string();
    if git::is_repository(&folder) {
        return Ok(shown);
    }
    if !store::is_empty_folder(&folder) {
        return Err(refused(
            words::sync_no_repository_there(words::shown(typed)),
            words::cure_sync_folder_in_use(quoted(&format!("{}/zhibu.git", words::shown(typed).trim_end_matches('/')))),
        )
        .into());
    }
    if env.global.dry_run || !(args.new || env.ui.ask(&words::sync_make_there(words::shown(typed)))) {
        return Err(refused(
            words::sync_nothing_there(words::shown(typed)),
            words::cure_sync_new(quoted(&words::shown(typed))),
        )
        .into());
    }
    git.make_bare(&folder, branch).map_err(Failure::refused)?;
    env.ui.say(&words::sync_made(words::shown(typed)));
    if known.is_empty() && git.add_remote("origin", &shown) {
        env.ui.say(&words::sync_remembered());
    }
    Ok(shown)
}

/// The branch of the other repository that this one is kept together with.
///
/// # Errors
/// One that is no more there, where others are, and nobody says which of them it is now.
fn branch_there(env: &Env, store: &Store, git: &Git, remote: &str, branch: &str, heads: &git::Heads) -> Result<String> {
    let has = |name: &String| heads.branches.iter().any(|(branch, _)| branch == name);
    let of_upstream = match git.upstream(branch) {
        (Some(upstream), merge) if upstream == remote => merge,
        _ => None,
    };
    let default = heads.default.clone().filter(has);
    if let Some(gone) = of_upstream.as_ref().filter(|name| !has(name) && !heads.branches.is_empty()) {
        let now = default.or_else(|| heads.branches.first().map(|(name, _)| name.clone())).unwrap_or_default();
        let (gone, shown) = (words::shown(gone), words::shown(&now));
        if env.ui.ask(&words::sync_follow_branch(words::shown(remote), &gone, &shown)) && git.follow(branch, &now) {
            return Ok(now);
        }
        let cure = words::cure_sync_branch_gone(env.git_at(store), quoted(&format!("branch.{branch}.merge")), &now);
        return Err(refused(words::sync_branch_gone(words::shown(remote), gone, shown), cure).into());
    }
    let same = Some(branch.to_owned()).filter(has);
    Ok(of_upstream.or(same).or(default).unwrap_or_else(|| branch.to_owned()))
}

/// Tells the errors that came in with a merge: they are not ours, and do not hinder a push.
fn tell_errors_that_came(env: &Env, store: &Store, git: &Git, before: &str, theirs: &str) -> Result<()> {
    let of = |commit: &str| errors_of(env, store, git, commit).unwrap_or_default();
    let had: BTreeSet<_> = of(before).iter().map(mark).collect();
    let came: BTreeSet<_> = of(theirs).iter().map(mark).filter(|mark| !had.contains(mark)).collect();
    if came.is_empty() {
        return Ok(());
    }
    let now = errors(findings(env, store)?.1.open);
    let came: Vec<_> = now.iter().filter(|fault| came.contains(&mark(fault))).collect();
    came.iter().try_for_each(|fault| env.ui.finding(fault, None))?;
    if !came.is_empty() {
        env.ui.warn(&words::sync_errors_came(words::so_many_errors(came.len())));
    }
    Ok(())
}

fn tell_what_would_be(env: &Env, git: &Git, theirs: Option<&str>) {
    let (came, by) = theirs.map(|theirs| git.beyond(theirs, Some("HEAD"))).unwrap_or_default();
    let (went, _) = git.beyond("HEAD", theirs);
    env.ui.say(&words::sync_would(words::so_many_commits(came), authors(&by), words::so_many_commits(went)));
}

/// Who wrote something, in a few words.
fn authors(names: &[String]) -> Text {
    match names {
        [] => Text::default(),
        names => words::by_authors(Text::list(names.iter().map(|name| Text::same(words::shown(name))))),
    }
}

/// Merges what was fetched, where that is new; whether nothing is in dispute.
///
/// # Errors
/// Hand edits that are not committed, or a git that refuses.
fn merged(env: &Env, store: &Store, git: &Git, theirs: &str) -> Result<bool> {
    // Without the lock, so that a hook can push what was committed just now.
    if git.is_within(theirs, "HEAD") {
        return Ok(true);
    }
    let lock = env.lock(store, "sync")?;
    if git.is_within(theirs, "HEAD") {
        return Ok(true);
    }
    let open = open_records(git);
    if !open.is_empty() {
        let git_at = env.git_at(store);
        let gone: Vec<_> = open.iter().filter(|path| store.size(path).is_none_or(|size| size == 0)).cloned().collect();
        env.knows_of_gone();
        // A merge that died may have been about to write them: to commit that is to lose what they said.
        let cure = match git.known(&gone) {
            known if known.is_empty() => words::cure_sync_uncommitted(git_at, listed(&open)),
            known => words::cure_sync_gone(git_at, listed(&known)),
        };
        return Err(refused(words::sync_uncommitted(words::some_files(&open)), cure).into());
    }
    let (came, by) = git.beyond(theirs, Some("HEAD"));
    let (said, subject) = match came {
        0 => (words::sync_merge_came(), words::sync_merged_apart()),
        came => {
            let came = words::so_many_commits(came);
            (words::sync_came(&came, authors(&by)), words::sync_merged(&came, authors(&by)))
        }
    };
    let waits = git.head().is_some_and(|head| is_erased_apart(git, &head, theirs)) && !git.is_within("HEAD", theirs);
    match git.merge(theirs, subject.get(env.commit_lang(store)), waits) {
        Merging::Done => {
            env.ui.say(&said);
            Ok(true)
        }
        Merging::Refused(why) => {
            // Before, every record was as git has it.
            let half = git.known(&open_records(git));
            let cure = match half.is_empty() {
                _ if git.is_merging() => words::cure_sync_not_ended(),
                true => words::cure_sync_not_merged(),
                false => words::cure_sync_half_merged(env.git_at(store), listed(&half)),
            };
            Err(refused(words::sync_not_merged(why), cure).into())
        }
        Merging::Waits | Merging::Clashes => {
            env.ui.say(&said);
            let (left, done) = settle_the_clear(env, store, &lock, git, true)?;
            if !done {
                resolve::tell(env, store, &left)?;
                env.ui.warn(&words::sync_in_dispute());
                env.ui.help(&words::cure_sync_in_dispute());
                if left.iter().any(|dispute| dispute.may_be_two) {
                    env.ui.help(&words::cure_resolve_made());
                }
            }
            Ok(done)
        }
    }
}

/// Stops where the records contradict themselves in a way in which those of the other repository do not.
fn stop_at_errors(env: &Env, args: &Sync, store: &Store, git: &Git, theirs: Option<&str>) -> Result<()> {
    let ours = errors(findings(env, store)?.1.open);
    if ours.is_empty() || args.with_errors {
        return Ok(());
    }
    let known: BTreeSet<_> =
        theirs.and_then(|theirs| errors_of(env, store, git, theirs)).unwrap_or_default().iter().map(mark).collect();
    let new: Vec<_> = ours.into_iter().filter(|fault| !known.contains(&mark(fault))).collect();
    if new.is_empty() {
        return Ok(());
    }
    new.iter().try_for_each(|fault| env.ui.finding(fault, None))?;
    Err(refused(words::sync_errors(words::so_many_errors(new.len())), words::cure_sync_errors()).into())
}

fn errors(found: Vec<Fault>) -> Vec<Fault> {
    found.into_iter().filter(|fault| fault.severity == Severity::Error).collect()
}

/// The errors in the records of a commit.
fn errors_of(env: &Env, store: &Store, git: &Git, commit: &str) -> Option<Vec<Fault>> {
    let is_evidence = |path: &RelPath| path.as_str().starts_with("evidence/");
    let mut files = git.files_at(commit, |path| !is_evidence(path))?;
    // Of pictures it counts only that they are there.
    files.extend(git.paths_at(commit)?.into_iter().filter(is_evidence).map(|path| (path, vec![])));
    let there = store.of_files(files);
    let survey = there.survey().ok()?;
    let seals = Versions::until(&there, commit).map(|versions| versions.faults(&there, &survey.loaded.branch, &[]));
    let reading = [survey.loaded.faults, survey.loaded.notes, seals.unwrap_or_default()].concat();
    let look = Context::new(&survey.loaded.branch, &reading, &survey.files, &survey.digests, env.today);
    Some(errors(rules::findings(&look).open))
}

/// What tells a finding from others, in whatever line it stands.
fn mark(fault: &Fault) -> (&'static str, Option<String>, Option<String>, Option<String>) {
    let place = fault.place.as_ref();
    let line = place.and_then(|place| place.excerpt.as_ref()).map(|excerpt| excerpt.line.clone());
    (fault.code, place.map(|place| place.file.to_string()), line, fault.about.clone())
}
