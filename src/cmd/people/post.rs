//! `zhibu member post`: posts are given and ended.

use clap::Args;

use super::decided::{self, Decided};
use super::edits::decision;
use super::history::there;
use crate::branch::{Branch, Edit, Filed, Since, Step};
use crate::cmd::change::Decision;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Day, Meeting, MemberId, PostSince, Value};
use crate::rulebook;
use crate::words;

/// Giving or ending a post.
#[derive(Args)]
pub struct Post {
    /// Who: id, name, pinyin, initials or a part
    who: String,
    /// The post
    post: String,
    /// The first day [default: that of the meeting, or today]
    #[arg(long, value_name = "DATE", conflicts_with = "until")]
    from: Option<String>,
    /// End the post: its last day
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    #[command(flatten)]
    decided: Decided,
}

/// Runs the command.
pub(in crate::cmd) fn run(env: &Env, args: &Post) -> Result<()> {
    env.change(&args.decided.query(env, args.from.as_deref().or(args.until.as_deref())), |branch, store| {
        let decision = match &args.until {
            Some(until) => end(env, args, branch, until),
            None => give(env, args, branch),
        };
        sound(env, store, decision?)
    })
}

fn end(env: &Env, args: &Post, branch: &Branch, until: &str) -> Result<Decision> {
    let rule = branch.find_post(&args.post)?;
    let meeting = args.decided.meeting(env, branch)?;
    let until = env.day(until)?;
    let (id, member) = branch.find_member(&args.who, until)?;
    let held = |post: &PostSince| post.id.value == rule.id.value && post.holds(until);
    let Some(at) = member.posts.iter().position(held) else {
        return Err(Failure::refused(words::post_not_held(branch.name(id), rule.name(), until)).into());
    };
    let ends = if until < env.today { words::ended_post } else { words::ending_post };
    let subject = ends(branch.name(id), rule.name(), until);
    Ok(decision(subject, id, ends_on(at, until, meeting)))
}

fn give(env: &Env, args: &Post, branch: &Branch) -> Result<Decision> {
    let rule = branch.find_post(&args.post)?;
    let meeting = args.decided.meeting(env, branch)?;
    let from = decided::day(env, args.from.as_deref(), meeting)?;
    let (id, member) = branch.find_member(&args.who, from)?;
    there(branch, id, member, from)?;
    is_free(branch, Some(id), rule, from)?;
    let subject = words::gave_post(branch.name(id), rule.name(), from);
    Ok(decided::or_there(branch, meeting, from, decision(subject, id, vec![begins(rule, from, meeting)])))
}

/// The edit of a person's file that gives a post from a day on, by what a meeting decided where one did.
pub(in crate::cmd) fn begins(rule: &rulebook::Post, from: Day, meeting: Option<&Filed<Meeting>>) -> Edit {
    let mut block = vec![("id", Value::text(&rule.id.value)), ("from", Value::Day(from))];
    block.extend(decided::pair(meeting));
    Edit::Append("post", block)
}

/// The edits of a person's file that end one of the posts in it.
pub(in crate::cmd) fn ends_on(at: usize, until: Day, meeting: Option<&Filed<Meeting>>) -> Vec<Edit> {
    let place = || vec![Step::Key("post"), Step::Item(at)];
    let mut edits = vec![Edit::Set(place(), "until", Value::Day(until))];
    edits.extend(meeting.map(|meeting| Edit::Set(place(), "ended-by", Value::text(meeting.source.path.stem()))));
    edits
}

/// Who has a post on a day or later, each with its place in the person's file: a person and, where only one can have it,
/// everybody.
pub(in crate::cmd) fn holding<'b>(
    branch: &'b Branch,
    who: Option<&MemberId>,
    rule: &rulebook::Post,
    from: Day,
) -> impl Iterator<Item = (&'b MemberId, usize, &'b PostSince)> {
    let many = rule.many.unwrap_or(false);
    let people = branch.members.iter().filter(move |(holder, _)| Some(*holder) == who || !many);
    people.flat_map(move |(holder, member)| {
        let of_post = member.posts.iter().enumerate().filter(move |(_, post)| post.id.value == rule.id.value);
        let held = of_post.filter(move |(_, post)| branch.post_end(member, post).is_none_or(|end| end >= from));
        held.map(move |(at, post)| (holder, at, post))
    })
}

/// Refuses a post that somebody else has from a day on, or that the person has already; also one that somebody will have
/// later, since it is given without an end.
///
/// # Errors
/// The post is held then.
pub(super) fn is_free(branch: &Branch, who: Option<&MemberId>, rule: &rulebook::Post, from: Day) -> Result<()> {
    let Some((holder, _, held)) = holding(branch, who, rule, from).next() else { return Ok(()) };
    let fact = words::post_held(branch.name(holder), rule.name(), from.max(held.from()));
    let cure = words::cure_end_post(holder, &rule.id.value, from.minus(1));
    let failure = Failure::refused(fact);
    Err(if held.from() < from { failure.cure(cure) } else { failure }.into())
}
