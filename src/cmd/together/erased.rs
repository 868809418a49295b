//! Somebody who was erased on one side of a merge and is named on the other: that ends in the erasure. It is carried out on
//! what the other side has and on what both began with, and the three are merged then.

use std::collections::{BTreeMap, BTreeSet};

use super::resealed::{Files, resealed};
use super::settled::Settled;
use crate::branch::{Branch, Change, FileChange, FileKind, What, member_path};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::people::erasure::{Erasure, erasures};
use crate::cmd::people::pseudonym::{self, Pseudonym, Putting, followed, is_record};
use crate::error::Result;
use crate::git::Git;
use crate::record::{MemberId, RelPath};
use crate::seal::ERASED_AND;
use crate::store::{self, Store};
use crate::words::{self, Lang, Text};

/// What a merge is to have where it names somebody who was erased.
#[derive(Default)]
pub(super) struct Finished {
    /// The files.
    pub(super) files: Vec<Settled>,
    /// What is said of it.
    pub(super) said: Vec<Text>,
}

/// The places of both sides among the three of a merge.
const OURS: usize = 1;
const THEIRS: usize = 2;

/// Whether one of two sides erased somebody, and the other does not have that.
pub(super) fn is_erased_apart(git: &Git, ours: &str, theirs: &str) -> bool {
    !erasures(git, &format!("{ours}...{theirs}")).is_empty()
}

/// What is to stand in the files of the merge that is under way, where one side erased somebody. Nobody has put right
/// anything by hand in a fresh one.
///
/// # Errors
/// Records that cannot be read.
pub(super) fn erased_apart(env: &Env, store: &Store, git: &Git, is_fresh: bool) -> Result<Finished> {
    let none = || Ok(Finished::default());
    let (Some(head), Some(other)) = (git.head(), git.merged_head()) else { return none() };
    let erasures = erasures(git, &format!("{head}...{other}"));
    let Some(base) = git.merge_base(&head, &other).filter(|_| !erasures.is_empty()) else { return none() };
    let records = |commit: &str| git.files_at(commit, |path| !is_evidence(path)).unwrap_or_default();
    let was = [&base, &head, &other].map(|commit| records(commit));
    let mut now = was.clone();
    let mut finished = Finished::default();
    let side = |one: &Erasure| if git.is_within(&one.commit, &head) { OURS } else { THEIRS };
    // What others have already keeps its id.
    let is_elsewhere = |commit: &str| git.is_elsewhere(commit).unwrap_or(true);
    let own = if is_elsewhere(&head) && !is_elsewhere(&other) { THEIRS } else { OURS };
    let (mut erasures, kept): (Vec<_>, Vec<_>) = erasures.into_iter().partition(|one| side(one) == own);
    let renumbered = renumber(store, &mut now, own, &mut erasures, &kept)?;
    erasures.extend(kept);
    let mut puts = Vec::new();
    for one in &erasures {
        let by = side(one);
        let to = OURS + THEIRS - by;
        // Somebody who was brought back is not erased.
        if now[by].contains_key(&member_path(&one.who)) || !now[by].contains_key(&member_path(&one.stands.id)) {
            continue;
        }
        let (before, there) = (branch(store, &now[0])?, branch(store, &now[to])?);
        let began = Putting::of(&before, &one.who, &one.stands);
        let put = Putting::of(&there, &one.who, &one.stands);
        // Of one who came since nobody who erased knew.
        let is_newcomer = |path: &RelPath| is_member(path) && !was[0].contains_key(path);
        let by_began = |path: &RelPath, text: &str| match is_newcomer(path) {
            true => text.to_owned(),
            false => began.text(path, text),
        };
        now[0] = carried_out(store, &now[0], &before, &one.stands.id, |path| began.path(path), by_began)?;
        let by_both = |path: &RelPath, text: &str| put.text(path, &by_began(path, text));
        now[to] = carried_out(store, &now[to], &there, &one.stands.id, |path| put.path(path), by_both)?;
        finished.files.extend(evidence(store, &put));
        puts.push((one, put));
    }
    let people: BTreeSet<_> = puts.iter().map(|(one, _)| &one.stands).chain(&renumbered).collect();
    for side in [OURS, THEIRS] {
        let is_of_side = |path: &RelPath| !was[OURS + THEIRS - side].contains_key(path);
        let seals = resealed(env, store, [&was[side], &now[side]], is_of_side, &erased_all(people.iter().copied()))?;
        now[side].extend(seals);
    }
    let unmerged: BTreeSet<_> = git.unmerged().into_iter().map(|(path, _)| path).collect();
    let named = |path: &RelPath, text: &str| puts.iter().any(|(_, put)| put.places(path, text) > 0);
    let mut paths = Vec::new();
    for path in now.iter().chain(&was).flat_map(BTreeMap::keys).collect::<BTreeSet<_>>() {
        let of = |sides: &[Files; 3]| sides.each_ref().map(|side| text(side.get(path)));
        let (raw, put) = (of(&was), of(&now));
        let (Some(right), true) = (joined(path, &put), raw != put) else { continue };
        let standing = store.read(path).ok().flatten().map(|source| source.text.to_string());
        let is_open = unmerged.contains(path);
        let is_named = standing.as_deref().is_some_and(|text| named(path, text));
        // What somebody put right by hand stays, but for the name.
        let is_as_merged =
            is_fresh || right.text.is_none() || joined(path, &raw).is_some_and(|raw| raw.text == standing);
        let new = match (&standing, right.left && !is_open) {
            (Some(standing), true) => Some(puts.iter().fold(standing.clone(), |text, (_, put)| put.text(path, &text))),
            _ => right.text,
        };
        let what = match &new {
            _ if new == standing || !(is_named || is_as_merged) => None,
            Some(text) => Some(What::Write(text.clone())),
            None => Some(What::Remove),
        };
        if let Some(What::Write(_)) = &what {
            paths.push(path.clone());
        }
        if what.is_some() || is_open && !right.left && new == standing {
            finished.files.push(Settled { path: path.clone(), what, left: right.left && is_open, decided: vec![] });
        }
    }
    if !finished.files.is_empty() {
        let people = told(people.into_iter());
        finished.said = vec![words::erased_apart(people, words::some_files(&paths))];
    }
    Ok(finished)
}

/// What puts a pseudonym where records still name somebody by the id of one who was erased: git merged them by itself.
///
/// # Errors
/// Records that cannot be read.
pub(super) fn still_named(env: &Env, store: &Store, git: &Git) -> Result<Option<Decision>> {
    let mut files = BTreeMap::new();
    let mut people = Vec::new();
    for one in erasures(git, "HEAD") {
        let own = member_path(&one.who);
        let is_gone = !store.exists(&own) && store.exists(&member_path(&one.stands.id));
        let Some(was) = is_gone.then(|| git.file_at(&format!("{}^", one.commit), &own)).flatten() else { continue };
        let survey = store.as_staged([(own.clone(), Some(was))].into()).survey()?;
        let put = Putting::of(&survey.loaded.branch, &one.who, &one.stands);
        let before = files.len();
        for path in survey.files.into_iter().filter(|path| is_record(path) && *path != own) {
            let text = files.get(&path).cloned().or_else(|| Some(store.read(&path).ok()??.text.to_string()));
            if let Some(text) = text.filter(|text| put.has_id(text)) {
                files.insert(path.clone(), put.text(&path, &text));
            }
        }
        if files.len() > before {
            people.push(one);
        }
    }
    let Some(Erasure { stands: first, .. }) = people.first() else { return Ok(None) };
    let subject = words::erased(words::shown(&first.name), &first.id);
    let said = words::erased_still(told(people.iter().map(|one| &one.stands)));
    let seals: Vec<_> =
        files.keys().filter(|path| matches!(FileKind::of(path), Some(FileKind::Seal(_)))).cloned().collect();
    for path in seals {
        // A seal that did not hold before is left as it is: nothing proves what an amendment would say of it.
        files.remove(&path);
        for (path, text) in sealed_beside(env, store, git, &path, &people)? {
            files.extend(String::from_utf8(text).ok().map(|text| (path, text)));
        }
    }
    if files.is_empty() {
        return Ok(None);
    }
    let files = files.into_iter().map(|(path, text)| FileChange { path, what: What::Write(text) }).collect();
    Ok(Some(Decision { change: Change { subject, files, ..Change::default() }, said }))
}

/// Whether there are fewer pseudonyms in a commit than people whose names were erased: of two who were erased apart, and
/// of whom nothing else told them from each other, a merge of git itself makes one.
pub(super) fn are_one(git: &Git, commit: &str) -> bool {
    let paths = git.paths_at(commit).unwrap_or_default();
    let members: BTreeSet<_> = paths.into_iter().filter(is_member).collect();
    let erased: BTreeSet<MemberId> = erasures(git, commit).into_iter().map(|one| one.who).collect();
    let gone = erased.iter().filter(|who| !members.contains(&member_path(*who))).count();
    let stand = members.iter().filter(|path| pseudonym::is_made(path.stem())).count();
    gone > 1 && stand < gone
}

/// A seal that was made while somebody else erased people, with the amendment that says so.
fn sealed_beside(env: &Env, store: &Store, git: &Git, seal: &RelPath, people: &[Erasure]) -> Result<Files> {
    let none = || Ok(Files::new());
    let commits = git.log_of(None, &[seal.as_str()]).unwrap_or_default();
    let Some(made) = commits.iter().rfind(|commit| !commit.files.is_empty()) else { return none() };
    let Some(was) = git.files_at(&made.id, |path| !is_evidence(path)) else { return none() };
    let mut now = was.clone();
    for one in people.iter().filter(|one| was.contains_key(&member_path(&one.who))) {
        let there = branch(store, &now)?;
        let put = Putting::of(&there, &one.who, &one.stands);
        now =
            carried_out(store, &now, &there, &one.stands.id, |path| put.path(path), |path, text| put.text(path, text))?;
    }
    let what = erased_all(people.iter().map(|one| &one.stands));
    resealed(env, store, [&was, &now], |path| path == seal, &what)
}

/// What a seal says of those who were erased.
fn erased_all<'a>(people: impl Iterator<Item = &'a Pseudonym>) -> Text {
    Text::join(people.map(|one| words::erased(&one.name, &one.id)), ERASED_AND)
}

/// Those who stand for others, as they are told.
fn told<'a>(people: impl Iterator<Item = &'a Pseudonym>) -> Text {
    Text::list(people.map(|one| words::name_and_id(words::shown(&one.name), &one.id)))
}

/// Gives those whom our own side erased another pseudonym where it stands for somebody else on the other side, and the
/// same one where both sides erased the same person.
fn renumber(
    store: &Store,
    now: &mut [Files; 3],
    own: usize,
    erasures: &mut [Erasure],
    kept: &[Erasure],
) -> Result<Vec<Pseudonym>> {
    let other = OURS + THEIRS - own;
    let mut renumbered = Vec::new();
    let same = |one: &Erasure| kept.iter().find(|kept| kept.who == one.who).map(|kept| kept.stands.clone());
    let is_there = |files: &Files, id: &MemberId| files.contains_key(&member_path(id));
    // Another's number is free for whom both erased only when the other has given way.
    erasures.sort_by_key(|one| same(one).is_some());
    for one in erasures {
        let is_anothers = is_there(&now[other], &one.stands.id) && !is_there(&now[0], &one.stands.id);
        let new = match same(one) {
            Some(stands) => stands,
            None if is_anothers => free(&one.stands, |id| now.iter().any(|files| is_there(files, id))),
            None => continue,
        };
        if new != one.stands {
            let there = branch(store, &now[own])?;
            let put = Putting::of(&there, &one.stands.id, &new);
            now[own] = carried_out(
                store,
                &now[own],
                &there,
                &new.id,
                |path| put.path(path),
                |path, text| put.text(path, text),
            )?;
            renumbered.push(new.clone());
            one.stands = new;
        }
    }
    Ok(renumbered)
}

/// A pseudonym like one, with a number that nobody has.
fn free(stands: &Pseudonym, is_taken: impl Fn(&MemberId) -> bool) -> Pseudonym {
    let (number, id) = pseudonym::free(is_taken);
    // A name that somebody thought of stays.
    let is_of_ours = |lang| (1..number).any(|number| words::anonymous(number).get(lang) == stands.name);
    let made = [Lang::Zh, Lang::En].into_iter().find(|lang| is_of_ours(*lang));
    let name = made.map_or_else(|| stands.name.clone(), |lang| words::anonymous(number).get(lang).to_owned());
    Pseudonym { id, name }
}

fn is_evidence(path: &RelPath) -> bool {
    path.as_str().starts_with("evidence/")
}

fn is_member(path: &RelPath) -> bool {
    matches!(FileKind::of(path), Some(FileKind::Member(_)))
}

fn text(bytes: Option<&Vec<u8>>) -> Option<String> {
    String::from_utf8(bytes?.clone()).ok()
}

/// The branch of which these are the records.
fn branch(store: &Store, files: &Files) -> Result<Branch> {
    Ok(store.of_files(files.clone()).survey()?.loaded.branch)
}

/// The records with a pseudonym, and what follows from it.
fn carried_out(
    store: &Store,
    files: &Files,
    before: &Branch,
    stands: &MemberId,
    path: impl Fn(&RelPath) -> Option<RelPath>,
    put: impl Fn(&RelPath, &str) -> String,
) -> Result<Files> {
    let moved = files.iter().map(|(at, bytes)| {
        let new = std::str::from_utf8(bytes).ok().filter(|_| is_record(at)).map(|text| put(at, text).into_bytes());
        (path(at).unwrap_or_else(|| at.clone()), new.unwrap_or_else(|| bytes.clone()))
    });
    let mut moved: Files = moved.collect();
    let after = store.of_files(moved.clone());
    let files = followed(before, &after.survey()?.loaded.branch, stands);
    for planned in after.preview(&Change { files, ..Change::default() })? {
        moved.extend(planned.new.map(|text| (planned.path, text.into_bytes())));
    }
    Ok(moved)
}

/// Evidence with the name in its path.
fn evidence(store: &Store, put: &Putting<'_>) -> Vec<Settled> {
    let (paths, _) = store.list("evidence").unwrap_or_default();
    let moved = paths.into_iter().filter_map(|path| Some((put.path(&path)?, path)));
    let settled = |path, what| Settled { path, what: Some(what), left: false, decided: vec![] };
    let moves = |(new, old): (RelPath, RelPath)| {
        let copy = What::Copy(store.root().join(old.as_str()));
        [settled(new, copy), settled(old, What::Remove)]
    };
    moved.flat_map(moves).collect()
}

/// What comes of a file.
struct Joined {
    text: Option<String>,
    /// Whether something in it is in dispute.
    left: bool,
}

/// What comes of a file on three sides; none where that is in dispute as a whole.
fn joined(path: &RelPath, [base, ours, theirs]: &[Option<String>; 3]) -> Option<Joined> {
    let whole = |text: &Option<String>| Some(Joined { text: text.clone(), left: false });
    match (ours, theirs) {
        _ if ours == theirs || base == theirs => whole(ours),
        _ if base == ours => whole(theirs),
        (Some(ours), Some(theirs)) => {
            let merged = store::merge(path, base.as_deref().unwrap_or_default(), ours, theirs)?;
            Some(Joined { text: Some(merged.text()), left: merged.clashes().next().is_some() })
        }
        _ => None,
    }
}
