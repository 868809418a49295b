//! Settlement: limits that are taken from a sum when its days are over.

use super::gather::rule;
use super::line::{Cut, Limit, Limited, Line, Origin};
use super::scored::Scored;
use super::sums::{Scope, Scopes};
use crate::branch::Branch;
use crate::record::{At, ClassId, Day, Period, Score};
use crate::rulebook::{Limits, Scheme, Stretch};

/// The limits that wait for the end of their days, and what they are on.
#[derive(Default)]
pub(super) struct Waiting<'a>(Vec<Sum<'a>>);

/// The lines of a scope over a stretch, as far as one scored period reaches: what is settled at once.
pub(super) struct Sum<'a> {
    /// The days at whose end it is settled.
    days: Period,
    stretch: Stretch,
    limited: Limited<'a>,
    /// The narrowest scope of what it is on, and the one that holds it.
    scopes: Vec<Scope>,
    scheme: Option<&'a Scheme>,
}

impl<'a> Waiting<'a> {
    /// Notes what a line is in that has to be settled.
    pub(super) fn note(&mut self, branch: &'a Branch, scopes: &Scopes, scored: Option<&Scored<'a>>, line: &Line<'a>) {
        let item = line.origin.item().and_then(|item| Some((item, scopes.of(item)?)));
        let own = item.and_then(|(item, of_item)| {
            let category = branch.rules.category_on(&item.category, line.date)?;
            Some([(Limited::Item(item), of_item.to_vec()), (Limited::Category(category), of_item[1..].to_vec())])
        });
        for (limited, all) in own.into_iter().flatten().chain([(Limited::All, vec![])]) {
            for stretch in scopes.settled(all.first().copied().unwrap_or(Scope::ALL)) {
                let noted =
                    |sum: &Sum<'_>| sum.stretch == *stretch && sum.scopes == all && sum.days.contains(line.date);
                if !self.0.iter().any(noted) {
                    let whole = stretch.around(line.date);
                    let days = scored.and_then(|scored| scored.days.common(whole)).unwrap_or(whole);
                    let scheme = scored.map(|scored| scored.scheme);
                    self.0.push(Sum { days, stretch: *stretch, limited, scopes: all.clone(), scheme });
                }
            }
        }
    }

    /// The next that is to be settled before a line of a day; any where no line follows. Those whose days end first, of
    /// these the narrowest, of these those over the shortest stretch.
    pub(super) fn next(&mut self, before: Option<Day>) -> Option<Sum<'a>> {
        let over = |sum: &Sum<'_>| before.is_none_or(|day| sum.days.last < day);
        let order = |sum: &Sum<'_>| (sum.days.last, std::cmp::Reverse(sum.scopes.len()), sum.stretch);
        let (at, _) = self.0.iter().enumerate().filter(|(_, sum)| over(sum)).min_by_key(|(_, sum)| order(sum))?;
        Some(self.0.swap_remove(at))
    }
}

impl<'a> Sum<'a> {
    /// What its lines are in.
    pub(super) fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    /// Where it is added up.
    pub(super) fn added(&self) -> (Scope, Stretch, Day) {
        (self.scopes.first().copied().unwrap_or(Scope::ALL), self.stretch, self.days.last)
    }

    /// Its days.
    pub(super) fn days(&self) -> Period {
        self.days
    }

    /// The limits on it, by the rules of its last day, for somebody of a class.
    pub(super) fn limits(
        &self,
        branch: &'a Branch,
        class: Option<&ClassId>,
    ) -> impl Iterator<Item = (Limit, &'a At<Limits>)> + use<'a> {
        let rules = &branch.rules;
        let (ceiling, floor) = match self.limited {
            Limited::Item(item) => {
                let forms = rules.items().filter(|form| {
                    form.id.value == item.id.value
                        && form.from.value <= self.days.last
                        && form.until.as_ref().is_none_or(|until| self.days.first <= until.value)
                });
                let last = forms.max_by_key(|form| form.from.value).unwrap_or(item);
                ((Limit::ItemCeiling, last.ceiling.as_ref()), (Limit::ItemFloor, last.floor.as_ref()))
            }
            Limited::Category(category) => {
                let last = rules.category_on(&category.id, self.days.last).unwrap_or(category);
                ((Limit::CategoryCeiling, last.ceiling.as_ref()), (Limit::CategoryFloor, last.floor.as_ref()))
            }
            Limited::All => {
                let ceiling = self.scheme.and_then(|scheme| scheme.ceiling_of(class));
                ((Limit::Ceiling, ceiling), (Limit::Floor, self.scheme.and_then(|scheme| scheme.floor_of(class))))
            }
        };
        let both = [ceiling, floor].into_iter().filter_map(|(limit, limits)| Some((limit, limits?)));
        both.filter(|(_, limits)| limits.at_settlement())
    }

    /// The line by which a limit is taken from what has counted, as far as that lies beyond it.
    pub(super) fn line(
        &self,
        branch: &'a Branch,
        (limit, limits): (Limit, &'a At<Limits>),
        sum: Score,
        on: Day,
    ) -> Option<Line<'a>> {
        let (at, rule) = (limits.over(self.stretch)?, rule(branch, &limits.span)?);
        let beyond = if limit.is_ceiling() { at < sum } else { sum < at };
        let taken = Some(sum - at).filter(|_| beyond)?;
        let date = self.days.last.min(on);
        let over = self.stretch.around(self.days.last);
        let cuts = vec![Cut { limit, over, at, taken, rule: rule.clone() }];
        let origin = Origin::Settled(self.limited, self.days, sum);
        Some(Line { date, origin, doubled: None, raw: Score::ZERO, counted: -taken, cuts, record: rule.clone(), rule })
    }
}
