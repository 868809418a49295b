//! `zhibu import dues`: payments; or approved amounts, where the table says from which month on they hold.

use super::across::is_present;
use super::changed::Changed;
use super::lines::{self, Ledgers, Recorded, Said, rest, said_fields};
use super::plan::Plan;
use super::rows::{Line, Problem, Rows, refused};
use crate::branch::dues_path;
use crate::reckon::DuesBook;
use crate::record::{Approved, At, Day, DuesLedger, EntryId, Listed, MemberId, Month, Payment, Span, Yuan};
use crate::sheet::Known;
use crate::words;

/// The fields a row may have.
pub(super) const FIELDS: &[&str] = &["month", "from", "member", "name", "amount", "paid", "note", "by"];

/// Those that may be corrected.
const REST: &[&str] = &["amount", "paid", "note", "by"];

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, changed: Changed) -> Plan {
    match is_approval(rows) {
        true => compared(rows, changed, approved_known, approved),
        false => compared(rows, changed, payment_known, payment),
    }
}

/// Whether the rows approve amounts, and are no payments.
fn is_approval(rows: &Rows<'_>) -> bool {
    rows.mapping.has("from")
}

/// What would come of rows that are lines of one list.
fn compared<L: Listed<File = DuesLedger> + 'static>(
    rows: &Rows<'_>,
    changed: Changed,
    known: fn(&L, &[&'static str]) -> Known,
    line: fn(Row, At<EntryId>) -> L,
) -> Plan {
    let branch = rows.branch;
    let mut plan = Plan::among(0, changed == Changed::Take);
    let fields = said_fields(rows, REST);
    let book = DuesBook::of(branch);
    let mut said = Vec::new();
    for row in rows.lines() {
        match read(rows, &book, row, &fields, line) {
            Ok(one) => said.push(one),
            Err(problem) => plan.unmatched(row.number(), problem),
        }
    }
    let all = branch.dues.iter().flat_map(|file| L::list(file).iter().enumerate().map(move |one| (file, one)));
    let recorded: Vec<_> =
        all.map(|(file, (at, one))| Recorded { known: known(one, &fields), path: &file.source.path, at }).collect();
    let ledgers = Ledgers { of: "dues", fields, files: &branch.dues };
    lines::plan(rows, &ledgers, said, &recorded, changed, &mut plan);
    plan
}

/// What an approved amount is known by.
fn approved_known(one: &Approved, fields: &[&'static str]) -> Known {
    let by = one.by.as_ref().map(|by| by.to_string());
    let all = [("amount", Some(one.amount.value.to_string())), ("note", one.note.clone()), ("by", by)];
    let key = vec![one.from.value.to_string(), one.member.to_string()];
    Known { key, rest: rest(fields, &all), struck: one.struck.is_some() }
}

/// What a payment is known by.
fn payment_known(one: &Payment, fields: &[&'static str]) -> Known {
    let all = [
        ("amount", Some(one.amount.value.to_string())),
        ("paid", Some(one.paid.value.to_string())),
        ("note", one.note.clone()),
        ("by", one.by.as_ref().map(|by| by.to_string())),
    ];
    let key = vec![one.month.value.to_string(), one.member.to_string()];
    Known { key, rest: rest(fields, &all), struck: one.struck.is_some() }
}

/// What a row says.
struct Row {
    month: Month,
    member: MemberId,
    amount: Yuan,
    /// The day it was paid; of an approved amount, the first one it holds for.
    day: Day,
    note: Option<String>,
    by: Option<MemberId>,
}

/// An amount that a row approves.
fn approved(row: Row, id: At<EntryId>) -> Approved {
    Approved {
        id,
        member: At::new(row.member),
        from: At::new(row.month),
        amount: At::new(row.amount),
        note: row.note,
        by: row.by.map(At::new),
        struck: None,
        span: Span::default(),
    }
}

/// The payment that a row is.
fn payment(row: Row, id: At<EntryId>) -> Payment {
    Payment {
        id,
        month: At::new(row.month),
        member: At::new(row.member),
        amount: At::new(row.amount),
        paid: At::new(row.day),
        by: row.by.map(At::new),
        note: row.note,
        struck: None,
        span: Span::default(),
    }
}

/// The day a row says it was paid; `month-end` is the last day of the month it is of.
fn paid(rows: &Rows<'_>, line: Line<'_>, month: Month) -> Result<Option<Day>, Problem> {
    match line.text("paid")?.as_deref() {
        Some("month-end" | "月末") => Ok(Some(month.last().min(rows.env.today))),
        _ => line.past_day("paid"),
    }
}

/// The line that a row of the table says.
fn read<L: 'static>(
    rows: &Rows<'_>,
    book: &DuesBook<'_>,
    line: Line<'_>,
    fields: &[&'static str],
    made: fn(Row, At<EntryId>) -> L,
) -> Result<Said<L>, Problem> {
    let (branch, approved) = (rows.branch, is_approval(rows));
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
    let day = paid.unwrap_or(month.first());
    let what = if approved { words::dues_approved() } else { words::dues_paid() };
    Ok(Said {
        row: line.number(),
        known,
        title: words::dues_title(month, branch.name(&member), what, amount),
        path: dues_path(month.year()),
        day,
        line: Box::new(move |id| made(Row { month, member, amount, day, note, by }, id)),
    })
}
