//! Who meets the conditions of an honour, and what speaks for and against each.

use std::collections::BTreeMap;

use super::attendance::{Tally, seats};
use super::points::{Account, Origin, listed, scored_periods};
use crate::branch::Branch;
use crate::record::{GradeId, MemberId, Period, Score};
use crate::rulebook::ExemplarRule;

/// What speaks for or against a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason<'a> {
    /// The points of a scored period, and the least that is wanted.
    Points(Period, Score, Score),
    /// The rate of attendance in tenths of a percent, none where nothing was due; and the least in percent.
    Rate(Option<i64>, i64),
    /// So many deductions for discipline, or vetoes.
    Discipline(usize),
    /// The grade of the last appraisal, which bars, or does not.
    Grade(i64, &'a GradeId),
}

/// What speaks for a member, and what against.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// Who.
    pub member: &'a MemberId,
    /// What speaks for the member.
    pub pro: Vec<Reason<'a>>,
    /// What speaks against; nothing where every condition is met.
    pub contra: Vec<Reason<'a>>,
}

/// Everybody who was scored in a period, in the order of the roll, with what speaks for and against an honour.
pub fn candidates<'a>(
    branch: &'a Branch,
    rule: &ExemplarRule,
    accounts: &'a [Account<'a>],
    period: Period,
) -> Vec<Candidate<'a>> {
    let mut tallies: BTreeMap<&MemberId, Tally> = BTreeMap::new();
    for meeting in branch.activities(period) {
        for seat in seats(branch, meeting) {
            tallies.entry(seat.member).or_default().add(&seat);
        }
    }
    let mut grades: BTreeMap<&MemberId, (i64, &GradeId)> = BTreeMap::new();
    for (_, one) in branch.appraised().filter(|(_, one)| one.year.value <= i64::from(period.last.year())) {
        let Some(grade) = &one.grade else { continue };
        let last = grades.entry(&one.member.value).or_insert((one.year.value, &grade.value));
        if one.year.value >= last.0 {
            *last = (one.year.value, &grade.value);
        }
    }
    let candidate = |account: &'a Account<'a>| {
        let mut candidate = Candidate { member: account.member, pro: vec![], contra: vec![] };
        if let Some(least) = &rule.points {
            for scored in scored_periods(branch, period) {
                let Some(days) = scored.days.common(period) else { continue };
                if account.within(days).next().is_some() {
                    let total = account.total(days);
                    candidate.put(total >= least.value, Reason::Points(days, total, least.value));
                }
            }
        }
        if let Some(least) = &rule.rate {
            let rate = tallies.get(account.member).and_then(Tally::rate);
            candidate.put(rate.is_some_and(|rate| rate >= least.value * 10), Reason::Rate(rate, least.value));
        }
        if rule.clean.unwrap_or(false) {
            let breach = |origin: Origin<'_>| match origin {
                Origin::Entry(item, _) | Origin::Attendance(item, _) => {
                    item.discipline.unwrap_or(false) || item.is_veto()
                }
                _ => false,
            };
            let breaches = account.within(period).filter(|line| breach(line.origin)).count();
            candidate.put(breaches == 0, Reason::Discipline(breaches));
        }
        if let Some(&(year, grade)) = grades.get(account.member) {
            let bars = branch.rules.grade(grade).is_some_and(|grade| grade.exemplary == Some(false));
            candidate.put(!bars, Reason::Grade(year, grade));
        }
        candidate
    };
    listed(branch, accounts, period).map(candidate).collect()
}

impl<'a> Candidate<'a> {
    fn put(&mut self, is_met: bool, reason: Reason<'a>) {
        if is_met { self.pro.push(reason) } else { self.contra.push(reason) }
    }

    /// Whether every condition is met.
    pub fn is_met(&self) -> bool {
        self.contra.is_empty()
    }
}
