//! What was taken, joined into tables for engines: every row with its unit.

use super::tally::Package;
use super::{Desk, State, Taken};
use crate::report::{Cell, ColumnKind, Table};
use crate::words::Text;

/// The units, with those above them.
pub fn lake_units(desk: &Desk) -> Table {
    let columns = [("unit_id", ColumnKind::Id), ("unit_name", ColumnKind::Text), ("above_id", ColumnKind::Id)];
    let row = |unit: &super::Unit| {
        let above = unit.above.as_ref().map(ToString::to_string).unwrap_or_default();
        vec![text(unit.id.as_str()), text(&unit.name), text(&above)]
    };
    Table::new("units", &columns, desk.units.all().iter().map(row).collect())
}

/// A package, as a row of the table of packages; without one, the table without rows.
pub fn lake_packages(package: Option<(&Package<'_>, &Taken)>) -> Table {
    let columns = [
        ("unit_id", ColumnKind::Id),
        ("period", ColumnKind::Text),
        ("edition", ColumnKind::Id),
        ("taken_on", ColumnKind::Day),
        ("as_of", ColumnKind::Day),
        ("return_state", ColumnKind::Id),
        ("seal", ColumnKind::Id),
        ("schema", ColumnKind::Integer),
        ("program", ColumnKind::Id),
    ];
    let row = |(package, taken): (&Package<'_>, &Taken)| {
        vec![
            text(package.unit.id.as_str()),
            text(&package.month.to_string()),
            text(&taken.edition),
            taken.taken.into(),
            taken.as_of.into(),
            text(package.state.map_or("sealed", State::id)),
            text(taken.seal.as_deref().unwrap_or_default()),
            Cell::Int(package.about.schema),
            text(&package.about.program),
        ]
    };
    Table::new("packages", &columns, package.map(row).into_iter().collect())
}

/// The measures of a package, with its unit; without one, the table without rows.
pub fn lake_measures(package: Option<&Package<'_>>) -> Table {
    let columns = [
        ("unit_id", ColumnKind::Id),
        ("period", ColumnKind::Text),
        ("figure", ColumnKind::Id),
        ("group", ColumnKind::Id),
        ("kind", ColumnKind::Id),
        ("numerator", ColumnKind::Number),
        ("denominator", ColumnKind::Number),
        ("unit", ColumnKind::Id),
        ("nature", ColumnKind::Id),
    ];
    let rows = |package: &Package<'_>| {
        let row = |one: &super::Measured| {
            vec![
                text(package.unit.id.as_str()),
                text(&package.month.to_string()),
                text(&one.figure),
                text(&one.group),
                text(&one.kind),
                one.part.into(),
                one.whole.into(),
                text(&one.unit),
                text(if one.is_stock { "stock" } else { "flow" }),
            ]
        };
        package.measures.iter().map(row).collect()
    };
    Table::new("measures", &columns, package.map(rows).unwrap_or_default())
}

fn text(text: &str) -> Cell {
    (!text.is_empty()).then(|| Text::same(text)).into()
}
