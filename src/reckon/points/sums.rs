//! What adds up under one limit, over the stretches of the calendar for which somebody asks.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::branch::Branch;
use crate::record::{At, Day, Score};
use crate::rulebook::{Item, Limits, Stretch};

/// What adds up under one limit: the lines of an item, those of a category, or all.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Scope(usize);

impl Scope {
    /// All lines.
    pub(super) const ALL: Self = Self(0);
}

/// Every scope of the rules, and the stretches over which it is asked for. Worked out once: the lines are many.
pub(super) struct Scopes {
    /// The stretches of all scopes, one scope after the other.
    stretches: Vec<Stretch>,
    /// Where those of each scope stand among them.
    ranges: Vec<Range<usize>>,
    /// The scopes of an item and of its category, by where the item stands in its file, in that order.
    of_items: Vec<(u32, [Scope; 2])>,
}

impl Scopes {
    /// Those of the rules of a branch.
    pub(super) fn of_rules(branch: &Branch) -> Self {
        let rules = &branch.rules;
        let mut wanted: Vec<BTreeSet<Stretch>> = vec![BTreeSet::new()];
        let limits = |one: &Option<At<Limits>>, other: &Option<At<Limits>>| {
            let both = [one, other].into_iter().flatten();
            both.flat_map(|limits| limits.each()).map(|(stretch, _)| stretch).collect::<Vec<_>>()
        };
        // Without a scheme there is nothing to carry over or to take but what a year holds.
        wanted[0].insert(Stretch::Year);
        for scheme in rules.schemes() {
            wanted[0].insert(scheme.period.stretch());
            wanted[0].extend(limits(&scheme.ceiling, &scheme.floor));
        }
        let scope_of = |wanted: &mut Vec<BTreeSet<Stretch>>, known: &mut HashMap<_, _>, id| {
            *known.entry(id).or_insert_with(|| {
                wanted.push(BTreeSet::new());
                Scope(wanted.len() - 1)
            })
        };
        let (mut items, mut categories, mut of_items) = (HashMap::new(), HashMap::new(), Vec::new());
        for item in rules.items() {
            let own = scope_of(&mut wanted, &mut items, item.id.as_str());
            wanted[own.0].extend(limits(&item.ceiling, &item.floor));
            let category = scope_of(&mut wanted, &mut categories, item.category.as_str());
            of_items.push((item.span.start, [own, category]));
        }
        for category in rules.categories() {
            if let Some(scope) = categories.get(category.id.as_str()) {
                wanted[scope.0].extend(limits(&category.ceiling, &category.floor));
            }
        }
        of_items.sort_by_key(|(start, _)| *start);
        let (mut stretches, mut ranges) = (Vec::new(), Vec::new());
        for wanted in wanted {
            let first = stretches.len();
            stretches.extend(wanted);
            ranges.push(first..stretches.len());
        }
        Self { stretches, ranges, of_items }
    }

    /// The scope of an item of these rules, and that of its category.
    pub(super) fn of(&self, item: &Item) -> Option<[Scope; 2]> {
        let at = self.of_items.binary_search_by_key(&item.span.start, |(start, _)| *start);
        at.ok().map(|at| self.of_items[at].1)
    }

    /// Whether anything limits a scope, or is asked of it.
    pub(super) fn is_limited(&self, scope: Scope) -> bool {
        !self.ranges[scope.0].is_empty()
    }
}

/// What has counted, by scope and stretch.
pub(super) struct Sums<'s> {
    scopes: &'s Scopes,
    /// For each stretch of each scope, in its order: the first days and the sums, by day.
    sums: Vec<Vec<(Day, Score)>>,
    /// The first days of the stretches around the day that was last asked for.
    firsts: Option<(Day, [Day; STRETCHES.len()])>,
}

/// Every stretch, as `Stretch` counts them.
const STRETCHES: [Stretch; 5] = [Stretch::Day, Stretch::Month, Stretch::Quarter, Stretch::HalfYear, Stretch::Year];

impl<'s> Sums<'s> {
    /// Nothing yet.
    pub(super) fn new(scopes: &'s Scopes) -> Self {
        Self { scopes, sums: vec![Vec::new(); scopes.stretches.len()], firsts: None }
    }

    /// The first day of the stretch a day lies in; many lines are of one day.
    fn first(&mut self, stretch: Stretch, day: Day) -> Day {
        let firsts = match self.firsts {
            Some((last, firsts)) if last == day => firsts,
            _ => STRETCHES.map(|stretch| stretch.first(day)),
        };
        self.firsts = Some((day, firsts));
        firsts[stretch as usize]
    }

    /// Adds what counts on a day; the days come in order.
    pub(super) fn add(&mut self, scope: Scope, day: Day, counted: Score) {
        for at in self.scopes.ranges[scope.0].clone() {
            let first = self.first(self.scopes.stretches[at], day);
            match self.sums[at].last_mut() {
                Some((last, sum)) if *last == first => *sum += counted,
                _ => self.sums[at].push((first, counted)),
            }
        }
    }

    /// What has counted in a scope over the stretch a day lies in.
    pub(super) fn over(&mut self, scope: Scope, stretch: Stretch, day: Day) -> Score {
        let mut range = self.scopes.ranges[scope.0].clone();
        let Some(at) = range.find(|at| self.scopes.stretches[*at] == stretch) else { return Score::ZERO };
        let (first, sums) = (self.first(stretch, day), &self.sums[at]);
        match sums.last() {
            Some((last, sum)) if *last == first => *sum,
            Some((last, _)) if first < *last => {
                sums.binary_search_by_key(&first, |(first, _)| *first).map_or(Score::ZERO, |at| sums[at].1)
            }
            _ => Score::ZERO,
        }
    }
}
