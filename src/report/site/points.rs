//! The points: the list of each scored period, and all periods side by side.

use super::Grid;
use super::leaf::{Leaf, Part, Section, string_together};
use super::making::{Making, head, known, leading};
use crate::reckon::{Account, listed};
use crate::record::{Period, Score};
use crate::report::{Cell, ColumnKind, Order, posted};
use crate::words::{self, Text};

/// The file of the points of a scored period.
pub(super) fn page(scored: Period) -> String {
    format!("points/{}.html", scored.to_string().to_lowercase())
}

/// All periods, and the list of each.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let mut lists: Vec<_> = making.scored.iter().map(|scored| list(making, *scored)).collect();
    if lists.is_empty() {
        return lists;
    }
    string_together(&mut lists);
    let ways = lists.iter().map(Leaf::link).collect();
    let mut parts = vec![Part::Said(words::in_order_of_roll())];
    parts.extend(side_by_side(making).into_iter().map(Part::Grid));
    parts.push(Part::Links(ways));
    lists.insert(0, Leaf::first(Section::Points, parts));
    lists
}

/// The list of a scored period.
fn list(making: &Making<'_>, scored: Period) -> Leaf {
    let table = posted(making.branch, scored, Order::Roll);
    let mut grid = Grid::of(words::points_in(scored), &table);
    let ids = listed(making.branch, making.accounts, scored).map(|account| Some(account.member.to_string()));
    making.link_people(&mut grid, 0, ids);
    grid.notes.extend(making.amended(scored));
    let mut parts = vec![Part::Said(words::in_order_of_roll())];
    if scored.last > making.today {
        parts.push(Part::Said(words::points_so_far(making.today)));
    }
    parts.push(Part::Grid(grid));
    Leaf::new(Section::Points, page(scored), words::points_in(scored), parts)
}

/// Periods side by side in one table: on paper more find no room.
const BLOCK: usize = 12;

/// Everybody's total in each scored period, so many periods a table, each with its sum; where there are several, the sums
/// side by side in one more.
fn side_by_side(making: &Making<'_>) -> Vec<Grid> {
    let blocks: Vec<_> = blocks(&making.scored);
    let mut grids: Vec<_> = blocks.iter().map(|block| totals(making, block)).collect();
    if blocks.len() > 1 {
        grids.push(sums(making, &blocks));
    }
    grids
}

/// The scored periods of each year, in parts that find room on paper.
fn blocks(scored: &[Period]) -> Vec<&[Period]> {
    if scored.len() <= BLOCK {
        return vec![scored];
    }
    let years = scored.chunk_by(|one, other| one.first.year() == other.first.year());
    // Where a period is a year, a year is no block.
    if years.clone().all(|year| year.len() == 1) {
        return scored.chunks(BLOCK).collect();
    }
    years.flat_map(|year| year.chunks(BLOCK)).collect()
}

/// What a block is called: the days of its periods.
fn title(block: &[Period]) -> Option<Text> {
    let (first, last) = block.first().zip(block.last())?;
    Some(words::points_in(Period { first: first.first, last: last.last }))
}

/// Everybody's totals in some periods; none where the person is not scored.
fn row(making: &Making<'_>, account: &Account<'_>, periods: &[Period]) -> Vec<Option<Score>> {
    let member = making.branch.members.get(account.member);
    let total = |period: &Period| {
        let counts = member.is_some_and(|member| making.branch.first_scored(member, *period).is_some());
        counts.then(|| account.total(*period))
    };
    periods.iter().map(total).collect()
}

/// A table of everybody's figures, each with their sum at the end; who was never scored has none.
fn table(
    making: &Making<'_>,
    caption: Text,
    heads: Vec<Text>,
    figures: impl Fn(&Account<'_>) -> Vec<Option<Score>>,
) -> Grid {
    let rows = making.accounts.iter().map(|account| {
        let figures = figures(account);
        let sum = figures.iter().any(Option::is_some).then(|| figures.iter().flatten().copied().sum::<Score>());
        let name = leading(making.name(account.member), making.page_of(account.member.as_str()));
        let cells = figures.into_iter().chain([sum]).map(|total| leading(Cell::from(total), None));
        std::iter::once(name).chain(cells).collect()
    });
    let rows = rows.collect();
    let heads = heads.into_iter().chain([words::sum_of_periods()]).map(|label| head(label, ColumnKind::Points));
    let heads = std::iter::once(known("name", ColumnKind::Text)).chain(heads).collect();
    Grid { caption, heads, row_head: 0, rows, notes: vec![] }
}

/// Everybody's total in each period of a block.
fn totals(making: &Making<'_>, block: &[Period]) -> Grid {
    let is_one = block.len() == making.scored.len();
    let caption = title(block).filter(|_| !is_one).unwrap_or_else(words::points_by_period);
    let heads = block.iter().map(|period| making.short(*period)).collect();
    table(making, caption, heads, |account| row(making, account, block))
}

/// Everybody's sum of each block.
fn sums(making: &Making<'_>, blocks: &[&[Period]]) -> Grid {
    let heads = blocks.iter().filter_map(|block| {
        let (first, last) = block.first().zip(block.last())?;
        Some(Text::same(Period { first: first.first, last: last.last }.to_string()))
    });
    let sum = |account: &Account<'_>, block: &[Period]| {
        let totals = row(making, account, block);
        totals.iter().any(Option::is_some).then(|| totals.into_iter().flatten().sum())
    };
    let figures = |account: &Account<'_>| blocks.iter().map(|block| sum(account, block)).collect();
    table(making, words::points_by_period(), heads.collect(), figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(days: &str, each: impl Fn(Period) -> Vec<Period>, expected: &[usize]) {
        let scored = each(Period::parse(days).expect("a period"));
        assert_eq!(blocks(&scored).iter().map(|block| block.len()).collect::<Vec<_>>(), expected, "{days}");
    }

    #[test]
    fn a_year_of_months_is_a_block() {
        let months = |days: Period| days.each_month().map(|month| month.period()).collect();
        case("2026", months, &[12]);
        case("2024-01..2026-11", months, &[12, 12, 11]);
        case("2025-07..2026-06", months, &[12]);
        case("2025-06..2026-06", months, &[7, 6]);
    }

    #[test]
    fn years_are_blocks_of_twelve() {
        let years = |days: Period| {
            let years = days.first.year()..=days.last.year();
            years.filter_map(Period::year).collect()
        };
        case("2010-01..2026-12", years, &[12, 5]);
    }
}
