//! `zhibu visit`: who came to look, what was said, and what was ordered to be fixed.

use clap::{ArgGroup, Args, Subcommand};

use crate::branch::{Branch, Change, visits_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids};
use crate::cmd::env::Env;
use crate::cmd::issue::{Order, ordered};
use crate::cmd::ledgers::lines::or_this_year;
use crate::cmd::typed::{COLONS, deadline, find_visit, person, plain_name, visit_query};
use crate::error::{Failure, Result};
use crate::record::{At, Day, Inspection, Period, Span, Value};
use crate::report::{self, Extent};
use crate::store::Query;
use crate::words::{self, Text};

/// What can be done with visits and inspections.
#[derive(Subcommand)]
pub enum Visit {
    /// Log a visit or an inspection, with what was ordered to be fixed
    Log(Log),
    /// Change what is written of a visit
    Edit(Edit),
    /// List visits, with how many of their orders are still open
    List(List),
    /// Show a visit and what became of what was ordered
    Show(Show),
    /// Strike a visit that was none: it stays in its file, but counts no more
    Remove(Remove),
}

/// Logging a visit.
#[derive(Args)]
pub struct Log {
    /// Who came
    #[arg(value_name = "TEXT")]
    visitor: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[command(flatten)]
    said: Said,
    /// A problem that was ordered to be fixed: who fixes it, by when, and what is wrong; may be said several times
    #[arg(long = "order", value_name = "WHO:DATE:TEXT")]
    orders: Vec<String>,
}

/// What is written of a visit.
#[derive(Args)]
struct Said {
    /// What sort of visit it was: a call, an inspection
    #[arg(long, value_name = "TEXT")]
    kind: Option<String>,
    /// Who received them
    #[arg(long, value_name = "WHO")]
    host: Option<String>,
    /// What was looked at; may be said several times
    #[arg(long = "looked-at", value_name = "TEXT")]
    looked_at: Vec<String>,
    /// What was said
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    said: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Changing a visit: at least one thing.
#[derive(Args)]
#[command(group = ArgGroup::new("changes").args(["kind", "host", "looked_at", "said", "note"]).required(true).multiple(true))]
pub struct Edit {
    /// The visit: its id, its day, or a part of who came
    #[arg(value_name = "VISIT")]
    visit: String,
    #[command(flatten)]
    said: Said,
}

/// Listing visits.
#[derive(Args)]
pub struct List {
    /// The period: `2026-11`, `2026Q4`, `this-month` …; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Showing a visit.
#[derive(Args)]
pub struct Show {
    /// The visit: its id, its day, or a part of who came
    #[arg(value_name = "VISIT")]
    visit: String,
}

/// Striking a visit.
#[derive(Args)]
pub struct Remove {
    /// The visit: its id, its day, or a part of who came
    #[arg(value_name = "VISIT")]
    visit: String,
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
pub(in crate::cmd) fn run(env: &Env, command: &Visit) -> Result<()> {
    match command {
        Visit::Log(args) => log(env, args),
        Visit::Edit(args) => edit(env, args),
        Visit::List(args) => {
            let period = or_this_year(env, args.period.as_deref())?;
            let branch = env.load(&report::visits_query(period, env.today))?;
            env.ui.table(&report::visits(&branch, period, env.today, Extent::Brief))
        }
        Visit::Show(args) => {
            let branch = env.load(&visit_query(env))?;
            let (file, at) = branch.find_visit(&args.visit)?;
            env.ui.page(&report::visit(&branch, &file.entries[at], env.today))
        }
        Visit::Remove(args) => remove(env, args),
    }
}

fn log(env: &Env, args: &Log) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let visitor = plain_name(&args.visitor)?;
    env.change(&Query::roll().visits(Period::day(day)), |branch, store| {
        let said = &args.said;
        let visit = Inspection {
            id: At::new(Ids::of(env, &branch.visit_files).fresh()),
            date: At::new(day),
            visitor: At::new(visitor.to_owned()),
            kind: said.kind.clone(),
            host: said.host.as_deref().map(|host| person(branch, host, day)).transpose()?.map(At::new),
            looked_at: said.looked_at.clone(),
            said: said.said.clone(),
            note: said.note.clone(),
            struck: None,
            span: Span::default(),
        };
        let orders = args.orders.iter().map(|typed| order(env, branch, typed, day)).collect::<Result<Vec<_>>>()?;
        let subject = words::visit_logged(branch.inspection_title(&visit));
        let titles = Text::list(orders.iter().map(|order| Text::same(words::shown(&order.title))));
        let subject = if orders.is_empty() { subject } else { words::with_orders(subject, titles) };
        let said = words::with_id(&subject, &visit.id.value);
        let mut files = ordered(env, store, &visit.id.value, day, &orders);
        files.insert(0, ledger::write(visits_path(day.year()), &branch.visit_files, vec![visit]));
        Ok(Decision { change: Change { subject, why: args.said.note.clone(), files }, said })
    })
}

/// What was ordered, as a person types it: `李敏:12-15:补全请假登记`.
fn order(env: &Env, branch: &Branch, typed: &str, day: Day) -> Result<Order> {
    let mut parts = typed.splitn(3, COLONS).map(str::trim).filter(|part| !part.is_empty());
    let (Some(who), Some(until), Some(title)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(Failure::usage(words::bad_order(words::shown(typed))).into());
    };
    let deadline = deadline(env, until, day, words::deadline_early)?;
    Ok(Order { title: plain_name(title)?.to_owned(), owner: person(branch, who, day)?, deadline })
}

fn edit(env: &Env, args: &Edit) -> Result<()> {
    env.change(&visit_query(env), |branch, _| {
        let placed = find_visit(branch, &args.visit)?;
        let said = &args.said;
        let host = said.host.as_deref().map(|host| person(branch, host, placed.line.date.value)).transpose()?;
        let texts = [("kind", &said.kind), ("said", &said.said), ("note", &said.note)];
        let texts = texts.into_iter().filter_map(|(key, text)| Some((key, Value::text(text.as_ref()?))));
        let edits = texts.chain(host.map(|host| ("host", Value::text(host))));
        let looked_at = (!said.looked_at.is_empty()).then(|| ("looked-at", Value::texts(&said.looked_at)));
        let edits = edits.chain(looked_at).map(|(key, value)| placed.set(key, value)).collect();
        Ok(placed.edited(words::visit_changed(branch.inspection_title(placed.line)), edits))
    })
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    env.change_if_sure(args.yes, &visit_query(env), |branch, _| {
        let visit = find_visit(branch, &args.visit)?;
        let title = branch.inspection_title(visit.line);
        let ordered: Vec<_> = branch.ordered_at(&visit.line.id).map(|issue| Text::same(issue.id())).collect();
        if !ordered.is_empty() {
            let fact = words::visit_has_orders(title, Text::list(ordered));
            return Err(Failure::refused(fact).cure(words::cure_visit_has_orders()).into());
        }
        visit.strike(title, &args.why)
    })
}
