//! Months that are closed: what would change one is refused; with `--amend` it is done, and written in the seal with the
//! reason.

use std::collections::BTreeMap;

use super::tables;
use crate::branch::{Change, Edit, FileChange, FileKind, Filed, What, seal_path};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Day, Month, Period, RelPath, Seal, Value};
use crate::seal::{self, Break, Made, Months};
use crate::store::{self, Planned, Query, Store};
use crate::words::{self, Lang, Text};

/// What is added to a change of closed months.
pub(in crate::cmd) struct Amending {
    /// The seals of the months, written anew.
    files: Vec<FileChange>,
    /// Why, for the commit.
    why: String,
    /// What is asked before it is done.
    pub(in crate::cmd) question: Text,
    /// What the change makes of the files besides.
    planned: Vec<Planned>,
}

impl Amending {
    /// Whether two are of the same change of the same records, or there is none of either.
    pub(in crate::cmd) fn are_alike(one: Option<&Self>, other: Option<&Self>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => one.planned == other.planned && one.question == other.question,
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Adds it to the change.
    pub(in crate::cmd) fn add_to(self, change: &mut Change) {
        change.files.extend(self.files);
        change.why = Some(change.why.take().into_iter().chain([self.why]).collect::<Vec<_>>().join("\n\n"));
    }
}

/// Whether a change of a file gives somebody or a group another name on all days, the closed months' too.
fn corrects_a_name(file: &FileChange) -> bool {
    let What::Edit(edits) = &file.what else { return false };
    let names = |edit: &Edit| matches!(edit, Edit::Set(at, "name", _) if at.is_empty());
    let keeps = |edit: &Edit| matches!(edit, Edit::Append("former", _));
    matches!(FileKind::of(&file.path), Some(FileKind::Member(_) | FileKind::Group(_)))
        && edits.iter().any(names)
        && !edits.iter().any(keeps)
}

/// Looks whether a change reaches into closed months; what has to be added to it, where it does.
///
/// # Errors
/// That it does, where nobody said why.
pub(in crate::cmd) fn guard(env: &Env, store: &Store, change: &Change, lang: Lang) -> Result<Option<Amending>> {
    let why = reason(env)?;
    let sealed = store.sealed_months()?;
    let Some(last) = sealed.last() else { return Ok(None) };
    // Nearly every change is of days after all that is closed: nothing is read for it.
    let is_later = |file: &FileChange| match seal::month_of(&file.path) {
        Some(month) => *last < month,
        None => !seal::makes_months(&file.path),
    };
    if change.files.iter().all(is_later) {
        return Ok(None);
    }
    let planned = store.preview(change)?;
    let since = planned.iter().filter_map(|one| seal::since(&one.path, one.old.as_deref(), one.new.as_deref())).min();
    let reaches = |month: &Month| since.is_some_and(|since| since <= month.last()) || rewrites(&planned, *month);
    let months: Vec<_> = sealed.into_iter().filter(reaches).collect();
    let touched = touched(store, &planned, &months)?;
    if touched.is_empty() {
        return Ok(None);
    }
    let Some(why) = why else {
        let months = Text::list(touched.iter().map(|(month, one)| words::month_and_what(*month, what(&one.breaks))));
        let cure = match change.files.iter().any(corrects_a_name) {
            true => words::cure_would_rename_sealed(),
            false => words::cure_would_change_sealed(),
        };
        return Err(Failure::refused(words::would_change_sealed(months)).cure(cure).into());
    };
    // The reason is for this change, and not for what somebody did by hand before.
    if let Some((month, _)) = touched.iter().find(|(_, one)| one.was_broken) {
        return Err(Failure::refused(words::sealed_and_broken(month)).cure(words::cure_seal_broken(month)).into());
    }
    let (what, command) = (change.subject.get(lang).to_owned(), env.command());
    let (mut files, mut reasons, mut places) = (vec![], vec![], 0);
    for (month, one) in &touched {
        let entry = |was: String| entry(env.today, why, &what, command, was);
        files.push(amended(store, &planned, *month, &one.seal, &one.made, env.today, entry(one.code.clone()))?);
        reasons.push(words::amended_why(month, words::shown(why)).get(lang).to_owned());
        places += one.breaks.len();
    }
    let named = Text::list(touched.keys().map(|month| Text::same(month.to_string())));
    let places = words::count(places, "处", "place", "places");
    let written = words::count(planned.len() + files.len(), "个文件", "file", "files");
    let question = words::ask_amend(named, places, written);
    Ok(Some(Amending { files, why: reasons.join("\n"), question, planned }))
}

/// Why a closed month is to be changed, where it is said.
pub(in crate::cmd) fn reason(env: &Env) -> Result<Option<&str>> {
    match env.global.amend.as_deref().map(str::trim) {
        Some("") => Err(Failure::usage(words::amend_without_why()).into()),
        why => Ok(why),
    }
}

/// Whether a change puts something else in the seal of a month without an amendment: the name of who sealed it, say.
fn rewrites(planned: &[Planned], month: Month) -> bool {
    let path = seal_path(month);
    let amendments = |text: &str| text.lines().filter(|line| *line == "[[amended]]").count();
    let rewrites = |one: &Planned| match (&one.old, &one.new) {
        (Some(old), Some(new)) => old != new && amendments(old) == amendments(new),
        _ => false,
    };
    planned.iter().any(|one| one.path == path && rewrites(one))
}

/// A closed month that a change reaches into.
struct Touched {
    /// Its seal, as the change leaves it so far.
    seal: Filed<Seal>,
    /// The seal in short, as it is on disk.
    code: String,
    /// What would make it then.
    made: Made,
    /// What of it would not be as the seal says.
    breaks: Vec<Break>,
    /// Whether something was not before, either.
    was_broken: bool,
}

/// Those of some closed months that files would make otherwise than they do.
fn touched(store: &Store, planned: &[Planned], months: &[Month]) -> Result<BTreeMap<Month, Touched>> {
    let (Some(first), Some(last)) = (months.first(), months.last()) else { return Ok(BTreeMap::new()) };
    let Some(days) = Period::months(*first, *last) else { return Ok(BTreeMap::new()) };
    let query = Query::sealed(days);
    let branch = match store.after(planned).load(&query) {
        Ok(branch) => branch,
        // What cannot be read concerns a change only where it is of a closed month itself.
        Err(error) => {
            let own = planned.iter().filter_map(|one| seal::month_of(&one.path)).any(|month| months.contains(&month));
            return if own { Err(error) } else { Ok(BTreeMap::new()) };
        }
    };
    let after = Months::of(&branch, days);
    let broken = branch.seals.iter().filter(|(month, _)| months.contains(month));
    let broken = broken.map(|(month, seal)| {
        let mut breaks = after.breaks(*month, seal);
        if breaks.is_empty() && rewrites(planned, *month) {
            breaks.push(Break::Changed(seal_path(*month)));
        }
        (*month, seal, breaks)
    });
    let broken: Vec<_> = broken.filter(|(_, _, breaks)| !breaks.is_empty()).collect();
    if broken.is_empty() {
        return Ok(BTreeMap::new());
    }
    // What was changed by hand before is not this command's doing.
    let before = store.load(&query).ok();
    let now = before.as_ref().map(|branch| (Months::of(branch, days), &branch.seals));
    let mut touched = BTreeMap::new();
    for (month, seal, breaks) in broken {
        let day = seal.known();
        let made = after.made(month, day);
        let is_same = |(now, _): &(Months<'_>, _)| now.made(month, day).says_the_same(&made);
        if rewrites(planned, month) || now.as_ref().is_none_or(|now| !is_same(now)) {
            let was = now.as_ref().and_then(|(now, seals)| Some((now, seals.get(&month)?)));
            let was_broken = was.is_some_and(|(now, seal)| !now.breaks(month, seal).is_empty());
            let code = seal::code(&was.map_or(seal, |(_, seal)| seal).source.text);
            touched.insert(month, Touched { seal: seal.clone(), code, made, breaks, was_broken });
        }
    }
    Ok(touched)
}

/// What of a month is no longer as it was, in a few words.
pub(in crate::cmd) fn what(breaks: &[Break]) -> Text {
    let told = |one: &Break| match one {
        Break::Figures(table) => Text::same(format!("{table}.csv")),
        other => Text::same(other.path().map(ToString::to_string).unwrap_or_default()),
    };
    const FEW: usize = 4;
    let named = Text::list(breaks.iter().take(FEW).map(told));
    if breaks.len() > FEW { words::and_more(named, breaks.len()) } else { named }
}

/// The lines of an amendment.
pub(in crate::cmd) fn entry(today: Day, why: &str, what: &str, command: &str, was: String) -> Edit {
    Edit::Append(
        "amended",
        vec![
            ("date", Value::Day(today)),
            ("why", Value::text(why)),
            ("what", Value::text(what)),
            ("command", Value::text(command)),
            ("was", Value::Text(was)),
        ],
    )
}

/// A seal written anew, with its amendment.
pub(in crate::cmd) fn amended(
    store: &Store,
    planned: &[Planned],
    month: Month,
    seal: &Filed<Seal>,
    made: &Made,
    today: Day,
    entry: Edit,
) -> Result<FileChange> {
    let old = &*seal.source.text;
    // The tables count the amendments, this one too.
    let text = store::apply(old, std::slice::from_ref(&entry))
        .map_err(|error| Failure::refused(error.fact()).cure(words::cure_seal_broken(month)))?;
    let path = seal_path(month);
    let with_seal = Planned { path, old: Some(old.to_owned()), new: Some(text), copy: None };
    let tables = tables::digests(&store.after(&[planned, &[with_seal]].concat()), month, today)?;
    let set = |(key, value): (&'static str, Value)| Edit::Set(vec![], key, value);
    let mut edits: Vec<_> = tables::pairs(made, &tables).into_iter().map(set).collect();
    edits.push(entry);
    Ok(FileChange { path: seal_path(month), what: What::Edit(edits) })
}

/// Whether a file that is changed is a seal.
pub(in crate::cmd) fn is_of_seal(file: &FileChange) -> bool {
    sealed_month(&file.path).is_some()
}

/// The month whose seal a file is.
fn sealed_month(path: &RelPath) -> Option<Month> {
    match FileKind::of(path)? {
        FileKind::Seal(month) => Some(month),
        _ => None,
    }
}

/// Says the new seals of the months that were amended, of all files that were written.
pub(in crate::cmd) fn tell(env: &Env, store: &Store, paths: &[RelPath]) {
    for path in paths {
        if let (Some(month), Ok(Some(seal))) = (sealed_month(path), store.read(path)) {
            env.ui.say(&words::amended(month, seal::code(&seal.text)));
        }
    }
}
