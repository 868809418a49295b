//! When things happened, and when they were written down: each month in numbers, and each record.

use std::collections::BTreeMap;

use super::history::{Chapter, Story, sentence, title};
use super::page::Page;
use super::table::{Cell, ColumnKind, Extent, Table};
use crate::branch::Branch;
use crate::reckon::audit::{After, AuditTally, Audited, Filed, LateChange, Written, audit_tallies};
use crate::reckon::history::What;
use crate::record::{Amendment, Day, Month, Period};
use crate::words::{self, Text};

/// Each month in numbers, with the rule that is gone by.
pub fn audit_page(branch: &Branch, period: Period, audited: &[Audited], extent: Extent) -> Page {
    let mut page = Page::new(words::audit_of(words::shown(&branch.settings.name), period));
    let rules = branch.rules.filings().filter(|rule| rule.from.value <= period.last).map(|rule| {
        let (within, from) = (rule.within.value.name(), rule.from.value);
        match &rule.source {
            Some(source) => words::filing_rule_of(within, from, words::shown(source)),
            None => words::filing_rule(within, from),
        }
    });
    page.field("filing", Cell::list(rules));
    page.tables.push(audit_months(audited, extent));
    page
}

/// Each month in numbers; for people without what there is none of.
pub fn audit_months(audited: &[Audited], extent: Extent) -> Table {
    use ColumnKind::{Integer, Text as Words};
    let columns = [
        ("month", Words),
        ("records", Integer),
        ("written_in_time", Integer),
        ("written_later", Integer),
        ("latest_days", Integer),
        ("written_unknown", Integer),
        ("not_committed", Integer),
        ("after_posting", Integer),
        ("after_closing", Integer),
        ("struck", Integer),
        ("gone", Integer),
        ("for_others", Integer),
    ];
    let row = |(month, tally): (Month, AuditTally)| {
        let AuditTally { records, in_time, late, latest, open, not_yet, .. } = tally;
        let more =
            [open, not_yet, tally.after_posting, tally.after_closing, tally.struck, tally.gone, tally.for_others];
        let count = |number: usize| if extent == Extent::Brief && number == 0 { Cell::Empty } else { number.into() };
        let latest = if latest > 0 { Cell::Int(latest) } else { Cell::Empty };
        let month = [Text::same(month.to_string()).into(), records.into(), in_time.into(), count(late), latest];
        month.into_iter().chain(more.into_iter().map(count)).collect()
    };
    Table::new("audit_months", &columns, audit_tallies(audited).into_iter().map(row).collect())
        .note(words::about_audit())
}

/// Every record, a line each.
pub fn audit_records(branch: &Branch, audited: &[Audited]) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Text as Words};
    let columns = [
        ("date", Date),
        ("record_kind", Words),
        ("title", Words),
        ("written_on", Date),
        ("written_known", Words),
        ("limit_day", Date),
        ("filed", Words),
        ("over_days", Integer),
        ("author", Words),
        ("recorder_of", Words),
        ("after_posting", Integer),
        ("after_closing", Integer),
        ("struck", Words),
        ("struck_on", Date),
        ("gone", Words),
        ("gone_on", Date),
        ("record", Id),
        ("line", Integer),
        ("entry", Id),
        ("commit", Id),
    ];
    let rows = audited.iter().map(|one| {
        let piece = &*one.piece;
        let after = |closed: bool| {
            one.changes.iter().filter(|change| matches!(change.after, After::Posted(..)) != closed).count().into()
        };
        let gone = one.gone.as_ref().map(|gone| if gone.is_some() { "removed" } else { "unknown" });
        vec![
            one.day.into(),
            Cell::code(piece.sort.id(), words::sort_name(piece.sort.id())),
            title(branch, piece).into(),
            one.written.day().into(),
            Cell::code(one.written.id(), words::written_name(one.written.id())),
            one.limit.map(|limit| limit.day).into(),
            Cell::code(one.filed.id(), words::filed_name(one.filed.id())),
            if let Filed::Late(days) = one.filed { Cell::Int(days) } else { Cell::Empty },
            one.first.as_ref().map(|(_, author)| Text::same(author.as_str())).into(),
            one.recorder.as_ref().map(|by| Cell::code(by, branch.name(by))).into(),
            after(false),
            after(true),
            piece.struck().map(Text::same).into(),
            one.struck.as_ref().and_then(|(day, _)| *day).into(),
            gone.map(Text::same).into(),
            one.gone.as_ref().and_then(|gone| gone.as_ref()?.0).into(),
            Text::same(piece.path.as_str()).into(),
            one.line.into(),
            piece.span.as_ref().map(|_| Text::same(piece.id.as_str())).into(),
            one.first.as_ref().map(|(commit, _)| Text::same(commit.as_str())).into(),
        ]
    });
    Table::new("audit", &columns, rows.collect())
}

/// What there is to tell of the records of a period, by month; of all of them or of those only of which there is
/// anything, and of how sealed months were amended. Those of which no more is known than by when they were written are
/// told as so many, where not all are.
pub fn audit_story(branch: &Branch, period: Period, audited: &[Audited], all: bool) -> Story {
    let mut months: BTreeMap<Month, Vec<(Text, Vec<Text>)>> = BTreeMap::new();
    let mut unknown: BTreeMap<(Month, Option<Day>), (usize, Text)> = BTreeMap::new();
    for (month, seal) in
        branch.seals.iter().filter(|(month, seal)| month.period().meets(period) && !seal.amended.is_empty())
    {
        let amended =
            |one: &Amendment| words::amended_on(one.date.value, words::shown(&one.what), words::shown(&one.why));
        let lines = seal.amended.iter().map(amended).collect();
        months.entry(*month).or_default().push((words::seal_title(month), lines));
    }
    for one in audited {
        let month = Month::of(one.day);
        let mut lines = told(branch, one);
        if all && lines.is_empty() {
            lines.extend(one.written.day().map(words::written_in_time));
        }
        if !all && let Some(line) = written_somehow(one).filter(|_| lines.len() == 1) {
            let (number, _) = unknown.entry((month, one.written.day())).or_insert((0, line));
            *number += 1;
            continue;
        }
        if !lines.is_empty() {
            let of = title(branch, &one.piece);
            // Not every title begins with the day.
            let day = one.day.to_string();
            let dated = if of.get(words::Lang::En).starts_with(&day) { of } else { words::dated(one.day, of) };
            months.entry(month).or_default().push((dated, lines));
        }
    }
    for ((month, _), (number, line)) in unknown {
        let parts = months.entry(month).or_default();
        let of = if parts.is_empty() { words::so_many_records(number) } else { words::so_many_others(number) };
        parts.push((of, vec![line]));
    }
    let chapter = |(month, parts): (Month, _)| Chapter { head: Text::same(month.to_string()), parts };
    Story { chapters: months.into_iter().map(chapter).collect() }
}

/// That nobody knows when a record was written, where that is so.
fn written_somehow(one: &Audited) -> Option<Text> {
    match (one.written, one.filed) {
        (Written::By(day), Filed::Open | Filed::NoRule) => Some(words::written_by_then(day)),
        (Written::Unknown, _) => Some(words::written_nobody_knows()),
        _ => None,
    }
}

/// What there is to tell of a record.
fn told(branch: &Branch, one: &Audited) -> Vec<Text> {
    let mut lines = Vec::new();
    match (one.written, one.filed, one.limit) {
        (Written::NotYet, ..) => lines.push(words::written_not_yet()),
        (Written::On(day) | Written::PlacedLater(day, _), Filed::Late(days), Some(limit)) => {
            let last = match limit.unknown {
                Some(year) => words::provisional(limit.day, year),
                None => Text::same(limit.day.to_string()),
            };
            lines.push(words::written_after_limit(day, last, days));
        }
        (Written::Before(day), ..) => lines.push(words::written_before(day)),
        (Written::PlacedLater(day, placed), Filed::Open, _) => lines.push(words::written_placed_later(day, placed)),
        (Written::OutOfOrder(day), ..) => lines.push(words::written_out_of_order(day)),
        _ => lines.extend(written_somehow(one)),
    }
    if let (Some(recorder), Some((_, author))) = (&one.recorder, &one.first) {
        lines.push(words::written_for(branch.name(recorder), words::shown(author)));
    }
    let commits = one.changes.chunk_by(|one, other| one.commit == other.commit);
    lines.extend(commits.filter_map(|changes| changed(branch, changes)));
    lines.extend(one.settled.iter().filter_map(|decided| {
        let what = sentence(branch, &decided.difference, false, None)?;
        Some(words::conflict_settled(shown_day(decided.day), words::shown(&decided.author), what))
    }));
    let is_told = one.changes.iter().any(|change| matches!(change.difference.what, What::Struck(_) | What::Removed));
    if let (Some((day, author)), Some(why), false) = (&one.struck, one.piece.struck(), is_told) {
        lines.push(match author.is_empty() {
            true => words::was_struck(words::shown(why)),
            false => words::struck_on(shown_day(*day), words::shown(author), words::shown(why)),
        });
    }
    match &one.gone {
        Some(Some((day, author))) if !is_told => lines.push(words::gone_on(shown_day(*day), words::shown(author))),
        Some(None) => lines.push(words::gone_somehow()),
        _ => {}
    }
    lines
}

/// What one commit changed after the points were posted or closed, or the month sealed; none where another line says it.
fn changed(branch: &Branch, changes: &[LateChange]) -> Option<Text> {
    let change = changes.first()?;
    let whats: Vec<_> = changes.iter().filter_map(|change| sentence(branch, &change.difference, false, None)).collect();
    if whats.is_empty() {
        return None;
    }
    let (what, day, author) = (words::clauses(whats), shown_day(change.day), words::shown(&change.author));
    Some(match change.after {
        After::Posted(period, posted) => words::changed_after_posting(day, author, period, posted, what),
        After::Closed(period, closed) => words::changed_after_closing(day, author, period, closed, what),
        After::Sealed(month, sealed) => words::changed_after_sealing(day, author, month, sealed, what),
    })
}

fn shown_day(day: Option<Day>) -> Text {
    day.map_or_else(words::some_day, |day| Text::same(day.to_string()))
}
