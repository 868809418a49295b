//! What `zhibu meeting edit` takes away from a meeting: topics, lines of work, guests, decisions.

use crate::branch::{Branch, Edit, Filed};
use crate::cmd::typed::links;
use crate::error::{Failure, Result};
use crate::record::{LinkId, Meeting};
use crate::words::{self, Text};

/// What a call takes away.
pub(super) struct Dropped<'a> {
    /// Topics.
    pub(super) topics: &'a [String],
    /// Lines of work.
    pub(super) links: &'a [String],
    /// Guests.
    pub(super) guests: &'a [String],
    /// Decisions.
    pub(super) decisions: &'a [String],
}

/// The edits that take away what a call names.
///
/// # Errors
/// What is not there, and a decision that somebody still carries out.
pub(super) fn edits(branch: &Branch, meeting: &Filed<Meeting>, dropped: &Dropped<'_>) -> Result<Vec<Edit>> {
    let texts = |noun: fn() -> Text, typed: &[String], all: &[&str]| -> Result<Vec<usize>> {
        typed.iter().map(|typed| Ok(Branch::find_text(noun(), typed, all.iter().copied())?)).collect()
    };
    let topics: Vec<_> = meeting.topics.iter().map(String::as_str).collect();
    let topics = texts(words::noun_topic, dropped.topics, &topics)?;
    let guests: Vec<_> = meeting.guests.iter().map(String::as_str).collect();
    let guests = texts(words::noun_guest, dropped.guests, &guests)?;
    let decided: Vec<_> = meeting.decisions.iter().map(|decision| decision.text.as_str()).collect();
    let decisions = texts(words::noun_taken_decision, dropped.decisions, &decided)?;
    for at in &decisions {
        is_not_carried_out(branch, meeting, decided[*at])?;
    }
    let place = |link: LinkId| {
        let at = meeting.links.iter().position(|own| own.value == link);
        at.ok_or_else(|| Failure::refused(words::not_linked(branch.link_name(&link), branch.title(meeting))))
    };
    let links = links(branch, dropped.links)?.into_iter().map(place).collect::<std::result::Result<Vec<_>, _>>()?;
    let all = [("topics", topics), ("links", links), ("guests", guests), ("decision", decisions)];
    Ok(all.into_iter().flat_map(|(key, places)| taken_out(key, places)).collect())
}

/// The edits that take items out of a list, the last first, so that the places of the others stay.
fn taken_out(key: &'static str, mut places: Vec<usize>) -> impl Iterator<Item = Edit> {
    places.sort_unstable();
    places.dedup();
    places.into_iter().rev().map(move |at| Edit::Remove(vec![], key, at))
}

/// Refuses a decision that is a task.
fn is_not_carried_out(branch: &Branch, meeting: &Filed<Meeting>, text: &str) -> Result<()> {
    let stem = meeting.source.path.stem();
    let mut tasks = branch.tasks().filter(|(_, task)| task.meeting.as_str() == stem);
    match tasks.find(|(_, task)| task.what.value == text) {
        Some((_, task)) => Err(Failure::refused(words::decision_is_task(words::shown(text), task.id.as_str()))
            .cure(words::cure_decision_is_task(task.id.as_str()))
            .into()),
        None => Ok(()),
    }
}
