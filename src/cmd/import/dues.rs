//! `zhibu import dues`: payments; or approved amounts, where the table says from which month on they hold.

use std::collections::{BTreeMap, BTreeSet};

use super::across::is_present;
use super::changed::Changed;
use super::lines::{self, Ledgers, Recorded, Said, rest, said_fields};
use super::plan::Plan;
use super::rows::{BETWEEN_TEXTS, Line, Problem, Rows, refused};
use crate::branch::dues_path;
use crate::cmd::change::ledger::Ids;
use crate::reckon::DuesBook;
use crate::record::{Approved, At, Day, DuesLedger, EntryId, Listed, MemberId, Month, Payment, RelPath, Span, Yuan};
use crate::sheet::Known;
use crate::words::{self, Lang, Text, UNPAID_WORDS};

/// The fields a row may have.
pub(super) const FIELDS: &[&str] = &[
    "month", "from", "member", "number", "name", "amount", "standard", "paid", "note", "by", "what", "struck", "entry",
];

/// Those that may be corrected.
const REST: &[&str] = &["amount", "paid", "note", "by"];

/// What would come of it: a table has payments, amounts that were approved, or both.
pub(super) fn plan(rows: &Rows<'_>, changed: Changed) -> Plan {
    let mut plan = Plan::among(0, changed == Changed::Take);
    let fields = said_fields(rows, REST);
    let book = DuesBook::of(rows.branch);
    let (mut amounts, mut payments) = (Vec::new(), Vec::new());
    // The ticks of which nobody knows the amount: rows, and whose they are.
    let mut ticks = Vec::new();
    let mut lacking = Lacking::default();
    let mut last = None;
    for line in rows.lines() {
        // A row of a grid is several lines: what is due a month is approved from the first of them on.
        let is_first = last.replace(line.number()) != Some(line.number());
        if is_first && rows.mapping.is_spread {
            amounts.extend(standard(rows, &book, line, &fields));
        }
        match read(rows, &book, line, &fields) {
            Ok(Becomes::Amount(one)) => amounts.push(one),
            Ok(Becomes::Payment(one)) => payments.push(one),
            Ok(Becomes::Tick(member, month)) => {
                lacking.add(&member, month);
                ticks.push((line.number(), member));
            }
            Ok(Becomes::Several(title)) => plan.same(line.number(), title),
            Ok(Becomes::Nothing(why)) => plan.nothing(line.number(), why),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    // The table may itself have the amount of a month.
    for payment in payments.iter_mut().filter(|payment| payment.doubt.is_some()) {
        let [month, member] = &payment.known.key[..] else { continue };
        if amounts.iter().any(|amount| amount.known.key[1] == *member && amount.known.key[0] <= *month) {
            payment.doubt = None;
        } else if let (Some(month), Some(member)) = (Month::parse(month), MemberId::new(member)) {
            lacking.add(&member, month);
        }
    }
    for payment in payments.iter_mut().filter(|payment| payment.doubt.is_some()) {
        let member = MemberId::new(&payment.known.key[1]);
        payment.doubt = member.and_then(|member| lacking.problem(rows, &member));
    }
    for (row, member) in ticks {
        lacking.problem(rows, &member).into_iter().for_each(|problem| plan.unmatched(row, problem));
    }
    let mut ids = Ids::of(rows.env, &rows.branch.dues);
    compared(rows, &fields, amounts, approved_known, &mut ids, changed, &mut plan);
    compared(rows, &fields, payments, payment_known, &mut ids, changed, &mut plan);
    plan
}

/// The first and the last month of which somebody has no approved amount.
#[derive(Default)]
struct Lacking(BTreeMap<MemberId, (Month, Month)>);

impl Lacking {
    fn add(&mut self, member: &MemberId, month: Month) {
        let months = self.0.entry(member.clone()).or_insert((month, month));
        *months = (months.0.min(month), months.1.max(month));
    }

    /// What is wrong, once for all months of a person.
    fn problem(&self, rows: &Rows<'_>, member: &MemberId) -> Option<Problem> {
        let (first, last) = *self.0.get(member)?;
        let months = match first == last {
            true => Text::same(first.to_string()),
            false => words::months_from_to(first, last),
        };
        Some(refused(words::no_amount(rows.branch.name(member), months), words::cure_no_amount(member, first)))
    }
}

/// Compares rows that are lines of one list.
fn compared<L: Listed<File = DuesLedger>>(
    rows: &Rows<'_>,
    fields: &[&'static str],
    said: Vec<Said<L>>,
    known: fn(&L, &[&'static str]) -> Known,
    ids: &mut Ids<'_>,
    changed: Changed,
    plan: &mut Plan,
) {
    if said.is_empty() {
        return;
    }
    let files = &rows.branch.dues;
    let all = files.iter().flat_map(|file| L::list(file).iter().enumerate().map(move |one| (file, one)));
    let recorded: Vec<_> =
        all.map(|(file, (at, one))| Recorded { known: known(one, fields), path: &file.source.path, at }).collect();
    let ledgers = Ledgers { of: "dues", fields: fields.to_vec(), files };
    lines::plan(rows, &ledgers, said, &recorded, ids, changed, plan);
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

/// What a row is.
enum Becomes {
    /// An amount that was approved.
    Amount(Said<Approved>),
    /// A payment.
    Payment(Said<Payment>),
    /// A tick where no amount is approved.
    Tick(MemberId, Month),
    /// Several payments that are recorded, summed up.
    Several(Text),
    /// Nothing, and why.
    Nothing(Text),
}

/// Whether a row is an amount that was approved: as it says itself, else as its columns are.
fn is_approved(rows: &Rows<'_>, line: Line<'_>) -> Result<bool, Problem> {
    let Some(what) = line.text("what")? else { return Ok(rows.mapping.has("from")) };
    let (approved, paid) = (words::dues_approved(), words::dues_paid());
    let is = |named: &Text| [Lang::Zh, Lang::En].iter().any(|lang| named.get(*lang) == what);
    match (is(&approved), is(&paid)) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => Err(refused(words::no_dues_row(words::shown(&what)), words::cure_known(Text::list([approved, paid])))),
    }
}

/// What a person is to pay a month, where the row of a grid says it and that is not approved yet. What is wrong with the
/// row is told by its payments.
fn standard(rows: &Rows<'_>, book: &DuesBook<'_>, line: Line<'_>, fields: &[&'static str]) -> Option<Said<Approved>> {
    let amount = said_standard(line).ok()??;
    let month = line.month("month").ok()??;
    let member = line.member(month.last()).ok()?;
    if book.dues(&member, month).approved.is_some_and(|one| one.amount.value == amount) {
        return None;
    }
    let title = words::dues_title(month, rows.branch.name(&member), words::dues_approved(), amount);
    let all = [("amount", Some(amount.to_string()))];
    let key = vec![month.to_string(), member.to_string()];
    let known = Known { key, rest: rest(fields, &all), struck: false };
    let doubt = fixed(rows, book, &member, month, amount);
    let row = Row { month, member, amount, day: month.first(), note: None, by: None };
    Some(said(line.number(), known, title, dues_path(month.year()), doubt, row, approved))
}

/// The amount a month that a row of a grid says.
fn said_standard(line: Line<'_>) -> Result<Option<Yuan>, Problem> {
    let Some(text) = line.number_text("standard", &["元"])? else { return Ok(None) };
    Yuan::parse(&text).map(Some).ok_or_else(|| Problem::of(words::bad_amount(words::shown(&text))))
}

/// What stands in the way of another amount than the one approved for the year.
fn fixed(rows: &Rows<'_>, book: &DuesBook<'_>, member: &MemberId, month: Month, amount: Yuan) -> Option<Problem> {
    let is_fixed = rows.branch.rules.dues.as_ref().is_some_and(|(_, rules)| rules.fixed_for_year == Some(true));
    let old = book.dues(member, month).approved.filter(|_| is_fixed)?;
    (old.from.value != month && old.amount.value != amount).then(|| {
        let fact = words::dues_fixed(rows.branch.name(member), month.year(), old.amount.value);
        refused(fact, words::cure_dues_fixed_in_table())
    })
}

/// What a row says.
fn read(rows: &Rows<'_>, book: &DuesBook<'_>, line: Line<'_>, fields: &[&'static str]) -> Result<Becomes, Problem> {
    let branch = rows.branch;
    let approved = is_approved(rows, line)?;
    let field = if approved && rows.mapping.has("from") { "from" } else { "month" };
    if !approved && line.text("amount")?.is_none() && !line.says("paid") {
        return Ok(Becomes::Nothing(words::nothing_paid()));
    }
    let month = line.needed(line.month(field)?, rows.field("dues", field))?;
    let amount = line.needed(line.number_text("amount", &["元"])?, rows.field("dues", "amount"))?;
    if !approved && UNPAID_WORDS.contains(&amount.as_str()) {
        return Ok(Becomes::Nothing(words::nothing_paid()));
    }
    let standard = said_standard(line)?.filter(|_| rows.mapping.is_spread);
    let paid = if approved { None } else { Some(line.needed(paid(rows, line, month)?, rows.field("dues", "paid"))?) };
    let day = paid.unwrap_or(month.last());
    let member = line.member(day)?;
    // A tick in a grid is the amount that is due.
    let ticked = rows.mapping.is_spread && is_present(&amount);
    let dues = book.dues(&member, month);
    let due = standard.or(dues.approved.map(|one| one.amount.value));
    let amount = match (ticked, due) {
        (true, Some(due)) => due,
        (true, None) => return Ok(Becomes::Tick(member, month)),
        (false, _) => Yuan::parse(&amount).ok_or_else(|| Problem::of(words::bad_amount(words::shown(&amount))))?,
    };
    let what = if approved { words::dues_approved() } else { words::dues_paid() };
    let title = words::dues_title(month, branch.name(&member), what, amount);
    // The dues of a month in one row may be several payments.
    let entries = line.parts("entry", BETWEEN_TEXTS)?;
    if !approved && entries.len() > 1 {
        let ids: BTreeSet<_> = dues.payments.iter().map(|one| one.id.value.to_string()).collect();
        return match (ids == entries.iter().cloned().collect(), dues.paid() == amount, dues.last_paid() == paid) {
            (true, true, true) => Ok(Becomes::Several(title)),
            _ => Err(refused(words::several_in_row(entries.join("; ")), words::cure_several_in_row())),
        };
    }
    let (note, by) = (line.text("note")?, line.person_of("by", day)?);
    let doubt = match dues.approved {
        None if !approved => {
            Some(refused(words::no_amount(branch.name(&member), month), words::cure_no_amount(&member, month)))
        }
        Some(_) if approved && note.is_none() => fixed(rows, book, &member, month, amount),
        _ => None,
    };
    let all = [
        ("amount", Some(amount.to_string())),
        ("paid", paid.map(|paid| paid.to_string())),
        ("note", note.clone()),
        ("by", by.as_ref().map(ToString::to_string)),
    ];
    let key = vec![month.to_string(), member.to_string()];
    let known = Known { key, rest: rest(fields, &all), struck: line.text("struck")?.is_some() };
    let (path, day) = (dues_path(month.year()), paid.unwrap_or(month.first()));
    let number = line.number();
    let row = Row { month, member, amount, day, note, by };
    Ok(match approved {
        true => Becomes::Amount(said(number, known, title, path, doubt, row, self::approved)),
        false => Becomes::Payment(said(number, known, title, path, doubt, row, payment)),
    })
}

/// The line that a row is.
fn said<L: 'static>(
    number: usize,
    known: Known,
    title: Text,
    path: RelPath,
    doubt: Option<Problem>,
    row: Row,
    made: fn(Row, At<EntryId>) -> L,
) -> Said<L> {
    let day = row.day;
    Said { row: number, known, title, path, day, line: Box::new(move |id| made(row, id)), doubt }
}
