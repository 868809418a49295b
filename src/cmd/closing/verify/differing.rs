//! Which tables of a closed month would be exported otherwise now, though its records are as they were, and in what.

use super::explain::Looking;
use crate::branch::Filed;
use crate::cmd::change::tables::{self, bytes, file};
use crate::error::Result;
use crate::record::{Month, Seal, sha256};
use crate::report::Table;
use crate::words::{self, Text};

/// So many differences of a table are told.
const FEW: usize = 5;

/// Columns that say where a row comes from.
const PLACES: [&str; 2] = ["line", "rule"];

/// What of the tables of a month is not as it was on the day of its seal; nothing where they are the same.
///
/// # Errors
/// Whatever is wrong with the records.
pub(super) fn differing(looking: &Looking<'_>, month: Month, seal: &Filed<Seal>) -> Result<Vec<Text>> {
    let day = seal.last_made();
    let is_sealed = |table: &Table| {
        let sealed = seal.tables.iter().find(|one| one.table == file(table));
        sealed.is_none_or(|sealed| sealed.sha256 == sha256(&bytes(table)))
    };
    let mut others = tables::tables(looking.store, month, day)?;
    others.retain(|table| !is_sealed(table));
    if others.is_empty() {
        return Ok(vec![]);
    }
    let store = looking.commit(&seal.source).and_then(|commit| looking.store_at(commit));
    let then = store.and_then(|store| tables::tables(&store, month, day).ok()).unwrap_or_default();
    let named = Text::list(others.iter().map(|table| Text::same(file(table))));
    let mut told = vec![words::tables_differ(month, named)];
    for table in &others {
        match then.iter().find(|before| before.id == table.id) {
            None => told.push(words::table_unknown(file(table))),
            Some(before) if !is_sealed(before) => told.push(words::table_of_other_program(file(table))),
            Some(before) => told.extend(rows(before, table)),
        }
    }
    Ok(told)
}

/// What two tables say differently, row by row.
fn rows(before: &Table, after: &Table) -> Vec<Text> {
    let name = file(after);
    let (head, mut gone) = read(before);
    let (_, mut come) = read(after);
    gone.retain(|row| match come.iter().position(|other| other == row) {
        Some(at) => {
            come.remove(at);
            false
        }
        None => true,
    });
    let mut told = Vec::new();
    for row in gone {
        let alike = |other: &Vec<String>| row.iter().zip(other).filter(|(one, other)| one == other).count();
        let same = come.iter().enumerate().filter(|(_, other)| other.first() == row.first());
        match same.max_by_key(|(_, other)| alike(other)).map(|(at, _)| at) {
            None => told.push(words::only_before(&name, words::shown(&row.join(", ")))),
            Some(at) => {
                let other = come.remove(at);
                let cells = head.iter().zip(row.iter().zip(&other)).filter(|(_, (one, other))| one != other);
                told.extend(cells.map(|(column, (one, other))| {
                    let what = format!("{name} {} {column}", words::shown(&row[0]));
                    words::before_after(what, words::shown(one), words::shown(other))
                }));
            }
        }
    }
    told.extend(come.iter().map(|row| words::only_after(&name, words::shown(&row.join(", ")))));
    match told.len() {
        0 => vec![words::table_of_other_lines(name)],
        all if all > FEW => {
            told.truncate(FEW);
            told.push(words::more_differences(name, all - FEW));
            told
        }
        _ => told,
    }
}

/// The headings of a table and its rows, but for where each row comes from.
fn read(table: &Table) -> (Vec<String>, Vec<Vec<String>>) {
    let written = bytes(table);
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(&written[..]);
    let is_kept = |at: usize| table.columns.get(at).is_some_and(|column| !PLACES.contains(&column.id));
    let cells = |row: csv::StringRecord| {
        row.iter().enumerate().filter(|(at, _)| is_kept(*at)).map(|(_, cell)| cell.to_owned()).collect()
    };
    let mut rows = rows.records().flatten().map(cells).collect::<Vec<Vec<String>>>().into_iter();
    (rows.next().unwrap_or_default(), rows.collect())
}
