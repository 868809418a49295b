//! The month's tables, of which a seal has the digests.

use crate::error::Result;
use crate::record::{Day, Month, Period, RelPath, Value, sha256};
use crate::render;
use crate::report::{MonthTable, Table};
use crate::seal::{self, Made};
use crate::store::{Query, Store};
use crate::words::Lang;

/// What some tables need.
pub(in crate::cmd) fn query(tables: &[MonthTable], period: Period, today: Day) -> Query {
    tables.iter().map(|table| table.query(period, today)).fold(Query::roll(), Query::and)
}

/// The tables of a month as they are exported on a day.
///
/// # Errors
/// Whatever is wrong with the records.
pub(in crate::cmd) fn tables(store: &Store, month: Month, today: Day) -> Result<Vec<Table>> {
    let mut names = MonthTable::asked(None);
    names.retain(|name| name.is_sealed());
    let branch = store.load(&query(&names, month.period(), today))?;
    Ok(names.iter().map(|name| name.table(&branch, month.period(), today)).collect())
}

/// The bytes of a table of which a seal has the digest: in English, without a byte-order mark, so that they are the same
/// whatever the settings are.
pub(in crate::cmd) fn bytes(table: &Table) -> Vec<u8> {
    render::csv(table, Lang::En, false)
}

/// The name of the file of a table.
pub(in crate::cmd) fn file(table: &Table) -> String {
    format!("{}.csv", table.id)
}

/// The digest of each table of a month as it is exported on a day, by the name of its file.
///
/// # Errors
/// Whatever is wrong with the records.
pub(in crate::cmd) fn digests(store: &Store, month: Month, today: Day) -> Result<Vec<(String, String)>> {
    let digest = |table: &Table| (file(table), sha256(&bytes(table)));
    Ok(tables(store, month, today)?.iter().map(digest).collect())
}

/// The keys of a seal with its digests.
pub(in crate::cmd) fn pairs(made: &Made, tables: &[(String, String)]) -> [(&'static str, Value); 3] {
    let file = |(path, part): (&RelPath, &seal::Part)| {
        let mut pairs = vec![("path", Value::text(path)), ("sha256", Value::text(&part.sha256))];
        pairs.extend(part.held.as_ref().map(|held| ("held", Value::text(held))));
        Value::Line(pairs)
    };
    let table =
        |table: &str, sha256: &str| Value::Line(vec![("table", Value::text(table)), ("sha256", Value::text(sha256))]);
    let figures = made.figures.iter().map(|(name, sha256)| table(name, sha256));
    let tables = tables.iter().map(|(name, sha256)| table(name, sha256));
    [
        ("files", Value::Column(made.files.iter().map(file).collect())),
        ("figures", Value::Column(figures.collect())),
        ("tables", Value::Column(tables.collect())),
    ]
}
