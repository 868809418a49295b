//! The figures of a list that is posted.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Account, Scored, scored_periods};
use crate::branch::Branch;
use crate::record::{ClassId, Day, MemberId, Objection, Period, Posting, Source};
use crate::rulebook::{Band, Scheme, short_digest};

/// The accounts of those who were scored in a period, in the order of the roll.
pub fn listed<'b, 'a>(
    branch: &'b Branch,
    accounts: &'b [Account<'a>],
    period: Period,
) -> impl Iterator<Item = &'b Account<'a>> {
    accounts.iter().filter(move |account| {
        branch.members.get(account.member).is_some_and(|member| branch.first_scored(member, period).is_some())
    })
}

/// The digest of everybody's total and band of a scored period.
pub fn figures(branch: &Branch, accounts: &[Account<'_>], period: Period) -> String {
    let (mut said, bands) = (String::new(), Bands::of(branch, period));
    for account in listed(branch, accounts, period) {
        let (total, band) = (account.total(period), bands.band(account).map(Band::key));
        let _ = writeln!(said, "{} {total} {}", account.member, band.unwrap_or_default());
    }
    short_digest(said.as_bytes())
}

/// Whether the figures of a period are no longer those of the list that was posted; they need not be while it is open
/// and an objection was upheld.
pub fn is_outdated(branch: &Branch, accounts: &[Account<'_>], posting: &Posting) -> bool {
    let period = posting.period.value;
    let upheld = || {
        let mut of_period = branch.objections().filter(|(_, _, one)| one.period.value == period);
        of_period.any(|(_, _, one)| one.answered.is_some() && one.declined.is_none())
    };
    figures(branch, accounts, period) != posting.figures && (posting.closed.is_some() || !upheld())
}

/// The bands of a period: of the scored period in which it lies, as far as it reaches; none where it touches several.
#[derive(Clone, Copy, Debug)]
pub struct Bands<'a>(Option<(&'a Branch, &'a Scheme, Period)>);

impl<'a> Bands<'a> {
    /// Those of a period.
    pub fn of(branch: &'a Branch, period: Period) -> Self {
        match scored_periods(branch, period)[..] {
            [only] => Self(Some((branch, only.scheme, Period { first: only.days.first, last: period.last }))),
            _ => Self(None),
        }
    }

    /// All of them, in the order of the rules.
    pub fn all(self) -> impl Iterator<Item = &'a Band> {
        let own = |scheme: &'a Scheme| {
            let own = scheme.class_bases.iter().flat_map(|own| &own.bands);
            own.filter(|band| scheme.bands.iter().all(|other| other.id.value != band.id.value))
        };
        self.0.into_iter().flat_map(move |(_, scheme, _)| scheme.bands.iter().chain(own(scheme)))
    }

    /// The one that somebody's points lie in; none where the period has not begun by the day of the account.
    pub fn band(self, account: &Account<'_>) -> Option<&'a Band> {
        let (branch, scheme, so_far) = self.0.filter(|(.., so_far)| so_far.first <= account.until)?;
        let until = Period { last: so_far.last.min(account.until), ..so_far };
        scheme.band(account.judged(scheme, so_far), branch.judged_class(scheme, account.member, until))
    }
}

/// How many scored periods in a row, the one a period lies in included, were below the line of their scheme; nought
/// where that one was up to standard or there is no line.
pub fn below_standard(branch: &Branch, account: &Account<'_>, period: Period) -> usize {
    let Some(first) = account.lines.first().map(|line| line.date) else { return 0 };
    let Some(reach) = Period::new(first.min(period.first), period.last.min(account.until)) else { return 0 };
    let periods = scored_periods(branch, reach);
    periods.iter().rev().take_while(|scored| is_below(branch, account, scored, period.last)).count()
}

/// The days after so many scored periods in a row below the line as their scheme says, and after as many more, among
/// those that are over.
pub(in crate::reckon) fn fallen_below(branch: &Branch, account: &Account<'_>) -> Vec<Day> {
    let first = account.lines.first().map(|line| line.date);
    let Some(reach) = first.and_then(|first| Period::new(first, account.until)) else { return vec![] };
    let (mut days, mut in_a_row) = (Vec::new(), 0);
    for scored in scored_periods(branch, reach).iter().filter(|scored| scored.days.last <= account.until) {
        in_a_row = if is_below(branch, account, scored, scored.days.last) { in_a_row + 1 } else { 0 };
        if scored.scheme.standard.as_ref().is_some_and(|standard| in_a_row == standard.in_a_row()) {
            days.push(scored.days.last.plus(1));
            in_a_row = 0;
        }
    }
    days
}

/// Whether somebody's points of a scored period, as far as it reaches up to a day, are below the line.
fn is_below(branch: &Branch, account: &Account<'_>, scored: &Scored<'_>, last: Day) -> bool {
    let so_far = Period { last: scored.days.last.min(last), ..scored.days };
    let total = account.judged(scored.scheme, so_far);
    let until = Period { last: so_far.last.min(account.until), ..so_far };
    let class = branch.judged_class(scored.scheme, account.member, until);
    let is_lined = scored.scheme.line_of(class).is_some_and(|line| total < line);
    is_lined && account.within(scored.days).next().is_some()
}

impl Branch {
    /// The class by which a scheme judges somebody over some days: that of the last of them on which the person was there.
    /// None where the scheme has nothing by class.
    pub(super) fn judged_class(&self, scheme: &Scheme, member: &MemberId, days: Period) -> Option<&ClassId> {
        if scheme.class_bases.is_empty() {
            return None;
        }
        let member = self.members.get(member)?;
        let class = self.class_on(member, self.last_there(member, days)?)?;
        Some(&class.id.value)
    }

    /// The lists that were posted and not struck, each with its file and its place in it.
    pub fn postings(&self) -> impl Iterator<Item = (&Source, usize, &Posting)> {
        let lines = self
            .ledgers
            .iter()
            .flat_map(|ledger| ledger.postings.iter().enumerate().map(|(at, posting)| (&ledger.source, at, posting)));
        lines.filter(|(_, _, posting)| posting.struck.is_none())
    }

    /// The objections that were not struck, each with its file and its place in it.
    pub fn objections(&self) -> impl Iterator<Item = (&Source, usize, &Objection)> {
        let lines = self.ledgers.iter().flat_map(|ledger| {
            ledger.objections.iter().enumerate().map(|(at, objection)| (&ledger.source, at, objection))
        });
        lines.filter(|(_, _, objection)| objection.struck.is_none())
    }

    /// The lists that were posted and not struck, by period; the first where there are two of one.
    pub fn postings_by_period(&self) -> BTreeMap<Period, &Posting> {
        let mut by_period = BTreeMap::new();
        for (_, _, posting) in self.postings() {
            by_period.entry(posting.period.value).or_insert(posting);
        }
        by_period
    }

    /// The list that was posted of a period.
    pub fn posting(&self, period: Period) -> Option<(&Source, usize, &Posting)> {
        self.postings().find(|(_, _, posting)| posting.period.value == period)
    }
}
