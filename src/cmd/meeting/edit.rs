//! `zhibu meeting edit`.

use std::path::PathBuf;

use clap::Args;

use super::drop;
use super::log;
use super::refile::{Heading, Place};
use crate::branch::{Branch, Change, Edit, FileChange, Filed, What};
use crate::cmd::change::Decision;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::cmd::issue;
use crate::cmd::ledgers::task;
use crate::cmd::typed::{campaign, clock, evidence, held_for, links, meeting, meeting_query, people, person};
use crate::error::{Failure, Result};
use crate::reckon;
use crate::record::{CampaignId, Line, Meeting, Period, Value};
use crate::store::{self, Store};
use crate::words;

/// Changing the fields of a meeting.
#[derive(Args)]
pub struct Correct {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    #[command(flatten)]
    fields: Fields,
}

/// The fields, at least one.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Fields {
    /// The day it was held
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What was held
    #[arg(long)]
    kind: Option<String>,
    /// The group that met
    #[arg(short, long)]
    group: Option<String>,
    /// Period it was held for: `2025`, `2025Q4`, `2026-02`
    #[arg(long = "for", value_name = "PERIOD")]
    held_for: Option<String>,
    /// From when to when: `19:30-20:40`
    #[arg(long)]
    time: Option<String>,
    /// The place
    #[arg(long)]
    place: Option<String>,
    /// Who led it
    #[arg(long, value_name = "WHO")]
    chair: Option<String>,
    /// Who asked the chair to lead it
    #[arg(long, value_name = "WHO")]
    delegated_by: Option<String>,
    /// Who wrote it down
    #[arg(long, value_name = "WHO")]
    recorder: Option<String>,
    /// Who gave the lesson or lecture
    #[arg(long, value_name = "WHO")]
    lecturer: Option<String>,
    /// One more topic
    #[arg(long = "topic", value_name = "TEXT")]
    topics: Vec<String>,
    /// One more line of work it served
    #[arg(long = "link", value_name = "LINK")]
    links: Vec<String>,
    /// Take a topic away: its text or a part of it
    #[arg(long = "drop-topic", value_name = "TEXT")]
    drop_topics: Vec<String>,
    /// Take a line of work away
    #[arg(long = "drop-link", value_name = "LINK")]
    drop_links: Vec<String>,
    /// Take a guest away
    #[arg(long = "drop-guest", value_name = "NAME")]
    drop_guests: Vec<String>,
    /// Take a decision away: its text or a part of it
    #[arg(long = "drop-decision", value_name = "TEXT")]
    drop_decisions: Vec<String>,
    /// The campaign it was for: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// One more who sat in without being due
    #[arg(long = "observer", value_name = "WHO")]
    observers: Vec<String>,
    /// One more guest from outside
    #[arg(long = "guest", value_name = "NAME")]
    guests: Vec<String>,
    /// A file with the minutes, or - to read them from standard input
    #[arg(long, value_name = "FILE")]
    minutes: Option<PathBuf>,
    /// One more picture or scan
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
    /// The note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Correct) -> Result<()> {
    let minutes = args.fields.minutes.as_deref().map(|path| log::minutes(env, path)).transpose()?;
    let query = meeting_query(env, &args.meeting).and(task::query(env));
    let day = Period::day(env.today);
    let fields = &args.fields;
    let moves = fields.on.is_some() || fields.kind.is_some() || fields.group.is_some();
    let query = if moves { query.issues(day) } else { query };
    let query = if args.fields.held_for.is_none() { query } else { query.and(reckon::duties_query(day, env.today)) };
    env.change(&query, |branch, store| {
        let meeting = meeting(env, branch, &args.meeting)?;
        sound(env, store, decide(env, &args.fields, branch, store, meeting, minutes)?)
    })
}

fn decide(
    env: &Env,
    args: &Fields,
    branch: &Branch,
    store: &Store,
    meeting: &Filed<Meeting>,
    minutes: Option<String>,
) -> Result<Decision> {
    let heading = Heading { on: args.on.as_deref(), kind: args.kind.as_deref(), group: args.group.as_deref() };
    let place = Place::of(env, &heading, branch, store, meeting)?;
    let day = place.day;
    let mut edits = place.edits(meeting);
    let mut set = |key, value| edits.push(Edit::Set(vec![], key, value));
    if let Some(typed) = &args.held_for {
        let kind = branch.find_kind(args.kind.as_deref().unwrap_or(meeting.kind.as_str()))?;
        set("for", Value::text(held_for(env, branch, typed, &kind.id.value, day)?));
    }
    if let Some(time) = &args.time {
        set("time", Value::text(clock(time)?));
    }
    if let Some(place) = &args.place {
        set("place", Value::text(place));
    }
    let roles = [
        ("chair", &args.chair),
        ("delegated-by", &args.delegated_by),
        ("recorder", &args.recorder),
        ("lecturer", &args.lecturer),
    ];
    for (key, who) in roles {
        if let Some(who) = who {
            set(key, Value::text(person(branch, who, day)?));
        }
    }
    if let Some(campaign) = now_for(branch, args.campaign.as_deref(), meeting, &place)? {
        set("campaign", Value::text(campaign));
    }
    if let Some(note) = &args.note {
        set("note", Value::text(note));
    }
    if let Some(minutes) = minutes {
        set("minutes", Value::Lines(minutes));
    }
    let dropped = drop::Dropped {
        topics: &args.drop_topics,
        links: &args.drop_links,
        guests: &args.drop_guests,
        decisions: &args.drop_decisions,
    };
    edits.extend(drop::edits(branch, meeting, &dropped)?);
    let mut add = |key, value| edits.push(Edit::Insert(vec![], key, None, value));
    args.topics.iter().for_each(|topic| add("topics", Value::text(topic)));
    let new_links = links(branch, &args.links)?.into_iter();
    new_links
        .filter(|link| !meeting.links.iter().any(|at| at.value == *link))
        .for_each(|link| add("links", Value::text(link)));
    let observers = people(branch, &args.observers, day)?.into_iter();
    observers
        .filter(|observer| !meeting.observers.iter().any(|at| at.value == *observer))
        .for_each(|observer| add("observers", Value::text(observer)));
    args.guests.iter().for_each(|guest| add("guests", Value::text(guest)));
    let evidence = evidence(env, store, &args.evidence, day, &place.stem, meeting.evidence.len() + 1)?;
    evidence.iter().for_each(|(_, line)| add("evidence", line.value()));

    let subject = match place.moved {
        true => words::refiled_meeting(branch.title(meeting), place.title(branch)),
        false => words::edited_meeting(branch.title(meeting)),
    };
    let mut files: Vec<_> = evidence.into_iter().map(|(file, _)| file).collect();
    let path = meeting.source.path.clone();
    if place.moved {
        let text = store::apply(&meeting.source.text, &edits).map_err(|error| Failure::refused(error.fact()))?;
        files.insert(0, FileChange { path: place.path(), what: What::Create(text) });
        files.insert(1, FileChange { path, what: What::Remove });
        files.extend(issue::moved(branch, meeting.source.path.stem(), &place.stem));
        files.extend(task::moved(branch, meeting.source.path.stem(), &place.stem, day));
    } else if !edits.is_empty() {
        files.insert(0, FileChange { path, what: What::Edit(edits) });
    }
    Ok(Decision { said: subject.clone(), change: Change { subject, why: None, files } })
}

/// The campaign a meeting is for from now on, where a call names one; one that it is for already has to have its day.
fn now_for(branch: &Branch, typed: Option<&str>, meeting: &Meeting, place: &Place<'_>) -> Result<Option<CampaignId>> {
    let kept = meeting.campaign.as_ref().and_then(|at| branch.rules.campaign(&at.value));
    if let Some(kept) = kept.filter(|_| typed.is_none() && place.moved) {
        campaign::holds(kept, place.day)?;
    }
    campaign::on(branch, typed, place.day)
}
