//! The points of a period beside what they would be under other rules.

use std::collections::BTreeMap;

use super::points::{item_id, what};
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Account, Spot, reckon};
use crate::record::{Day, MemberId, Period, Score};
use crate::rulebook::Rulebook;
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
    let there = Branch { rules: other.or(branch.rules.clone()), ..branch.clone() };
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
                branch.member_name(id).into(),
                before.into(),
                after.into(),
                difference.into(),
                Cell::list(because(period, here.as_ref(), there)),
            ]
        })
    });
    Table::new("compare", &columns, rows.collect())
}

fn by_member(accounts: Vec<Account<'_>>) -> BTreeMap<MemberId, Account<'_>> {
    accounts.into_iter().map(|account| (account.member.clone(), account)).collect()
}

/// What an item brings under one rulebook and under the other, and the rule of each.
#[derive(Default)]
struct Share<'a> {
    name: Text,
    here: Score,
    there: Score,
    rule: Option<Spot<'a>>,
}

/// The items that make the difference, the largest first, each with the rule that does it.
fn because<'a>(period: Period, here: Option<&'a Account<'a>>, there: Option<&'a Account<'a>>) -> Vec<Text> {
    let mut shares: BTreeMap<String, Share<'a>> = BTreeMap::new();
    for (account, is_other) in [(here, false), (there, true)] {
        for line in account.into_iter().flat_map(|account| account.within(period)) {
            let share = shares.entry(item_id(line).get(Lang::En).to_owned()).or_default();
            share.name = what(line);
            *(if is_other { &mut share.there } else { &mut share.here }) += line.counted;
            // The other rulebook comes second: the rule that is told is its own, where it has one.
            share.rule = Some(line.cuts.last().map_or(&line.rule, |cut| &cut.rule).clone());
        }
    }
    let mut shares: Vec<_> = shares.into_values().filter(|share| share.here != share.there).collect();
    shares.sort_by_key(|share| std::cmp::Reverse((share.there - share.here).size()));
    let told = shares.into_iter().map(|share| {
        let difference = (share.there - share.here).signed();
        words::because(share.name, difference, share.rule.map_or_else(Text::default, |rule| rule.at()))
    });
    told.collect()
}
