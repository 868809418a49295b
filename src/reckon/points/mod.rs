//! Points: what each member earned, line by line, and what the limits cut.
//!
//! The order of reckoning is fixed. Lines stand by date, then record. Each brings its raw points, doubled where its
//! record says so; they are cut by the limits of the item, then of its category, then by the ceiling and the floor of
//! all points together, each over its stretches of the calendar from the shortest to the longest. A limit cuts a line as
//! it comes, or is taken at settlement: from the sum, when its stretch or the scored period is over, by a line of its
//! own. The yearly appraisal is folded in after the limits, on the last day of the scored year. A veto takes all that
//! counted in its scored period, and what comes after it in that period counts nothing. Shares are exact where the scheme
//! rounds, which is then the last step. The band is read off the total, or off what it was before it was rounded.
//!
//! What counts of the lines adds up to the total at every moment. Points are those of a day: what is dated after it, the
//! base of a month to come among it, does not count yet, and what is not over by that day is settled as if it were.

mod count;
mod gather;
mod line;
mod posted;
mod rates;
mod scored;
mod settlement;
mod sums;
#[cfg(test)]
mod tests;

pub use line::{Cut, Doubling, Limit, Limited, Line, Location, Origin};
pub(super) use posted::fallen_below;
pub use posted::{Bands, below_standard, figures, is_outdated, listed};
pub use scored::{Scored, scored_periods};

use gather::Gathered;
use rayon::prelude::*;

use crate::branch::Branch;
use crate::record::{Day, MemberId, Period, Score};
use crate::rulebook::{BandOf, Scheme};

/// One member's points over a time.
#[derive(Debug)]
pub struct Account<'a> {
    /// Whose they are.
    pub member: &'a MemberId,
    /// The last day that is reckoned.
    pub until: Day,
    /// Every line, in the order of the reckoning.
    pub lines: Vec<Line<'a>>,
    /// What days brought on which the person was not scored, and what was declared and not confirmed, by date: it counts
    /// nothing and is in no sum.
    pub unscored: Vec<Line<'a>>,
}

impl<'a> Account<'a> {
    /// The lines of a period; what was settled only where all its days are in it.
    pub fn within(&self, period: Period) -> impl Iterator<Item = &Line<'a>> {
        between(&self.lines, period)
            .iter()
            .filter(move |line| line.origin.begins().is_none_or(|day| period.first <= day))
    }

    /// The points that count in a period, before they are rounded.
    pub fn exact(&self, period: Period) -> Score {
        let before = self.within(period).filter(|line| !matches!(line.origin, Origin::Rounded(..)));
        before.map(|line| line.counted).sum()
    }

    /// What band and standard of a scheme are read off.
    pub(super) fn judged(&self, scheme: &Scheme, period: Period) -> Score {
        match scheme.band_of {
            Some(BandOf::Exact) => self.exact(period),
            Some(BandOf::Rounded) | None => self.total(period),
        }
    }

    /// The last day on which a period is still to be settled; none where no limit is taken later than the account.
    pub fn settles_on(&self, period: Period) -> Option<Day> {
        let ends = self.within(period).filter_map(|line| line.origin.ends());
        ends.filter(|day| self.until < *day).max()
    }

    /// Every line that names the person in a period, by date: those that count, and those of days on which the person
    /// was not scored.
    pub fn naming(&self, period: Period) -> Vec<&Line<'a>> {
        let mut lines: Vec<_> = self.within(period).chain(between(&self.unscored, period)).collect();
        lines.sort_by_key(|line| line.date);
        lines
    }

    /// The points that count in a period.
    pub fn total(&self, period: Period) -> Score {
        self.within(period).map(|line| line.counted).sum()
    }
}

/// Of lines by date those of a period.
fn between<'s, 'a>(lines: &'s [Line<'a>], period: Period) -> &'s [Line<'a>] {
    let first = lines.partition_point(|line| line.date < period.first);
    let behind = lines.partition_point(|line| line.date <= period.last);
    &lines[first..behind.max(first)]
}

/// The accounts of everybody who is scored on some day of a period, by id, with every line of the days that the rules
/// reach back to; as they stand on a day, after which nothing counts yet. Nobody's where the period begins after it.
///
/// The branch must hold the meetings and awards of those days.
pub fn reckon(branch: &Branch, period: Period, on: Day) -> Vec<Account<'_>> {
    let is_scored = |period: Period, id: &MemberId| {
        branch.members.get(id).is_some_and(|member| branch.first_scored(member, period).is_some())
    };
    accounts(branch, period, on, is_scored)
}

/// The account of one person as it stands on a day, whether the person is scored or not.
pub fn reckon_one<'a>(branch: &'a Branch, period: Period, on: Day, member: &MemberId) -> Option<Account<'a>> {
    accounts(branch, period, on, |_, id| id == member).pop()
}

/// The accounts of some, who are asked for with the days that are over.
fn accounts<'a>(
    branch: &'a Branch,
    period: Period,
    on: Day,
    wanted: impl Fn(Period, &MemberId) -> bool,
) -> Vec<Account<'a>> {
    let Some(period) = Period::new(period.first, period.last.min(on)) else { return vec![] };
    let reach = branch.rules.reach(period);
    let periods = scored_periods(branch, reach);
    let people: Vec<_> = branch.members.keys().filter(|id| wanted(period, id)).collect();
    let mut gathered = Gathered::of(branch, reach, &periods, &people);
    let scopes = sums::Scopes::of_rules(branch);
    let account = |member: &'a MemberId| {
        let (lines, mut unscored) = gathered.take(member);
        unscored.sort_by_key(|line| line.date);
        Account { member, until: period.last, lines, unscored }
    };
    let mut accounts: Vec<_> = people.into_iter().map(account).collect();
    let count = |account: &mut Account<'a>| {
        let lines = std::mem::take(&mut account.lines);
        account.lines = count::count(branch, &scopes, &periods, (account.member, account.until), lines);
    };
    match accounts.iter().map(|account| account.lines.len()).sum::<usize>() {
        0..MANY => accounts.iter_mut().for_each(count),
        _ => accounts.par_iter_mut().for_each(count),
    }
    accounts
}

/// So many lines are counted faster by all processors.
const MANY: usize = 10_000;
