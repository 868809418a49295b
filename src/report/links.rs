//! Which lines of work the records served, and what share of them served any.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::record::{At, LinkId, Period, Score};
use crate::words::{self, Text};

/// The meetings, awards and points of a period by line of work, and those that served none.
pub fn links(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Integer, Percent, Points, Text as Words};
    let columns = [
        ("link", Words),
        ("link_name", Words),
        ("meetings", Integer),
        ("share", Percent),
        ("entries", Integer),
        ("points", Points),
    ];
    if branch.rules.links().next().is_none() {
        return Table::new("links", &columns, vec![]).note(words::no_lines());
    }
    let meetings: Vec<&[At<LinkId>]> = branch.activities(period).map(|meeting| &meeting.links[..]).collect();
    let entries: Vec<(&[At<LinkId>], Score)> = branch
        .entries()
        .map(|(_, entry)| entry)
        .filter(|entry| entry.counts() && period.contains(entry.date.value))
        .map(|entry| {
            let item = branch.rules.item_on(&entry.item, entry.date.value);
            let points =
                item.map_or_else(|| entry.points.as_ref().map(|points| points.value), |item| item.worth_of(entry));
            (&entry.links[..], points.unwrap_or_default())
        })
        .collect();
    let row = |id: Cell, name: Text, serves: &dyn Fn(&[At<LinkId>]) -> bool| {
        let held = meetings.iter().filter(|links| serves(links)).count();
        let awarded: Vec<_> = entries.iter().filter(|(links, _)| serves(links)).collect();
        let share = (!meetings.is_empty()).then(|| (held * 2000 + meetings.len()) / (meetings.len() * 2));
        let points: Score = awarded.iter().map(|(_, points)| *points).sum();
        vec![
            id,
            name.into(),
            held.into(),
            share.map_or(Cell::Empty, |share| Cell::Percent(share as i64)),
            awarded.len().into(),
            points.into(),
        ]
    };
    let mut rows: Vec<_> = branch
        .rules
        .links()
        .map(|link| {
            let serves = |links: &[At<LinkId>]| links.iter().any(|at| at.value == link.id.value);
            row(Text::same(link.id.as_str()).into(), link.name(), &serves)
        })
        .collect();
    if !meetings.is_empty() || !entries.is_empty() {
        rows.push(row(Cell::Empty, words::any_link(), &|links| !links.is_empty()));
        rows.push(row(Cell::Empty, words::no_link(), &|links| links.is_empty()));
    }
    Table::new("links", &columns, rows).note(words::share_denominator())
}
