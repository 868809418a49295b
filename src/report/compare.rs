//! The points of a period beside what they would be under other rules.

use std::collections::BTreeMap;

use super::points::{item_id, what};
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Account, Line, Location, reckon};
use crate::record::{Day, MemberId, Period, Score};
use crate::rulebook::{Item, Rulebook};
use crate::words::{self, Lang, Text};

/// Those whose points as of a day would be others under other rules: by how much, and which rules do it. Rules that are not among
/// the others stay as they are.
pub fn compare(branch: &Branch, other: Rulebook, period: Period, on: Day) -> Table {
    use ColumnKind::{List, Points, Text as Words};
    let columns = [
        ("member", ColumnKind::Id),
        ("name", Words),
        ("total", Points),
        ("other_total", Points),
        ("difference", Points),
        ("because", List),
    ];
    let mut there = Branch { rules: other.or(branch.rules.clone()), ..branch.clone() };
    there.study_attended();
    let rules = &there.rules;
    let (mut here, there) = (by_member(reckon(branch, period, on)), reckon(&there, period, on));
    let mut pairs = BTreeMap::new();
    for account in &there {
        pairs.insert(account.member.as_str(), (here.remove(account.member), Some(account)));
    }
    let gone: Vec<_> = here.into_values().collect();
    for account in gone {
        pairs.insert(account.member.as_str(), (Some(account), None));
    }
    let rows = pairs.into_values().filter_map(|(here, there)| {
        let id = here.as_ref().map(|account| account.member).or(there.map(|account| account.member))?;
        let total = |account: Option<&Account<'_>>| account.map(|account| account.total(period));
        let (before, after) = (total(here.as_ref()), total(there));
        let difference = after.unwrap_or_default() - before.unwrap_or_default();
        (difference != Score::ZERO || before.is_some() != after.is_some()).then(|| {
            vec![
                Text::same(id.as_str()).into(),
                branch.member_name_on(id, period.last).into(),
                before.into(),
                after.into(),
                difference.into(),
                Cell::list(because(period, here.as_ref(), there, rules)),
            ]
        })
    });
    Table::new("compare", &columns, rows.collect())
}

fn by_member(accounts: Vec<Account<'_>>) -> BTreeMap<MemberId, Account<'_>> {
    accounts.into_iter().map(|account| (account.member.clone(), account)).collect()
}

/// What an item brings under one rulebook and under the other, by how many lines, and the rule that does it; none where
/// the other rulebook has no such item.
#[derive(Default)]
struct Share<'a> {
    name: Text,
    here: Score,
    there: Score,
    lines: usize,
    rule: Option<Location<'a>>,
}

impl<'a> Share<'a> {
    fn add(&mut self, line: &Line<'a>, is_other: bool) {
        *(if is_other { &mut self.there } else { &mut self.here }) += line.counted;
        self.lines += 1;
        self.name = what(line);
    }
}

/// The items that make the difference, the largest first, each with the rule that does it, or that the other rulebook
/// has no such item.
fn because<'a>(
    period: Period,
    here: Option<&'a Account<'a>>,
    there: Option<&'a Account<'a>>,
    other: &'a Rulebook,
) -> Vec<Text> {
    let (Some(here), Some(there)) = (here, there) else {
        return vec![if here.is_some() { words::not_scored_there() } else { words::not_scored_here() }];
    };
    let mut shares: BTreeMap<String, Share<'a>> = BTreeMap::new();
    let id = |line: &Line<'_>| item_id(line).get(Lang::En).to_owned();
    for line in here.within(period) {
        let share = shares.entry(id(line)).or_default();
        share.add(line, false);
        share.rule = line.origin.item().and_then(|item| rule_of(other, item, line.date));
    }
    // The other rulebook comes second: the rule that is told is its own.
    for line in there.within(period) {
        let share = shares.entry(id(line)).or_default();
        share.add(line, true);
        share.rule = Some(line.cuts.last().map_or(&line.rule, |cut| &cut.rule).clone());
    }
    let mut shares: Vec<_> = shares.into_values().filter(|share| share.here != share.there).collect();
    shares.sort_by_key(|share| std::cmp::Reverse((share.there - share.here).size()));
    let told = shares.into_iter().map(|share| {
        let difference = (share.there - share.here).signed();
        match share.rule {
            Some(rule) => words::because(share.name, difference, rule.at()),
            None => words::because_no_item(share.name, difference, words::so_many_lines(share.lines)),
        }
    });
    told.collect()
}

/// Where another rulebook has an item on a day.
fn rule_of<'a>(other: &'a Rulebook, item: &Item, day: Day) -> Option<Location<'a>> {
    let (source, _) = other.points.as_ref()?;
    other.item_on(&item.id.value, day).map(|item| Location::new(source, Some(&item.span)))
}
