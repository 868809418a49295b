//! `zhibu request`: what superiors ask for, and what they get.

use clap::{Args, Subcommand};

use crate::branch::{Branch, Change, request_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::typed::{deadline, plain_name, recorded_by};
use crate::error::{Failure, Result};
use crate::record::{At, HOUR_UNITS, Hours, Period, Request as Record, Span, Value, plain_number};
use crate::report;
use crate::store::Query;
use crate::words;

/// What can be done with requests.
#[derive(Subcommand)]
pub enum Request {
    /// Record that superiors ask for something
    Log(Log),
    /// Record that it was delivered
    Deliver(Deliver),
    /// List what was asked for
    List(List),
    /// Strike a request: it stays in its file, but counts no more
    Remove(Remove),
}

/// Recording a request.
#[derive(Args)]
pub struct Log {
    /// What is asked for
    #[arg(value_name = "TEXT")]
    what: String,
    /// Who asks
    #[arg(long, value_name = "ASKER")]
    from: String,
    /// In which form: a table, a report, a ledger
    #[arg(long, value_name = "TEXT")]
    form: Option<String>,
    /// The last day on which it is in time
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// The day it was asked for; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// Who recorded it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Recording a delivery.
#[derive(Args)]
pub struct Deliver {
    /// The request: its id, or a part of what was asked for
    #[arg(value_name = "ID")]
    request: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What was delivered
    #[arg(long = "as", value_name = "TEXT")]
    delivered_as: Option<String>,
    /// The hours it took, whole or half
    #[arg(long, value_name = "NUMBER")]
    hours: Option<String>,
    /// When it was asked for; last year or this where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Listing requests.
#[derive(Args)]
pub struct List {
    /// The period in which it was asked for; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Only what is not delivered
    #[arg(long)]
    open: bool,
}

/// Striking a request.
#[derive(Args)]
pub struct Remove {
    /// The request: its id, or a part of what was asked for
    #[arg(value_name = "ID")]
    request: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// When it was asked for; last year or this where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Request) -> Result<()> {
    match command {
        Request::Log(args) => log(env, args),
        Request::Deliver(args) => deliver(env, args),
        Request::List(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
            let branch = env.load(&Query::roll().requests(period))?;
            env.ui.table(&report::request_list(&branch, period, env.today, args.open))
        }
        Request::Remove(args) => remove(env, args),
    }
}

fn log(env: &Env, args: &Log) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let (what, asker) = (plain_name(&args.what)?, plain_name(&args.from)?);
    let form = args.form.as_deref().map(plain_name).transpose()?;
    let until = args.until.as_deref().map(|until| deadline(env, until, day, words::until_before_asked)).transpose()?;
    env.change(&Query::roll().requests(Period::day(day)), |branch, _| {
        let by = recorded_by(branch, args.by.as_deref(), day)?;
        let request = Record {
            id: At::new(Ids::of(env, &branch.requests).fresh()),
            date: At::new(day),
            what: At::new(what.to_owned()),
            asker: At::new(asker.to_owned()),
            form: form.map(str::to_owned),
            until: until.map(At::new),
            note: args.note.clone(),
            by,
            delivered: None,
            delivered_as: None,
            hours: None,
            struck: None,
            span: Span::default(),
        };
        let (shown, asker) = (words::shown(what), words::shown(asker));
        let subject = match until {
            Some(until) => words::asked_by_day(asker, shown, until),
            None => words::asked(asker, shown),
        };
        let said = words::with_id(&subject, &request.id.value);
        let file = ledger::write(request_path(day.year()), &branch.requests, vec![request]);
        Ok(Decision { change: Change { subject, why: args.note.clone(), files: vec![file] }, said })
    })
}

/// A change of one request.
fn change(
    env: &Env,
    typed: &str,
    period: Option<&str>,
    decide: impl FnOnce(&Branch, &Placed<'_, Record>) -> Result<Decision>,
) -> Result<()> {
    env.change(&query(env, period)?, |branch, _| {
        let (file, at) = branch.find_request(typed)?;
        let placed = Placed::at(file, at);
        placed.counts(|| branch.request_title(placed.line))?;
        decide(branch, &placed)
    })
}

/// What is read to find a request: those of a period, or of the last year.
fn query(env: &Env, period: Option<&str>) -> Result<Query> {
    let recent = Period { first: env.today.minus_months(12), last: env.today };
    Ok(Query::roll().requests(period.map_or(Ok(recent), |period| env.period(period))?))
}

fn deliver(env: &Env, args: &Deliver) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let hours = args.hours.as_deref().map(|typed| {
        Hours::parse(&plain_number(typed, HOUR_UNITS))
            .ok_or_else(|| Failure::usage(words::bad_work_hours(words::shown(typed))))
    });
    let hours = hours.transpose()?;
    change(env, &args.request, args.period.as_deref(), |_, placed| {
        let request = placed.line;
        let (what, asker) = (words::shown(&request.what), words::shown(&request.asker));
        if let Some(delivered) = &request.delivered {
            let cure = words::cure_delivered(placed.path);
            return Err(Failure::refused(words::delivered_already(what, delivered.value)).cure(cure).into());
        }
        if day < request.date.value {
            return Err(Failure::refused(words::delivered_early(day, request.date.value)).into());
        }
        let mut edits = Vec::new();
        let mut set = |key, value| edits.push(placed.set(key, value));
        set("delivered", Value::Day(day));
        args.delivered_as.iter().for_each(|text| set("as", Value::text(text)));
        hours.into_iter().for_each(|hours| set("hours", Value::Score(hours.score())));
        let late = request.until.as_ref().map_or(0, |until| day.since(until.value));
        let subject = match late > 0 {
            true => words::delivered_late(what, asker, day, late),
            false => words::delivered(what, asker, day),
        };
        Ok(placed.edited(subject, edits))
    })
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    env.change_if_sure(args.yes, &query(env, args.period.as_deref())?, |branch, _| {
        let (file, at) = branch.find_request(&args.request)?;
        let request = Placed::<Record>::at(file, at);
        request.strike(branch.request_title(request.line), &args.why)
    })
}
