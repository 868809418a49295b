//! `zhibu assessment`: what the records and figures of work show, weighed by the rules.

use std::mem::ManuallyDrop;

use clap::{Args, Subcommand};

use crate::branch::{Branch, Change, figures_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids};
use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::cmd::typed::recorded_by;
use crate::error::{Failure, Result};
use crate::reckon::Assessed;
use crate::record::{At, Day, Figure, Period, Score, Span, plain_number};
use crate::report;
use crate::rulebook::By;
use crate::store::Query;
use crate::words;

/// What can be done with the assessment.
#[derive(Subcommand)]
pub enum Assessment {
    /// Show the sheets of members, groups and the branch
    Show(Show),
    /// Tell where the figures of a sheet come from, down to file and line
    Explain(Explain),
    /// Record a figure of work by hand
    Record(Record),
}

/// Showing sheets.
#[derive(Args)]
pub struct Show {
    /// Whose: a member or a group; all where it is not said
    whose: Option<String>,
    /// The period; this quarter where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Explaining a sheet.
#[derive(Args)]
pub struct Explain {
    /// Whose: a member or a group; the branch where it is not said
    whose: Option<String>,
    /// The period; this quarter where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Recording a figure.
#[derive(Args)]
pub struct Record {
    /// What was counted: the id, name or a part of it
    measure: String,
    /// How much; with one decimal at most
    value: String,
    /// Whose: a member
    #[arg(long, value_name = "WHO", conflicts_with = "group")]
    member: Option<String>,
    /// Whose: a group; the branch where neither is said
    #[arg(short, long)]
    group: Option<String>,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// Who recorded it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Assessment) -> Result<()> {
    match command {
        Assessment::Show(args) => {
            let (branch, period) = load(env, args.period.as_deref())?;
            let whom = args.whose.as_deref().map(|whose| find(&branch, whose, day(env, period))).transpose()?;
            env.ui.table(&report::assessment(&branch, period, env.today, whom))
        }
        Assessment::Explain(args) => {
            let (branch, period) = load(env, args.period.as_deref())?;
            let whom =
                args.whose.as_deref().map_or(Ok(Assessed::Branch), |whose| find(&branch, whose, day(env, period)))?;
            env.ui.table(&report::assessment_explained(&branch, period, env.today, whom))
        }
        Assessment::Record(args) => record(env, args),
    }
}

fn load(env: &Env, period: Option<&str>) -> Result<(ManuallyDrop<Branch>, Period)> {
    let period = env.period(period.unwrap_or("this-quarter"))?;
    days::has_come(env, period)?;
    let branch = env.load(&report::assessment_query(period))?;
    has_rules(&branch)?;
    Ok((branch, period))
}

/// The day on which the people of a period are looked at: its last one, or today while it runs.
fn day(env: &Env, period: Period) -> Day {
    period.last.min(env.today)
}

fn has_rules(branch: &Branch) -> Result<()> {
    match branch.rules.assessment {
        Some(_) => Ok(()),
        None => Err(Failure::refused(words::no_assessment_rules()).cure(words::cure_no_appraisal_rules()).into()),
    }
}

/// The member or group somebody means.
fn find<'a>(branch: &'a Branch, typed: &str, day: Day) -> Result<Assessed<'a>> {
    match branch.find_member(typed, day) {
        Ok((id, _)) => Ok(Assessed::Member(id)),
        Err(failure) => match branch.find_group(typed, day) {
            Ok((id, _)) => Ok(Assessed::Group(id)),
            Err(_) => Err(failure.into()),
        },
    }
}

fn record(env: &Env, args: &Record) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let query = Query::roll().assessment(Period::day(day));
    env.change(&query, |branch, _| {
        has_rules(branch)?;
        let measure = branch.find_measure(&args.measure, day)?;
        if measure.by != By::Hand {
            return Err(Failure::refused(words::measure_is_reckoned(measure.name())).into());
        }
        let value = Score::parse(&plain_number(&args.value, &[]));
        let value = value.ok_or_else(|| Failure::usage(words::bad_figure(words::shown(&args.value))))?;
        let member = args.member.as_deref().map(|who| branch.find_member(who, day)).transpose()?;
        let group = args.group.as_deref().map(|group| branch.find_group(group, day)).transpose()?;
        let by = recorded_by(branch, args.by.as_deref(), day)?;
        let figure = Figure {
            id: At::new(Ids::of(env, &branch.figure_files).fresh()),
            date: At::new(day),
            measure: At::new(measure.id.value.clone()),
            member: member.map(|(id, _)| At::new(id.clone())),
            group: group.map(|(id, _)| At::new(id.clone())),
            value: At::new(value),
            note: args.note.clone(),
            by,
            struck: None,
            span: Span::default(),
        };
        let whose = match (member, group) {
            (Some((id, _)), _) => branch.name(id),
            (None, Some((id, _))) => branch.group_name(id),
            (None, None) => words::Text::same(branch.settings.name.as_str()),
        };
        let files = vec![ledger::write(figures_path(day.year()), &branch.figure_files, vec![figure])];
        let subject = words::figure_recorded(whose, measure.name(), value, day);
        Ok(Decision { change: Change { subject: subject.clone(), why: args.note.clone(), files }, said: subject })
    })
}
