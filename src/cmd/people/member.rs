//! `zhibu member`: the people of the branch.

use clap::{ArgGroup, Args, Subcommand};

use super::decided::{self, Decided};
use super::edits::decision;
use super::erasure::new_to_members;
use super::history::{in_order, there};
use super::renaming::Renaming;
use crate::branch::{Branch, Change, Edit, Filed, Since, What, is_same_name, member_path, slug, unique};
use crate::cmd::change::Decision;
use crate::cmd::change::keep::past_ids;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::cmd::typed::{free_of_devices, name_of_person};
use crate::error::{Failure, Result};
use crate::record::{LEFT, Member as Person, MemberId, Value, folded, write_block, write_pairs};
use crate::report;
use crate::store::Query;
use crate::words::{self, Text};

/// What can be done with people.
#[derive(Subcommand)]
pub enum Member {
    /// Add a person
    ///
    /// The id is made from the name's pinyin; a number is put after it where somebody has it already.
    Add(Add),
    /// List the people of a day
    List(List),
    /// Show what a person is and was
    Show(Show),
    /// Correct a name, a note, or record a new name or a class from a day on
    ///
    /// Without --from, --name corrects the present name, also in older lists and pages. With --from, the present name
    /// stays the name of the days before.
    Edit(Correct),
    /// Put a person into a group from a day on
    Move(Move),
    /// Give a person a post, or end it
    Post(super::post::Post),
    /// Give a person another standing from a day on
    Standing(Standing),
    /// Record a step of a person's development, and the standing it leads to
    ///
    /// What the rules say of its time is told; the step is recorded as it was.
    Step(Box<super::development::Step>),
    /// List those on the way to another standing, and what comes next for each
    Development(super::development::Development),
    /// Record that a person has left
    Leave(Leave),
    /// Put a pseudonym for somebody who has left, in every file; what was recorded stays
    ///
    /// Totals stay what they are. Evidence is not changed; what still has the name, and git's history, are told.
    Erase(super::erase::Erase),
}

/// Adding a person.
#[derive(Args)]
pub struct Add {
    /// The name
    name: String,
    /// What the person is to the branch: `full`, `probationary`, `staff` …
    #[arg(short, long)]
    standing: String,
    /// Since when; today where it is not said
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The group, from the same day or from the day the group began
    #[arg(short, long)]
    group: Option<String>,
    /// A post, from the same day where no other is said
    #[arg(long)]
    post: Option<String>,
    /// Since when the post is held
    #[arg(long, value_name = "DATE", requires = "post")]
    post_from: Option<String>,
    /// The id, where it is not to be made from the name
    #[arg(long)]
    id: Option<String>,
    /// A word that tells the person from others of the same name
    #[arg(long, value_name = "TEXT")]
    apart: Option<String>,
    /// Number by which the office knows the person, such as the badge number
    #[arg(long, value_name = "TEXT")]
    number: Option<String>,
    /// Accept a name that does not look like one
    #[arg(long)]
    any_name: bool,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Listing people.
#[derive(Args)]
pub struct List {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Only those of a group
    #[arg(short, long)]
    group: Option<String>,
    /// Only those of a standing
    #[arg(short, long)]
    standing: Option<String>,
}

/// Showing a person.
#[derive(Args)]
pub struct Show {
    /// Who: id, name, pinyin, initials or a part
    who: String,
}

/// Correcting a person's file.
#[derive(Args)]
#[command(group = ArgGroup::new("since").args(["name", "class"]).multiple(true))]
pub struct Correct {
    /// Who: id, name, pinyin, initials or a part
    who: String,
    #[command(flatten)]
    fields: Fields,
    /// The first day in the class [default: that of the meeting, or today], or of a new name
    #[arg(long, value_name = "DATE", requires = "since")]
    from: Option<String>,
    /// Accept a name that does not look like one
    #[arg(long, requires = "name")]
    any_name: bool,
    /// The meeting that put the person in the class: its id, its day, or a part of the id
    #[arg(long, requires = "class")]
    meeting: Option<String>,
}

/// The fields, at least one.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Fields {
    /// The name; the id stays
    #[arg(long)]
    name: Option<String>,
    /// A word that tells the person from others of the same name
    #[arg(long, value_name = "TEXT")]
    apart: Option<String>,
    /// Number by which the office knows the person, such as the badge number
    #[arg(long, value_name = "TEXT")]
    number: Option<String>,
    /// The note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// The class the person is in from a day on
    #[arg(long)]
    class: Option<String>,
}

/// Moving a person to a group.
#[derive(Args)]
pub struct Move {
    /// Who: id, name, pinyin, initials or a part
    who: String,
    /// The group
    group: String,
    /// The first day in it [default: that of the meeting, or today]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[command(flatten)]
    decided: Decided,
}

/// Changing a standing.
#[derive(Args)]
pub struct Standing {
    /// Who: id, name, pinyin, initials or a part
    who: String,
    /// The new standing
    standing: String,
    /// The first day [default: that of the meeting, or today]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[command(flatten)]
    decided: Decided,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Leaving the branch.
#[derive(Args)]
pub struct Leave {
    /// Who: id, name, pinyin, initials or a part
    who: String,
    /// Why
    #[arg(long)]
    reason: String,
    /// The first day on which the person is no longer with the branch [default: that of the meeting, or today]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[command(flatten)]
    decided: Decided,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Member) -> Result<()> {
    match command {
        Member::Add(args) => env.change(&Query::roll(), |branch, store| sound(env, store, add(env, args, branch)?)),
        Member::List(args) => list(env, args),
        Member::Show(args) => show(env, args),
        Member::Edit(args) => {
            let query = decided::query(env, args.meeting.as_deref(), args.from.as_deref());
            env.change(&query, |branch, store| sound(env, store, edit(env, args, branch)?))
        }
        Member::Move(args) => env.change(&args.decided.query(env, args.from.as_deref()), |branch, store| {
            sound(env, store, move_to(env, args, branch)?)
        }),
        Member::Post(args) => super::post::run(env, args),
        Member::Standing(args) => env.change(&args.decided.query(env, args.from.as_deref()), |branch, store| {
            sound(env, store, standing(env, args, branch)?)
        }),
        Member::Step(args) => super::development::record(env, args),
        Member::Development(args) => super::development::list(env, args),
        Member::Leave(args) => env.change(&args.decided.query(env, args.from.as_deref()), |branch, store| {
            sound(env, store, leave(env, args, branch)?)
        }),
        Member::Erase(args) => super::erase::run(env, args),
    }
}

fn add(env: &Env, args: &Add, branch: &Branch) -> Result<Decision> {
    let from = env.day_or_today(args.from.as_deref())?;
    let name = &name_of_person(&args.name, args.any_name)?;
    let standing = branch.find_standing(&args.standing)?;
    let mut text = write_pairs(&[("name", Value::text(name))]);
    if let Some(number) = &args.number {
        text += &write_pairs(&[("number", Value::Text(free_number(branch, number, None)?))]);
    }
    if let Some(apart) = &args.apart {
        text += &write_pairs(&[("apart", Value::text(apart))]);
    }
    if let Some(note) = &args.note {
        text += &write_pairs(&[("note", Value::text(note))]);
    }
    text += &write_block("standing", &[("is", Value::text(&standing.id.value)), ("from", Value::Day(from))]);
    if let Some(group) = &args.group {
        let (id, group) = branch.find_group(group, from.max(env.today))?;
        let since = from.max(group.from.value);
        text += &write_block("group", &[("id", Value::text(id)), ("from", Value::Day(since))]);
    }
    if let Some(post) = &args.post {
        let post = branch.find_post(post)?;
        let since = args.post_from.as_deref().map_or(Ok(from), |day| env.day(day))?;
        if since < from {
            return Err(Failure::refused(words::had_not_joined(words::shown(name), since)).into());
        }
        super::post::is_free(branch, None, post, since)?;
        text += &write_block("post", &[("id", Value::text(&post.id.value)), ("from", Value::Day(since))]);
    }
    let id = new_id(env, args, name, branch)?;
    let subject = words::added_member(words::shown(name), standing.name(), from);
    let namesakes = branch
        .members
        .iter()
        .filter(|(_, member)| member.names().any(|own| is_same_name(own, name)))
        .map(|(id, _)| branch.id_and_name(id));
    let namesakes: Vec<_> = namesakes.collect();
    let said = if namesakes.is_empty() {
        subject.clone()
    } else {
        words::with_namesakes(&subject, &id, Text::list(namesakes))
    };
    Ok(Decision { change: Change::new(subject, member_path(&id), What::Create(text)), said })
}

/// The id of a new person: the one asked for, else one made from the name.
fn new_id(env: &Env, args: &Add, name: &str, branch: &Branch) -> Result<MemberId> {
    let taken = |id: &str| MemberId::new(id).is_some_and(|id| branch.members.contains_key(&id));
    if let Some(id) = &args.id {
        let id = free_of_devices(id, MemberId::new)?;
        return match branch.members.get(&id) {
            Some(member) => Err(Failure::refused(words::member_exists(&id, words::shown(&member.name)))
                .cure(words::cure_show_member(&id))
                .into()),
            None => new_to_members(env, &id).map(|()| id),
        };
    }
    let had = past_ids(env, "members");
    let made =
        slug(name).map(|slug| unique(&slug, |id| taken(id) || had.contains(id))).and_then(|id| MemberId::new(&id));
    made.ok_or_else(|| Failure::usage(words::no_id_from_name(words::shown(name))).cure(words::cure_give_id()).into())
}

fn list(env: &Env, args: &List) -> Result<()> {
    let day = env.day_or_today(args.on.as_deref())?;
    let branch = env.load(&Query::roll())?;
    let group = args.group.as_deref().map(|group| branch.find_group(group, day)).transpose()?.map(|(id, _)| id);
    let standing = args.standing.as_deref().map(|standing| branch.find_standing(standing)).transpose()?;
    let wanted = |member: &Person| {
        group.is_none_or(|group| member.group_on(day) == Some(group))
            && standing.is_none_or(|standing| member.standing_on(day) == Some(&standing.id.value))
    };
    env.ui.table(&report::members_on(&branch, day, wanted))
}

fn show(env: &Env, args: &Show) -> Result<()> {
    let branch = env.load(&Query::roll().steps())?;
    let (id, member) = branch.find_member(&args.who, env.today)?;
    env.ui.page(&report::member_history(&branch, id, member, env.today))
}

/// A number that nobody else has.
fn free_number(branch: &Branch, typed: &str, own: Option<&MemberId>) -> Result<String> {
    let number = folded(typed);
    let has = |(id, one): &(&MemberId, &Filed<Person>)| {
        Some(*id) != own && one.number.as_ref().is_some_and(|its| its.value == number)
    };
    match branch.members.iter().find(has) {
        _ if !words::is_plain_name(&number) || number.is_empty() => {
            Err(Failure::usage(words::bad_number(words::shown(typed))).into())
        }
        Some((id, _)) => {
            Err(Failure::refused(words::number_taken(words::shown(&number), branch.id_and_name(id))).into())
        }
        None => Ok(number),
    }
}

fn edit(env: &Env, args: &Correct, branch: &Branch) -> Result<Decision> {
    let (id, member) = branch.find_member(&args.who, env.today)?;
    let mut edits = Vec::new();
    let Correct { fields: args, from, any_name, meeting, .. } = args;
    let name = args.name.as_deref().map(|name| name_of_person(name, *any_name)).transpose()?;
    let renaming = name.as_deref().map(|name| Renaming {
        path: member_path(id),
        present: &member.name,
        former: &member.former,
        name,
        from: from.as_deref(),
    });
    if let Some(renaming) = &renaming {
        edits.extend(renaming.edits(env)?);
    }
    if let Some(number) = &args.number {
        edits.push(Edit::Set(vec![], "number", Value::Text(free_number(branch, number, Some(id))?)));
    }
    if let Some(apart) = &args.apart {
        edits.push(Edit::Set(vec![], "apart", Value::text(apart)));
    }
    if let Some(note) = &args.note {
        edits.push(Edit::Set(vec![], "note", Value::text(note)));
    }
    if let Some(class) = &args.class {
        let class = branch.find_class(class)?;
        let meeting = decided::meeting_typed(env, branch, meeting.as_deref())?;
        let from = decided::day(env, from.as_deref(), meeting)?;
        in_order(branch, id, &member.classes, from)?;
        let mut block = vec![("id", Value::text(&class.id.value)), ("from", Value::Day(from))];
        block.extend(decided::pair(meeting));
        edits.push(Edit::Append("class", block));
    }
    let edited = |name: &str| words::edited_member(words::shown(name));
    match renaming {
        Some(renaming) => renaming.said(env, decision(edited(renaming.name), id, edits)),
        None => Ok(decision(edited(&member.name), id, edits)),
    }
}

fn move_to(env: &Env, args: &Move, branch: &Branch) -> Result<Decision> {
    let meeting = args.decided.meeting(env, branch)?;
    let from = decided::day(env, args.from.as_deref(), meeting)?;
    let (id, member) = branch.find_member(&args.who, from)?;
    there(branch, id, member, from)?;
    let (group, record) = branch.find_group(&args.group, from)?;
    if !record.holds(from) {
        return Err(Failure::refused(words::group_not_there(branch.group_name(group), from)).into());
    }
    if member.group_on(from) == Some(group) {
        return Err(Failure::refused(words::already_in_group(branch.name(id), branch.group_name(group), from)).into());
    }
    in_order(branch, id, &member.groups, from)?;
    let leads = branch.held_on(member, from).find(|held| held.from() < from && branch.is_of_group(&held.id));
    let leads = leads.and_then(|held| branch.rules.post(&held.id));
    let subject = words::moved_member(branch.name(id), branch.group_name(group), from);
    let mut block = vec![("id", Value::text(group)), ("from", Value::Day(from))];
    block.extend(decided::pair(meeting));
    let mut decision = decision(subject, id, vec![Edit::Append("group", block)]);
    if let Some(post) = leads {
        decision.said = words::with_details(&decision.said, words::no_longer_leads(post.name(), from));
    }
    Ok(decided::or_there(branch, meeting, from, decision))
}

fn standing(env: &Env, args: &Standing, branch: &Branch) -> Result<Decision> {
    let meeting = args.decided.meeting(env, branch)?;
    let from = decided::day(env, args.from.as_deref(), meeting)?;
    if args.standing == LEFT {
        return Err(Failure::usage(words::left_is_a_command()).cure(words::cure_leave()).into());
    }
    let rule = branch.find_standing(&args.standing)?;
    let (id, member) = branch.find_member(&args.who, from)?;
    if member.standing_on(from) == Some(&rule.id.value) {
        return Err(Failure::refused(words::already_of_standing(branch.name(id), rule.name(), from)).into());
    }
    in_order(branch, id, &member.standings, from)?;
    let mut block = vec![("is", Value::text(&rule.id.value)), ("from", Value::Day(from))];
    block.extend(decided::pair(meeting));
    block.extend(args.note.as_ref().map(|note| ("note", Value::text(note))));
    let subject = words::changed_standing(branch.name(id), rule.name(), from);
    Ok(decided::or_there(branch, meeting, from, decision(subject, id, vec![Edit::Append("standing", block)])))
}

fn leave(env: &Env, args: &Leave, branch: &Branch) -> Result<Decision> {
    let meeting = args.decided.meeting(env, branch)?;
    let from = decided::day(env, args.from.as_deref(), meeting)?;
    let (id, member) = branch.find_member(&args.who, from)?;
    there(branch, id, member, from)?;
    in_order(branch, id, &member.standings, from)?;
    let mut block = vec![("is", Value::text(LEFT)), ("from", Value::Day(from)), ("reason", Value::text(&args.reason))];
    block.extend(decided::pair(meeting));
    let subject = words::left(branch.name(id), from, words::shown(&args.reason));
    Ok(decided::or_there(branch, meeting, from, decision(subject, id, vec![Edit::Append("standing", block)])))
}
