//! `zhibu meeting elect`: a ballot for each candidate; the posts and what is done afterwards follow from the result.

use std::collections::{BTreeMap, BTreeSet};

use clap::Args;

use super::ballot::{self, Ballot, Stands};
use super::decide::begun;
use crate::branch::{Branch, Change, Edit, FileChange, Filed, Query, Since, What, member_path};
use crate::check;
use crate::cmd::change::Decision;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::cmd::people::decided;
use crate::cmd::people::post::{begins, ends_on, holding};
use crate::cmd::typed::{COLONS, days_of, meeting, meeting_query, person};
use crate::error::{Failure, Result};
use crate::reckon::elected;
use crate::record::{self, Day, Meeting, MemberId, PostId};
use crate::rulebook::DecisionKind;
use crate::store;
use crate::words::{self, Text};

/// An election at a meeting.
#[derive(Args)]
pub struct Elect {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    /// The candidates, each with the votes for, against and abstaining; with a post, who is elected takes it up
    #[arg(value_name = "WHO[:POST]:VOTES", required = true)]
    candidates: Vec<String>,
    /// How many are elected of all candidates [default: one for each post]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    places: Option<u16>,
    /// The ballots: given, returned, and invalid ones
    #[arg(long, value_name = "8,8,0")]
    ballots: Option<String>,
    /// The kind of decision [default: the election that the rules allow this kind of meeting]
    #[arg(long)]
    kind: Option<String>,
    /// First day of the posts [default: the day of the meeting]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Elect) -> Result<()> {
    let query = meeting_query(env, &args.meeting).and(Query::roll().tasks(days_of(env, &args.meeting)));
    env.change(&query, |branch, store| {
        let meeting = meeting(env, branch, &args.meeting)?;
        sound(env, store, elect(env, args, branch, meeting)?)
    })
}

fn elect(env: &Env, args: &Elect, branch: &Branch, meeting: &Filed<Meeting>) -> Result<Decision> {
    if meeting.struck.is_some() {
        return Err(Failure::refused(words::meeting_struck(branch.title(meeting))).into());
    }
    let kind = kind(args, branch, meeting)?;
    let stand = args.candidates.iter().map(|word| stands(env, args, branch, meeting, kind, word));
    let ballots = stand.collect::<Result<Vec<_>>>()?;
    let mut seen = BTreeSet::new();
    if let Some(twice) = ballots.iter().filter_map(Ballot::candidate).find(|candidate| !seen.insert(*candidate)) {
        return Err(Failure::usage(words::named_twice(branch.name(twice))).into());
    }
    let edits: Vec<_> = ballots.iter().map(|ballot| Edit::Append("decision", ballot.pairs())).collect();
    let text = store::apply(&meeting.source.text, &edits).map_err(|error| Failure::refused(error.fact()))?;
    let known = check::contradictions(branch, meeting);
    let after = ballot::meeting(&meeting.source.path, &text)
        .ok_or_else(|| Failure::refused(words::bad_votes(words::shown(&args.candidates.join(" ")))))?;
    let outcomes = ballot::outcomes(branch, &after, &known)?.split_off(meeting.decisions.len());
    let told = ballots.iter().zip(outcomes).map(|(ballot, outcome)| match outcome {
        Some(outcome) => words::decision_and_outcome(words::shown(ballot.text()), outcome),
        None => words::no_majority_said(words::shown(ballot.text())),
    });
    let told = Text::clauses(told);
    let from = decided::day(env, args.from.as_deref(), Some(meeting))?;
    let new = &after.decisions[meeting.decisions.len()..];
    let chosen: Vec<_> = elected(branch, &after)
        .into_iter()
        .filter(|(_, decision)| new.iter().any(|one| std::ptr::eq(one, *decision)))
        .map(|(member, decision)| (member, decision.post.as_ref().map(|post| &post.value)))
        .collect();
    let subject = words::elected_at(branch.title(meeting), Text::list(chosen.iter().map(|(id, _)| branch.name(id))));
    let subject = if chosen.is_empty() { words::nobody_elected(branch.title(meeting)) } else { subject };
    let mut said = words::with_details(&subject, told);
    let mut change = Change::new(subject, meeting.source.path.clone(), What::Edit(edits));
    change.files.extend(posts(branch, meeting, &chosen, from)?);
    if let Some(then) = kind.then.as_ref().filter(|_| !chosen.is_empty()) {
        let owner = branch.holder(&then.posts, None, meeting.date.value, &|_| true).cloned();
        let until = branch.rules.after(meeting.date.value, then.within.value).day;
        let (id, line) = begun(env, branch, meeting, then.what.clone(), owner, Some(until));
        let task = words::with_details(words::with_id(Text::same(&then.what), &id), words::task_until(until));
        said = words::with_details(&said, task);
        change.files.push(line);
    }
    Ok(Decision { change, said })
}

/// The kind of decision: the one that is named, or the only one by which this kind of meeting elects.
fn kind<'a>(args: &Elect, branch: &'a Branch, meeting: &Filed<Meeting>) -> Result<&'a DecisionKind> {
    if let Some(typed) = &args.kind {
        return Ok(branch.find_decision(typed)?);
    }
    let may = |kind: &&DecisionKind| {
        let here = kind.kinds.is_empty() || kind.kinds.iter().any(|may| may.value == meeting.kind.value);
        here && kind.elects.unwrap_or(false)
    };
    let mut electing = branch.rules.decisions().filter(may);
    match (electing.next(), electing.next()) {
        (Some(kind), None) => Ok(kind),
        _ => {
            let fact = words::elects_nobody(branch.kind_name(&meeting.kind));
            Err(Failure::usage(fact).cure(words::cure_elects_nobody()).into())
        }
    }
}

/// The ballot on a candidate as a word says it.
fn stands(
    env: &Env,
    args: &Elect,
    branch: &Branch,
    meeting: &Filed<Meeting>,
    kind: &DecisionKind,
    word: &str,
) -> Result<Ballot> {
    let wrong = || Failure::usage(words::bad_candidate(words::shown(word)));
    let (who, votes) = word.rsplit_once(COLONS).ok_or_else(wrong)?;
    let (who, post) = match who.split_once(COLONS) {
        Some((who, post)) => (who, Some(branch.find_post(post.trim())?)),
        None => (who, None),
    };
    if post.is_none_or(|post| post.many.unwrap_or(false)) && args.places.is_none() {
        return Err(Failure::usage(words::places_not_said()).into());
    }
    let candidate = person(branch, who.trim(), meeting.date.value)?;
    let name = branch.name(&candidate);
    let stood = |decision: &record::Decision| {
        let same = decision.kind.as_ref().is_some_and(|at| at.value == kind.id.value);
        same && decision.candidate.as_ref().is_some_and(|at| at.value == candidate)
    };
    if meeting.decisions.iter().any(stood) {
        let cure = words::cure_stood_already(meeting.source.path.stem());
        return Err(Failure::refused(words::stood_already(branch.title(meeting), name)).cure(cure).into());
    }
    let text = match post {
        Some(post) => words::stands_for(kind.name(), name, post.name()),
        None => words::stands(kind.name(), name),
    };
    let text = text.get(env.file_lang(branch)).to_owned();
    let post = post.map(|post| post.id.value.clone());
    let stands = Stands { candidate, post, places: args.places };
    Ballot::on(text, kind.id.value.clone(), stands, votes, args.ballots.as_deref())
}

/// What becomes of the posts: who is elected takes up the post from a day on, and who had it until then has it no more.
fn posts(
    branch: &Branch,
    meeting: &Filed<Meeting>,
    chosen: &[(&MemberId, Option<&PostId>)],
    from: Day,
) -> Result<Vec<FileChange>> {
    let mut edits: BTreeMap<&MemberId, Vec<Edit>> = BTreeMap::new();
    for (id, post) in chosen {
        let Some(rule) = post.and_then(|post| branch.rules.post(post)) else { continue };
        for (holder, at, held) in holding(branch, Some(id), rule, from) {
            if held.from() >= from {
                let fact = words::post_held(branch.name(holder), rule.name(), held.from());
                return Err(Failure::refused(fact).into());
            }
            edits.entry(holder).or_default().extend(ends_on(at, from.minus(1), Some(meeting)));
        }
        edits.entry(id).or_default().push(begins(rule, from, Some(meeting)));
    }
    let file = |(id, edits)| FileChange { path: member_path(id), what: What::Edit(edits) };
    Ok(edits.into_iter().map(file).collect())
}
