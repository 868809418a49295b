//! `zhibu plan`: what the branch means to do in a year.

use std::collections::BTreeMap;

use clap::{Args, Subcommand, ValueEnum};

use crate::branch::{Branch, Change, Edit, plan_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::typed::{campaign, group, links, not_before, person, plain_name, recorded_by};
use crate::error::{Failure, Result};
use crate::reckon;
use crate::record::{At, Day, Month, Period, PlanItem, Span, Value};
use crate::report::{self, PlanOnly};
use crate::store::Query;
use crate::words::{self, Text};

/// What can be done with plans.
#[derive(Subcommand)]
pub enum Plan {
    /// Plan something: what, and until when
    ///
    /// With a kind of meeting it is done by itself when such a meeting is logged; without one, say `plan done`.
    Add(Box<Add>),
    /// List what is planned, and what is done of it
    List(List),
    /// Say that something planned is done
    Done(Done),
    /// Change something planned
    Edit(Box<Correct>),
    /// Strike something planned: it stays in its file, but counts no more
    Remove(Remove),
}

/// Planning something.
#[derive(Args)]
pub struct Add {
    /// What is to be done
    #[arg(value_name = "TEXT")]
    what: String,
    /// When: a month, a quarter or other days, `2026-03`, `2026Q1`; or the day until which
    #[arg(value_name = "PERIOD")]
    when: String,
    /// The first day, where the last one is said alone; that of the year where it is not said
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The kind of meeting that does it: its id, name or a part of it
    #[arg(short, long)]
    kind: Option<String>,
    /// The group whose it is
    #[arg(short, long)]
    group: Option<String>,
    /// Once in each month or quarter of these days
    #[arg(long, value_name = "TIME", conflicts_with = "from")]
    each: Option<Each>,
    /// Who sees to it
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// The line of work it serves; may be said several times
    #[arg(long = "link", value_name = "LINK")]
    links: Vec<String>,
    /// The campaign it is for: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// Who recorded it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// The parts of a time.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Each {
    /// Each month
    Month,
    /// Each quarter
    Quarter,
}

/// Listing what is planned.
#[derive(Args)]
pub struct List {
    /// The period in which it ends; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Only what is not done
    #[arg(long)]
    open: bool,
}

/// Saying that it is done.
#[derive(Args)]
pub struct Done {
    /// What: its id, or a part of what is planned
    #[arg(value_name = "ID")]
    item: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The years whose plans it is looked for in; last year to next year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Changing something planned.
#[derive(Args)]
pub struct Correct {
    /// What: its id, or a part of what is planned
    #[arg(value_name = "ID")]
    item: String,
    #[command(flatten)]
    fields: Fields,
    /// The years whose plans it is looked for in; last year to next year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// What changes, at least one thing.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Fields {
    /// What is to be done
    #[arg(long, value_name = "TEXT")]
    what: Option<String>,
    /// When: a month, a quarter or other days; or the day until which
    #[arg(long, value_name = "PERIOD")]
    when: Option<String>,
    /// Who sees to it
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// One more line of work it serves
    #[arg(long = "link", value_name = "LINK")]
    links: Vec<String>,
    /// The campaign it is for: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// The note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// It is not done after all
    #[arg(long)]
    not_done: bool,
}

/// Striking something planned.
#[derive(Args)]
pub struct Remove {
    /// What: its id, or a part of what is planned
    #[arg(value_name = "ID")]
    item: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// The years whose plans it is looked for in; last year to next year where it is not said
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
pub(in crate::cmd) fn run(env: &Env, command: &Plan) -> Result<()> {
    match command {
        Plan::Add(args) => add(env, args),
        Plan::List(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
            let day = reckon::plan_day(period, env.today);
            let branch = env.load(&reckon::planned_query(period, day))?;
            let only = PlanOnly { period, campaign: None, open: args.open };
            env.ui.table(&report::plan_list(&branch, &only, day))
        }
        Plan::Done(args) => done(env, args),
        Plan::Edit(args) => edit(env, args),
        Plan::Remove(args) => remove(env, args),
    }
}

/// When something is to be done: perhaps a first day, and the last.
#[derive(Clone, Copy)]
struct When {
    from: Option<Day>,
    until: Day,
}

impl When {
    /// The days of a call; a single day is the last one.
    fn of(env: &Env, typed: &str, from: Option<&str>) -> Result<Self> {
        let period = env.period(typed)?;
        let from = from.map(|from| env.day(from)).transpose()?;
        let first = (period.first < period.last).then_some(period.first);
        let when = Self { from: from.or(first), until: period.last };
        match when.from.filter(|from| *from > when.until) {
            Some(from) => {
                let fact = words::dates_order(when.until, from);
                Err(Failure::usage(fact).cure(words::cure_days_of_plan()).into())
            }
            None => Ok(when),
        }
    }

    /// Each month or quarter of these days.
    fn split(self, each: Each, typed: &str) -> Result<Vec<Self>> {
        let days = self.from.and_then(|from| Period::new(from, self.until));
        let whole = days.filter(|days| Period::months(Month::of(days.first), Month::of(days.last)) == Some(*days));
        let whole =
            whole.ok_or_else(|| Failure::usage(words::plan_each(words::shown(typed))).cure(words::cure_plan_each()))?;
        let parts = whole.each_month().map(|month| match each {
            Each::Month => month.period(),
            Each::Quarter => Period::quarter_of(month.first()),
        });
        let mut parts: Vec<_> = parts.filter_map(|part| part.common(whole)).collect();
        parts.dedup();
        Ok(parts.into_iter().map(|part| Self { from: Some(part.first), until: part.last }).collect())
    }

    fn name(self) -> Text {
        let days = self.from.and_then(|from| Period::new(from, self.until));
        days.map_or_else(|| words::by_day(self.until), |days| Text::same(days.to_string()))
    }
}

fn add(env: &Env, args: &Add) -> Result<()> {
    let what = plain_name(&args.what)?;
    let when = When::of(env, &args.when, args.from.as_deref())?;
    let times = args.each.map_or_else(|| Ok(vec![when]), |each| when.split(each, &args.when))?;
    let years = Period { first: times[0].until, last: when.until };
    env.change(&Query::roll().plans(years), |branch, _| {
        let kind = args.kind.as_deref().map(|kind| branch.find_kind(kind)).transpose()?;
        let group = match (kind, args.group.as_deref()) {
            (Some(kind), typed) => group(typed, branch, kind, when.until)?,
            (None, typed) => typed.map(|group| branch.find_group(group, when.until)).transpose()?.map(|(id, _)| id),
        };
        let owner = args.owner.as_deref().map(|who| person(branch, who, env.today)).transpose()?;
        let by = recorded_by(branch, args.by.as_deref(), env.today)?;
        let links = links(branch, &args.links)?;
        let mut ids = Ids::of(env, &branch.plans);
        let mut lines = Vec::new();
        for when in &times {
            let campaign = campaign::on(branch, args.campaign.as_deref(), when.until)?;
            lines.push(PlanItem {
                id: At::new(ids.fresh()),
                from: when.from.map(At::new),
                until: At::new(when.until),
                what: At::new(what.to_owned()),
                kind: kind.map(|kind| At::new(kind.id.value.clone())),
                group: group.cloned().map(At::new),
                owner: owner.clone().map(At::new),
                links: links.iter().cloned().map(At::new).collect(),
                campaign: campaign.map(At::new),
                note: args.note.clone(),
                by: by.clone(),
                done: None,
                struck: None,
                span: Span::default(),
            });
        }
        let shown = words::shown(what);
        let (subject, said) = match &lines[..] {
            [item] => {
                let subject = words::planned(shown, when.name());
                (subject.clone(), words::with_id(&subject, &item.id.value))
            }
            _ => {
                let subject = words::planned_each(shown, lines.len(), when.name());
                (subject.clone(), subject)
            }
        };
        let files =
            by_year(lines).into_iter().map(|(year, lines)| ledger::write(plan_path(year), &branch.plans, lines));
        Ok(Decision { change: Change { subject, why: args.note.clone(), files: files.collect() }, said })
    })
}

/// Lines by the year of their last day.
fn by_year(lines: Vec<PlanItem>) -> BTreeMap<i32, Vec<PlanItem>> {
    let mut years = BTreeMap::<_, Vec<_>>::new();
    for line in lines {
        years.entry(line.until.value.year()).or_default().push(line);
    }
    years
}

/// A change of one line of a plan.
fn change(
    env: &Env,
    typed: &str,
    period: Option<&str>,
    decide: impl FnOnce(&Branch, &Placed<'_, PlanItem>) -> Result<Decision>,
) -> Result<()> {
    env.change(&query(env, period)?, |branch, _| {
        let (plan, at) = branch.find_plan_item(typed)?;
        let placed = Placed::at(plan, at);
        placed.counts(|| branch.plan_title(placed.line))?;
        decide(branch, &placed)
    })
}

/// What is read to find a line of a plan: that of a period, or of the year around today.
fn query(env: &Env, period: Option<&str>) -> Result<Query> {
    let around = |today: Day| Period { first: today.minus_months(12), last: today.plus_months(12) };
    Ok(Query::roll().plans(period.map_or(Ok(around(env.today)), |period| env.period(period))?))
}

fn done(env: &Env, args: &Done) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    change(env, &args.item, args.period.as_deref(), |branch, placed| {
        let item = placed.line;
        let what = words::shown(&item.what);
        if let Some(kind) = &item.kind {
            let group = item.group.as_ref().map_or(String::new(), |group| format!(" -g {}", group.value));
            let fact = words::plan_done_by_meeting(what, branch.kind_name(kind));
            let cure = words::cure_plan_done_by_meeting(format!("{}{group}", kind.value));
            return Err(Failure::refused(fact).cure(cure).into());
        }
        if let Some(done) = &item.done {
            let cure = words::cure_plan_done(&item.id.value);
            return Err(Failure::refused(words::plan_done_already(what, done.value)).cure(cure).into());
        }
        not_before(day, Period::year_of(item.until.value).first, words::first_day_of_planned_year)?;
        let late = day.since(item.until.value);
        let subject = match late > 0 {
            true => words::plan_done_late(what, day, late),
            false => words::plan_done(what, day),
        };
        Ok(placed.edited(subject, vec![placed.set("done", Value::Day(day))]))
    })
}

fn edit(env: &Env, args: &Correct) -> Result<()> {
    change(env, &args.item, args.period.as_deref(), |branch, placed| {
        let (item, fields) = (placed.line, &args.fields);
        let mut edits = Vec::new();
        let mut set = |key, value| edits.push(placed.set(key, value));
        let what = fields.what.as_deref().map(plain_name).transpose()?;
        what.into_iter().for_each(|what| set("what", Value::text(what)));
        let until = match fields.when.as_deref() {
            Some(typed) => {
                let kept = item.from.as_ref().map(|from| from.value.to_string());
                let when = When::of(env, typed, kept.as_deref().filter(|_| env.period(typed).is_ok_and(is_day)))?;
                if when.until.year() != item.until.value.year() {
                    let fact = words::plan_other_year(when.until, item.until.value.year());
                    return Err(Failure::refused(fact).cure(words::cure_plan_other_year()).into());
                }
                when.from.into_iter().for_each(|from| set("from", Value::Day(from)));
                set("until", Value::Day(when.until));
                when.until
            }
            None => item.until.value,
        };
        if let Some(owner) = &fields.owner {
            set("owner", Value::text(person(branch, owner, env.today)?));
        }
        if !fields.links.is_empty() {
            let new = links(branch, &fields.links)?;
            let mut links: Vec<_> = item.links.iter().map(|at| at.value.clone()).collect();
            links.extend(new.into_iter().filter(|link| !item.links.iter().any(|at| at.value == *link)));
            set("links", Value::texts(links));
        }
        match (campaign::on(branch, fields.campaign.as_deref(), until)?, &item.campaign) {
            (Some(campaign), _) => set("campaign", Value::text(campaign)),
            (None, Some(kept)) => {
                branch.rules.campaign(&kept.value).map_or(Ok(()), |kept| campaign::holds(kept, until))?;
            }
            (None, None) => {}
        }
        if let Some(note) = &fields.note {
            set("note", Value::text(note));
        }
        if fields.not_done && item.done.is_some() {
            edits.push(Edit::Unset(placed.way(), "done"));
        }
        let subject = words::plan_edited(words::shown(what.unwrap_or(item.what.as_str())));
        Ok(placed.edited(subject, edits))
    })
}

/// Whether days are one day.
fn is_day(days: Period) -> bool {
    days.first == days.last
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    env.change_if_sure(args.yes, &query(env, args.period.as_deref())?, |branch, _| {
        let (plan, at) = branch.find_plan_item(&args.item)?;
        let item = Placed::<PlanItem>::at(plan, at);
        item.strike(branch.plan_title(item.line), &args.why)
    })
}
