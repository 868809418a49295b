//! `zhibu study`: hours of study, and what is owed of them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::lines::{Striking, list, needs_rules, or_this_year};
use crate::branch::{Branch, Change, FileChange, study_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::cmd::typed::{LeftOut, campaign, evidence, people_but, recorded_by};
use crate::error::{Failure, Result};
use crate::record::{
    At, Day, Evidence, HOUR_UNITS, Hours, Line, MemberId, Month, Period, Span, Study as Record, plain_number,
};
use crate::report;
use crate::rulebook::StudyKind;
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// What can be done with hours of study.
#[derive(Subcommand)]
pub enum Study {
    /// Log hours of study
    Log(Log),
    /// List hours of study
    List(List),
    /// Show everybody's hours and what is owed of them this year
    Total(Total),
    /// Attach what somebody wrote of it to a record of study
    Attach(Attach),
    /// Strike a record of study: it stays in its file, but counts no more
    Remove(Remove),
}

/// Logging hours.
#[derive(Args)]
pub struct Log {
    /// Who: people, groups or classes with commas between them, or `all`
    who: String,
    #[command(flatten)]
    left_out: LeftOut,
    /// The hours of each, whole or half
    #[arg(value_name = "HOURS")]
    hours: String,
    /// In what way: id, name or a part of it; the default of the rules where it is not said
    #[arg(short, long)]
    kind: Option<String>,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What was studied
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The campaign it was for: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// What the person wrote of it: a file that is copied in and kept with its digest
    #[arg(long, value_name = "FILE")]
    reflection: Option<PathBuf>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// Who recorded it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Listing hours.
#[derive(Args)]
pub struct List {
    /// Only those of somebody
    who: Option<String>,
    /// The period; this month where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Showing totals.
#[derive(Args)]
pub struct Total {
    /// The period; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Attaching a reflection.
#[derive(Args)]
pub struct Attach {
    /// The id of the record, as `study list` shows it
    id: String,
    /// The file: it is copied in and kept with its digest
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The period the record lies in; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Striking a line.
#[derive(Args)]
pub struct Remove {
    /// The id of the record, as `study list` shows it
    id: String,
    #[command(flatten)]
    striking: Striking,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Study) -> Result<()> {
    match command {
        Study::Log(args) => log(env, args),
        Study::List(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
            list(env, args.who.as_deref(), period, &Query::roll().study(period), report::study_list)
        }
        Study::Total(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
            days::has_come(env, period)?;
            let branch = env
                .load(&Query::roll().study(Period { first: Period::year_of(period.first).first, last: period.last }))?;
            has_rules(&branch)?;
            env.ui.table(&report::study_total(&branch, period))
        }
        Study::Attach(args) => attach(env, args),
        Study::Remove(args) => remove(env, args),
    }
}

/// Refuses where the rules of study are not there.
fn has_rules(branch: &Branch) -> Result<()> {
    needs_rules(&branch.rules.study, "rules/study.toml")
}

/// The kind of study somebody means, or the default of the rules.
fn kind<'a>(branch: &'a Branch, typed: Option<&str>) -> Result<&'a StudyKind> {
    has_rules(branch)?;
    match typed {
        Some(typed) => Ok(branch.find_study(typed)?),
        None => branch.rules.default_study().ok_or_else(|| {
            let known = branch.rules.studies().map(|kind| words::id_and_name(&kind.id.value, kind.name()));
            Failure::usage(words::study_needed()).cure(words::cure_known(Text::list(known))).into()
        }),
    }
}

fn log(env: &Env, args: &Log) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let hours = Hours::parse(&plain_number(&args.hours, HOUR_UNITS))
        .ok_or_else(|| Failure::usage(words::bad_hours(words::shown(&args.hours))))?;
    let month = Month::of(day);
    env.change(&Query::roll().study(month.period()), |branch, store| {
        let kind = kind(branch, args.kind.as_deref())?;
        let campaign = campaign::on(branch, args.campaign.as_deref(), day)?;
        let by = recorded_by(branch, args.by.as_deref(), day)?;
        let people = people_but(branch, std::slice::from_ref(&args.who), &args.left_out, day)?;
        let reflection = reflection(env, store, args, day, &people)?;
        let path = study_path(month);
        let mut ids = Ids::of(env, &branch.study);
        let line = |person: &MemberId| Record {
            id: At::new(ids.fresh()),
            date: At::new(day),
            member: At::new(person.clone()),
            hours,
            kind: At::new(kind.id.value.clone()),
            title: args.title.clone(),
            campaign: campaign.clone().map(At::new),
            reflection: reflection.as_ref().map(|(_, evidence)| evidence.clone()),
            note: args.note.clone(),
            by: by.clone(),
            struck: None,
            span: Span::default(),
        };
        let lines = people.iter().map(line).collect();
        let names = Text::list(people.iter().map(|id| branch.name(id)));
        let subject = words::studied(names, kind.name(), hours, day);
        let said = args.title.as_ref().map_or(subject.clone(), |title| words::with_note(&subject, words::shown(title)));
        let logged = logged(branch, day, args);
        let twice: Vec<_> = people.iter().filter(|id| logged.contains(id)).collect();
        let said = match twice.is_empty() {
            true => said,
            false => words::with_studied_already(&said, Text::list(twice.iter().map(|id| branch.name(id)))),
        };
        let attended = branch.attended.iter().filter(|(_, study)| {
            study.date.value == day && study.kind.value == kind.id.value && people.contains(&study.member.value)
        });
        let meetings: BTreeSet<_> = attended.map(|(source, _)| source.path.stem()).collect();
        let said = match meetings.is_empty() {
            true => said,
            false => words::with_studied_at(&said, Text::list(meetings.into_iter().map(Text::same))),
        };
        let mut files = vec![ledger::write(path, &branch.study, lines)];
        files.extend(reflection.map(|(file, _)| file));
        Ok(Decision { change: Change { subject, why: args.note.clone(), files }, said })
    })
}

/// The copy of a reflection, and what names it.
fn copy(env: &Env, store: &Store, file: &PathBuf, day: Day, who: &MemberId) -> Result<(FileChange, Evidence)> {
    let stem = format!("{day}-study-{who}");
    let copies = evidence(env, store, std::slice::from_ref(file), day, &stem, 1)?;
    Ok(copies.into_iter().next().unwrap_or_else(|| unreachable!("one file, one copy")))
}

/// The reflection of a call, which is one person's.
fn reflection(
    env: &Env,
    store: &Store,
    args: &Log,
    day: Day,
    people: &[MemberId],
) -> Result<Option<(FileChange, Evidence)>> {
    match (&args.reflection, people) {
        (None, _) => Ok(None),
        (Some(file), [who]) => copy(env, store, file, day, who).map(Some),
        (Some(_), _) => Err(Failure::usage(words::reflection_of_one()).cure(words::cure_reflection_of_one()).into()),
    }
}

/// Those who have a record of the same day and title already.
fn logged<'a>(branch: &'a Branch, day: Day, args: &Log) -> BTreeSet<&'a MemberId> {
    let same = |study: &Record| study.struck.is_none() && study.date.value == day && study.title == args.title;
    let logged = branch.study.iter().flat_map(|ledger| &ledger.entries);
    logged.filter(|study| same(study)).map(|study| &study.member.value).collect()
}

/// A line of the period in which a call looks for it.
fn line<'a>(branch: &'a Branch, id: &str, period: Period) -> Result<Placed<'a, Record>> {
    Placed::find(&branch.study, id).ok_or_else(|| {
        let fact = words::no_study(words::shown(id), period);
        Failure::usage(fact).cure(words::cure_no_study()).into()
    })
}

/// A record in a few words.
fn title(branch: &Branch, study: &Record) -> Text {
    words::study_title(study.date.value, branch.name(&study.member), branch.study_name(&study.kind), study.hours)
}

fn attach(env: &Env, args: &Attach) -> Result<()> {
    let period = or_this_year(env, args.period.as_deref())?;
    env.change(&Query::roll().study(period), |branch, store| {
        let study = line(branch, &args.id, period)?;
        let title = title(branch, study.line);
        study.counts(|| title.clone())?;
        if let Some(one) = &study.line.reflection {
            return Err(Failure::refused(words::reflected_already(title, words::shown(&one.file))).into());
        }
        let (copy, evidence) = copy(env, store, &args.file, study.line.date.value, &study.line.member)?;
        let mut decision = study.edited(words::reflected(title), vec![study.set("reflection", evidence.value())]);
        decision.change.files.push(copy);
        Ok(decision)
    })
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    let period = args.striking.period(env)?;
    env.change_if_sure(args.striking.yes, &Query::roll().study(period), |branch, _| {
        let study = line(branch, &args.id, period)?;
        study.strike(title(branch, study.line), &args.striking.why)
    })
}
