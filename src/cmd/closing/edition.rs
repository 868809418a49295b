//! Editions of the month's tables: how much of them goes to whom, and who got what.

use crate::branch::{Branch, Change, exports_path};
use crate::check;
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Key};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Day, Exports, Month, Value};
use crate::report::MonthTable;
use crate::rulebook::{Edition, FULL};
use crate::store::Want;
use crate::words::{self, Text};

/// What is noted of an export.
pub(in crate::cmd) struct Receipt<'a> {
    /// Who got it.
    pub(in crate::cmd) to: &'a str,
    /// The month.
    pub(in crate::cmd) month: Month,
    /// The edition.
    pub(in crate::cmd) edition: &'a str,
    /// The table, where it was only one.
    pub(in crate::cmd) table: Option<MonthTable>,
    /// What it was for.
    pub(in crate::cmd) note: Option<&'a str>,
    /// Who gave it.
    pub(in crate::cmd) by: Option<&'a str>,
}

/// The edition a person means; none is the full one.
///
/// # Errors
/// One the rules do not have, or one of which they say what cannot be.
pub(in crate::cmd) fn find(branch: &Branch, typed: &str) -> Result<Option<Edition>> {
    if typed == FULL {
        return Ok(None);
    }
    if branch.rules.editions().next().is_none() {
        return Err(Failure::usage(words::no_editions()).cure(words::cure_no_editions()).into());
    }
    Ok(Some(branch.find_edition(typed)?.clone()))
}

/// The tables an edition has; the one that was asked for.
///
/// # Errors
/// A table it does not have, and tables or columns that are none.
pub(in crate::cmd) fn tables(
    branch: &Branch,
    edition: Option<&Edition>,
    asked: Option<MonthTable>,
    today: Day,
) -> Result<Vec<MonthTable>> {
    let Some(edition) = edition else { return Ok(MonthTable::asked(asked)) };
    let unknown = check::edition_columns(branch, today);
    if !unknown.is_empty() {
        return Err(Failure::of(unknown).into());
    }
    let mut has = MonthTable::asked(None);
    has.retain(|table| edition.of_table(table.id()).is_some());
    match asked {
        Some(asked) if !has.contains(&asked) => {
            let all = Text::list(has.iter().map(|table| Text::same(table.id())));
            let fact = words::not_in_edition(asked.id(), edition.name());
            Err(Failure::refused(fact).cure(words::cure_not_in_edition(all)).into())
        }
        Some(asked) => Ok(vec![asked]),
        None => Ok(has),
    }
}

/// Notes who got what.
///
/// # Errors
/// Whatever is wrong with `exports.toml`.
pub(in crate::cmd) fn note(env: &Env, receipt: &Receipt<'_>, sha256: String) -> Result<()> {
    env.change(&Want::roll().exports().editions(), |branch, _| {
        let by = receipt.by.map(|by| branch.find_member(by, env.today)).transpose()?;
        let edition = find(branch, receipt.edition)?;
        let id = ledger::Ids::of(env, branch.exported().map(|(_, one)| &one.id.value)).fresh();
        let key = edition.as_ref().map_or(FULL, Edition::key);
        let mut pairs = vec![
            ("id", Value::text(&id)),
            ("date", Value::Day(env.today)),
            ("period", Value::text(receipt.month.to_string())),
            ("edition", Value::text(key)),
        ];
        let tables = receipt.table.map(|table| Value::List(vec![Value::text(table.id())]));
        pairs.extend(tables.map(|tables| ("tables", tables)));
        pairs.push(("to", Value::text(receipt.to)));
        pairs.push(("sha256", Value::text(&sha256)));
        pairs.extend(receipt.note.map(|note| ("note", Value::text(note))));
        pairs.extend(by.map(|(by, _)| ("by", Value::text(by))));
        let line = ((env.today, id.to_string()), Value::Line(pairs));
        let file = ledger::write(exports_path(), branch.exports.as_ref(), "exports", keys, vec![line]);
        let name = edition.as_ref().map_or_else(words::full_edition, Edition::name);
        let subject = words::export_noted(receipt.month, name, words::shown(receipt.to));
        let change = Change { subject: subject.clone(), why: receipt.note.map(str::to_owned), files: vec![file] };
        Ok(Decision { change, said: subject })
    })
}

/// What the lines are put in order by.
fn keys(exports: &Exports) -> Vec<Key> {
    exports.exports.iter().map(|one| (one.date.value, one.id.to_string())).collect()
}
