//! `zhibu group`: the groups of the branch.

use clap::{Args, Subcommand};

use super::erasure::new_to_groups;
use super::renaming::Renaming;
use crate::branch::{Branch, Change, Edit, Since, What, group_path, short_slug};
use crate::cmd::change::Decision;
use crate::cmd::change::keep::past_ids;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::cmd::typed::{free_of_devices, plain_name};
use crate::error::{Failure, Result};
use crate::record::{GroupId, Value, write_pairs};
use crate::report;
use crate::store::Query;
use crate::words;

/// What can be done with groups.
#[derive(Subcommand)]
pub enum Group {
    /// Add a group
    Add(Add),
    /// List the groups of a day
    List(List),
    /// Show a group and who is in it
    Show(Show),
    /// Correct a name or a note, or record a new name from a day on
    ///
    /// Without --from, --name corrects the present name, also in older lists and pages. With --from, the present name
    /// stays the name of the days before.
    Edit(Correct),
    /// Close a group
    Close(Close),
}

/// Adding a group.
#[derive(Args)]
pub struct Add {
    /// The name
    name: String,
    /// The id; made from the name's pinyin where it is not said
    #[arg(long)]
    id: Option<String>,
    /// The first day; today where it is not said
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Listing groups.
#[derive(Args)]
pub struct List {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Showing a group.
#[derive(Args)]
pub struct Show {
    /// The group: id, name, pinyin, initials or a part
    group: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Correcting a group's file.
#[derive(Args)]
pub struct Correct {
    /// The group: id, name, pinyin, initials or a part
    group: String,
    #[command(flatten)]
    fields: Fields,
    /// The first day of a new name
    #[arg(long, value_name = "DATE", requires = "name")]
    from: Option<String>,
}

/// What is corrected, at least one thing.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Fields {
    /// The name; the id stays
    #[arg(long)]
    name: Option<String>,
    /// The note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Closing a group.
#[derive(Args)]
pub struct Close {
    /// The group: id, name, pinyin, initials or a part
    group: String,
    /// Its last day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Group) -> Result<()> {
    match command {
        Group::Add(args) => env.change(&Query::roll(), |branch, _| add(env, args, branch)),
        Group::List(args) => {
            let day = env.day_or_today(args.on.as_deref())?;
            let branch = env.load(&Query::roll())?;
            env.ui.table(&report::groups_on(&branch, day))
        }
        Group::Show(args) => show(env, args),
        Group::Edit(args) => env.change(&Query::roll(), |branch, store| sound(env, store, edit(env, args, branch)?)),
        Group::Close(args) => env.change(&Query::roll(), |branch, store| sound(env, store, close(env, args, branch)?)),
    }
}

fn add(env: &Env, args: &Add, branch: &Branch) -> Result<Decision> {
    let from = env.day_or_today(args.from.as_deref())?;
    let name = plain_name(&args.name)?;
    let taken = |id: &str| GroupId::new(id).is_some_and(|id| branch.groups.contains_key(&id));
    let id = match &args.id {
        Some(id) => free_of_devices(id, GroupId::new)?,
        None => {
            let had = past_ids(env, "groups");
            short_slug(name, |id| taken(id) || had.contains(id))
                .and_then(|id| GroupId::new(&id))
                .ok_or_else(|| Failure::usage(words::no_id_from_name(words::shown(name))).cure(words::cure_give_id()))?
        }
    };
    if branch.groups.contains_key(&id) {
        return Err(Failure::refused(words::group_exists(&id, branch.group_name(&id))).into());
    }
    if args.id.is_some() {
        new_to_groups(env, &id)?;
    }
    let mut pairs = vec![("name", Value::text(name)), ("from", Value::Day(from))];
    pairs.extend(args.note.as_ref().map(|note| ("note", Value::text(note))));
    let subject = words::added_group(words::shown(name), from);
    let change = Change::new(subject.clone(), group_path(&id), What::Create(write_pairs(&pairs)));
    Ok(Decision { change, said: subject })
}

fn show(env: &Env, args: &Show) -> Result<()> {
    let day = env.day_or_today(args.on.as_deref())?;
    let branch = env.load(&Query::roll())?;
    let (id, _) = branch.find_group(&args.group, day)?;
    env.ui.table(&report::members_on(&branch, day, |member| member.group_on(day) == Some(id)))
}

fn edit(env: &Env, args: &Correct, branch: &Branch) -> Result<Decision> {
    let (id, group) = branch.find_group(&args.group, env.today)?;
    let renaming = args.fields.name.as_deref().map(plain_name).transpose()?.map(|name| Renaming {
        path: group_path(id),
        present: &group.name,
        former: &group.former,
        name,
        from: args.from.as_deref(),
    });
    let mut edits = renaming.as_ref().map_or(Ok(vec![]), |renaming| renaming.edits(env))?;
    edits.extend(args.fields.note.as_ref().map(|note| Edit::Set(vec![], "note", Value::text(note))));
    let subject = words::edited_group(words::shown(renaming.as_ref().map_or(&group.name, |renaming| renaming.name)));
    let change = Change::new(subject.clone(), group_path(id), What::Edit(edits));
    let decision = Decision { said: subject, change };
    match renaming {
        Some(renaming) => renaming.said(env, decision),
        None => Ok(decision),
    }
}

fn close(env: &Env, args: &Close, branch: &Branch) -> Result<Decision> {
    let last = env.day_or_today(args.on.as_deref())?;
    let (id, group) = branch.find_group(&args.group, last)?;
    if !group.holds(last) {
        return Err(Failure::refused(words::group_not_there(branch.group_name(id), last)).into());
    }
    let next = last.plus(1);
    let still: Vec<_> = branch.people_on(next).filter(|(_, member)| member.group_on(next) == Some(id)).collect();
    if let Some((first, _)) = still.first() {
        let names = words::Text::list(still.iter().map(|(id, _)| branch.name(id)));
        let fact = words::group_not_empty(branch.group_name(id), next, names);
        return Err(Failure::refused(fact).cure(words::cure_move(first, next)).into());
    }
    let subject = words::closed_group(branch.group_name(id), last);
    let edits = vec![Edit::Set(vec![], "until", Value::Day(last))];
    Ok(Decision { said: subject.clone(), change: Change::new(subject, group_path(id), What::Edit(edits)) })
}
