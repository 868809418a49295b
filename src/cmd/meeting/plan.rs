//! `zhibu meeting plan`, `plans`, `prepared` and `cancel`: meetings before they are held.

use clap::Args;

use crate::branch::{Branch, Change, Edit, agendas_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::typed::{COLONS, agenda_query, clock, find_agenda, group, person};
use crate::error::{Failure, Result};
use crate::reckon::to_prepare;
use crate::record::{Agenda, At, Convening, Day, GroupId, KindId, Line, Period, Preparation, Ready, Span, Value};
use crate::report;
use crate::store::Query;
use crate::words::{self, Text};

/// Planning a meeting.
#[derive(Args)]
pub struct Plan {
    /// The kind: its id, name or a part of it
    kind: String,
    /// The day
    #[arg(long, value_name = "DATE")]
    on: String,
    /// Move the plan of that day to another
    #[arg(
        long,
        value_name = "DATE",
        conflicts_with_all = ["time", "place", "chair", "topics", "sittings", "prepares"]
    )]
    move_to: Option<String>,
    /// The group that meets
    #[arg(short, long)]
    group: Option<String>,
    /// From when to when: `19:30-20:40`
    #[arg(long)]
    time: Option<String>,
    /// The place
    #[arg(long)]
    place: Option<String>,
    /// Who leads it, if not the one the rules name
    #[arg(long, value_name = "WHO")]
    chair: Option<String>,
    /// What it is about; may be said several times
    #[arg(long = "topic", value_name = "TEXT")]
    topics: Vec<String>,
    /// A further sitting, with its hours and its place; may be said several times
    #[arg(long = "sitting", value_name = "DATE[,TIME[,PLACE]]")]
    sittings: Vec<String>,
    /// Who prepares what; may be said several times
    #[arg(long, value_name = "WHO:WHAT")]
    prepares: Vec<String>,
}

/// Listing planned meetings.
#[derive(Args)]
pub struct Plans {
    /// The period: `2026-11`, `2026Q4`, `this-month` …; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Something is prepared.
#[derive(Args)]
pub struct Prepared {
    /// The planned meeting: its id or its day
    #[arg(value_name = "ID")]
    plan: String,
    /// What is ready, or a part of it
    #[arg(value_name = "TEXT")]
    what: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Giving up a planned meeting.
#[derive(Args)]
pub struct Cancel {
    /// The planned meeting: its id or its day
    #[arg(value_name = "ID")]
    plan: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// Plans a meeting, or changes the plan of that kind, group and day.
pub(super) fn plan(env: &Env, args: &Plan) -> Result<()> {
    let day = env.day_or_today(Some(&args.on))?;
    let to = args.move_to.as_deref().map(|to| env.day(to)).transpose()?;
    let held_on = to.unwrap_or(day);
    if held_on < env.today {
        return Err(Failure::refused(words::agenda_over(held_on)).cure(words::cure_agenda_over()).into());
    }
    let days = Period { first: day.min(held_on), last: day.max(held_on) };
    let query = agenda_query(env).and(Query::roll().agendas(days).meetings(days));
    env.change(&query, |branch, _| {
        let kind = branch.find_kind(&args.kind)?;
        let group = group(args.group.as_deref(), branch, kind, day)?;
        if let Some(to) = to {
            return move_to(branch, &kind.id.value, group, day, to);
        }
        let agenda = Agenda {
            id: At::new(Ids::of(env, &branch.agenda_files).fresh()),
            date: At::new(day),
            kind: At::new(kind.id.value.clone()),
            group: group.cloned().map(At::new),
            time: args.time.as_deref().map(clock).transpose()?.map(At::new),
            place: args.place.clone(),
            chair: args.chair.as_deref().map(|who| person(branch, who, day)).transpose()?.map(At::new),
            topics: args.topics.clone(),
            sittings: args.sittings.iter().map(|typed| sitting(env, typed, day)).collect::<Result<_>>()?,
            prepares: args.prepares.iter().map(|typed| prepares(branch, typed, day)).collect::<Result<_>>()?,
            ready: vec![],
            struck: None,
            span: Span::default(),
        };
        let title = branch.agenda_title(&agenda);
        if branch.was_held(&agenda) {
            return Err(Failure::refused(words::agenda_held(title)).into());
        }
        if let Some((file, at)) = branch.agenda(&kind.id.value, group, day) {
            return Ok(changed(&Placed::at(file, at), &agenda, title));
        }
        let subject = words::agenda_added(title);
        let said = words::with_id(&subject, &agenda.id.value);
        let files = vec![ledger::write(agendas_path(day.year()), &branch.agenda_files, vec![agenda])];
        Ok(Decision { change: Change { subject, why: None, files }, said })
    })
}

/// The plan of a kind, group and day, moved to another day.
fn move_to(branch: &Branch, kind: &KindId, group: Option<&GroupId>, day: Day, to: Day) -> Result<Decision> {
    let title = |day| branch.meeting_title(day, branch.kind_name(kind), group);
    let Some((file, at)) = branch.agenda(kind, group, day) else {
        return Err(Failure::refused(words::agenda_not_there(title(day))).cure(words::cure_no_agenda()).into());
    };
    let plan = Placed::<Agenda>::at(file, at);
    if branch.was_held(plan.line) {
        return Err(Failure::refused(words::agenda_held(title(day))).into());
    }
    if branch.agenda(kind, group, to).is_some() {
        return Err(Failure::refused(words::agenda_there(title(to))).into());
    }
    if to.year() != day.year() {
        let cure = words::cure_agenda_other_year(&plan.line.id.value);
        return Err(Failure::refused(words::agenda_other_year(to)).cure(cure).into());
    }
    if let Some(early) = plan.line.sittings.iter().find(|sitting| sitting.date.value < to) {
        return Err(Failure::refused(words::sitting_early(early.date.value, to)).into());
    }
    Ok(plan.edited(words::agenda_moved(title(day), to), vec![plan.set("date", Value::Day(to))]))
}

/// The plan with what a call says: what is said once is replaced, and lists get longer.
fn changed(old: &Placed<'_, Agenda>, new: &Agenda, title: Text) -> Decision {
    let mut edits = Vec::new();
    for (key, value) in new.pairs() {
        match (key, value) {
            ("time" | "place" | "chair", value) => edits.push(old.set(key, value)),
            ("topics" | "sittings" | "prepares", Value::List(items)) => edits.push(longer(old, key, items)),
            _ => {}
        }
    }
    old.edited(words::agenda_changed(title), edits)
}

/// A list of a plan with more items: on one line, as a record of a ledger is.
fn longer(old: &Placed<'_, Agenda>, key: &'static str, items: Vec<Value>) -> Edit {
    let before = old.line.pairs().into_iter().find(|(of, _)| *of == key);
    let before = before.and_then(|(_, value)| if let Value::List(items) = value { Some(items) } else { None });
    old.set(key, Value::List(before.into_iter().flatten().chain(items).collect()))
}

/// A further sitting as a person types it: `12-06,15:00-16:00,值班室`.
fn sitting(env: &Env, typed: &str, first: Day) -> Result<Convening> {
    let mut parts = typed.splitn(3, [',', '，']).map(str::trim);
    let day = env.day_or_today(parts.next())?;
    if day < first {
        return Err(Failure::refused(words::sitting_early(day, first)).into());
    }
    let time = parts.next().filter(|time| !time.is_empty()).map(clock).transpose()?.map(At::new);
    let place = parts.next().filter(|place| !place.is_empty()).map(str::to_owned);
    Ok(Convening { date: At::new(day), time, place, span: Span::default() })
}

/// Who prepares what, as a person types it: `李敏:学习材料`.
fn prepares(branch: &Branch, typed: &str, day: Day) -> Result<Preparation> {
    let parts = typed.split_once(COLONS).filter(|(_, what)| !what.trim().is_empty());
    let Some((who, what)) = parts else {
        return Err(Failure::usage(words::bad_prepares(words::shown(typed))).into());
    };
    let member = At::new(person(branch, who.trim(), day)?);
    Ok(Preparation { member, what: what.trim().to_owned(), span: Span::default() })
}

/// Lists the planned meetings.
pub(super) fn plans(env: &Env, args: &Plans) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
    let branch = env.load(&Query::roll().agendas(period).meetings(period))?;
    env.ui.table(&report::agendas(&branch, period, env.today))
}

/// Says that something is prepared.
pub(super) fn prepared(env: &Env, args: &Prepared) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    env.change(&agenda_query(env), |branch, _| {
        let (file, at) = find_agenda(env, branch, &args.plan)?;
        let placed = Placed::<Agenda>::at(file, at);
        let title = branch.agenda_title(placed.line);
        let open: Vec<_> = to_prepare(branch, placed.line).into_iter().filter(|one| one.done.is_none()).collect();
        let named: Vec<_> = open.iter().filter(|one| one.what.contains(&args.what)).collect();
        let exact = named.iter().find(|one| one.what == args.what).or(named.first().filter(|_| named.len() == 1));
        let Some(one) = exact else {
            let fact = words::nothing_to_prepare(words::shown(&args.what), title);
            let all = Text::list(open.iter().map(|one| Text::same(words::shown(one.what))));
            let failure = Failure::refused(fact);
            return Err(
                if open.is_empty() { failure } else { failure.cure(words::cure_nothing_to_prepare(all)) }.into()
            );
        };
        let ready = Ready { what: one.what.to_owned(), date: At::new(day), span: Span::default() };
        let edits = vec![longer(&placed, "ready", vec![ready.value()])];
        Ok(placed.edited(words::prepared(title, words::shown(one.what), day), edits))
    })
}

/// Gives up a planned meeting.
pub(super) fn cancel(env: &Env, args: &Cancel) -> Result<()> {
    env.change_if_sure(args.yes, &agenda_query(env), |branch, _| {
        let (file, at) = find_agenda(env, branch, &args.plan)?;
        let placed = Placed::<Agenda>::at(file, at);
        placed.strike(branch.agenda_title(placed.line), &args.why)
    })
}
