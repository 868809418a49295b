//! Editions of the month's tables: how much of them goes to whom, and who got what.

use crate::branch::{Branch, Change, Mask, exports_path};
use crate::check;
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids};
use crate::cmd::env::Env;
use crate::cmd::typed::recorded_by;
use crate::error::{Failure, Result};
use crate::record::{At, Day, EditionId, Export, Month, Span};
use crate::report::{MonthTable, Table};
use crate::rulebook::{COUNTS, Edition, FULL};
use crate::store::Query;
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
    if typed == COUNTS {
        return Ok(Some(Edition::counts()));
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

/// A table of the month as an edition has it; the mask hides the names.
pub(in crate::cmd) fn given(name: MonthTable, table: Table, edition: Option<&Edition>, mask: Option<&Mask>) -> Table {
    let chosen = edition.and_then(|edition| edition.of_table(name.id())).flatten();
    let table = if let Some(chosen) = chosen { table.of_edition(chosen) } else { table };
    if let Some(mask) = mask { table.masked(mask) } else { table }
}

/// Notes who got what.
///
/// # Errors
/// Whatever is wrong with `exports.toml`.
pub(in crate::cmd) fn note(env: &Env, receipt: &Receipt<'_>, sha256: String) -> Result<()> {
    env.change(&Query::roll().exports().editions(), |branch, _| {
        let by = recorded_by(branch, receipt.by, env.today)?;
        let edition = find(branch, receipt.edition)?;
        let key = EditionId::new(edition.as_ref().map_or(FULL, Edition::key));
        let export = Export {
            id: At::new(Ids::of(env, &branch.exports).fresh()),
            date: At::new(env.today),
            period: At::new(receipt.month.period()),
            edition: At::new(key.unwrap_or_else(|| unreachable!("an edition has an id"))),
            tables: receipt.table.iter().map(|table| table.id().to_owned()).collect(),
            to: receipt.to.to_owned(),
            sha256: At::new(sha256.clone()),
            note: receipt.note.map(str::to_owned),
            by,
            span: Span::default(),
        };
        let file = ledger::write(exports_path(), &branch.exports, vec![export]);
        let name = edition.as_ref().map_or_else(words::full_edition, Edition::name);
        let subject = words::export_noted(receipt.month, name, words::shown(receipt.to));
        let change = Change { subject: subject.clone(), why: receipt.note.map(str::to_owned), files: vec![file] };
        Ok(Decision { change, said: subject })
    })
}
