//! Counting: lines in order, each cut as it comes.

use super::gather::rule;
use super::line::{Cut, Limit, Line, Origin, Spot};
use super::scored::Scored;
use super::sums::{Scope, Scopes, Sums};
use crate::branch::Branch;
use crate::record::{At, Day, Period, Score};
use crate::rulebook::{FoldGrade, Limits};

/// What has counted so far.
struct Counter<'s, 'a> {
    scopes: &'s Scopes,
    sums: Sums<'s>,
    /// The scored periods, in order, and what has counted in each.
    scored: &'s [Scored<'a>],
    totals: Vec<Score>,
    /// The scored period that a veto has set to nothing, and the rule.
    veto: Option<(Period, Spot<'a>)>,
}

/// Puts lines in order and cuts each as it comes; adds a line for each veto.
pub(super) fn count<'a>(branch: &'a Branch, scopes: &Scopes, scored: &[Scored<'a>], lines: &mut Vec<Line<'a>>) {
    lines.sort_by(|one, other| one.date.cmp(&other.date).then_with(|| one.origin.cmp_order(&other.origin)));
    let totals = vec![Score::ZERO; scored.len()];
    let mut counter = Counter { scopes, sums: Sums::new(scopes), scored, totals, veto: None };
    let mut vetoes = Vec::new();
    for (at, line) in lines.iter_mut().enumerate() {
        if let Origin::Carried(before, percent) = line.origin {
            line.raw = counter.carried(branch, before, percent, line.date);
            line.counted = line.raw;
        }
        if let Origin::Appraisal(_, worth) = line.origin {
            line.raw = counter.folded(worth, line.date);
            line.counted = line.raw;
        }
        counter.cut(branch, line);
        counter.add(line);
        if let Some(veto) = counter.veto_of(branch, line) {
            counter.add(&veto);
            vetoes.push((at + 1, veto));
        }
    }
    for (at, veto) in vetoes.into_iter().rev() {
        lines.insert(at, veto);
    }
}

impl<'a> Counter<'_, 'a> {
    /// Which scored period a day lies in.
    fn at(&self, day: Day) -> Option<usize> {
        let at = self.scored.partition_point(|scored| scored.days.last < day);
        self.scored.get(at).filter(|scored| scored.days.contains(day)).map(|_| at)
    }

    /// The scored period a day lies in, and what has counted in it.
    fn scored(&self, day: Day) -> Option<(Period, Score)> {
        self.at(day).map(|at| (self.scored[at].days, self.totals[at]))
    }

    /// The share of a scored period that is carried over; nothing of less than nothing.
    fn carried(&self, branch: &Branch, before: Period, percent: i64, day: Day) -> Score {
        let sum = self.scored(before.last).map_or(Score::ZERO, |(_, sum)| sum);
        let share = sum.max(Score::ZERO).percent(percent);
        let carry = branch.rules.scheme_on(day).and_then(|scheme| scheme.carry.as_ref());
        let most = carry.and_then(|carry| carry.most.as_ref());
        most.map_or(share, |most| share.min(most.value))
    }

    /// What the appraisal adds: its points, or what its factor makes of what has counted.
    fn folded(&self, worth: &FoldGrade, day: Day) -> Score {
        match (&worth.points, &worth.percent) {
            (Some(points), _) => points.value,
            (None, Some(percent)) => {
                let sum = self.scored(day).map_or(Score::ZERO, |(_, sum)| sum);
                sum.percent(percent.value) - sum
            }
            (None, None) => Score::ZERO,
        }
    }

    /// Cuts a line by every limit, in the order of the reckoning.
    fn cut(&mut self, branch: &'a Branch, line: &mut Line<'a>) {
        if let Some((period, rule)) = self.veto.as_ref().filter(|(period, _)| period.contains(line.date)) {
            let cut =
                Cut { limit: Limit::Veto, over: *period, at: Score::ZERO, taken: line.counted, rule: rule.clone() };
            if line.counted != Score::ZERO {
                line.cuts.push(cut);
                line.counted = Score::ZERO;
            }
            return;
        }
        // Folded in after the limits: a ceiling is on what was earned.
        if matches!(line.origin, Origin::Appraisal(..)) {
            return;
        }
        if let Some((item, [scope, of_category])) =
            line.origin.item().and_then(|item| Some((item, self.scopes.of(item)?)))
        {
            self.hold(branch, line, scope, Limit::ItemCeiling, item.ceiling.as_ref());
            self.hold(branch, line, scope, Limit::ItemFloor, item.floor.as_ref());
            let limited = self.scopes.is_limited(of_category);
            if let Some(category) = limited.then(|| branch.rules.category_on(&item.category, line.date)).flatten() {
                let scope = of_category;
                self.hold(branch, line, scope, Limit::CategoryCeiling, category.ceiling.as_ref());
                self.hold(branch, line, scope, Limit::CategoryFloor, category.floor.as_ref());
            }
        }
        if let Some(scheme) = branch.rules.scheme_on(line.date) {
            self.hold(branch, line, Scope::ALL, Limit::Ceiling, scheme.ceiling.as_ref());
            self.hold(branch, line, Scope::ALL, Limit::Floor, scheme.floor.as_ref());
        }
    }

    /// Holds a line within one limit over each of its stretches.
    fn hold(
        &mut self,
        branch: &'a Branch,
        line: &mut Line<'a>,
        scope: Scope,
        limit: Limit,
        limits: Option<&'a At<Limits>>,
    ) {
        let Some((limits, rule)) = limits.and_then(|limits| Some((limits, rule(branch, &limits.span)?))) else {
            return;
        };
        for (stretch, at) in limits.each() {
            let room = at - self.sums.over(scope, stretch, line.date);
            let (held, cuts) = match limit.is_ceiling() {
                true => (line.counted.min(room.max(Score::ZERO)), !line.counted.is_negative()),
                false => (line.counted.max(room.min(Score::ZERO)), line.counted.is_negative()),
            };
            if cuts && held != line.counted {
                let over = stretch.around(line.date);
                line.cuts.push(Cut { limit, over, at, taken: line.counted - held, rule: rule.clone() });
                line.counted = held;
            }
        }
    }

    /// Adds a line that is cut.
    fn add(&mut self, line: &Line<'a>) {
        // What a veto takes, it takes from the whole, not from the item that brought it.
        let item = line.origin.item().filter(|_| !matches!(line.origin, Origin::Veto(..)));
        for scope in item.and_then(|item| self.scopes.of(item)).into_iter().flatten().chain([Scope::ALL]) {
            self.sums.add(scope, line.date, line.counted);
        }
        if let Some(at) = self.at(line.date) {
            self.totals[at] += line.counted;
        }
    }

    /// The line by which a veto takes what has counted in its scored period.
    fn veto_of(&mut self, branch: &'a Branch, line: &Line<'a>) -> Option<Line<'a>> {
        let Origin::Entry(item, _) = line.origin else { return None };
        let span = item.veto.as_ref().filter(|_| item.is_veto()).map(|veto| &veto.span)?;
        let (period, sum) = self.scored(line.date)?;
        if self.veto.as_ref().is_some_and(|(vetoed, _)| *vetoed == period) {
            return None;
        }
        let rule = rule(branch, span)?;
        self.veto = Some((period, rule.clone()));
        let (date, record) = (line.date, line.record.clone());
        let origin = Origin::Veto(item, period);
        Some(Line { date, origin, doubled: None, raw: -sum, counted: -sum, cuts: vec![], record, rule })
    }
}
