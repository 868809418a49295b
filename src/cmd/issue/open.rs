//! `zhibu issue open`: a problem that was found.

use std::path::PathBuf;

use clap::Args;

use crate::branch::{Change, FileChange, What, issue_path};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::typed::{
    campaign, deadline, evidence, find_visit, links, meeting, meeting_query, person, plain_name, visit_query,
};
use crate::error::Result;
use crate::record::{Day, EntryId, Line, MemberId, Period, Value, write_pairs};
use crate::store::{Query, Store};
use crate::words;

/// Opening a problem.
#[derive(Args)]
pub struct Open {
    /// What is wrong
    #[arg(value_name = "TEXT")]
    title: String,
    /// Who is to mend it
    #[arg(long, value_name = "WHO")]
    owner: String,
    /// By which day
    #[arg(long, value_name = "DATE")]
    deadline: String,
    /// The day it was found; that of the meeting or the visit, or today, where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Where it was found: at an inspection, in a meeting
    #[arg(long = "where", value_name = "TEXT")]
    place: Option<String>,
    /// The meeting at which it was found, which is told at the next of its kind: its id, its day, or a part of the id
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,
    /// The visit or inspection at which it was ordered to be fixed: its id, its day, or a part of who came
    #[arg(long, value_name = "VISIT", conflicts_with = "meeting")]
    visit: Option<String>,
    /// What sort of problem it is
    #[arg(long, value_name = "TEXT")]
    kind: Option<String>,
    /// What is to be done about it
    #[arg(long, value_name = "TEXT")]
    measure: Option<String>,
    /// The line of work it is about; may be said several times
    #[arg(long = "link", value_name = "LINK")]
    links: Vec<String>,
    /// The campaign it came up in: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// A picture or scan that shows it; may be said several times
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Runs the command.
pub(super) fn open(env: &Env, args: &Open) -> Result<()> {
    let title = plain_name(&args.title)?;
    let query = args.meeting.as_deref().map_or_else(Query::roll, |typed| meeting_query(env, typed));
    let query = args.visit.as_ref().map_or_else(Query::roll, |_| visit_query(env)).and(query);
    env.change(&query, |branch, store| {
        let at = args.meeting.as_deref().map(|typed| meeting(env, branch, typed)).transpose()?;
        let visit = args.visit.as_deref().map(|typed| find_visit(branch, typed)).transpose()?;
        let day_of = at.map(|at| at.date.value).or(visit.as_ref().map(|visit| visit.line.date.value));
        let found = match day_of.filter(|_| args.on.is_none()) {
            Some(day) => day,
            None => env.past_day(args.on.as_deref())?,
        };
        let deadline = deadline(env, &args.deadline, found, words::deadline_early)?;
        let owner = person(branch, &args.owner, found)?;
        let links = links(branch, &args.links)?;
        let campaign = campaign::on(branch, args.campaign.as_deref(), found)?;
        let id = fresh(&mut env.random(), |id| store.exists(&issue_path(found, id.as_str())));
        let stem = issue_path(found, id.as_str()).stem().to_owned();
        let evidence = evidence(env, store, &args.evidence, found, &stem, 1)?;
        let (copies, lines): (Vec<_>, Vec<_>) = evidence.into_iter().unzip();
        let mut pairs = vec![("title", Value::text(title)), ("found", Value::Day(found))];
        pairs.extend(args.place.as_ref().map(|place| ("where", Value::text(place))));
        pairs.extend(at.map(|at| ("meeting", Value::text(at.source.path.stem()))));
        pairs.extend(visit.map(|visit| ("visit", Value::text(visit.line.id.as_str()))));
        pairs.extend(args.kind.as_ref().map(|kind| ("kind", Value::text(kind))));
        pairs.extend(args.measure.as_ref().map(|measure| ("measure", Value::text(measure))));
        pairs.push(("owner", Value::text(&owner)));
        pairs.push(("deadline", Value::Day(deadline)));
        if !links.is_empty() {
            pairs.push(("links", Value::texts(&links)));
        }
        pairs.extend(campaign.map(|campaign| ("campaign", Value::text(campaign))));
        if !lines.is_empty() {
            pairs.push(("evidence", Value::Column(lines.iter().map(Line::value).collect())));
        }
        pairs.extend(args.note.as_ref().map(|note| ("note", Value::text(note))));
        let subject = words::opened_issue(words::shown(title), branch.name(&owner), deadline);
        let said = words::with_id(&subject, &id);
        let said = match known(store, title, found)? {
            Some((day, old, true)) => words::with_closed_before(&said, day, &old, &id),
            Some((day, old, false)) => words::with_open_already(&said, day, &old, &id),
            None => said,
        };
        let mut files =
            vec![FileChange { path: issue_path(found, id.as_str()), what: What::Create(write_pairs(&pairs)) }];
        files.extend(copies);
        Ok(Decision { change: Change { subject, why: None, files }, said })
    })
}

/// An id that nothing bears.
fn fresh(random: &mut fastrand::Rng, is_taken: impl Fn(&EntryId) -> bool) -> EntryId {
    loop {
        let id = EntryId::random(random);
        if !is_taken(&id) {
            return id;
        }
    }
}

/// A problem that was ordered to be fixed at a visit.
pub(in crate::cmd) struct Order {
    /// What is wrong.
    pub(in crate::cmd) title: String,
    /// Who is to mend it.
    pub(in crate::cmd) owner: MemberId,
    /// By which day.
    pub(in crate::cmd) deadline: Day,
}

/// The files of the problems that were ordered to be fixed at a visit on a day.
pub(in crate::cmd) fn ordered(
    env: &Env,
    store: &Store,
    visit: &EntryId,
    found: Day,
    orders: &[Order],
) -> Vec<FileChange> {
    let mut random = env.random();
    let mut made = vec![visit.clone()];
    let file = |order: &Order| {
        let id = fresh(&mut random, |id| made.contains(id) || store.exists(&issue_path(found, id.as_str())));
        made.push(id.clone());
        let pairs = [
            ("title", Value::text(&order.title)),
            ("found", Value::Day(found)),
            ("visit", Value::text(visit.as_str())),
            ("owner", Value::text(&order.owner)),
            ("deadline", Value::Day(order.deadline)),
        ];
        FileChange { path: issue_path(found, id.as_str()), what: What::Create(write_pairs(&pairs)) }
    };
    orders.iter().map(file).collect()
}

/// The last problem of the same title: the day it was closed, or found, its id, and whether it is closed. Other files may
/// be faulty: they hinder nobody from opening a problem.
fn known(store: &Store, title: &str, day: Day) -> Result<Option<(Day, String, bool)>> {
    let branch = store.gather(&Query::roll().issues(Period::day(day)))?.branch;
    let mut same = branch.issues.iter().rev().filter(|issue| issue.struck.is_none() && *issue.title == title);
    Ok(same.next().map(|issue| match &issue.closed {
        Some(closed) => (closed.value, issue.id().to_owned(), true),
        None => (issue.found.value, issue.id().to_owned(), false),
    }))
}
