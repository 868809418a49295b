//! `zhibu resolve`: what a merge left in dispute, told and settled.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::ManuallyDrop;

use clap::Args;

use super::both::keep_both;
use super::merging::{Dispute, Over, disputes, settle, settle_the_clear};
use super::repository::repository;
use super::settled::Settled;
use crate::branch::{Branch, What};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::git::Git;
use crate::reckon::history::torn;
use crate::record::RelPath;
use crate::report::{self, Contested};
use crate::store::{self, Clash, Query, Side, Stage, Store};
use crate::words::{self, Lang, Text};

/// Settling what a merge left in dispute.
#[derive(Args)]
pub struct Resolve {
    /// The record or the file: an id, a name, a path, or a part of one; everything in dispute where it is not said
    what: Option<String>,
    /// Take our side
    #[arg(long, conflicts_with_all = ["theirs", "field"])]
    ours: bool,
    /// Take the other side
    #[arg(long, conflicts_with = "field")]
    theirs: bool,
    /// They are two, made apart: keep both, the newer one under another id
    #[arg(long, conflicts_with_all = ["ours", "theirs", "field", "same"])]
    both: bool,
    /// They are one, made twice: join what both sides say of it
    #[arg(long, conflicts_with_all = ["ours", "theirs"])]
    same: bool,
    /// Take one side of one field: `points=theirs`; may be given several times
    #[arg(long, value_name = "FIELD=SIDE")]
    field: Vec<String>,
}

/// Which side of what is taken.
enum Choice {
    /// One side of everything that was named.
    All(Side),
    /// One side of some fields; of those of one record, where a record is said. A field without a name is the whole record.
    Fields(BTreeMap<(Option<String>, String), Side>),
}

impl Choice {
    fn of(&self, record: &str, field: &str) -> Option<Side> {
        match self {
            Self::All(side) => Some(*side),
            Self::Fields(fields) => {
                let of_record = fields.get(&(Some(record.to_owned()), field.to_owned()));
                of_record.or_else(|| fields.get(&(None, field.to_owned()))).copied()
            }
        }
    }
}

/// What was named of a file in dispute.
struct Named {
    dispute: Dispute,
    contested: Vec<Contested>,
    /// The records of it that were named; all where none is said.
    only: Option<BTreeSet<String>>,
}

/// Runs the command; its exit code tells whether something is left in dispute.
///
/// # Errors
/// Words that name nothing in dispute, a file that cannot be written, or a git that refuses.
pub(in crate::cmd) fn run(env: &Env, args: &Resolve) -> Result<u8> {
    let store = env.store()?;
    let git = repository(&store)?;
    let given = given(args)?;
    if env.global.dry_run {
        let disputes = disputes(&store, &git);
        tell(env, &store, &disputes)?;
        return Ok(u8::from(!disputes.is_empty()));
    }
    let lock = env.lock(&store, "resolve")?;
    let (left, done) = settle_the_clear(env, &store, &lock, &git, false)?;
    if done || left.is_empty() {
        return Ok(finished(env, &git, done, args.what.is_some()));
    }
    let unread: Vec<_> = left
        .iter()
        .filter_map(|one| if let Over::Unread(faults) = &one.over { Some(faults) } else { None })
        .flatten()
        .cloned()
        .collect();
    if !unread.is_empty() {
        return Err(Failure::of(unread).into());
    }
    let branch = known(&store)?;
    let mut named = named(&branch, left, args.what.as_deref())?;
    if args.both || args.same {
        named.retain(|named| named.dispute.may_be_two);
        if named.is_empty() {
            return Err(Failure::refused(words::not_made_apart()).cure(words::cure_resolve()).into());
        }
    }
    // Whoever of two by name is taken: nobody's record goes for that, and nobody gets the lines of the other.
    let takes_one = matches!(given, Some(Choice::All(_)));
    let (two, rest): (Vec<_>, Vec<_>) =
        named.into_iter().partition(|named| args.both || takes_one && named.dispute.are_two_by_name());
    named = rest;
    if !two.is_empty() {
        let both = two.iter().map(|named| keep_both(env, &store, &git, &named.dispute.path));
        let mut done = false;
        // Each begins with what came of the last.
        for both in both {
            let both = both?;
            done = settle(env, &store, &lock, &git, both.files, vec![both.said])?;
        }
        if named.is_empty() {
            return ended(env, &store, &git, done);
        }
    }
    if args.same {
        named.iter_mut().for_each(|named| named.dispute.join());
    }
    let given = given.or_else(|| args.same.then(|| Choice::Fields(BTreeMap::new())));
    if given.is_none() && !env.ui.can_ask() {
        let may_be_two = named.iter().any(|named| named.dispute.may_be_two);
        tell_of(env, &named.into_iter().flat_map(|named| named.contested).collect::<Vec<_>>())?;
        env.ui.help(&words::cure_resolve());
        if may_be_two {
            env.ui.help(&words::cure_resolve_made());
        }
        return Ok(1);
    }
    if let Some(Choice::Fields(fields)) = &given {
        fields_are_there(fields.keys().map(|(_, field)| field.as_str()), &named)?;
    }
    let mut files = Vec::new();
    for named in named {
        let choice = match &given {
            Some(given) => given,
            None => &asked(env, &named.contested),
        };
        files.extend(chosen(&store, named, choice)?);
    }
    if files.is_empty() {
        env.ui.say(&words::nothing_changed());
        return Ok(1);
    }
    let said = files.iter().map(said_of).collect();
    let done = settle(env, &store, &lock, &git, files, said)?;
    ended(env, &store, &git, done)
}

/// What is said of a file of which something was settled.
fn said_of(file: &Settled) -> Text {
    let path = file.path.as_str();
    if file.left { words::settled_in_part(path) } else { words::settled(path) }
}

/// Tells what is left in dispute; the exit code.
fn ended(env: &Env, store: &Store, git: &Git, done: bool) -> Result<u8> {
    let left = disputes(store, git);
    if left.is_empty() {
        return Ok(finished(env, git, done, false));
    }
    tell(env, store, &left)?;
    Ok(1)
}

/// The names of everybody and everything that can be read; what is in dispute can not.
fn known(store: &Store) -> Result<ManuallyDrop<Branch>> {
    let mut branch = store.gather(&Query::roll())?.branch;
    branch.rules = store.rules()?.rules;
    Ok(ManuallyDrop::new(branch))
}

/// What the call says to take.
fn given(args: &Resolve) -> Result<Option<Choice>> {
    let mut fields = BTreeMap::new();
    for typed in &args.field {
        let (field, side) = typed.split_once('=').unwrap_or((typed, ""));
        let side = match side {
            "ours" | "我方" => Side::Ours,
            "theirs" | "对方" => Side::Theirs,
            _ => return Err(Failure::usage(words::bad_side(words::shown(typed))).cure(words::cure_bad_side()).into()),
        };
        fields.insert((None, field.to_owned()), side);
    }
    Ok(match (args.ours, args.theirs) {
        (true, _) => Some(Choice::All(Side::Ours)),
        (_, true) => Some(Choice::All(Side::Theirs)),
        _ => (!fields.is_empty()).then_some(Choice::Fields(fields)),
    })
}

/// Refuses a field that is not in dispute.
fn fields_are_there<'a>(mut fields: impl Iterator<Item = &'a str>, named: &[Named]) -> Result<()> {
    let known: BTreeSet<_> = named
        .iter()
        .flat_map(|named| named.contested.iter().filter(|one| is_meant(named.only.as_ref(), &one.record)))
        .flat_map(|one| one.fields.iter().filter_map(|field| field.key.as_deref()))
        .collect();
    match fields.find(|field| !known.contains(field)) {
        Some(field) => {
            let known = Text::list(known.iter().map(|key| Text::same(*key)));
            Err(Failure::usage(words::no_such_field(words::shown(field), known)).into())
        }
        None => Ok(()),
    }
}

fn is_meant(only: Option<&BTreeSet<String>>, record: &str) -> bool {
    only.is_none_or(|only| only.contains(record))
}

/// The records of a file that are in dispute.
fn contested(branch: &Branch, dispute: &Dispute) -> Vec<Contested> {
    let Dispute { path, over, by, .. } = dispute;
    match over {
        Over::Records { base, merged } => {
            let torn = torn(path, base, &merged.side(Side::Ours), &merged.side(Side::Theirs));
            let mut contested = report::contested(branch, path, by.clone(), &torn);
            if contested.is_empty() || merged.clashes().any(|clash| clash.way.last() == Some(&Stage::Frame)) {
                contested.push(report::contested_layout(path, by.clone()));
            }
            contested
        }
        Over::Whole { ours, theirs } => {
            vec![report::contested_file(path, by.clone(), ours.is_some(), theirs.is_some())]
        }
        Over::ByHand(_) | Over::Unread(_) => vec![],
    }
}

/// What was named of what is in dispute; all of it where nothing was.
fn named(branch: &Branch, disputes: Vec<Dispute>, typed: Option<&str>) -> Result<Vec<Named>> {
    let all = disputes.into_iter().map(|dispute| Named { contested: contested(branch, &dispute), dispute, only: None });
    let Some(typed) = typed else { return Ok(all.collect()) };
    let is_title = |one: &Contested| [Lang::Zh, Lang::En].iter().any(|lang| one.title.get(*lang).contains(typed));
    let mut named: Vec<Named> = Vec::new();
    for one in all {
        let path = one.dispute.path.as_str();
        let only: BTreeSet<_> = one
            .contested
            .iter()
            .filter(|one| one.record == typed || is_title(one))
            .map(|one| one.record.clone())
            .collect();
        if path == typed {
            named.push(one);
        } else if !only.is_empty() {
            named.push(Named { only: Some(only), ..one });
        } else if path.contains(typed) {
            named.push(one);
        }
    }
    match named.is_empty() {
        true => Err(Failure::refused(words::no_such_dispute(words::shown(typed))).cure(words::cure_resolve()).into()),
        false => Ok(named),
    }
}

/// What a file becomes where some of it is settled; nothing where none of it is.
fn chosen(store: &Store, named: Named, choice: &Choice) -> Result<Option<Settled>> {
    let Named { dispute: Dispute { path, over, .. }, contested, only } = named;
    match over {
        Over::Records { merged, .. } => {
            let records: BTreeSet<_> = contested.iter().map(|one| one.record.as_str()).collect();
            let new = merged.clone().settle(|clash| {
                let (record, field) = owner(&path, &records, clash);
                is_meant(only.as_ref(), &record).then(|| pick(choice, clash, &record, field.as_deref())).flatten()
            });
            let left = new.clashes().next().is_some();
            let what = Some(What::Write(new.text()));
            let is_news = new != *merged || store.read(&path)?.is_none_or(|now| *now.text != new.text());
            Ok(is_news.then_some(Settled { path, what, left, decided: decided(&contested, only.as_ref(), choice) }))
        }
        Over::Whole { ours, theirs } => {
            let Some(side) = choice.of(path.stem(), "") else { return Ok(None) };
            let what = match if side == Side::Ours { ours } else { theirs } {
                None => store.exists(&path).then_some(What::Remove),
                Some(bytes) => match String::from_utf8(bytes) {
                    Ok(text) => Some(What::Write(text)),
                    Err(error) => {
                        store::export_file(&store.root().join(path.as_str()), error.as_bytes())?;
                        None
                    }
                },
            };
            let decided = vec![(path.stem().to_owned(), vec![])];
            Ok(Some(Settled { path, what, left: false, decided }))
        }
        Over::ByHand(_) | Over::Unread(_) => Ok(None),
    }
}

/// What a choice decides of the records in dispute, and of which keys.
fn decided(contested: &[Contested], only: Option<&BTreeSet<String>>, choice: &Choice) -> Vec<(String, Vec<String>)> {
    let one = |one: &Contested| {
        let of = |key: &str| choice.of(&one.record, key).or_else(|| choice.of(&one.record, "")).is_some();
        let keys: Vec<_> = one.fields.iter().filter_map(|field| field.key.clone()).collect();
        let meant: Vec<_> = keys.iter().filter(|key| of(key)).cloned().collect();
        let is_decided = if keys.is_empty() { of("") } else { !meant.is_empty() };
        is_decided.then(|| (one.record.clone(), meant))
    };
    contested.iter().filter(|one| is_meant(only, &one.record)).filter_map(one).collect()
}

/// The record a clash is in, and the field, where it is one of a file that is one record.
fn owner(path: &RelPath, records: &BTreeSet<&str>, clash: &Clash) -> (String, Option<String>) {
    let field = match &clash.way[..] {
        [Stage::Key(_), Stage::Item { id, .. }, ..] if records.contains(id.as_str()) => return (id.clone(), None),
        [Stage::Key(key), Stage::Item { id, .. }, ..] if SEATS.contains(&key.as_str()) => id.clone(),
        [Stage::Key(key), ..] => key.clone(),
        [Stage::Item { list: Some(list), .. }, ..] => list.clone(),
        _ => String::new(),
    };
    (path.stem().to_owned(), Some(field))
}

/// The lists of a meeting, in which the field is the person.
const SEATS: [&str; 4] = ["absent", "late", "observers", "present"];

/// What becomes of a clash; nothing where that is not said.
fn pick(choice: &Choice, clash: &Clash, record: &str, field: Option<&str>) -> Option<String> {
    let whole = choice.of(record, field.unwrap_or_default()).or_else(|| choice.of(record, ""));
    match (whole, choice) {
        (Some(Side::Ours), _) => Some(clash.ours.clone()),
        (Some(Side::Theirs), _) => Some(clash.theirs.clone()),
        (None, Choice::Fields(fields)) if field.is_none() && !fields.is_empty() => {
            clash.mixed(|key| choice.of(record, key))
        }
        (None, _) => None,
    }
}

/// Asks about each field.
fn asked(env: &Env, contested: &[Contested]) -> Choice {
    let mut fields = BTreeMap::new();
    for one in contested {
        for field in &one.fields {
            let what = words::told_of(&one.title, &field.name);
            let side = if env.ui.ask(&words::take_ours(&what, &field.ours)) {
                Side::Ours
            } else if env.ui.ask(&words::take_theirs(&what, &field.theirs)) {
                Side::Theirs
            } else {
                continue;
            };
            fields.insert((Some(one.record.clone()), field.key.clone().unwrap_or_default()), side);
        }
    }
    Choice::Fields(fields)
}

/// Says that nothing is in dispute any more; the exit code.
fn finished(env: &Env, git: &Git, done: bool, named: bool) -> u8 {
    let elsewhere = git.unmerged_anywhere();
    if done {
        env.ui.say(&words::merge_finished());
    } else if !elsewhere.is_empty() {
        env.ui.say(&words::disputes_elsewhere(Text::list(elsewhere.iter().map(|path| Text::same(words::shown(path))))));
        return 1;
    } else if let Some(what) = git.busy_with() {
        env.ui.say(&words::go_on_with(what));
    } else {
        env.ui.say(&words::nothing_in_dispute());
        return u8::from(named);
    }
    0
}

/// Tells what is in dispute.
///
/// # Errors
/// A directory without settings, or a standard output that takes no more.
pub(in crate::cmd) fn tell(env: &Env, store: &Store, disputes: &[Dispute]) -> Result<()> {
    let branch = known(store)?;
    tell_of(env, &disputes.iter().flat_map(|dispute| contested(&branch, dispute)).collect::<Vec<_>>())
}

fn tell_of(env: &Env, contested: &[Contested]) -> Result<()> {
    env.ui.story(&report::disputes(contested), || report::disputes_table(contested))
}
