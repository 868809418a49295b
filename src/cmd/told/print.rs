//! `zhibu print`: what is signed, put on the board or filed, as pages to print.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use super::{days, notes};
use crate::branch::{Branch, Change, What, template_path};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::typed::{clock, find_agenda, group, meeting, meeting_query, tell_record, told_agenda_query};
use crate::error::{Failure, Result};
use crate::record::{Agenda, Day, Month, Period};
use crate::render;
use crate::report::{self, Convened, Form, Paper};
use crate::store::{self, Query};
use crate::words::{self, Text};

/// The pages to print.
#[derive(Subcommand)]
pub enum Print {
    /// The sheet that those who come to a meeting sign
    SignIn(SignIn),
    /// The notice of a planned meeting, for the board
    Notice(Planned),
    /// The agenda of a planned meeting, with what became of earlier decisions and problems
    Agenda(Planned),
    /// The record of a meeting, to be signed and filed
    Record(Record),
    /// The list of points for the board
    Posted(Listed),
    /// The sheet of a month's dues
    Dues(Listed),
    /// The list of problems
    Problems(Listed),
    /// The pack of an inspection: what records there are, what is missing, every file with its digest
    Inspection(Listed),
    /// Copy a template into the directory, to edit it
    Template(Template),
}

/// Where a page goes.
#[derive(Args)]
pub(in crate::cmd) struct Out {
    /// The file to write, or - for standard output
    #[arg(short, long, default_value = "-", value_name = "FILE")]
    out: PathBuf,
}

/// A sheet to sign.
#[derive(Args)]
pub struct SignIn {
    /// The kind of the meeting to come: its id, name or a part of it
    kind: Option<String>,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The group that meets
    #[arg(short, long)]
    group: Option<String>,
    /// From when to when: `19:30-20:40`
    #[arg(long)]
    time: Option<String>,
    /// The place
    #[arg(long)]
    place: Option<String>,
    /// What it is about; may be said several times
    #[arg(long = "topic", value_name = "TEXT")]
    topics: Vec<String>,
    /// A meeting that is logged already: its id, its day, or a part of the id
    #[arg(long, value_name = "MEETING", conflicts_with_all = ["kind", "on", "group", "time", "place", "topics"])]
    meeting: Option<String>,
    #[command(flatten)]
    out: Out,
}

/// A planned meeting.
#[derive(Args)]
pub struct Planned {
    /// The planned meeting: its id or its day
    #[arg(value_name = "ID")]
    plan: String,
    #[command(flatten)]
    out: Out,
}

/// The record of a meeting.
#[derive(Args)]
pub struct Record {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    #[command(flatten)]
    out: Out,
}

/// A list of a period.
#[derive(Args)]
pub struct Listed {
    /// The period: `2026-11`, `2026Q4`, `last-month` …; last month for points, this month for dues and problems, this year for an inspection, where it is not said
    #[arg(short, long)]
    period: Option<String>,
    #[command(flatten)]
    out: Out,
}

/// Copying a template.
#[derive(Args)]
pub struct Template {
    /// Which page it is for
    name: FormName,
}

/// The pages there are templates of.
#[derive(Clone, Copy, ValueEnum)]
enum FormName {
    /// The sheet that those who come to a meeting sign
    SignIn,
    /// The notice of a planned meeting
    Notice,
    /// The agenda of a planned meeting
    Agenda,
    /// The record of a meeting
    Record,
    /// The list of points for the board
    Posted,
    /// The sheet of a month's dues
    Dues,
    /// The list of problems
    Problems,
    /// The pack of an inspection
    Inspection,
}

impl FormName {
    /// The form of the name.
    fn form(self) -> &'static Form {
        match self {
            Self::SignIn => &report::SIGN_IN_FORM,
            Self::Notice => &report::NOTICE_FORM,
            Self::Agenda => &report::AGENDA_FORM,
            Self::Record => &report::RECORD_FORM,
            Self::Posted => &report::POSTED_FORM,
            Self::Dues => &report::DUES_FORM,
            Self::Problems => &report::PROBLEMS_FORM,
            Self::Inspection => &report::INSPECTION_FORM,
        }
    }
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records, the template or the file to write.
pub(in crate::cmd) fn run(env: &Env, command: &Print) -> Result<()> {
    match command {
        Print::SignIn(args) => sign_in(env, args),
        Print::Notice(args) => planned(env, args, report::notice),
        Print::Agenda(args) => planned(env, args, report::agenda_paper),
        Print::Record(args) => record(env, args),
        Print::Posted(args) => posted(env, args),
        Print::Dues(args) => dues(env, args),
        Print::Problems(args) => problems(env, args),
        Print::Inspection(args) => inspection(env, args),
        Print::Template(args) => template(env, args),
    }
}

/// Writes a paper by the template of the branch, or else by the program's own.
fn write(env: &Env, branch: &Branch, paper: &Paper, out: &Out) -> Result<()> {
    let (store, path) = (env.store()?, template_path(paper.form.name));
    let template = store.read(&path)?.unwrap_or_else(|| render::template(&paper.form, &path));
    let lang = env.file_lang(branch);
    let page = render::paper(paper, &template, lang)?;
    if out.out.as_os_str() == "-" {
        return env.ui.answer(&page);
    }
    let shown = out.out.display().to_string();
    if env.global.dry_run {
        env.ui.say(&words::would_write(shown));
        return Ok(());
    }
    let folder = out.out.parent().unwrap_or(Path::new("."));
    let name = out.out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    env.path_out(&folder.join(&name))?;
    store::export(&env.path_out(folder)?, &[(name, page.into_bytes())])?;
    env.ui.say(&words::printed(&paper.title, shown));
    Ok(())
}

/// Writes a paper of a period, and says so where nothing stands on it.
fn write_of(env: &Env, branch: &Branch, period: Period, paper: &Paper, out: &Out) -> Result<()> {
    write(env, branch, paper, out)?;
    if is_empty(paper) {
        days::tell_none(env, branch, period);
    }
    Ok(())
}

/// Whether nothing stands on a paper of a period.
fn is_empty(paper: &Paper) -> bool {
    paper.tables.iter().all(|table| table.rows.is_empty())
}

fn sign_in(env: &Env, args: &SignIn) -> Result<()> {
    if let Some(typed) = &args.meeting {
        let branch = env.load(&meeting_query(env, typed))?;
        let found = meeting(env, &branch, typed)?;
        return write(env, &branch, &report::sign_in_of(&branch, found, env.today), &args.out);
    }
    let Some(kind) = &args.kind else {
        return Err(Failure::usage(words::sign_in_of_what()).cure(words::cure_sign_in_of_what()).into());
    };
    let day = env.day_or_today(args.on.as_deref())?;
    let time = args.time.as_deref().map(clock).transpose()?.map(|time| time.to_string());
    let branch = env.load(&Query::roll().meetings(Period::day(day)).agendas(Period::day(day)))?;
    let kind = branch.find_kind(kind)?;
    let group = group(args.group.as_deref(), &branch, kind, day)?;
    let mut convened = Convened { time, place: args.place.clone(), topics: args.topics.clone() };
    if let Some((file, at)) = branch.agenda(&kind.id.value, group, day) {
        convened.fill(&file.entries[at]);
    }
    write(env, &branch, &report::sign_in_sheet(&branch, kind, group, day, convened, env.today), &args.out)
}

/// Writes a paper of a meeting that is planned.
fn planned(env: &Env, args: &Planned, paper: fn(&Branch, &Agenda, Day) -> Paper) -> Result<()> {
    let branch = env.load(&told_agenda_query(env))?;
    let (file, at) = find_agenda(env, &branch, &args.plan)?;
    write(env, &branch, &paper(&branch, &file.entries[at], env.today), &args.out)
}

fn record(env: &Env, args: &Record) -> Result<()> {
    tell_record(env, &args.meeting, |branch, meeting| {
        write(env, branch, &report::meeting_record(branch, meeting, env.today), &args.out)
    })
}

fn posted(env: &Env, args: &Listed) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("last-month"))?;
    let branch = env.load(&Query::roll().scored(period))?;
    let mut paper = report::posted_list(&branch, period, env.today);
    paper.notes.extend(notes::under_list(&env.store()?, period)?);
    write_of(env, &branch, period, &paper, &args.out)?;
    if !is_empty(&paper) && branch.posting(period).is_none() {
        env.ui.warn(&words::not_posted_yet(period));
        env.ui.help(&words::cure_not_posted_yet(period));
    }
    Ok(())
}

fn dues(env: &Env, args: &Listed) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
    let month = Month::of(period.first);
    if month.period() != period {
        return Err(Failure::usage(words::not_a_month(period)).cure(words::cure_not_a_month_period()).into());
    }
    let branch = env.load(&Query::roll().dues(period))?;
    write_of(env, &branch, period, &report::dues_sheet(&branch, month, env.today), &args.out)
}

fn problems(env: &Env, args: &Listed) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
    let branch = env.load(&Query::roll().issues(period))?;
    write_of(env, &branch, period, &report::problem_list(&branch, period, env.today), &args.out)
}

fn inspection(env: &Env, args: &Listed) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
    let branch = env.load(&report::inspection_query(period, env.today))?;
    write_of(env, &branch, period, &report::inspection_pack(&branch, period, env.today), &args.out)
}

/// Copies a template for the branch to edit.
fn template(env: &Env, args: &Template) -> Result<()> {
    let form = args.name.form();
    env.change(&Query::roll(), |branch, store| {
        let path = template_path(form.name);
        if store.exists(&path) {
            return Err(Failure::refused(words::template_there(&path)).cure(words::cure_template_there(&path)).into());
        }
        let text = render::copied_template(form, env.file_lang(branch));
        let subject: Text = words::copied_template(form.name);
        Ok(Decision { change: Change::new(subject.clone(), path, What::Create(text)), said: subject })
    })
}
