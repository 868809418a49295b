//! `zhibu member erase`: the name of a person who has left goes from the files; what was recorded stays.

use std::cell::RefCell;
use std::collections::BTreeSet;

use clap::Args;

use super::pseudonym::{self, Pseudonym, Putting, followed};
use crate::branch::{Branch, Change, FileChange, FileKind, What, member_path};
use crate::cmd::change::keep::past_ids;
use crate::cmd::change::{Asked, Decision};
use crate::cmd::env::Env;
use crate::cmd::typed::plain_name;
use crate::error::{Failure, Result};
use crate::git::Git;
use crate::record::{MemberId, RelPath};
use crate::store::{Query, Store};
use crate::words::{self, Lang, Text};

/// Erasing a person.
#[derive(Args)]
pub struct Erase {
    /// Who: id, name, pinyin, initials or a part; somebody who has left
    who: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// What stands for the name from now on, where it is not to be made
    #[arg(long = "as", value_name = "NAME")]
    pseudonym: Option<String>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// What the files say of a person, and what is left of it.
#[derive(Default)]
struct Erased {
    files: Vec<FileChange>,
    /// How many times the person was named in them.
    places: usize,
    /// Files that name the person and are left as they are: evidence, and what is no record.
    left: Vec<RelPath>,
    /// Other files that name the person: what was exported, templates, drafts.
    elsewhere: Vec<String>,
    /// How many files cannot be looked into: pictures.
    closed: usize,
}

/// Runs the command.
///
/// # Errors
/// A person who is still there, and a user who is not sure.
pub(in crate::cmd) fn run(env: &Env, args: &Erase) -> Result<()> {
    let after = RefCell::new(vec![]);
    env.change_if_sure(args.yes, &Query::roll(), |branch, store| {
        let (id, member) = branch.find_member(&args.who, env.today)?;
        if member.is_there(env.today) {
            let failure = Failure::refused(words::erase_still_there(branch.name(id)));
            return Err(failure.cure(words::cure_erase_still_there(id)).into());
        }
        let lang = env.file_lang(branch);
        let stands = free(env, args.pseudonym.as_deref(), branch, lang)?;
        let erased = erase(branch, store, id, &stands)?;
        let places = words::count(erased.places, "处", "place", "places");
        let files = words::count(erased.changed(), "个文件", "file", "files");
        let question = words::ask_erase(branch.name(id), &places, &files);
        let names = member.names().map(|name| name.as_str()).collect::<BTreeSet<_>>();
        let own: Vec<_> = names.into_iter().filter(|name| !branch.members.is_shared(name)).collect();
        *after.borrow_mut() = told(&erased, store, &own, id, &stands);
        let subject = words::erased(&stands.name, &stands.id);
        let said = words::erased_places(&stands.name, &stands.id, places, files);
        let change = Change { subject, why: Some(args.why.clone()), files: erased.files };
        Ok(Asked { question, decision: Decision { change, said } })
    })?;
    if !env.global.dry_run {
        after.borrow().iter().for_each(|text| env.ui.say(text));
    }
    Ok(())
}

/// The first id and name that stand for nobody yet.
fn free(env: &Env, name: Option<&str>, branch: &Branch, lang: Lang) -> Result<Pseudonym> {
    let had = past_ids(env, "members");
    let is_taken = |id: &MemberId| branch.members.contains_key(id) || had.contains(id.as_str());
    let (number, id) = pseudonym::free(is_taken);
    let name = match name {
        Some(name) => plain_name(name)?.to_owned(),
        None => words::anonymous(number).get(lang).to_owned(),
    };
    Ok(Pseudonym { id, name })
}

/// Puts the pseudonym where the person is named, in every file of records and rules.
fn erase(branch: &Branch, store: &Store, id: &MemberId, stands: &Pseudonym) -> Result<Erased> {
    let putting = Putting::of(branch, id, stands);
    let own = member_path(id);
    let mut erased = Erased::default();
    let before = store.survey()?;
    for path in before.files.iter().cloned() {
        let text = store.read(&path).ok().flatten().map(|source| source.text);
        let new_path = putting.path(&path);
        // Of evidence the digest stands in a record: another text would be another piece of evidence.
        let is_record = pseudonym::is_record(&path);
        let new_text = text.as_deref().filter(|_| is_record).map(|text| putting.text(&path, text));
        match &text {
            None => erased.closed += 1,
            Some(text) if is_record => erased.places += putting.places(&path, text),
            Some(_) => {}
        }
        let still_named = new_text.as_deref().or(text.as_deref()).unwrap_or_default();
        // A namesake's own file means the namesake.
        let is_others = path != own && matches!(FileKind::of(&path), Some(FileKind::Member(_)));
        if !is_others && putting.names(still_named) {
            erased.left.push(new_path.as_ref().unwrap_or(&path).clone());
        }
        let changed = new_text.filter(|new| text.as_deref() != Some(new));
        match (new_path, changed, text) {
            (Some(to), Some(text), _) => erased.moves(path, to, What::Create(text)),
            (Some(to), None, _) => {
                let from = store.root().join(path.as_str());
                erased.moves(path, to, What::Copy(from));
            }
            (None, Some(text), _) => erased.files.push(FileChange { path, what: What::Write(text) }),
            (None, None, _) => {}
        }
    }
    let names = |text: &str| putting.names(text);
    for path in store.others(&before.files)? {
        match store.read(&path) {
            Ok(Some(source)) if names(&source.text) || names(path.as_str()) => erased.elsewhere.push(path.to_string()),
            Ok(_) => {}
            Err(_) => erased.closed += 1,
        }
    }
    let drafts = store.drafts().into_iter().map(|(path, text)| (path.display().to_string(), text));
    erased.elsewhere.extend(drafts.filter(|(path, text)| names(path) || names(text)).map(|(path, _)| path));
    let planned = store.preview(&Change { files: erased.files.clone(), ..Change::default() })?;
    let after = store.after(&planned).survey()?;
    erased.files.extend(followed(&before.loaded.branch, &after.loaded.branch, &stands.id));
    Ok(erased)
}

impl Erased {
    /// How many files there are less or other than before.
    fn changed(&self) -> usize {
        let paths = self.files.iter().filter(|file| !matches!(file.what, What::Remove)).map(|file| &file.path);
        paths.collect::<BTreeSet<_>>().len()
    }

    /// A file that bears another name from now on.
    fn moves(&mut self, from: RelPath, to: RelPath, what: What) {
        self.places += 1;
        self.files.push(FileChange { path: to, what });
        self.files.push(FileChange { path: from, what: What::Remove });
    }
}

/// What is told afterwards: what still has the id or a name that nobody else bears, and how to take it out there.
fn told(erased: &Erased, store: &Store, own: &[&str], id: &MemberId, stands: &Pseudonym) -> Vec<Text> {
    let mut told = Vec::new();
    if !erased.left.is_empty() {
        let left = Text::list(erased.left.iter().map(|path| Text::same(path.to_string())));
        told.push(words::erase_left(left));
    }
    if erased.closed > 0 {
        told.push(words::erase_not_looked_into(words::count(erased.closed, "个文件", "file", "files")));
    }
    if !erased.elsewhere.is_empty() {
        told.push(words::erase_elsewhere(Text::list(
            erased.elsewhere.iter().map(|path| Text::same(words::shown(path))),
        )));
    }
    if let Ok(git) = Git::find(store.root()) {
        let named: Vec<_> = std::iter::once(id.as_str()).chain(own.iter().copied()).collect();
        let refs = git.refs_with(&named);
        if !refs.is_empty() {
            told.push(words::erase_refs(Text::list(refs.iter().map(|name| Text::same(words::shown(name))))));
        }
        // A name that others bear is not put out of all history.
        let line = |name: &&str| format!("\n  {}==>{}", words::shown(name), stands.name);
        let mut lines: String = own.iter().map(line).collect();
        lines += &format!("\n  regex:(?<![-\\w]){id}(?![-\\w])==>{}", stands.id);
        told.push(words::erase_history(lines, id, &stands.id));
    }
    told
}
