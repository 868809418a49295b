//! `zhibu issue`: problems, from the day they are found until somebody else than the owner has seen that they are over.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::open;
use crate::branch::{Branch, Change, Edit, FileChange, Filed, What};
use crate::cmd::change::{Asked, Decision};
use crate::cmd::env::Env;
use crate::cmd::typed::{self, campaign, deadline, person};
use crate::error::{Failure, Result};
use crate::record::{Day, Issue as Record, Line, Period, Value};
use crate::report;
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// What can be done with problems.
#[derive(Subcommand)]
pub enum Issue {
    /// Open a problem: what is wrong, who fixes it, by when
    Open(Box<open::Open>),
    /// Tell what was done, or change measure, deadline or owner
    Update(Update),
    /// Close a problem; whoever closes it is not its owner
    Close(Close),
    /// Open a closed problem again
    Reopen(Reopen),
    /// List problems, overdue ones first
    List(List),
    /// Show a problem with all that was done
    Show(Show),
    /// Strike a problem that was none: it stays in its file, but counts no more
    Remove(Remove),
}

/// Changing a problem.
#[derive(Args)]
pub struct Update {
    /// The problem: its id, or a part of its id or title
    #[arg(value_name = "ISSUE")]
    issue: String,
    #[command(flatten)]
    fields: Fields,
    /// The day of the progress; today where it is not said
    #[arg(long, value_name = "DATE", requires = "progress")]
    on: Option<String>,
    /// Who told the progress
    #[arg(long, value_name = "WHO", requires = "progress")]
    by: Option<String>,
}

/// What changes, at least one thing.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Fields {
    /// What was done
    #[arg(long, value_name = "TEXT")]
    progress: Option<String>,
    /// What is to be done about it
    #[arg(long, value_name = "TEXT")]
    measure: Option<String>,
    /// By which day
    #[arg(long, value_name = "DATE")]
    deadline: Option<String>,
    /// Who is to mend it
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// The meeting at which it was found: its id, its day, or a part of the id
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,
    /// The visit or inspection at which it was ordered to be fixed: its id, its day, or a part of who came
    #[arg(long, value_name = "VISIT")]
    visit: Option<String>,
    /// The campaign it came up in: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// One more picture or scan
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
}

/// Closing a problem.
#[derive(Args)]
pub struct Close {
    /// The problem: its id, or a part of its id or title
    #[arg(value_name = "ISSUE")]
    issue: String,
    /// Who saw that it is done
    #[arg(long, value_name = "WHO")]
    by: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What came of it
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// A picture or scan that shows it; may be said several times
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
}

/// Opening a problem again.
#[derive(Args)]
pub struct Reopen {
    /// The problem: its id, or a part of its id or title
    #[arg(value_name = "ISSUE")]
    issue: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// By which day it is to be mended now; the old deadline stays where it is not said
    #[arg(long, value_name = "DATE")]
    deadline: Option<String>,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Listing problems.
#[derive(Args)]
pub struct List {
    /// Only those that are open
    #[arg(long)]
    open: bool,
    /// Only those that are open after their deadline
    #[arg(long, conflicts_with = "open")]
    overdue: bool,
    /// The period in which they were open; this month where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Showing a problem.
#[derive(Args)]
pub struct Show {
    /// The problem: its id, or a part of its id or title
    #[arg(value_name = "ISSUE")]
    issue: String,
}

/// Striking a problem.
#[derive(Args)]
pub struct Remove {
    /// The problem: its id, or a part of its id or title
    #[arg(value_name = "ISSUE")]
    issue: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Issue) -> Result<()> {
    match command {
        Issue::Open(args) => open::open(env, args),
        Issue::Update(args) => update(env, args),
        Issue::Close(args) => close(env, args),
        Issue::Reopen(args) => reopen(env, args),
        Issue::List(args) => list(env, args),
        Issue::Show(args) => {
            let branch = env.load(&typed::visit_query(env).issue(&args.issue))?;
            env.ui.page(&report::issue(&branch, branch.find_issue(&args.issue)?, env.today))
        }
        Issue::Remove(args) => remove(env, args),
    }
}

/// A change of one problem.
fn change(
    env: &Env,
    typed: &str,
    decide: impl FnOnce(&Branch, &Store, &Filed<Record>) -> Result<Decision>,
) -> Result<()> {
    env.change(&Query::roll().issue(typed), |branch, store| decide(branch, store, find(branch, typed)?))
}

/// The problem a person names; refused where it is struck.
fn find<'a>(branch: &'a Branch, typed: &str) -> Result<&'a Filed<Record>> {
    let issue = branch.find_issue(typed)?;
    match &issue.struck {
        Some(why) => {
            let fact = words::struck_already(branch.issue_title(issue), words::shown(why));
            Err(Failure::refused(fact).into())
        }
        None => Ok(issue),
    }
}

/// Refuses a problem that is closed.
fn is_open(branch: &Branch, issue: &Filed<Record>) -> Result<()> {
    let Some(closed) = &issue.closed else { return Ok(()) };
    let by = issue.closed_by.as_ref().map_or_else(|| Text::same("?"), |by| branch.name(by));
    let fact = words::issue_is_closed(words::shown(&issue.title), closed.value, by);
    Err(Failure::refused(fact).cure(words::cure_issue_closed(issue.id())).into())
}

/// Refuses a day before another on which something happened to the problem.
fn not_before(day: Day, first: Day) -> Result<Day> {
    if day < first { Err(Failure::refused(words::before_last(day, first)).into()) } else { Ok(day) }
}

/// Copies of evidence, and the edits that name them.
fn evidence(
    env: &Env,
    store: &Store,
    issue: &Filed<Record>,
    files: &[PathBuf],
    edits: &mut Vec<Edit>,
) -> Result<Vec<FileChange>> {
    let (day, stem) = (issue.found.value, issue.source.path.stem());
    let copies = typed::evidence(env, store, files, day, stem, issue.evidence.len() + 1)?;
    let (files, lines): (Vec<_>, Vec<_>) = copies.into_iter().unzip();
    edits.extend(lines.into_iter().map(|line| Edit::Insert(vec![], "evidence", None, line.value())));
    Ok(files)
}

/// The decision to edit a problem's file, and to copy others.
fn decision(
    issue: &Filed<Record>,
    subject: Text,
    why: Option<&String>,
    edits: Vec<Edit>,
    copies: Vec<FileChange>,
) -> Decision {
    let mut files = vec![FileChange { path: issue.source.path.clone(), what: What::Edit(edits) }];
    files.extend(copies);
    Decision { said: subject.clone(), change: Change { subject, why: why.cloned(), files } }
}

fn update(env: &Env, args: &Update) -> Result<()> {
    let query = Query::roll().issue(&args.issue);
    let query = match &args.fields.meeting {
        Some(typed) => query.and(typed::meeting_query(env, typed)),
        None => query,
    };
    let query = args.fields.visit.as_ref().map_or_else(Query::roll, |_| typed::visit_query(env)).and(query);
    env.change(&query, |branch, store| {
        let issue = find(branch, &args.issue)?;
        is_open(branch, issue)?;
        let fields = &args.fields;
        let found = issue.found.value;
        let (mut edits, mut said) = (Vec::new(), Vec::new());
        if let Some(measure) = &fields.measure {
            edits.push(Edit::Set(vec![], "measure", Value::text(measure)));
            said.push(words::now_measure(words::shown(measure)));
        }
        if let Some(owner) = &fields.owner {
            let owner = person(branch, owner, env.today)?;
            edits.push(Edit::Set(vec![], "owner", Value::text(&owner)));
            said.push(words::now_owner(branch.name(&owner)));
        }
        if let Some(typed) = &fields.deadline {
            let deadline = deadline(env, typed, found, words::deadline_early)?;
            edits.push(Edit::Set(vec![], "deadline", Value::Day(deadline)));
            said.push(words::now_deadline(deadline));
        }
        if let Some(typed) = &fields.meeting {
            let meeting = typed::meeting(env, branch, typed)?;
            edits.push(Edit::Set(vec![], "meeting", Value::text(meeting.source.path.stem())));
            said.push(words::found_at(branch.title(meeting)));
        }
        if let Some(typed) = &fields.visit {
            let visit = typed::find_visit(branch, typed)?.line;
            edits.push(Edit::Set(vec![], "visit", Value::text(visit.id.as_str())));
            said.push(words::ordered_at(branch.inspection_title(visit)));
        }
        if let Some(campaign) = campaign::on(branch, fields.campaign.as_deref(), found)? {
            edits.push(Edit::Set(vec![], "campaign", Value::text(&campaign)));
            said.push(words::now_campaign(branch.campaign_name(&campaign)));
        }
        let copies = evidence(env, store, issue, &fields.evidence, &mut edits)?;
        if !copies.is_empty() {
            said.push(words::now_evidence(copies.len()));
        }
        if let Some(text) = &fields.progress {
            let day = not_before(env.past_day(args.on.as_deref())?, found)?;
            let by = args.by.as_deref().map(|by| person(branch, by, day)).transpose()?;
            let mut pairs = vec![("date", Value::Day(day)), ("text", Value::text(text))];
            pairs.extend(by.map(|by| ("by", Value::text(by))));
            edits.push(Edit::Append("progress", pairs));
            said.push(words::now_progress(words::shown(text)));
        }
        let subject = words::updated_issue(words::shown(&issue.title), Text::clauses(said));
        Ok(decision(issue, subject, None, edits, copies))
    })
}

fn close(env: &Env, args: &Close) -> Result<()> {
    change(env, &args.issue, |branch, store, issue| {
        is_open(branch, issue)?;
        let again = issue.reopened.iter().map(|again| again.date.value).max();
        let day = not_before(env.past_day(args.on.as_deref())?, again.unwrap_or(issue.found.value))?;
        let by = person(branch, &args.by, day)?;
        if by == issue.owner.value {
            let fact = words::closed_by_owner(branch.name(&by));
            return Err(Failure::refused(fact).cure(words::cure_closed_by_owner()).into());
        }
        let mut edits =
            vec![Edit::Set(vec![], "closed", Value::Day(day)), Edit::Set(vec![], "closed-by", Value::text(&by))];
        edits.extend(args.note.as_ref().map(|note| Edit::Set(vec![], "result", Value::text(note))));
        let copies = evidence(env, store, issue, &args.evidence, &mut edits)?;
        let subject = words::closed_issue(words::shown(&issue.title), branch.name(&by), day);
        Ok(decision(issue, subject, args.note.as_ref(), edits, copies))
    })
}

fn reopen(env: &Env, args: &Reopen) -> Result<()> {
    change(env, &args.issue, |_, _, issue| {
        let Some(closed) = &issue.closed else {
            return Err(Failure::refused(words::issue_is_open(words::shown(&issue.title))).into());
        };
        let day = not_before(env.past_day(args.on.as_deref())?, closed.value)?;
        let mut pairs = vec![("date", Value::Day(day)), ("why", Value::text(&args.why))];
        pairs.push(("closed", Value::Day(closed.value)));
        pairs.extend(issue.closed_by.as_ref().map(|by| ("closed-by", Value::text(&by.value))));
        let deadline =
            args.deadline.as_deref().map(|typed| deadline(env, typed, day, words::before_last)).transpose()?;
        let mut edits = vec![Edit::Unset(vec![], "closed")];
        edits.extend(deadline.map(|deadline| Edit::Set(vec![], "deadline", Value::Day(deadline))));
        edits.extend(issue.closed_by.as_ref().map(|_| Edit::Unset(vec![], "closed-by")));
        edits.extend(issue.result.as_ref().map(|_| Edit::Unset(vec![], "result")));
        edits.push(Edit::Append("reopened", pairs));
        let subject = words::reopened_issue(words::shown(&issue.title), words::shown(&args.why));
        let subject = match deadline {
            Some(deadline) => Text::clauses([subject, words::now_deadline(deadline)]),
            None => subject,
        };
        Ok(decision(issue, subject, Some(&args.why), edits, vec![]))
    })
}

/// The changes of the problems found at a meeting that is filed under another name.
pub(in crate::cmd) fn moved<'a>(
    branch: &'a Branch,
    from: &'a str,
    to: &'a str,
) -> impl Iterator<Item = FileChange> + 'a {
    let found = branch.issues.iter().filter(move |issue| issue.meeting.as_ref().is_some_and(|at| at.as_str() == from));
    found.map(move |issue| FileChange {
        path: issue.source.path.clone(),
        what: What::Edit(vec![Edit::Set(vec![], "meeting", Value::text(to))]),
    })
}

fn list(env: &Env, args: &List) -> Result<()> {
    let only_open = args.open || args.overdue;
    let period = match args.period.as_deref() {
        None if only_open => Period::day(env.today),
        period => env.period(period.unwrap_or("this-month"))?,
    };
    let day = period.last.min(env.today);
    let branch = env.load(&Query::roll().issues(period))?;
    let wanted =
        |issue: &&Filed<Record>| (!only_open || issue.is_open(day)) && (!args.overdue || issue.is_overdue(day));
    env.ui.table(&report::issues_brief(&branch, branch.issues_during(period).filter(wanted), day))
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    env.change_if_sure(args.yes, &Query::roll().issue(&args.issue), |branch, _| {
        let issue = find(branch, &args.issue)?;
        let title = branch.issue_title(issue);
        let question = words::ask_strike(&title);
        let subject = words::struck(title, words::shown(&args.why));
        let edits = vec![Edit::Set(vec![], "struck", Value::text(&args.why))];
        Ok(Asked { question, decision: decision(issue, subject, Some(&args.why), edits, vec![]) })
    })
}
