//! The rhythm: the weeks as a heat map, the months in numbers, the pauses.

use std::collections::BTreeMap;

use super::leaf::{Heat, Leaf, Part, Section};
use super::making::{Making, head, known, leading, texts};
use super::{Grid, Linked};
use crate::record::Month;
use crate::report::{Cell, ColumnKind, rhythm};
use crate::words::{self, Text};

/// The page of the rhythm.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let heat = heat(making);
    let mut pauses = Grid::without(
        words::pauses(),
        &rhythm(making.branch, making.period, making.today),
        &["kind", "group", "weeks"],
    );
    // The marks that the other note explains are drawn here.
    pauses.notes = vec![words::about_pauses(making.seen)];
    let mut parts = vec![Part::Heading(words::week_by_week())];
    if !heat.rows.is_empty() {
        parts.push(Part::Heat(heat));
    }
    parts.extend(months(making).into_iter().map(Part::Grid));
    parts.extend([Part::Heading(words::pauses()), Part::Grid(pauses)]);
    vec![Leaf::first(Section::Rhythm, parts)]
}

/// What a row of the rhythm is of.
fn label(kind: &Text, group: Option<&Text>) -> Text {
    Text::join(std::iter::once(kind).chain(group).cloned(), " · ")
}

/// The weeks of each kind of meeting, and of each group where groups meet.
pub(super) fn heat(making: &Making<'_>) -> Heat {
    let table = rhythm(making.branch, making.period, making.today);
    let at = |id: &str| table.columns.iter().position(|column| column.id == id);
    let rows = table.rows.iter().filter_map(|row| {
        let (Cell::Text(kind), Cell::Heat(weeks)) = (&row[at("kind_name")?], &row[at("weeks")?]) else { return None };
        let group = if let Cell::Text(group) = &row[at("group_name")?] { Some(group) } else { None };
        Some((label(kind, group), weeks.clone()))
    });
    let first = making.seen.first;
    let monday = first.minus(first.weekday().num_days_from_monday().into());
    Heat { title: words::week_by_week(), told: words::heat_chart(monday), monday, rows: rows.collect() }
}

/// Months side by side in one table: on paper more find no room.
const BLOCK: usize = 12;

/// How often in each month, which is what the heat map says in numbers; so many months a table, each with its sum.
fn months(making: &Making<'_>) -> Vec<Grid> {
    let mut times: BTreeMap<(String, Option<String>, Month), usize> = BTreeMap::new();
    for meeting in making.held() {
        let group = meeting.group.as_ref().map(|group| group.to_string());
        *times.entry((meeting.kind.to_string(), group, Month::of(meeting.date.value))).or_default() += 1;
    }
    let table = rhythm(making.branch, making.period, making.today);
    let labels: Vec<_> = heat(making).rows.into_iter().map(|(label, _)| label).collect();
    let all: Vec<_> = making.months().collect();
    let block = |block: &[Month]| {
        let rows = texts(&table, "kind").zip(texts(&table, "group")).zip(&labels).map(|((kind, group), label)| {
            let kind = kind.unwrap_or_default();
            let of = |month: &Month| times.get(&(kind.clone(), group.clone(), *month)).copied().unwrap_or(0);
            let counts: Vec<usize> = block.iter().map(of).collect();
            let cells =
                counts.iter().chain([&counts.iter().sum()]).map(|times| leading(*times, None)).collect::<Vec<_>>();
            std::iter::once(leading(label.clone(), None)).chain(cells).collect::<Vec<Linked>>()
        });
        let months = block.iter().map(|month| making.short(month.period())).chain([words::sum_of_periods()]);
        let months = months.map(|label| head(label, ColumnKind::Integer));
        Grid {
            caption: words::times_by_month(),
            heads: std::iter::once(known("kind_name", ColumnKind::Text)).chain(months).collect(),
            row_head: 0,
            rows: rows.collect(),
            notes: vec![],
        }
    };
    all.chunks(BLOCK).map(block).collect()
}
