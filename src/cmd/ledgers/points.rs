//! `zhibu points`: awards, deductions, and why a figure is what it is.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::declared;
use super::entry::{Sign, entry_id, no_entry, title};
use super::given::{self, Given, is_scored};
use super::lines::{Striking, list};
use crate::branch::{Branch, Change, ledger_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::closing::posting;
use crate::cmd::env::Env;
use crate::cmd::told::notes;
use crate::cmd::typed::begun;
use crate::cmd::typed::{campaign, links, marks, recorded_by};
use crate::error::{Failure, Result};
use crate::record::{At, Entry, EntryId, MemberId, Month, Period, Score, Span};
use crate::report;
use crate::store::Query;
use crate::words::{self, Text};

/// What can be done with points.
#[derive(Subcommand)]
pub enum Points {
    /// Award points by hand
    ///
    /// Several people get points in one call if the item stands first: `zhibu points award correction sun-lei:1 li-min:2`.
    Award(Award),
    /// Deduct points by hand
    ///
    /// Several people lose points in one call if the item stands first: `zhibu points deduct correction sun-lei:1 li-min:2`.
    Deduct(Award),
    /// Declare points of one's own, which count once somebody confirms them
    Declare(Award),
    /// Confirm points that people declared
    Confirm(declared::Confirm),
    /// List awards and deductions by hand
    List(List),
    /// Show what everybody's points come to
    Total(Total),
    /// Tell why a member's points are what they are, line by line
    Explain(Explain),
    /// Compare the points of a period with what they would be under other rules
    Compare(Compare),
    /// Post the list of a scored period, and print it for the board
    Post(posting::Post),
    /// Record an objection to a list that was posted
    Object(posting::Object),
    /// List objections
    Objections(posting::Objections),
    /// Answer an objection: by a correction, by striking a line, or by saying why not
    Correct(posting::Correct),
    /// Close a period that was posted, once the days for objections are over and none is open
    Close(posting::Close),
    /// Strike an award or deduction: it stays in its file, but counts no more
    Remove(Remove),
}

/// Awarding or deducting points.
#[derive(Args)]
pub struct Award {
    #[command(flatten)]
    given: given::Words,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What for
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// The line of work it served; may be said several times
    #[arg(long = "link", value_name = "LINK")]
    links: Vec<String>,
    /// The campaign it was for: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// A mark of the rules that makes it count double, such as an award by the city; may be said several times
    #[arg(long = "mark", value_name = "MARK")]
    marks: Vec<String>,
    /// Who recorded it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Listing awards.
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
    /// The period; this month where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Explaining a figure.
#[derive(Args)]
pub struct Explain {
    /// Who: id, name, pinyin, initials or a part
    who: String,
    /// The period; this month where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Only the lines of a category: its id, name or a part of it
    #[arg(long)]
    category: Option<String>,
    /// Only the line of an award or deduction: its id, as `points list` shows it
    #[arg(long, value_name = "ID")]
    line: Option<String>,
}

/// Comparing with other rules.
#[derive(Args)]
pub struct Compare {
    /// The folder with the other rules: its points.toml, and those of the other files that differ
    #[arg(long, value_name = "DIR")]
    rules: PathBuf,
    /// The period; last year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Striking a line.
#[derive(Args)]
pub struct Remove {
    /// The id of the line, as `points list` shows it
    id: String,
    #[command(flatten)]
    striking: Striking,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Points) -> Result<()> {
    match command {
        Points::Award(args) => write(env, args, Sign::Award, false),
        Points::Deduct(args) => write(env, args, Sign::Deduction, false),
        Points::Declare(args) => write(env, args, Sign::Award, true),
        Points::Confirm(args) => declared::confirm(env, args),
        Points::List(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
            list(env, args.who.as_deref(), period, &Query::roll().points(period), report::entries)
        }
        Points::Total(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
            let store = env.store()?;
            let branch = store.load(&Query::roll().scored(period))?;
            begun(env, period);
            let mut table = report::points(&branch, period, env.today);
            table.notes.extend(notes::notes(&store, period)?);
            env.ui.table(&table)
        }
        Points::Explain(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
            let branch = env.load(&Query::roll().scored(period))?;
            let (id, _) = branch.find_member(&args.who, period.last)?;
            let category = args.category.as_deref().map(|typed| branch.find_category(typed)).transpose()?;
            let entry = args.line.as_deref().map(|typed| entry_of(&branch, typed, period, id)).transpose()?;
            let only = report::Only { category: category.map(|category| category.key()), entry: entry.as_ref() };
            let table = report::explain(&branch, period, env.today, id, &only);
            if table.rows.is_empty() && begun(env, period) {
                env.ui.say(&words::not_scored_member(branch.name(id), period));
            }
            env.ui.table(&table)
        }
        Points::Compare(args) => compare(env, args),
        Points::Post(args) => posting::post(env, args),
        Points::Object(args) => posting::object(env, args),
        Points::Objections(args) => posting::objections(env, args),
        Points::Correct(args) => posting::correct(env, args),
        Points::Close(args) => posting::close(env, args),
        Points::Remove(args) => remove(env, args),
    }
}

fn write(env: &Env, args: &Award, sign: Sign, is_declared: bool) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let month = Month::of(day);
    let query = Query::roll().points(month.period());
    env.change(&query, |branch, store| {
        posting::open(env, store, branch, day)?;
        let given = Given::of(branch, &args.given, day, sign)?;
        let (item, people) = (given.item, &given.people);
        if is_declared {
            declared::can_be(item)?;
        }
        let links = links(branch, &args.links)?;
        let marks = marks(branch, &args.marks)?;
        let campaign = campaign::on(branch, args.campaign.as_deref(), day)?;
        let by = recorded_by(branch, args.by.as_deref(), day)?.map(Box::new);
        let path = ledger_path(month);
        let old = branch.ledger(&path);
        let mut ids = Ids::of(env, old);
        let line = |(person, score): &(MemberId, Score)| Entry {
            id: At::new(ids.fresh()),
            date: At::new(day),
            member: At::new(person.clone()),
            item: At::new(item.id.value.clone()),
            points: item.range.is_some().then(|| At::new(*score)),
            links: links.iter().cloned().map(At::new).collect(),
            campaign: campaign.clone().map(|campaign| Box::new(At::new(campaign))),
            marks: marks.iter().cloned().map(At::new).collect(),
            note: args.note.clone(),
            by: by.clone(),
            declared: is_declared.then(|| Box::new(At::new(env.today))),
            confirmed: None,
            confirmed_by: None,
            answers: None,
            struck: None,
            span: Span::default(),
        };
        let lines = people.iter().map(line).collect();
        let subject = given.told(branch, day);
        let subject = if is_declared { words::declared(subject) } else { subject };
        let said = args.note.as_ref().map_or(subject.clone(), |note| words::with_note(&subject, words::shown(note)));
        let unscored = people.iter().filter(|(id, _)| !is_scored(branch, id, day) || !branch.is_for(item, id, day));
        let unscored: Vec<_> = unscored.map(|(id, _)| branch.name(id)).collect();
        let said = match unscored.is_empty() {
            true => said,
            false => words::with_unscored(&said, Text::list(unscored)),
        };
        let twice = old.into_iter().flat_map(|ledger| &ledger.entries).filter(|entry| {
            let points = entry.points.as_ref().map(|points| points.value);
            let is_new = |(person, score): &(MemberId, Score)| {
                *person == entry.member.value && points == item.range.is_some().then_some(*score)
            };
            entry.struck.is_none()
                && (entry.date.value, &entry.item.value, &entry.note) == (day, &item.id.value, &args.note)
                && people.iter().any(is_new)
        });
        let twice: Vec<_> = twice.map(|entry| Text::same(entry.id.as_str())).collect();
        let said = if twice.is_empty() { said } else { words::with_twin(&said, Text::list(twice)) };
        let file = ledger::write(path, old, lines);
        Ok(Decision { change: Change { subject, why: args.note.clone(), files: vec![file] }, said })
    })
}

fn compare(env: &Env, args: &Compare) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("last-year"))?;
    let other = crate::cmd::told::rules::read(&env.path(&args.rules))?;
    if other.points.is_none() {
        return Err(Failure::refused(words::no_file_in("points.toml", args.rules.display().to_string())).into());
    }
    let branch = env.load(&Query::roll().scored_under(&other, period))?;
    let table = report::compare(&branch, other, period, env.today);
    if begun(env, period) && table.rows.is_empty() {
        env.ui.say(&words::nobody_moves(period));
    }
    env.ui.table(&table)
}

/// The id of a line of somebody that a person names, as long as it counts.
fn entry_of(branch: &Branch, typed: &str, period: Period, who: &MemberId) -> Result<EntryId> {
    let id = entry_id(branch, typed, period)?;
    let entry = branch.entries().map(|(_, entry)| entry).find(|entry| entry.id.value == id);
    match entry {
        Some(entry) if entry.member.value != *who => {
            let fact = words::line_of_another(typed, branch.name(&entry.member));
            Err(Failure::usage(fact).cure(words::cure_explain_line(&entry.member.value, period, typed)).into())
        }
        Some(Entry { struck: Some(why), .. }) => {
            Err(Failure::refused(words::struck_already(typed, words::shown(why))).into())
        }
        _ => Ok(id),
    }
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    let period = args.striking.period(env)?;
    env.change_if_sure(args.striking.yes, &Query::roll().points(period), |branch, store| {
        let entry = Placed::<Entry>::find(&branch.ledgers, &args.id).ok_or_else(|| no_entry(&args.id, period))?;
        posting::open(env, store, branch, entry.line.date.value)?;
        entry.strike(title(branch, entry.line), &args.striking.why)
    })
}
