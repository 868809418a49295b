//! When things happened, and when they were written down: each month in numbers, and each record.

use super::history::{Chapter, Story, sentence, title};
use super::page::Page;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::audit::{After, AuditTally, Audited, Filed, LateChange, Written, audit_tallies};
use crate::reckon::history::What;
use crate::record::{Day, Month, Period};
use crate::words::{self, Text};

/// Each month in numbers, with the rule that is gone by.
pub fn audit_page(branch: &Branch, period: Period, audited: &[Audited], brief: bool) -> Page {
    let mut page = Page::new(words::audit_of(words::shown(&branch.settings.name), period));
    let rules = branch.rules.filings().filter(|rule| rule.from.value <= period.last).map(|rule| {
        let (within, from) = (rule.within.value.name(), rule.from.value);
        match &rule.source {
            Some(source) => words::filing_rule_of(within, from, words::shown(source)),
            None => words::filing_rule(within, from),
        }
    });
    page.field("filing", Cell::list(rules));
    page.tables.push(audit_months(audited, brief));
    page
}

/// Each month in numbers; for people without what there is none of.
pub fn audit_months(audited: &[Audited], brief: bool) -> Table {
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
        let count = |number: usize| if brief && number == 0 { Cell::Empty } else { number.into() };
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
            one.changes.iter().filter(|change| matches!(change.after, After::Closed(..)) == closed).count().into()
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

/// What there is to tell of records, by month; of all of them or of those only of which there is anything.
pub fn audit_story(branch: &Branch, audited: &[Audited], all: bool) -> Story {
    let mut chapters: Vec<Chapter> = Vec::new();
    for one in audited {
        let mut lines = told(branch, one);
        if lines.is_empty() && all {
            lines.extend(one.written.day().map(words::written_in_time));
        }
        if lines.is_empty() {
            continue;
        }
        let head = Text::same(Month::of(one.day).to_string());
        if chapters.last().is_none_or(|chapter| chapter.head != head) {
            chapters.push(Chapter { head, parts: vec![] });
        }
        if let Some(chapter) = chapters.last_mut() {
            let of = title(branch, &one.piece);
            // Not every title begins with the day.
            let day = one.day.to_string();
            let dated = if of.get(words::Lang::En).starts_with(&day) { of } else { words::dated(one.day, of) };
            chapter.parts.push((dated, lines));
        }
    }
    Story { chapters }
}

/// What there is to tell of a record.
fn told(branch: &Branch, one: &Audited) -> Vec<Text> {
    let mut lines = Vec::new();
    match (one.written, one.filed, one.limit) {
        (Written::NotYet, ..) => lines.push(words::written_not_yet()),
        (Written::On(day), Filed::Late(days), Some(limit)) => {
            let last = match limit.unknown {
                Some(year) => words::provisional(limit.day, year),
                None => Text::same(limit.day.to_string()),
            };
            lines.push(words::written_after_limit(day, last, days));
        }
        (Written::By(day), Filed::Open | Filed::NoRule, _) => lines.push(words::written_by_then(day)),
        (Written::Unknown, ..) => lines.push(words::written_nobody_knows()),
        _ => {}
    }
    if let (Some(recorder), Some((_, author))) = (&one.recorder, &one.first) {
        lines.push(words::written_for(branch.name(recorder), words::shown(author)));
    }
    let commits = one.changes.chunk_by(|one, other| one.commit == other.commit);
    lines.extend(commits.filter_map(|changes| changed(branch, changes)));
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

/// What one commit changed after the points were posted or closed; none where another line says it.
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
    })
}

fn shown_day(day: Option<Day>) -> Text {
    day.map_or_else(words::some_day, |day| Text::same(day.to_string()))
}
