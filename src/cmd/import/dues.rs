//! `zhibu import dues`: payments; or approved amounts, where the table says from which month on they hold.

use super::across::is_present;
use super::changed::Changed;
use super::lines::{self, Ledgers, Recorded, Said, rest, said_fields};
use super::plan::Plan;
use super::rows::{Line, Problem, Rows, refused};
use crate::branch::dues_path;
use crate::cmd::change::ledger::{self, Ids};
use crate::cmd::ledgers::dues::{amount_keys, payment_keys};
use crate::reckon::DuesBook;
use crate::record::{At, Day, MemberId, Month, RelPath, Value, Yuan};
use crate::sheet::Known;
use crate::words;

/// The fields a row may have.
pub(super) const FIELDS: &[&str] = &["month", "from", "member", "name", "amount", "paid", "note", "by"];

/// Those that may be corrected.
const REST: &[&str] = &["amount", "paid", "note", "by"];

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, changed: Changed) -> Plan {
    let branch = rows.branch;
    let approved = rows.mapping.has("from");
    let mut plan = Plan::among(0, changed == Changed::Take);
    let fields = said_fields(rows, REST);
    let book = DuesBook::of(branch);
    let mut said = Vec::new();
    for line in rows.lines() {
        match read(rows, &book, line, &fields, approved) {
            Ok(one) => said.push(one),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    let mut recorded = Vec::new();
    for file in &branch.dues {
        let path = &file.source.path;
        let text = |by: &Option<At<MemberId>>| by.as_ref().map(|by| by.to_string());
        if approved {
            recorded.extend(file.amounts.iter().enumerate().map(|(at, one)| {
                let all =
                    [("amount", Some(one.amount.value.to_string())), ("note", one.note.clone()), ("by", text(&one.by))];
                let key = vec![one.from.value.to_string(), one.member.to_string()];
                let known = Known { key, rest: rest(&fields, &all), struck: one.struck.is_some() };
                Recorded { known, path, at }
            }));
        } else {
            recorded.extend(file.payments.iter().enumerate().map(|(at, one)| {
                let all = [
                    ("amount", Some(one.amount.value.to_string())),
                    ("paid", Some(one.paid.value.to_string())),
                    ("note", one.note.clone()),
                    ("by", text(&one.by)),
                ];
                let key = vec![one.month.value.to_string(), one.member.to_string()];
                let known = Known { key, rest: rest(&fields, &all), struck: one.struck.is_some() };
                Recorded { known, path, at }
            }));
        }
    }
    let amounts = branch.amounts().map(|(_, one)| &one.id.value);
    let ids = Ids::of(rows.env, amounts.chain(branch.payments().map(|(_, one)| &one.id.value)));
    let list = if approved { "amounts" } else { "payments" };
    let write = |path: &RelPath, lines| {
        let old = branch.dues.iter().find(|file| file.source.path == *path);
        ledger::write(path.clone(), old, list, if approved { amount_keys } else { payment_keys }, lines)
    };
    let ledgers = Ledgers { of: "dues", list, fields, write: &write };
    lines::plan(rows, &ledgers, said, &recorded, ids, changed, &mut plan);
    plan
}

/// The day a row says it was paid; `month-end` is the last day of the month it is of.
fn paid(rows: &Rows<'_>, line: Line<'_>, month: Month) -> Result<Option<Day>, Problem> {
    match line.text("paid")?.as_deref() {
        Some("month-end" | "月末") => Ok(Some(month.last().min(rows.env.today))),
        _ => line.past_day("paid"),
    }
}

/// What a row says.
fn read(
    rows: &Rows<'_>,
    book: &DuesBook<'_>,
    line: Line<'_>,
    fields: &[&'static str],
    approved: bool,
) -> Result<Said, Problem> {
    let branch = rows.branch;
    let field = if approved { "from" } else { "month" };
    let month = line.needed(line.month(field)?, rows.field("dues", field))?;
    let amount = line.needed(line.number_text("amount", &["元"])?, rows.field("dues", "amount"))?;
    let paid = if approved { None } else { Some(line.needed(paid(rows, line, month)?, rows.field("dues", "paid"))?) };
    let day = paid.unwrap_or(month.last());
    let member = line.member(day)?;
    // A tick in a grid is the amount that is due.
    let ticked = rows.mapping.is_spread && is_present(&amount);
    let due = book.dues(&member, month).approved.map(|one| one.amount.value).filter(|_| ticked);
    let amount = due.or_else(|| Yuan::parse(&amount)).ok_or_else(|| match ticked {
        true => refused(words::no_amount(branch.name(&member), month), words::cure_no_amount(&member, month)),
        false => Problem::of(words::bad_amount(words::shown(&amount))),
    })?;
    let (note, by) = (line.text("note")?, line.person_of("by", day)?);
    if !approved && book.dues(&member, month).approved.is_none() {
        let fact = words::no_amount(branch.name(&member), month);
        return Err(refused(fact, words::cure_no_amount(&member, month)));
    }
    if approved
        && let Some(old) = book.dues(&member, month).approved
        && old.from.value != month
        && old.amount.value != amount
        && note.is_none()
        && branch.rules.dues.as_ref().is_some_and(|(_, rules)| rules.fixed_for_year == Some(true))
    {
        let fact = words::dues_fixed(branch.name(&member), month.year(), old.amount.value);
        return Err(refused(fact, words::cure_dues_fixed_in_table()));
    }
    let all = [
        ("amount", Some(amount.to_string())),
        ("paid", paid.map(|paid| paid.to_string())),
        ("note", note.clone()),
        ("by", by.as_ref().map(ToString::to_string)),
    ];
    let known = Known { key: vec![month.to_string(), member.to_string()], rest: rest(fields, &all), struck: false };
    let mut pairs = vec![];
    pairs.extend(paid.map(|_| ("month", Value::text(month))));
    pairs.push(("member", Value::text(&member)));
    pairs.extend(approved.then(|| ("from", Value::text(month))));
    pairs.push(("amount", Value::text(amount)));
    pairs.extend(paid.map(|paid| ("paid", Value::Day(paid))));
    pairs.extend(by.as_ref().filter(|_| !approved).map(|by| ("by", Value::text(by))));
    pairs.extend(note.as_ref().map(|note| ("note", Value::text(note))));
    pairs.extend(by.as_ref().filter(|_| approved).map(|by| ("by", Value::text(by))));
    let what = if approved { words::dues_approved() } else { words::dues_paid() };
    Ok(Said {
        row: line.number(),
        known,
        title: words::dues_title(month, branch.name(&member), what, amount),
        path: dues_path(month.year()),
        day: paid.unwrap_or(month.first()),
        pairs,
    })
}
