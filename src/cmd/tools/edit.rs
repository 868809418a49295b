//! `zhibu edit`: a record in the editor that somebody likes, checked before it is taken.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::branch::{Branch, Change, FileKind, What, group_path, member_path};
use crate::cmd::change::Decision;
use crate::cmd::env::{self, Env};
use crate::cmd::told::findings::findings;
use crate::cmd::typed::inside;
use crate::error::{Failure, Fault, Result, Severity};
use crate::program;
use crate::record::{RelPath, Source};
use crate::store::{self, Query, Store};
use crate::words::{self, Text, quoted};

/// The longest text that is taken, in bytes.
const LIMIT: u64 = 16 * 1024 * 1024;

/// Editing a record by hand.
#[derive(Args)]
pub struct Edit {
    /// What: a member, a group, a meeting or a problem, or the path of a file such as rules/points.toml
    #[arg(value_name = "WHAT")]
    what: String,
    /// Take this file's text, or - for standard input, instead of opening an editor
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// What is none of the records, or a text that is wrong; it is kept.
pub(in crate::cmd) fn run(env: &Env, args: &Edit) -> Result<()> {
    let store = env.store()?;
    let path = find(env, &store, &args.what)?;
    if matches!(FileKind::of(&path), Some(FileKind::Seal(_))) {
        return Err(Failure::refused(words::seal_not_by_hand()).into());
    }
    let old =
        store.read(&path)?.ok_or_else(|| Failure::from(Fault::of_file("no-file", &path, words::no_file(&path))))?;
    if let Some(from) = &args.from {
        let new = match from.as_os_str() == "-" {
            true => env.standard_input(LIMIT)?,
            false => store::read_outside(&env.path(from), LIMIT)?,
        };
        wrong(env, &store, &old, &new)?;
        return take(env, &old, &new);
    }
    let draft = store.draft(&path, &old.text)?;
    let done = in_editor(env, &store, &old, &draft);
    match store::read_outside(&draft, LIMIT) {
        // What is as it was, or was taken, need not be kept.
        Ok(text) if done.is_ok() && !env.global.dry_run || text == *old.text => store.forget_draft(&draft),
        _ => {
            let kept = draft.display().to_string();
            env.ui.warn(&words::text_kept(&kept));
            env.ui.help(&words::cure_text_kept(&path, quoted(&kept)));
        }
    }
    done
}

/// Opens the draft in an editor until it is right, or somebody gives up.
fn in_editor(env: &Env, store: &Store, old: &Source, draft: &Path) -> Result<()> {
    let editor = env::editor();
    loop {
        let shown = || words::shown(&editor.to_string_lossy());
        let ended = program::edit(&editor, draft, &env::programs());
        let ended = ended.map_err(|error| Failure::refused(words::cannot_run(shown(), error.to_string())))?;
        if !ended.success() {
            return Err(Failure::refused(words::editor_failed(shown())).cure(words::cure_editor()).into());
        }
        let new = store::read_outside(draft, LIMIT)?;
        if new == *old.text {
            env.ui.say(&words::nothing_changed());
            return Ok(());
        }
        match wrong(env, store, old, &new) {
            Ok(()) => return take(env, old, &new),
            Err(error) => {
                if !env.ui.can_ask() {
                    return Err(error);
                }
                env.ui.failure(&error);
                if !env.ui.ask(&words::ask_go_on_editing()) {
                    return Err(Failure::refused(words::not_taken(&old.path)).into());
                }
            }
        }
    }
}

/// Whether a new text of a file may not be taken: it cannot be read, or contradicts what it did not contradict before.
///
/// # Errors
/// All that is wrong with it.
fn wrong(env: &Env, store: &Store, old: &Source, new: &str) -> Result<()> {
    let faults = FileKind::read_back(&Source::new(old.path.clone(), new));
    if !faults.is_empty() {
        return Err(Failure::of(faults).into());
    }
    let errors = |store: &Store| -> Result<Vec<Fault>> {
        let (_, found) = findings(env, store)?;
        let is_meant = |finding: &Fault| {
            // What is sealed is asked about when it is written.
            let is_weighed = finding.severity == Severity::Error && finding.code != "seal-broken";
            is_weighed && finding.place.as_ref().is_some_and(|place| place.file == old.path)
        };
        Ok(found.open.into_iter().filter(is_meant).collect())
    };
    let change = change(old, new);
    let mut after = errors(&store.after(&store.preview(&change)?))?;
    if !after.is_empty() {
        let before = errors(store)?;
        after.retain(|fault| !before.iter().any(|known| (known.code, &known.fact) == (fault.code, &fault.fact)));
    }
    match after.is_empty() {
        true => Ok(()),
        false => Err(Failure::of(after).into()),
    }
}

/// Writes the new text in place of the old one, where it is the old one still.
fn take(env: &Env, old: &Source, new: &str) -> Result<()> {
    // What is wrong in other files is no reason not to mend this one.
    let read = |store: &Store| store.gather(&Query::roll()).map(|loaded| loaded.branch);
    env.change_read(read, |_, store| {
        if store.read(&old.path)?.is_none_or(|now| now.text != old.text) {
            let failure = Failure::refused(words::edited_meanwhile(&old.path));
            return Err(failure.cure(words::cure_edited_meanwhile()).into());
        }
        let change = change(old, new);
        Ok(Decision { said: change.subject.clone(), change })
    })
}

fn change(old: &Source, new: &str) -> Change {
    Change::new(words::edited_by_hand(&old.path), old.path.clone(), What::Write(new.to_owned()))
}

/// The file somebody means.
fn find(env: &Env, store: &Store, typed: &str) -> Result<RelPath> {
    let is_record = |path: &RelPath| FileKind::of(path).is_some() && store.exists(path);
    // By a path or an id a file is found that cannot be read.
    let from_root = ["", "members/", "groups/"].map(|folder| format!("{folder}{typed}.toml"));
    let from_root: Vec<_> = [typed.to_owned()].into_iter().chain(from_root).collect();
    let mut paths = from_root.iter().filter_map(|path| RelPath::new(path));
    if let Some(path) = paths.find(is_record) {
        return Ok(path);
    }
    if let Ok(Some(path)) = inside(env, store, typed)
        && is_record(&path)
    {
        return Ok(path);
    }
    let mut branch: Branch = store.gather(&Query::roll().issue(typed))?.branch;
    branch.rules = store.rules()?.rules;
    let member = branch.find_member(typed, env.today).map(|(id, _)| member_path(id));
    let group = branch.find_group(typed, env.today).map(|(id, _)| group_path(id));
    let issue = branch.find_issue(typed).map(|issue| issue.source.path.clone());
    let (found, failures): (Vec<_>, Vec<_>) = [member, group, issue].into_iter().partition(std::result::Result::is_ok);
    let mut found: Vec<_> = found.into_iter().flatten().collect();
    found.extend(meetings(store, typed)?);
    // An id that is typed in full is no part of another.
    if let Some(whole) = found.iter().position(|path| path.stem() == typed) {
        return Ok(found.swap_remove(whole));
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => {
            let several = failures.into_iter().filter_map(std::result::Result::err).find(Failure::is_of_several);
            let none = || Failure::usage(words::no_such_file(words::shown(typed))).cure(words::cure_no_such_file());
            Err(several.unwrap_or_else(none).into())
        }
        _ => {
            let choices = Text::list(found.into_iter().take(12).map(|path| Text::same(path.as_str())));
            let fault = Fault::new("several", words::several_files(words::shown(typed)));
            Err(Failure { faults: vec![fault.cure(words::cure_several(choices))], exit: 2 }.into())
        }
    }
}

/// The meetings whose files are named so, or have a part that is.
fn meetings(store: &Store, typed: &str) -> Result<Vec<RelPath>> {
    let mut found = Vec::new();
    for year in store.folders("meetings")? {
        let (files, _) = store.list(&format!("meetings/{year}"))?;
        found.extend(files.into_iter().filter(|path| FileKind::of(path) == Some(FileKind::Meeting)));
    }
    let lower = typed.to_lowercase();
    match found.iter().find(|path| path.stem() == lower) {
        Some(path) => Ok(vec![path.clone()]),
        None => Ok(found.into_iter().filter(|path| !lower.is_empty() && path.stem().contains(&lower)).collect()),
    }
}
