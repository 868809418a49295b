//! Two new records under one id, each made on another side: two people stay two. The one that nobody else has yet gets
//! another id, in all that its side says of it.

use std::collections::BTreeMap;

use super::settled::Settled;
use crate::branch::{FileKind, What, group_path, meeting_path, meeting_stem, member_path, unique};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::git::Git;
use crate::record::{Day, GroupId, KindId, MemberId, Plain, RelPath};
use crate::store::{self, Side, Store};
use crate::words::{self, Text};

/// What becomes of the files where both records are kept.
pub(super) struct Both {
    /// The files.
    pub(super) files: Vec<Settled>,
    /// What is said of it.
    pub(super) said: Text,
}

/// The files of a commit that are records.
type Files = BTreeMap<RelPath, String>;

/// Keeps both of two records that were made apart in one file.
///
/// # Errors
/// Git that does not tell, or a file that was changed since the merge.
pub(super) fn keep_both(env: &Env, store: &Store, git: &Git, path: &RelPath) -> Result<Both> {
    let gone = || Failure::refused(words::git_gone());
    let (head, other) = (git.head().ok_or_else(gone)?, git.merged_head().ok_or_else(gone)?);
    let files = |commit: &str| -> Result<Files> {
        let files = git.files_at(commit, |path| FileKind::of(path).is_some()).ok_or_else(gone)?;
        Ok(files.into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect())
    };
    let (ours, theirs) = (files(&head)?, files(&other)?);
    // What others have already keeps its id.
    let is_elsewhere = |commit: &str| git.is_elsewhere(commit).unwrap_or(true);
    let side = if is_elsewhere(&head) && !is_elsewhere(&other) { Side::Theirs } else { Side::Ours };
    let (own, rest) = if side == Side::Ours { (&ours, &theirs) } else { (&theirs, &ours) };
    let base = git.merge_base(&head, &other);
    let folder = path.folder().split('/').next().unwrap_or_default();
    let had = git.ever_in(folder);
    let is_taken = |path: &RelPath| own.contains_key(path) || rest.contains_key(path) || had.contains(path);
    let name = Renaming::of(path, own, is_taken).ok_or_else(gone)?;
    let mut settled = Vec::new();
    for (at, text) in own {
        let (to, new) = name.applied(at, text);
        if to == *at && new == *text {
            continue;
        }
        if to != *at {
            let what = rest.get(at).map_or(What::Remove, |text| What::Write(text.clone()));
            settled.push(Settled { path: at.clone(), what: Some(what), left: false, decided: vec![] });
            settled.push(Settled { path: to, what: Some(What::Write(new)), left: false, decided: vec![] });
            continue;
        }
        let before = base.as_ref().and_then(|base| git.file_at(base, at));
        let before = before.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        let joined = |text: &str| match (rest.get(at), side) {
            (None, _) => Some((text.to_owned(), false)),
            (Some(rest), _) if *rest == before => Some((text.to_owned(), false)),
            (Some(rest), Side::Ours) => merged(at, &before, text, rest),
            (Some(rest), Side::Theirs) => merged(at, &before, rest, text),
        };
        let (Some((was, _)), Some((now, left))) = (joined(text), joined(&new)) else {
            return Err(Failure::refused(words::both_unmerged(at)).into());
        };
        if store.read(at)?.is_none_or(|source| *source.text != was) {
            let cure = words::cure_both_changed(env.git_at(store));
            return Err(Failure::refused(words::both_changed(at)).cure(cure).into());
        }
        settled.push(Settled { path: at.clone(), what: Some(What::Write(now)), left, decided: vec![] });
    }
    let said = words::kept_both(path.stem(), name.new_path.stem());
    Ok(Both { files: settled, said })
}

fn merged(path: &RelPath, base: &str, ours: &str, theirs: &str) -> Option<(String, bool)> {
    let merged = store::merge(path, base, ours, theirs)?;
    Some((merged.text(), merged.clashes().next().is_some()))
}

/// Another id for a record.
struct Renaming {
    old_path: RelPath,
    new_path: RelPath,
    /// The meetings whose names have it in them.
    meetings: BTreeMap<RelPath, RelPath>,
    /// Ids and the ones that stand for them, and whether they are those of a group.
    ids: Vec<(String, String, bool)>,
}

impl Renaming {
    fn of(path: &RelPath, own: &Files, is_taken: impl Fn(&RelPath) -> bool) -> Option<Self> {
        let old = path.stem();
        let at: &dyn Fn(&str) -> Option<RelPath> = match FileKind::of(path)? {
            FileKind::Member(_) => &|id| Some(member_path(&MemberId::new(id)?)),
            FileKind::Group(_) => &|id| Some(group_path(&GroupId::new(id)?)),
            FileKind::Meeting => &|stem| Some(meeting_path(Day::parse(stem.get(..10)?)?, stem)),
            _ => return None,
        };
        let new = unique(old, |id| at(id).is_none_or(|path| is_taken(&path)));
        let is_group = matches!(FileKind::of(path), Some(FileKind::Group(_)));
        let mut ids = vec![(old.to_owned(), new.clone(), is_group)];
        let mut meetings = BTreeMap::new();
        for (meeting, text) in own.iter().filter(|(path, _)| is_group && FileKind::of(path) == Some(FileKind::Meeting))
        {
            if let Some(stem) = stem_of(text, old, &new) {
                let day = Day::parse(stem.get(..10)?)?;
                let stem = unique(&stem, |stem| is_taken(&meeting_path(day, stem)));
                ids.push((meeting.stem().to_owned(), stem.clone(), false));
                meetings.insert(meeting.clone(), meeting_path(day, &stem));
            }
        }
        Some(Self { old_path: path.clone(), new_path: at(&new)?, meetings, ids })
    }

    /// A file with its path and its text, under the new id.
    fn applied(&self, path: &RelPath, text: &str) -> (RelPath, String) {
        let to = match self.meetings.get(path) {
            Some(to) => to.clone(),
            None if *path == self.old_path => self.new_path.clone(),
            None => path.clone(),
        };
        let new =
            self.ids.iter().fold(text.to_owned(), |text, (old, new, is_group)| renamed(&text, old, new, *is_group));
        (to, new)
    }
}

/// The name of a meeting's file where it is one of a group that has another id from now on.
fn stem_of(text: &str, old: &str, new: &str) -> Option<String> {
    let plain = Plain::of(text)?;
    let said = |key: &str| plain.keys.get(key)?.text();
    let (day, kind) = (Day::parse(&plain.keys.get("date")?.to_string())?, KindId::new(said("kind")?)?);
    (said("group") == Some(old)).then(|| meeting_stem(day, &kind, GroupId::new(new).as_ref()))
}

/// A text with another id in the place of one. The id of a group may be that of something else, too: it is meant only
/// where the key says so.
fn renamed(text: &str, old: &str, new: &str, is_group: bool) -> String {
    let mut heading = "";
    let mut renamed = String::new();
    for line in text.split_inclusive('\n') {
        let begun = line.trim_start();
        if begun.starts_with('[') && begun.trim_end().ends_with(']') {
            heading = begun.trim();
        }
        let mut rest = line;
        let quoted = |rest: &str| {
            let found = [format!("\"{old}\""), format!("'{old}'")].map(|word| rest.find(&word));
            found.into_iter().flatten().min()
        };
        while let Some(at) = quoted(rest) {
            let before = &rest[..at];
            let of_group = || {
                let key = before.trim_end().strip_suffix('=').map(str::trim_end);
                let is_key = |word: &str| key.is_some_and(|key| key.ends_with(word));
                is_key("group") || is_key("id") && heading == "[[group]]" || begun.starts_with("groups")
            };
            renamed += before;
            renamed += &if !is_group || of_group() { format!("\"{new}\"") } else { format!("\"{old}\"") };
            rest = &rest[at + old.len() + 2..];
        }
        renamed += rest;
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_gives_way_as_a_whole_word_and_that_of_a_group_where_the_key_says_so() {
        let person = |text| renamed(text, "zhou-yang", "zhou-yang-2", false);
        assert_eq!(person("  \"zhou-yang\",\n"), "  \"zhou-yang-2\",\n");
        assert_eq!(
            person("{ member = 'zhou-yang', by = \"zhou-yang\" }"),
            "{ member = \"zhou-yang-2\", by = \"zhou-yang-2\" }"
        );
        assert_eq!(person("\"zhou-yang-2\" # zhou-yang"), "\"zhou-yang-2\" # zhou-yang");
        let group = |text| renamed(text, "office", "office-2", true);
        assert_eq!(group("group = \"office\"\nlinks = [\"office\"]\n"), "group = \"office-2\"\nlinks = [\"office\"]\n");
        assert_eq!(
            group("[[post]]\nid = \"office\"\n[[group]]\nid = \"office\"\n"),
            "[[post]]\nid = \"office\"\n[[group]]\nid = \"office-2\"\n"
        );
    }
}
