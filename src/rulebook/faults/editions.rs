//! What cannot be in `rules/editions.toml`.

use super::super::{COUNTS, EditionRules, FULL};
use super::found::Faults;
use crate::error::Fault;
use crate::record::Source;
use crate::words;

pub(super) fn faults(source: &Source, rules: &EditionRules) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.editions.iter().map(|edition| (edition.id.as_str(), &edition.id.span)));
    for edition in &rules.editions {
        if [FULL, COUNTS].contains(&edition.id.as_str()) {
            faults.add(
                "rule-reserved",
                &edition.id.span,
                words::edition_is_known(&edition.id.value),
                words::cure_edition_is_known(),
            );
        }
        faults.twice(edition.tables.iter().map(|table| (table.table.as_str(), &table.table.span)));
        for table in &edition.tables {
            let columns = table.columns.iter().chain(&table.without);
            faults.twice(columns.map(|column| (column.as_str(), &column.span)));
        }
    }
    faults.found
}
