//! What is owed as a calendar that phones read: iCalendar, RFC 5545.

use std::collections::HashMap;

use icalendar::{Alarm, Calendar, Component, Event, EventLike, Trigger};
use sha2::{Digest, Sha256};

use super::shown;
use crate::record::Day;
use crate::report::{Cell, Table};
use crate::words::{self, Lang};

/// Whose calendar it is.
pub struct Body<'a> {
    /// What tells it from every other.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
}

/// What is owed, a whole day each, on the last day it is in time, with an alarm on the day before; made on a day.
///
/// The same records give the same bytes, and what is still owed keeps its id, so that a calendar read again has it once:
/// the id is made of what the body and what is owed are, not of what is said of them. A calendar of a later day has the
/// higher sequence, so that it is the one that holds.
pub fn calendar(body: &Body<'_>, due: &Table, ids: &[String], lang: Lang, today: Day) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//zhibu//zhibu//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN")).name(body.name);
    let sequence = today.since(Day::FIRST).to_string();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (row, id) in due.rows.iter().zip(ids) {
        let cell = |id: &str| due.columns.iter().position(|column| column.id == id).map(|at| &row[at]);
        let text = |id: &str| cell(id).map(|cell| shown(cell, lang)).unwrap_or_default();
        let Some(Cell::Day(until)) = cell("until") else { continue };
        // A day that has gone by rings no more: what is overdue stands on the day the calendar was made.
        let on = (*until).max(today);
        let (Some(first), Some(after)) = (date(on), date(on.plus(1))) else { continue };
        // One who owes it alone is part of what it is; of several, some may have done it by the next time.
        let alone = match cell("who") {
            Some(Cell::People(who)) if who.len() == 1 => text("who"),
            _ => String::new(),
        };
        let what = if alone.is_empty() { text("what") } else { format!("{} · {alone}", text("what")) };
        let summary =
            if *until < today { words::overdue_since(&what, until).get(lang).to_owned() } else { what.clone() };
        let details = ["firm", "who", "source", "rule", "command"].map(text);
        let details: Vec<_> = details.into_iter().filter(|detail| !detail.is_empty()).collect();
        // Of two that are the same, each is one.
        let time = seen.entry(id).and_modify(|times| *times += 1).or_insert(1);
        let digest = Sha256::digest(format!("{}\n{id}\n{time}", body.id));
        let id: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        let stamp = format!("{:04}{:02}{:02}T000000Z", today.year(), today.month(), today.day());
        let mut alarm =
            Alarm::display(words::calendar_alarm().get(lang), Trigger::before_start(chrono::Duration::days(1)));
        alarm.add_property("UID", format!("{id}-alarm@zhibu")).add_property("DTSTAMP", &stamp);
        let mut event = Event::new();
        event
            .uid(&format!("{id}@zhibu"))
            .add_property("DTSTAMP", stamp)
            .add_property("SEQUENCE", &sequence)
            .summary(&summary)
            .description(&details.join("\n"))
            .starts(first)
            .ends(after)
            .alarm(alarm);
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

fn date(day: Day) -> Option<chrono::NaiveDate> {
    chrono::NaiveDate::from_ymd_opt(day.year(), day.month(), day.day())
}
