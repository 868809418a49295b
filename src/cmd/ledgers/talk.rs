//! `zhibu talk`: who talked with whom, and who has yet to.

use clap::{Args, Subcommand};

use super::lines::{Striking, list, needs_rules};
use crate::branch::{Branch, Change, talks_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::cmd::typed::{LeftOut, Meant, people_among_but, person, recorded_by};
use crate::error::{Failure, Result};
use crate::record::{At, Day, MemberId, Period, Span, Talk as Record};
use crate::report::{self, TalkMatrix};
use crate::rulebook::TalkReason;
use crate::store::Query;
use crate::ui::Format;
use crate::words::{self, Text};

/// What can be done with talks.
#[derive(Subcommand)]
pub enum Talk {
    /// Log that people talked
    ///
    /// Only the fact is recorded: who with whom, when, where and why. What was said is not.
    Log(Log),
    /// List talks
    List(List),
    /// Show who has talked with whom, who has yet to, and which few talks would settle it
    Matrix(Matrix),
    /// Strike a talk: it stays in its file, but counts no more
    Remove(Remove),
}

/// Logging talks.
#[derive(Args)]
pub struct Log {
    /// Who spoke to the others
    who: String,
    /// With whom: people, groups or classes with commas between them, or `all`; each is a talk of its own
    with: String,
    #[command(flatten)]
    left_out: LeftOut,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What made them talk: id, name or a part of it; the default of the rules where it is not said
    #[arg(short, long)]
    reason: Option<String>,
    /// Where
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    /// Who recorded it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Listing talks.
#[derive(Args)]
pub struct List {
    /// Only those of somebody
    who: Option<String>,
    /// The period; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Showing who has talked with whom.
#[derive(Args)]
pub struct Matrix {
    /// The period; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Striking a line.
#[derive(Args)]
pub struct Remove {
    /// The id of the talk, as `talk list` shows it
    id: String,
    #[command(flatten)]
    striking: Striking,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Talk) -> Result<()> {
    match command {
        Talk::Log(args) => log(env, args),
        Talk::List(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
            list(env, args.who.as_deref(), period, &Query::roll().talks(period), report::talk_list)
        }
        Talk::Matrix(args) => matrix(env, args),
        Talk::Remove(args) => remove(env, args),
    }
}

/// Refuses where the rules of talks are not there.
fn has_rules(branch: &Branch) -> Result<()> {
    needs_rules(&branch.rules.talks, "rules/talks.toml")
}

/// The reason somebody means, or the default of the rules where they have one.
fn reason<'a>(branch: &'a Branch, typed: Option<&str>) -> Result<Option<&'a TalkReason>> {
    match typed {
        Some(typed) => {
            has_rules(branch)?;
            Ok(Some(branch.find_talk_reason(typed)?))
        }
        None => Ok(branch.rules.default_talk_reason()),
    }
}

fn log(env: &Env, args: &Log) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    env.change(&Query::roll().talks(Period::day(day)), |branch, _| {
        let who = person(branch, &args.who, day)?;
        let is_other =
            |id: &MemberId| *id != who && branch.members.get(id).is_some_and(|member| branch.is_member(member, day));
        let with = std::slice::from_ref(&args.with);
        let meant = Meant { can_be: &|_| true, of_many: &is_other, on: day };
        let others = people_among_but(branch, with, &args.left_out, day, &meant)?;
        if others.contains(&who) {
            return Err(Failure::refused(words::talk_alone(branch.name(&who))).into());
        }
        let reason = reason(branch, args.reason.as_deref())?;
        let by = recorded_by(branch, args.by.as_deref(), day)?;
        let path = talks_path(day.year());
        let mut ids = Ids::of(env, &branch.talk_files);
        let line = |other: &MemberId| Record {
            id: At::new(ids.fresh()),
            date: At::new(day),
            who: At::new(who.clone()),
            with: At::new(other.clone()),
            reason: reason.map(|reason| At::new(reason.id.value.clone())),
            place: args.place.clone(),
            by: by.clone(),
            struck: None,
            span: Span::default(),
        };
        let lines = others.iter().map(line).collect();
        let names = |all: &[&MemberId]| Text::list(all.iter().map(|id| branch.name(id)));
        let with = names(&others.iter().collect::<Vec<_>>());
        let subject = match reason {
            Some(reason) => words::talked_because(branch.name(&who), with, reason.name(), day),
            None => words::talked(branch.name(&who), with, day),
        };
        let again: Vec<_> = others.iter().filter(|other| have_talked(branch, &who, other, day, reason)).collect();
        let said = match again.is_empty() {
            true => subject.clone(),
            false => words::with_talked_already(&subject, names(&again)),
        };
        let file = ledger::write(path, &branch.talk_files, lines);
        Ok(Decision { change: Change { subject, why: None, files: vec![file] }, said })
    })
}

/// Whether two people have a talk of a day and reason already.
fn have_talked(branch: &Branch, one: &MemberId, other: &MemberId, day: Day, reason: Option<&TalkReason>) -> bool {
    let reason = reason.map(|reason| &reason.id.value);
    branch.talks().any(|(_, talk)| {
        let same = talk.date.value == day && talk.reason.as_ref().map(|at| &at.value) == reason;
        same && talk.sides().contains(&(one, other))
    })
}

fn matrix(env: &Env, args: &Matrix) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
    days::has_come(env, period)?;
    let day = period.last.min(env.today);
    let branch = env.load(&report::talk_matrix_query(period, day))?;
    has_rules(&branch)?;
    let matrix = TalkMatrix::of(&branch, period, day);
    match env.global.format {
        Format::Csv => env.ui.table(&matrix.people()),
        _ => env.ui.page(&matrix.page()),
    }
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    let period = args.striking.period(env)?;
    env.change_if_sure(args.striking.yes, &Query::roll().talks(period), |branch, _| {
        let talk = Placed::<Record>::find(&branch.talk_files, &args.id).ok_or_else(|| {
            let fact = words::no_talk(words::shown(&args.id), period);
            Failure::usage(fact).cure(words::cure_no_talk())
        })?;
        let Record { date, who, with, .. } = talk.line;
        talk.strike(words::talk_title(date.value, branch.name(who), branch.name(with)), &args.striking.why)
    })
}
