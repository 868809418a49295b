//! Hours of study against those that are owed in a year.

use std::collections::BTreeMap;

use crate::branch::{Branch, Query};
use crate::record::{Day, Member, MemberId, Month, Period, Score, Study};
use crate::rulebook::Owed;

/// What one person studied.
#[derive(Clone, Debug)]
pub struct Studied<'a> {
    /// Who.
    pub member: &'a MemberId,
    /// The day on which the person is looked at: the last of the period with the branch.
    pub day: Day,
    /// All hours of the period.
    pub hours: Score,
    /// The hours from the first day of the year to the end of the period that count for what is owed.
    pub of_year: Score,
    /// By what rule hours are owed in that year; none where none are.
    pub owed: Option<&'a Owed>,
    /// The hours that are owed in that year: a share of those of the rule for who is there for a part of it.
    pub of_rule: Score,
}

impl Studied<'_> {
    /// The hours of the year that are still owed; none where nothing is owed.
    pub fn short(&self) -> Option<Score> {
        self.owed.map(|_| (self.of_rule - self.of_year).max(Score::ZERO))
    }
}

/// What [`studied`] needs: the hours from the first day of the year on.
pub fn studied_query(period: Period) -> Query {
    Query::roll().study(Period { first: Period::year_of(period.last).first.min(period.first), last: period.last })
}

/// What everybody studied in a period, by id: the members of the period, and whoever studied.
pub fn studied(branch: &Branch, period: Period) -> Vec<Studied<'_>> {
    let year = Period { first: Period::year_of(period.last).first, last: period.last };
    let mut records: BTreeMap<&MemberId, Vec<&Study>> = BTreeMap::new();
    for (_, study) in branch.studied().filter(|(_, study)| study.struck.is_none()) {
        records.entry(&study.member.value).or_default().push(study);
    }
    let mut all = Vec::new();
    for (id, member) in &branch.members {
        let Some(day) = branch.last_there(member, period) else { continue };
        let months = branch.months_there(member, Period::year_of(period.last));
        let owed = branch.hours_owed(member, day).map(|owed| (owed, owed.of_months(months)));
        let owed = owed.filter(|(_, hours)| *hours > Score::ZERO);
        let (owed, of_rule) = owed.map_or((None, Score::ZERO), |(owed, hours)| (Some(owed), hours));
        let mut studied = Studied { member: id, day, hours: Score::ZERO, of_year: Score::ZERO, owed, of_rule };
        for study in records.get(id).into_iter().flatten() {
            if period.contains(study.date.value) {
                studied.hours += study.hours.score();
            }
            if year.contains(study.date.value) && owed.is_none_or(|owed| owed.counts(&study.kind)) {
                studied.of_year += study.hours.score();
            }
        }
        if branch.is_member(member, day) || studied.hours > Score::ZERO {
            all.push(studied);
        }
    }
    all
}

impl Branch {
    /// For how many whole months of a year a person is a member and not exempt, as far as it is known.
    fn months_there(&self, member: &Member, year: Period) -> i64 {
        let is_bound = |day: Day| self.is_member(member, day) && !self.is_of_exempt_class(member, day);
        let is_there = |month: &Month| is_bound(month.first()) && is_bound(month.last());
        year.each_month().filter(is_there).count() as i64
    }

    /// What a person owes in a year, as of a day of it: the most of what the rules name by standing and post; nothing
    /// for those of a class that is exempt.
    pub fn hours_owed(&self, member: &Member, day: Day) -> Option<&Owed> {
        let standing = member.standing_on(day);
        let is_exempt = self.is_of_exempt_class(member, day);
        let is_meant = |owed: &&Owed| {
            owed.standings.iter().any(|at| Some(&at.value) == standing)
                || self.posts_on(member, day).any(|post| owed.posts.iter().any(|at| at.value == *post))
        };
        let of_day = self.rules.hours_owed().filter(|owed| owed.holds(day) && !is_exempt);
        of_day.filter(is_meant).max_by_key(|owed| owed.hours)
    }
}
