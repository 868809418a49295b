//! Points: what each member earned, line by line, and what the limits cut.
//!
//! The order of reckoning is fixed. Lines stand by date, then record. Each brings its raw points, doubled where its
//! record says so; they are cut by the limits of the item, then of its category, then by the ceiling and the floor of
//! all points together, each over its stretches of the calendar from the shortest to the longest. The yearly appraisal
//! is folded in after the limits, on the last day of the scored year. A veto takes all that counted in its scored
//! period, and what comes after it in that period counts nothing. The band is read off the total.
//!
//! A line is cut as it comes, so that what counts of the lines adds up to the total at every moment. Points are those of
//! a day: what is dated after it, the base of a month to come among it, does not count yet.

mod count;
mod gather;
mod line;
mod posted;
mod scored;
mod sums;
#[cfg(test)]
mod tests;

pub use line::{Cut, Doubling, Limit, Line, Origin, Spot};
pub use posted::{Bands, below_standard, figures, is_outdated, listed};
pub use scored::{Scored, scored_periods};

use gather::Gathered;
use rayon::prelude::*;

use crate::branch::Branch;
use crate::record::{Day, MemberId, Period, Score};

/// One member's points over a time.
#[derive(Debug)]
pub struct Account<'a> {
    /// Whose they are.
    pub member: &'a MemberId,
    /// The last day that is reckoned.
    pub until: Day,
    /// Every line, in the order of the reckoning.
    pub lines: Vec<Line<'a>>,
}

impl<'a> Account<'a> {
    /// The lines of a period.
    pub fn within(&self, period: Period) -> std::slice::Iter<'_, Line<'a>> {
        let first = self.lines.partition_point(|line| line.date < period.first);
        let behind = self.lines.partition_point(|line| line.date <= period.last);
        self.lines[first..behind.max(first)].iter()
    }

    /// The points that count in a period.
    pub fn total(&self, period: Period) -> Score {
        self.within(period).map(|line| line.counted).sum()
    }
}

/// The accounts of everybody who is scored on some day of a period, by id, with every line of the days that the rules
/// reach back to; as they stand on a day, after which nothing counts yet. Nobody's where the period begins after it.
///
/// The branch must hold the meetings and awards of those days.
pub fn reckon(branch: &Branch, period: Period, on: Day) -> Vec<Account<'_>> {
    accounts(branch, period, on, |_| true)
}

/// The account of one person, where the person is scored on some day of a period, as it stands on a day.
pub fn reckon_one<'a>(branch: &'a Branch, period: Period, on: Day, member: &MemberId) -> Option<Account<'a>> {
    accounts(branch, period, on, |id| id == member).pop()
}

/// The accounts of some.
fn accounts<'a>(branch: &'a Branch, period: Period, on: Day, wanted: impl Fn(&MemberId) -> bool) -> Vec<Account<'a>> {
    let Some(period) = Period::new(period.first, period.last.min(on)) else { return vec![] };
    let reach = branch.rules.reach(period);
    let periods = scored_periods(branch, reach);
    let mut gathered = Gathered::of(branch, reach, &periods, &wanted);
    let scopes = sums::Scopes::of_rules(branch);
    let people = branch.members.iter().filter(|(id, _)| wanted(id));
    let scored = people.filter(|(_, member)| branch.first_scored(member, period).is_some());
    let mut accounts: Vec<_> =
        scored.map(|(id, _)| Account { member: id, until: period.last, lines: gathered.take(id) }).collect();
    let count = |account: &mut Account<'a>| count::count(branch, &scopes, &periods, &mut account.lines);
    match accounts.iter().map(|account| account.lines.len()).sum::<usize>() {
        0..MANY => accounts.iter_mut().for_each(count),
        _ => accounts.par_iter_mut().for_each(count),
    }
    accounts
}

/// So many lines are counted faster by all processors.
const MANY: usize = 10_000;
