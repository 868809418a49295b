//! Figures of a month that are drawn beside it: attendance by kind and by group, people by band.

use std::collections::BTreeMap;

use super::attendance::{By, attendance};
use super::points::points;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::Bands;
use crate::record::{Day, Period};
use crate::words::{self, Text};

/// A table of which the last column is drawn, by the names in the first.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it shows.
    pub title: Text,
    /// Its figures.
    pub table: Table,
    /// The highest value there can be, where there is one.
    pub most: Option<i64>,
}

/// The charts of a period, points as of a day; none of what there is nothing of.
pub fn charts(branch: &Branch, period: Period, on: Day) -> Vec<Chart> {
    let rates = |title, by, name| Chart { title, table: rates(branch, period, by, name), most: Some(100) };
    let people = Chart { title: words::chart_bands(), table: bands(branch, period, on), most: None };
    let all = [
        rates(words::chart_kinds(), By::Kind, "kind_name"),
        rates(words::chart_groups(), By::Group, "group_name"),
        people,
    ];
    all.into_iter().filter(|chart| !chart.table.rows.is_empty()).collect()
}

/// The rates of attendance, by a kind or a group.
fn rates(branch: &Branch, period: Period, by: By, name: &'static str) -> Table {
    let all = attendance(branch, period, by);
    let wanted = [name, "meetings", "due", "exempt", "attended", "rate"];
    let at = wanted.map(|id| all.columns.iter().position(|column| column.id == id).unwrap_or_default());
    let columns = at.map(|at| (all.columns[at].id, all.columns[at].kind));
    let rows = all.rows.iter().map(|row| at.iter().map(|at| row[*at].clone()).collect());
    Table::new("attendance", &columns, rows.collect())
}

/// How many people are in each band; nothing where points have none.
fn bands(branch: &Branch, period: Period, on: Day) -> Table {
    let points = points(branch, period, on);
    let at = points.columns.iter().position(|column| column.id == "band");
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &points.rows {
        match at.and_then(|at| row.get(at)) {
            Some(Cell::Code(id, _)) => *people.entry(id).or_default() += 1,
            _ => *people.entry("").or_default() += 1,
        }
    }
    let bands = Bands::of(branch, period).all().map(|band| (band.id.value.as_str(), band.name()));
    let mut rows: Vec<_> =
        bands.map(|(id, name)| vec![name.into(), people.remove(id).unwrap_or_default().into()]).collect();
    if !rows.is_empty() {
        rows.extend(people.get("").map(|number| vec![words::no_band().into(), (*number).into()]));
    }
    Table::new("points", &[("band", ColumnKind::Text), ("people", ColumnKind::Integer)], rows)
}
