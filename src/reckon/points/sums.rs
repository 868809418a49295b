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
    /// For each scope the stretches over which some limit is taken at settlement.
    settled: Vec<Vec<Stretch>>,
}

/// The stretches over which the limits of one scope ask for its sum.
#[derive(Default)]
struct Asked {
    all: BTreeSet<Stretch>,
    settled: BTreeSet<Stretch>,
}

impl Asked {
    fn add(&mut self, ceiling: &Option<At<Limits>>, floor: &Option<At<Limits>>) {
        for limits in [ceiling, floor].into_iter().flatten() {
            let stretches = || limits.each().map(|(stretch, _)| stretch);
            self.all.extend(stretches());
            self.settled.extend(stretches().filter(|_| limits.at_settlement()));
        }
    }
}

impl Scopes {
    /// Those of the rules of a branch.
    pub(super) fn of_rules(branch: &Branch) -> Self {
        let rules = &branch.rules;
        let mut asked = vec![Asked::default()];
        // Without a scheme there is nothing to carry over or to take but what a year holds.
        asked[0].all.insert(Stretch::Year);
        for scheme in rules.schemes() {
            asked[0].all.insert(scheme.period.stretch());
            asked[0].add(&scheme.ceiling, &scheme.floor);
            scheme.class_bases.iter().for_each(|own| asked[0].add(&own.ceiling, &own.floor));
        }
        let scope_of = |asked: &mut Vec<Asked>, known: &mut HashMap<_, _>, id| {
            *known.entry(id).or_insert_with(|| {
                asked.push(Asked::default());
                Scope(asked.len() - 1)
            })
        };
        let (mut items, mut categories, mut of_items) = (HashMap::new(), HashMap::new(), Vec::new());
        for item in rules.items() {
            let own = scope_of(&mut asked, &mut items, item.id.as_str());
            asked[own.0].add(&item.ceiling, &item.floor);
            let category = scope_of(&mut asked, &mut categories, item.category.as_str());
            of_items.push((item.span.start, [own, category]));
        }
        for category in rules.categories() {
            if let Some(scope) = categories.get(category.id.as_str()) {
                asked[scope.0].add(&category.ceiling, &category.floor);
            }
        }
        of_items.sort_by_key(|(start, _)| *start);
        let (mut stretches, mut ranges, mut settled) = (Vec::new(), Vec::new(), Vec::new());
        for asked in asked {
            let first = stretches.len();
            stretches.extend(asked.all);
            ranges.push(first..stretches.len());
            settled.push(asked.settled.into_iter().collect());
        }
        Self { stretches, ranges, of_items, settled }
    }

    /// The stretches over which a scope is settled when they are over, the shortest first.
    pub(super) fn settled(&self, scope: Scope) -> &[Stretch] {
        &self.settled[scope.0]
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
