//! The people: the roll, and for each person where every point comes from.

use super::Grid;
use super::leaf::{Bar, Bars, Fact, Leaf, Part, Section, field, string_together};
use super::making::{Making, head, known, leading, meeting_page, texts};
use crate::reckon::{Account, Tally};
use crate::record::{MemberId, Period, Score};
use crate::report::explain::explained;
use crate::report::{Cell, ColumnKind, Only, Table, members};
use crate::rulebook::State;
use crate::words::{self, Text};

/// The roll, and each person's page.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    // In the same order as the table has them.
    let people = || making.branch.members.keys().filter(|id| making.pages.contains_key(id.as_str()));
    let table = members(making.branch, making.seen, making.today);
    let mut grid = Grid::without(words::table_title("members"), &table, left_out(making));
    making.link_people(&mut grid, 0, people().map(|id| Some(id.to_string())));
    let counted = ["due", "exempt", "attended"].map(|id| known(id, ColumnKind::Integer));
    grid.heads.extend(counted.into_iter().chain([known("rate", ColumnKind::Percent)]));
    for (row, id) in grid.rows.iter_mut().zip(people()) {
        let tally = making.tallies.get(id);
        let counted: [fn(&Tally) -> usize; 3] = [|tally| tally.due, |tally| tally.of(State::Exempt), Tally::attended];
        row.extend(counted.map(|count| leading(tally.map(count), None)));
        row.push(leading(tally.and_then(Tally::rate).map_or(Cell::Empty, Cell::Percent), None));
    }
    grid.notes.push(words::rate_denominator());
    let page = |(row, id): (&Vec<Cell>, &MemberId)| {
        let mut parts = vec![Part::Fields(facts(making, &table, row, id))];
        match making.account_of.get(id) {
            Some(account) => parts.extend(why(making, account)),
            None => parts.push(Part::Said(words::nobody_scored_here())),
        }
        Some(Leaf::new(Section::People, making.page_of(id.as_str())?, making.name(id), parts))
    };
    let mut leaves: Vec<_> = table.rows.iter().zip(people()).filter_map(page).collect();
    string_together(&mut leaves);
    leaves.insert(0, Leaf::first(Section::People, vec![Part::Grid(grid)]));
    leaves
}

/// The columns of the roll that are not shown. A post gives its holder away.
fn left_out(making: &Making<'_>) -> &'static [&'static str] {
    if making.branch.is_masked { &["member", "posts", "class"] } else { &["member"] }
}

/// Who somebody is, by a row of the roll, and how often they attended.
fn facts(making: &Making<'_>, roll: &Table, row: &[Cell], id: &MemberId) -> Vec<Fact> {
    let hidden = left_out(making);
    let of_roll = roll
        .columns
        .iter()
        .zip(row)
        .filter(|(column, cell)| column.id != "name" && !hidden.contains(&column.id) && **cell != Cell::Empty);
    let mut facts: Vec<_> = of_roll.map(|(column, cell)| field(column.id, cell.clone())).collect();
    if let Some(tally) = making.tallies.get(id) {
        facts.push(field("due", tally.due));
        facts.extend(Some(tally.of(State::Exempt)).filter(|times| *times > 0).map(|times| field("exempt", times)));
        facts.push(field("attended", tally.attended()));
        facts.extend(tally.rate().map(|tenths| field("rate", Cell::Bar(tenths))));
    }
    facts
}

/// Somebody's points in every scored period, and every line of them.
fn why(making: &Making<'_>, account: &Account<'_>) -> Vec<Part> {
    let member = making.branch.members.get(account.member);
    let counts = |scored: &&Period| member.is_some_and(|one| making.branch.first_scored(one, **scored).is_some());
    let scored: Vec<Period> = making.scored.iter().filter(counts).copied().collect();
    let totals: Vec<(Period, Score)> = scored.iter().map(|period| (*period, account.total(*period))).collect();
    let mut parts = vec![Part::Heading(words::points_by_period())];
    if totals.len() > 1 {
        parts.push(Part::Bars(drawn(&totals)));
    }
    parts.push(Part::Grid(Grid {
        caption: words::points_by_period(),
        heads: vec![head(words::the_period(), ColumnKind::Id), known("total", ColumnKind::Points)],
        row_head: 0,
        rows: totals
            .iter()
            .map(|(period, total)| {
                vec![leading(Text::same(period.to_string()), Some(super::points::page(*period))), leading(*total, None)]
            })
            .collect(),
        notes: vec![],
    }));
    for period in scored {
        let table = explained(making.branch, period, account, &Only::default());
        let mut grid = Grid { row_head: 1, ..Grid::of(words::explained_in(period), &table) };
        let records: Vec<_> = texts(&table, "record").collect();
        for (row, record) in grid.rows.iter_mut().zip(records) {
            let stem = record.as_deref().and_then(stem_of_meeting);
            let page = stem.filter(|stem| making.stems.contains(stem)).map(meeting_page);
            // What a line of a meeting is for is the meeting.
            if let (Some(page), Some(what)) = (page, row.get_mut(2)) {
                what.to = Some(page);
            }
        }
        parts.extend([Part::Heading(words::explained_in(period)), Part::Grid(grid)]);
    }
    parts
}

/// The meeting that a place is in: `meetings/2026/2026-11-05-group-criminal.toml:7`.
fn stem_of_meeting(place: &str) -> Option<&str> {
    place.strip_prefix("meetings/")?.rsplit_once(".toml").and_then(|(path, _)| Some(path.rsplit_once('/')?.1))
}

/// A bar for the total of each period.
fn drawn(totals: &[(Period, Score)]) -> Bars {
    let highest = totals.iter().map(|(_, total)| *total).max().unwrap_or_default();
    let bar = |(period, total): &(Period, Score)| Bar {
        label: Text::same(period.to_string()),
        long: total.thousandths_of(highest),
        shown: words::points_shown(*total),
    };
    Bars { title: words::points_by_period(), told: words::points_chart(), bars: totals.iter().map(bar).collect() }
}
