//! `zhibu points post|object|objections|correct|close`: a list is posted, objected to, corrected, closed.

use clap::Args;

use crate::branch::{Branch, Change, Edit, FileChange, Step, What, ledger_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::ledgers::entry::{Sign, entry_id, worth};
use crate::cmd::told::{days, notes};
use crate::cmd::typed::recorded_by;
use crate::error::{Failure, Result};
use crate::reckon::{figures, reckon, scored_periods, ungraded};
use crate::record::{At, Day, Entry, EntryId, Month, Objection, Period, Posting, RelPath, Span, Value};
use crate::report;
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// For how many days objections are taken where the rules do not say.
const WINDOW: u64 = 5;

/// Posting a list.
#[derive(Args)]
pub struct Post {
    /// The scored period; last month where it is not said
    period: Option<String>,
    /// The last day on which objections are taken; as the rules say where it is not said
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// List by rank, not in the order of the roll
    #[arg(long)]
    rank: bool,
    /// Post it again, which strikes the earlier list: why
    #[arg(long, value_name = "WHY", allow_hyphen_values = true)]
    again: Option<String>,
    /// Who posts it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Objecting to a list.
#[derive(Args)]
pub struct Object {
    /// Whose points
    who: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// The scored period; last month where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// The award or deduction it is about: its id, as `points list` shows it
    #[arg(long, value_name = "ID")]
    about: Option<String>,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Listing objections.
#[derive(Args)]
pub struct Objections {
    /// The period; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Answering an objection.
#[derive(Args)]
pub struct Correct {
    /// The objection: its id, as `points objections` shows it
    objection: String,
    /// The item by which it is corrected: its id, name or a part of it
    #[arg(conflicts_with_all = ["strike", "decline"], required_unless_present_any = ["strike", "decline"])]
    item: Option<String>,
    /// The points, where the item leaves a range; below nothing to deduct
    #[arg(value_name = "POINTS", allow_hyphen_values = true)]
    points: Option<String>,
    /// Strike the award or deduction it is about
    #[arg(long, conflicts_with = "decline")]
    strike: bool,
    /// Correct nothing: why not
    #[arg(long, value_name = "WHY", allow_hyphen_values = true)]
    decline: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// The day of the correction; the last one of the period where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Closing a period.
#[derive(Args)]
pub struct Close {
    /// The scored period; last month where it is not said
    period: Option<String>,
}

/// The scored period a person means.
fn scored(env: &Env, branch: &Branch, period: Period) -> Result<Period> {
    match scored_periods(branch, period)[..] {
        [only] if only.days == period && period.last < env.today => Ok(period),
        [only] if only.days == period => Err(Failure::refused(words::not_over(period, period.last)).into()),
        [] => Err(Failure::refused(words::no_scheme(period)).cure(words::cure_no_scheme()).into()),
        [first, ..] => Err(Failure::usage(words::not_scored(period)).cure(words::cure_scored(first.days)).into()),
    }
}

fn typed_period(env: &Env, typed: Option<&str>) -> Result<Period> {
    env.period(typed.unwrap_or("last-month"))
}

/// A list of points is in the file of the last month of its period.
fn file_of(period: Period) -> RelPath {
    ledger_path(Month::of(period.last))
}

/// An edit of a line of a list in a ledger.
fn set(list: &'static str, at: usize, key: &'static str, value: Value) -> Edit {
    Edit::Set(vec![Step::Key(list), Step::Item(at)], key, value)
}

/// A new id that no line of the ledgers has.
fn new_id(env: &Env, branch: &Branch) -> EntryId {
    Ids::of(env, &branch.ledgers).fresh()
}

/// Posts a list, and prints it.
pub(in crate::cmd) fn post(env: &Env, args: &Post) -> Result<()> {
    let period = typed_period(env, args.period.as_deref())?;
    let until = args.until.as_deref().map(|until| env.day(until)).transpose()?;
    let query = Query::roll().scored(period);
    let mut list = None;
    env.change(&query, |branch, _| {
        scored(env, branch, period)?;
        days::was_scored(branch, period)?;
        if let Some((year, people)) = ungraded(branch, period, env.today).first() {
            let names = Text::list(people.iter().map(|id| branch.name(id)));
            return Err(Failure::refused(words::grades_missing(*year, names))
                .cure(words::cure_grades_missing(*year))
                .into());
        }
        let order = if args.rank { report::Order::Rank } else { report::Order::Roll };
        let posted = report::posted(branch, period, order);
        if posted.rows.is_empty() {
            return Err(Failure::refused(words::nobody_to_post(period)).cure(words::cure_nobody_to_post()).into());
        }
        list = Some(posted);
        let by = recorded_by(branch, args.by.as_deref(), env.today)?;
        let window = branch.rules.scheme_on(period.last).and_then(|scheme| scheme.objection_days.as_ref());
        let window = window.and_then(|days| u64::try_from(days.value).ok()).unwrap_or(WINDOW);
        let until = until.unwrap_or_else(|| env.today.plus(window));
        if until < env.today {
            return Err(Failure::usage(words::window_over(until)).into());
        }
        let path = file_of(period);
        let mut files = Vec::new();
        if let Some((source, at, earlier)) = branch.posting(period) {
            let Some(why) = &args.again else {
                let fact = words::posted_already(period, earlier.date.value);
                return Err(Failure::refused(fact).cure(words::cure_posted_already(period)).into());
            };
            let what = What::Edit(vec![set("postings", at, "struck", Value::text(why))]);
            files.push(FileChange { path: source.path.clone(), what });
        }
        let posting = Posting {
            id: At::new(new_id(env, branch)),
            period: At::new(period),
            date: At::new(env.today),
            until: At::new(until),
            rules: branch.rules.points_digest(period).unwrap_or_default(),
            figures: figures(branch, &reckon(branch, period, period.last), period),
            by,
            closed: None,
            struck: None,
            span: Span::default(),
        };
        files.push(ledger::write(path, &branch.ledgers, vec![posting]));
        let subject = words::posted(period, until);
        let change = Change { subject: subject.clone(), why: args.again.clone(), files: merged(files) };
        Ok(Decision { change, said: subject })
    })?;
    match list.filter(|_| !env.global.dry_run) {
        Some(mut list) => {
            list.notes.extend(notes::under_written(env, period));
            env.ui.table(&list)
        }
        None => Ok(()),
    }
}

/// Edits of one file as one change of it.
fn merged(files: Vec<FileChange>) -> Vec<FileChange> {
    let mut merged: Vec<FileChange> = Vec::new();
    for file in files {
        match (merged.iter_mut().find(|earlier| earlier.path == file.path), file.what) {
            (Some(FileChange { what: What::Edit(edits), .. }), What::Edit(more)) => edits.extend(more),
            (_, what) => merged.push(FileChange { path: file.path, what }),
        }
    }
    merged
}

/// The list that was posted of a period.
fn posting(branch: &Branch, period: Period) -> Result<(RelPath, usize, &Posting)> {
    let found = branch.posting(period).map(|(source, at, posting)| (source.path.clone(), at, posting));
    found.ok_or_else(|| Failure::refused(words::not_posted(period)).cure(words::cure_not_posted(period)).into())
}

/// Refuses a change of a period that is closed, unless the month is sealed and its amendment is written down.
///
/// # Errors
/// That it is.
pub(in crate::cmd) fn open(env: &Env, store: &Store, branch: &Branch, day: Day) -> Result<()> {
    let closed = |posting: &Posting| posting.closed.is_some() && posting.period.value.contains(day);
    let Some((_, _, posting)) = branch.postings().find(|(_, _, posting)| closed(posting)) else { return Ok(()) };
    let (month, period) = (Month::of(day), posting.period.value);
    match (store.sealed_months()?.contains(&month), &env.global.amend) {
        (true, Some(_)) => Ok(()),
        (true, None) => {
            Err(Failure::refused(words::would_change_sealed(month)).cure(words::cure_would_change_sealed()).into())
        }
        (false, _) => {
            Err(Failure::refused(words::period_closed(period)).cure(words::cure_posted_already(period)).into())
        }
    }
}

/// Records an objection.
pub(in crate::cmd) fn object(env: &Env, args: &Object) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let period = typed_period(env, args.period.as_deref())?;
    env.change(&Query::roll().points(period), |branch, store| {
        let (path, _, posting) = posting(branch, period)?;
        if posting.closed.is_some() {
            open(env, store, branch, period.last)?;
        }
        let (who, _) = branch.find_member(&args.who, period.last)?;
        let about = args.about.as_deref().map(|typed| entry_id(branch, typed, period)).transpose()?;
        let id = new_id(env, branch);
        let objection = Objection {
            id: At::new(id.clone()),
            period: At::new(period),
            date: At::new(day),
            member: At::new(who.clone()),
            about: about.map(At::new),
            why: args.why.clone(),
            answered: None,
            declined: None,
            struck: None,
            span: Span::default(),
        };
        let subject = words::objected(branch.name(who), period, id.as_str());
        let late = (posting.until.value < day).then(|| words::objected_late(&subject, posting.until.value));
        let files = vec![ledger::write(path, &branch.ledgers, vec![objection])];
        let said = late.unwrap_or_else(|| subject.clone());
        Ok(Decision { change: Change { subject, why: Some(args.why.clone()), files }, said })
    })
}

/// Lists objections.
pub(in crate::cmd) fn objections(env: &Env, args: &Objections) -> Result<()> {
    let period = args.period.as_deref().map_or(Ok(Period::year_of(env.today)), |period| env.period(period))?;
    let branch = env.load(&Query::roll().points(period))?;
    env.ui.table(&report::objections(&branch, period))
}

/// The objection a person names.
fn find<'a>(branch: &'a Branch, typed: &str) -> Result<(RelPath, usize, &'a Objection)> {
    let found = branch.objections().find(|(_, _, objection)| objection.id.as_str() == typed);
    let found = found.map(|(source, at, objection)| (source.path.clone(), at, objection));
    found.ok_or_else(|| {
        let fact = words::no_objection(words::shown(typed));
        Failure::usage(fact).cure(words::cure_no_objection()).into()
    })
}

/// Answers an objection.
pub(in crate::cmd) fn correct(env: &Env, args: &Correct) -> Result<()> {
    let last_year = Period::year(env.today.year() - 1).unwrap_or(Period::year_of(env.today));
    let query = Query::roll().points(Period { first: last_year.first, last: env.today });
    env.change(&query, |branch, store| {
        let (path, at, objection) = find(branch, &args.objection)?;
        let who = branch.name(&objection.member);
        if let Some(day) = &objection.answered {
            return Err(Failure::refused(words::answered_already(who, day.value)).into());
        }
        let period = objection.period.value;
        let mut edits = vec![set("objections", at, "answered", Value::Day(env.today))];
        let mut files = Vec::new();
        let subject = if let Some(why) = &args.decline {
            edits.push(set("objections", at, "declined", Value::text(why)));
            words::objection_declined(who, period, words::shown(why))
        } else if args.strike {
            open(env, store, branch, period.last)?;
            let Some(about) = &objection.about else {
                return Err(Failure::refused(words::about_nothing()).cure(words::cure_about_nothing()).into());
            };
            let entry = Placed::<Entry>::find(&branch.ledgers, about.as_str());
            let entry = entry.ok_or_else(|| {
                let fact = words::no_entry(about.as_str(), period);
                Failure::refused(fact).cure(words::cure_no_entry())
            })?;
            let why = words::upheld(objection.id.as_str(), words::shown(&objection.why));
            let why = why.get(env.file_lang(branch)).to_owned();
            let what = What::Edit(vec![entry.set("struck", Value::text(why))]);
            files.push(FileChange { path: entry.path.clone(), what });
            words::objection_struck(who, period, about.as_str())
        } else {
            let day = args.on.as_deref().map_or(Ok(period.last), |on| env.past_day(Some(on)))?;
            if !period.contains(day) {
                return Err(Failure::usage(words::not_in_period(day, period)).into());
            }
            open(env, store, branch, day)?;
            let item = branch.find_item(args.item.as_deref().unwrap_or_default(), day)?;
            let typed = args.points.as_deref();
            let is_deduction = typed.is_some_and(|points| points.starts_with('-'));
            let sign = if is_deduction { Sign::Deduction } else { Sign::Award };
            let unsigned = typed.map(|points| points.trim_start_matches(['-', '+']));
            let points = worth(item, unsigned, sign, branch.rules.unit_on(day))?;
            let correction = Entry {
                id: At::new(new_id(env, branch)),
                date: At::new(day),
                member: At::new(objection.member.value.clone()),
                item: At::new(item.id.value.clone()),
                points: item.range.is_some().then(|| At::new(points)),
                links: Default::default(),
                campaign: None,
                marks: Default::default(),
                note: args.note.clone(),
                by: None,
                declared: None,
                confirmed: None,
                confirmed_by: None,
                answers: Some(Box::new(At::new(objection.id.value.clone()))),
                struck: None,
                span: Span::default(),
            };
            files.push(ledger::write(ledger_path(Month::of(day)), &branch.ledgers, vec![correction]));
            words::objection_corrected(who, period, item.name(), points.signed())
        };
        files.push(FileChange { path, what: What::Edit(edits) });
        let why = args.note.clone().or_else(|| args.decline.clone());
        Ok(Decision { change: Change { subject: subject.clone(), why, files: merged(files) }, said: subject })
    })
}

/// Closes a period.
pub(in crate::cmd) fn close(env: &Env, args: &Close) -> Result<()> {
    let period = typed_period(env, args.period.as_deref())?;
    env.change(&Query::roll().scored(period), |branch, _| {
        let (path, at, posting) = posting(branch, period)?;
        if let Some(closed) = &posting.closed {
            return Err(Failure::refused(words::closed_already(period, closed.value)).into());
        }
        if env.today <= posting.until.value {
            return Err(Failure::refused(words::window_open(period, posting.until.value)).into());
        }
        let open: Vec<_> = branch
            .objections()
            .filter(|(_, _, objection)| objection.is_open() && objection.period.value == period)
            .map(|(_, _, objection)| words::name_and_id(branch.name(&objection.member), objection.id.as_str()))
            .collect();
        if !open.is_empty() {
            let fact = words::objections_open(period, words::Text::list(open));
            return Err(Failure::refused(fact).cure(words::cure_objections_open()).into());
        }
        let now = figures(branch, &reckon(branch, period, period.last), period);
        let corrected = branch.objections().any(|(_, _, one)| one.period.value == period && one.declined.is_none());
        if now != posting.figures && !corrected {
            let fact = words::posted_changed(period, posting.date.value);
            return Err(Failure::refused(fact).cure(words::cure_posted_already(period)).into());
        }
        let mut edits = vec![set("postings", at, "closed", Value::Day(env.today))];
        if now != posting.figures {
            edits.push(set("postings", at, "figures", Value::text(now)));
        }
        let subject = words::closed(period);
        Ok(Decision { change: Change::new(subject.clone(), path, What::Edit(edits)), said: subject })
    })
}
