//! Attendance by group and by kind, drawn and in numbers.

use super::Grid;
use super::leaf::{Bar, Bars, Leaf, Part, Section};
use super::making::Making;
use crate::report::{By, Cell, Table, attendance};
use crate::words::{self, Text};

/// The page of attendance.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let sorts = [
        (By::Group, words::attendance_by_group(), ["group", "group_name"]),
        (By::Kind, words::attendance_by_kind(), ["kind", "kind_name"]),
    ];
    let parts = sorts.into_iter().flat_map(|(by, title, [id, name])| {
        let table = attendance(making.branch, making.seen, by);
        let bars = rates(&table, name, &title);
        let drawn = (!bars.bars.is_empty()).then_some(Part::Bars(bars));
        let grid = Part::Grid(Grid::without(title.clone(), &table, &[id]));
        std::iter::once(Part::Heading(title)).chain(drawn).chain([grid])
    });
    vec![Leaf::first(Section::Attendance, parts.collect())]
}

/// A bar for each rate.
fn rates(table: &Table, name: &str, title: &Text) -> Bars {
    let at = |id: &str| table.columns.iter().position(|column| column.id == id);
    let bars = table.rows.iter().filter_map(|row| match (&row[at(name)?], &row[at("rate")?]) {
        (Cell::Text(label), Cell::Percent(tenths)) => Some(Bar {
            label: label.clone(),
            long: *tenths,
            shown: words::rate_shown(format!("{}.{}", tenths / 10, tenths % 10)),
        }),
        _ => None,
    });
    Bars { title: title.clone(), told: words::rates_chart(title), bars: bars.collect() }
}
