//! The points: the list of each scored period, and all periods side by side.

use super::leaf::{Leaf, Part, Section, string_together};
use super::{Grid, Making, head, known, leading};
use crate::reckon::listed;
use crate::record::{Period, Score};
use crate::report::{Cell, ColumnKind, posted};
use crate::words;

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
    let ways = lists.iter().map(Leaf::way).collect();
    let parts = vec![Part::Said(words::in_order_of_roll()), Part::Grid(side_by_side(making)), Part::Ways(ways)];
    lists.insert(0, Leaf::first(Section::Points, parts));
    lists
}

/// The list of a scored period.
fn list(making: &Making<'_>, scored: Period) -> Leaf {
    let table = posted(making.branch, scored, false);
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

/// Everybody's total in each scored period.
fn side_by_side(making: &Making<'_>) -> Grid {
    let Making { branch, accounts, scored, .. } = making;
    let rows = accounts.iter().map(|account| {
        let there = branch.members.get(account.member);
        let totals = scored.iter().map(|period| {
            let counts = there.is_some_and(|member| branch.first_scored(member, *period).is_some());
            counts.then(|| account.total(*period))
        });
        let totals: Vec<Option<Score>> = totals.collect();
        let sum: Score = totals.iter().flatten().copied().sum();
        let name = leading(branch.name(account.member), making.page_of(account.member.as_str()));
        let cells = totals.into_iter().chain([Some(sum)]).map(|total| leading(Cell::from(total), None));
        std::iter::once(name).chain(cells).collect()
    });
    let periods = scored.iter().map(|period| head(making.short(*period), ColumnKind::Points));
    Grid {
        caption: words::points_by_period(),
        heads: std::iter::once(known("name", ColumnKind::Text))
            .chain(periods)
            .chain([head(words::sum_of_periods(), ColumnKind::Points)])
            .collect(),
        row_head: 0,
        rows: rows.collect(),
        notes: vec![],
    }
}
