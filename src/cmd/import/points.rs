//! `zhibu import points`: awards and deductions by hand.

use super::changed::Changed;
use super::lines::{self, Ledgers, Recorded, Said, rest, said_fields};
use super::plan::Plan;
use super::rows::{Line, Problem, Rows, of_row, problem};
use crate::branch::ledger_path;
use crate::cmd::change::ledger::Ids;
use crate::cmd::closing::posting;
use crate::cmd::ledgers::entry::{Sign, worth};
use crate::record::{At, Entry, Month, Score, Span};
use crate::sheet::Known;
use crate::store::Store;
use crate::words::{self, Text};

/// The fields a row may have.
pub(super) const FIELDS: &[&str] =
    &["date", "member", "number", "name", "item", "points", "links", "note", "by", "struck", "record"];

/// Those that may be corrected.
const REST: &[&str] = &["points", "links", "note", "by"];

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, store: &Store, changed: Changed) -> Plan {
    let branch = rows.branch;
    let mut plan = Plan::among(0, changed == Changed::Take);
    let fields = said_fields(rows, REST);
    let mut said = Vec::new();
    for line in rows.lines() {
        match read(rows, store, line, &fields) {
            Ok(Ok(one)) => said.push(one),
            Ok(Err(nothing)) => plan.nothing(line.number(), nothing),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    let all = branch.ledgers.iter().flat_map(|file| file.entries.iter().enumerate().map(move |one| (file, one)));
    let recorded: Vec<_> = all
        .map(|(file, (at, entry))| Recorded { known: known(rows, entry, &fields), path: &file.source.path, at })
        .collect();
    let ledgers = Ledgers { of: "points", fields, files: &branch.ledgers };
    let mut ids = Ids::of(rows.env, &branch.ledgers);
    lines::plan(rows, &ledgers, said, &recorded, &mut ids, changed, &mut plan);
    plan
}

/// What a line of a ledger is known by.
fn known(rows: &Rows<'_>, entry: &Entry, fields: &[&'static str]) -> Known {
    let item = rows.branch.rules.item_on(&entry.item, entry.date.value);
    let points = item.and_then(|item| item.worth_of(entry)).or(entry.points.as_ref().map(|points| points.value));
    let links: Vec<_> = entry.links.iter().map(|link| link.to_string()).collect();
    let all = [
        ("points", Some(points.unwrap_or_default().signed())),
        ("links", (!links.is_empty()).then(|| links.join("; "))),
        ("note", entry.note.clone()),
        ("by", entry.by.as_ref().map(|by| by.to_string())),
    ];
    let key = vec![entry.date.value.to_string(), entry.member.to_string(), entry.item.to_string()];
    Known { key, rest: rest(fields, &all), struck: entry.struck.is_some() }
}

/// What a row says; or why it says nothing.
fn read(
    rows: &Rows<'_>,
    store: &Store,
    line: Line<'_>,
    fields: &[&'static str],
) -> Result<Result<Said<Entry>, Text>, Problem> {
    let branch = rows.branch;
    // The lines of an account name the file they come from: of those in other files the points follow.
    if line.text("record")?.is_some_and(|file| file.contains('/') && !file.starts_with("points/")) {
        return Ok(Err(words::nothing_but_reckoned()));
    }
    let day = line.needed(line.past_day("date")?, rows.field("points", "date"))?;
    let member = line.member(day)?;
    let item = line.needed(line.text("item")?, rows.field("points", "item"))?;
    let item = branch.find_item(&item, day).map_err(problem)?;
    let said = line.number_text("points", &["分"])?;
    // The item of a whole table is no award.
    if said.is_none() && item.range.is_some() && rows.mapping.place("item").is_none() {
        return Ok(Err(words::nothing_in(rows.field("points", "points"))));
    }
    // A deduction may be written with its sign or without: the item tells which it is.
    let only_off = match (&item.points, &item.range) {
        (Some(points), _) => points.value.is_negative(),
        (None, Some(range)) => range.value.last().is_some_and(|most| most.is_negative() || *most == Score::ZERO),
        (None, None) => false,
    };
    let unsigned = said.as_deref().map(|text| text.trim_start_matches(['+', '-', '−']));
    let off = only_off || said.as_deref().is_some_and(|text| text.starts_with(['-', '−']));
    let off = off && !(only_off && said.as_deref().is_some_and(|text| text.starts_with('+')));
    let sign = if off { Sign::Deduction } else { Sign::Award };
    let points = worth(item, unsigned, sign, branch.rules.unit_on(day)).map_err(of_row)?;
    let link = |name: &String| Ok(branch.find_link(name).map_err(problem)?.id.value.clone());
    let links = line.list("links")?.iter().map(link).collect::<Result<Vec<_>, Problem>>()?;
    let (note, by) = (line.text("note")?, line.person_of("by", day)?);
    let all = [
        ("points", said.is_some().then(|| points.signed())),
        ("links", (!links.is_empty()).then(|| links.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))),
        ("note", note.clone()),
        ("by", by.as_ref().map(ToString::to_string)),
    ];
    let key = vec![day.to_string(), member.to_string(), item.id.to_string()];
    let title = words::entry_title(day, branch.name(&member), item.name(), points.signed());
    let (item_id, points) = (item.id.value.clone(), item.range.is_some().then(|| At::new(points)));
    Ok(Ok(Said {
        row: line.number(),
        known: Known { key, rest: rest(fields, &all), struck: line.text("struck")?.is_some() },
        title,
        path: ledger_path(Month::of(day)),
        day,
        line: Box::new(move |id| Entry {
            id,
            date: At::new(day),
            member: At::new(member),
            item: At::new(item_id),
            points,
            links: links.into_iter().map(At::new).collect(),
            campaign: None,
            marks: Default::default(),
            note,
            by: by.map(|by| Box::new(At::new(by))),
            declared: None,
            confirmed: None,
            confirmed_by: None,
            answers: None,
            struck: None,
            span: Span::default(),
        }),
        doubt: posting::open(rows.env, store, branch, day).map_err(of_row).err(),
    }))
}
