//! `zhibu import study`: hours of study.

use super::changed::Changed;
use super::lines::{self, Ledgers, Recorded, Said, rest, said_fields};
use super::plan::Plan;
use super::rows::{Line, Problem, Rows, problem};
use crate::branch::study_path;
use crate::cmd::change::ledger::Ids;
use crate::record::{At, HOUR_UNITS, Hours, Month, Span, Study};
use crate::sheet::Known;
use crate::words;

/// The fields a row may have.
pub(super) const FIELDS: &[&str] =
    &["date", "member", "number", "name", "hours", "kind", "title", "note", "by", "struck"];

/// Those that may be corrected.
const REST: &[&str] = &["hours", "title", "note", "by"];

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, changed: Changed) -> Plan {
    let branch = rows.branch;
    let mut plan = Plan::among(0, changed == Changed::Take);
    let fields = said_fields(rows, REST);
    let mut said = Vec::new();
    for line in rows.lines() {
        match read(rows, line, &fields) {
            Ok(Some(one)) => said.push(one),
            Ok(None) => plan.nothing(line.number(), words::nothing_in(rows.field("study", "hours"))),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    let all = branch.study.iter().flat_map(|file| file.entries.iter().enumerate().map(move |one| (file, one)));
    let recorded: Vec<_> =
        all.map(|(file, (at, study))| Recorded { known: known(study, &fields), path: &file.source.path, at }).collect();
    let ledgers = Ledgers { of: "study", fields, files: &branch.study };
    let mut ids = Ids::of(rows.env, &branch.study);
    lines::plan(rows, &ledgers, said, &recorded, &mut ids, changed, &mut plan);
    plan
}

/// What a line of a ledger is known by.
fn known(study: &Study, fields: &[&'static str]) -> Known {
    let all = [
        ("hours", Some(study.hours.to_string())),
        ("title", study.title.clone()),
        ("note", study.note.clone()),
        ("by", study.by.as_ref().map(|by| by.to_string())),
    ];
    let key = vec![study.date.value.to_string(), study.member.to_string(), study.kind.to_string()];
    Known { key, rest: rest(fields, &all), struck: study.struck.is_some() }
}

/// What a row says; none where it says no hours.
fn read(rows: &Rows<'_>, line: Line<'_>, fields: &[&'static str]) -> Result<Option<Said<Study>>, Problem> {
    let branch = rows.branch;
    let day = line.needed(line.past_day("date")?, rows.field("study", "date"))?;
    let member = line.member(day)?;
    let Some(hours) = line.number_text("hours", HOUR_UNITS)? else { return Ok(None) };
    let hours = Hours::parse(&hours).ok_or_else(|| Problem::of(words::bad_hours(words::shown(&hours))))?;
    let kind = match line.text("kind")? {
        Some(text) => branch.find_study(&text).map_err(problem)?,
        None => {
            branch.rules.default_study().ok_or_else(|| Problem::of(words::cell_empty(rows.field("study", "kind"))))?
        }
    };
    let (title, note, by) = (line.text("title")?, line.text("note")?, line.person_of("by", day)?);
    let all = [
        ("hours", Some(hours.to_string())),
        ("title", title.clone()),
        ("note", note.clone()),
        ("by", by.as_ref().map(ToString::to_string)),
    ];
    let key = vec![day.to_string(), member.to_string(), kind.id.to_string()];
    let shown = words::study_title(day, branch.name(&member), kind.name(), hours);
    let kind_id = kind.id.value.clone();
    Ok(Some(Said {
        row: line.number(),
        known: Known { key, rest: rest(fields, &all), struck: line.text("struck")?.is_some() },
        title: shown,
        path: study_path(Month::of(day)),
        day,
        line: Box::new(move |id| Study {
            id,
            date: At::new(day),
            member: At::new(member),
            hours,
            kind: At::new(kind_id),
            title,
            campaign: None,
            reflection: None,
            note,
            by: by.map(At::new),
            struck: None,
            span: Span::default(),
        }),
        doubt: None,
    }))
}
