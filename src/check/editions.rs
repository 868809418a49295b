//! Editions of the month's tables that name what there is not.

use super::context::Context;
use crate::branch::Branch;
use crate::error::Fault;
use crate::record::Day;
use crate::report::MonthTable;
use crate::words::{self, Text};

/// Tables and columns that are none.
pub(super) fn unknown(context: &Context<'_>) -> Vec<Fault> {
    edition_columns(context.branch, context.today)
}

/// The same of a branch on a day.
pub fn edition_columns(branch: &Branch, day: Day) -> Vec<Fault> {
    let Some((source, rules)) = &branch.rules.editions else { return vec![] };
    let list = |ids: &[&'static str]| words::cure_known(Text::list(ids.iter().map(|id| Text::same(*id))));
    let mut faults = Vec::new();
    for table in rules.editions.iter().flat_map(|edition| &edition.tables) {
        let fault = |span, fact| Fault::at("edition-unknown", source, span, fact);
        let Some(known) = MonthTable::of(&table.table) else {
            let ids: Vec<_> = MonthTable::asked(None).into_iter().map(MonthTable::id).collect();
            let cure = list(&ids);
            faults.push(fault(&table.table.span, words::no_month_table(words::shown(&table.table))).cure(cure));
            continue;
        };
        let columns = known.columns(branch, day);
        for column in table.columns.iter().chain(&table.without) {
            if !columns.contains(&column.as_str()) {
                let fact = words::no_table_column(known.id(), words::shown(column));
                faults.push(fault(&column.span, fact).cure(list(&columns)));
            }
        }
    }
    faults
}
