//! Counting: lines in order, each cut as it comes, and sums settled when their days are over.

use super::gather::rule;
use super::line::{Cut, Limit, Line, Location, Origin};
use super::scored::{Scored, position, share};
use super::settlement::Waiting;
use super::sums::{Scope, Scopes, Sums};
use crate::branch::Branch;
use crate::record::{At, Day, MemberId, Period, Rounding, Score};
use crate::rulebook::{FoldGrade, Limits};

/// What has counted so far.
struct Counter<'s, 'a> {
    scopes: &'s Scopes,
    sums: Sums<'s>,
    /// The scored periods, in order, and what has counted in each.
    scored: &'s [Scored<'a>],
    totals: Vec<Score>,
    /// The scored period that a veto has set to nothing, and the rule.
    veto: Option<(Period, Location<'a>)>,
    /// What is still to be settled.
    waiting: Waiting<'a>,
    /// Whose lines they are.
    member: &'a MemberId,
}

/// Puts lines in order and cuts each as it comes; adds a line for each veto and for what each settlement took.
pub(super) fn count<'a>(
    branch: &'a Branch,
    scopes: &Scopes,
    scored: &[Scored<'a>],
    (member, until): (&'a MemberId, Day),
    mut lines: Vec<Line<'a>>,
) -> Vec<Line<'a>> {
    lines.sort_by(|one, other| one.date.cmp(&other.date).then_with(|| one.origin.cmp_order(&other.origin)));
    let (totals, waiting) = (vec![Score::ZERO; scored.len()], Waiting::default());
    let mut counter = Counter { scopes, sums: Sums::new(scopes), scored, totals, veto: None, waiting, member };
    let mut counted = Vec::with_capacity(lines.len());
    let mut open = None;
    for mut line in lines {
        let own = counter.at(line.date);
        if let Some(ended) = open.filter(|_| open != own) {
            counter.settle(branch, Some(line.date), line.date, &mut counted);
            counter.round(branch, ended, until, &mut counted);
        }
        open = own;
        // The appraisal of a day is folded into what is settled.
        let is_folded = matches!(line.origin, Origin::Appraisal(..));
        let before = if is_folded { line.date.plus(1) } else { line.date };
        counter.settle(branch, Some(before), line.date, &mut counted);
        if let Origin::Carried(before, percent) = line.origin {
            line.raw = counter.carried(branch, before, percent, line.date);
            line.counted = line.raw;
        }
        if let Origin::Appraisal(_, worth) = line.origin {
            line.raw = counter.folded(worth, line.date);
            line.counted = line.raw;
        }
        counter.cut(branch, &mut line);
        counter.add_own(&line);
        if !is_folded && !counter.is_vetoed(line.date) {
            let scored = own.map(|at| &scored[at]);
            counter.waiting.note(branch, scopes, scored, &line);
        }
        if counter.is_veto(&line) {
            // A veto takes what is left when everything before it is settled.
            counter.settle(branch, None, line.date, &mut counted);
            let veto = counter.veto_of(branch, &line);
            counted.push(line);
            if let Some(veto) = veto {
                counter.add(&veto, &[]);
                counted.push(veto);
            }
        } else {
            counted.push(line);
        }
    }
    counter.settle(branch, None, until, &mut counted);
    if let Some(last) = open {
        counter.round(branch, last, until, &mut counted);
    }
    counted
}

impl<'a> Counter<'_, 'a> {
    /// Which scored period a day lies in.
    fn at(&self, day: Day) -> Option<usize> {
        position(self.scored, day)
    }

    /// The scored period a day lies in, and what has counted in it.
    fn scored(&self, day: Day) -> Option<(Period, Score)> {
        self.at(day).map(|at| (self.scored[at].days, self.totals[at]))
    }

    /// The share of a scored period that is carried over; nothing of less than nothing.
    fn carried(&self, branch: &Branch, before: Period, percent: i64, day: Day) -> Score {
        let sum = self.scored(before.last).map_or(Score::ZERO, |(_, sum)| sum);
        let share = self.share(sum.max(Score::ZERO).percent(percent), day);
        let carry = branch.rules.scheme_on(day).and_then(|scheme| scheme.carry.as_ref());
        let most = carry.and_then(|carry| carry.most.as_ref());
        most.map_or(share, |most| share.min(most.value))
    }

    /// A share as it counts on a day.
    fn share(&self, exact: Score, day: Day) -> Score {
        share(self.scored, exact, day, Rounding::Nearest)
    }

    /// What the appraisal adds: its points, or what its factor makes of what has counted.
    fn folded(&self, worth: &FoldGrade, day: Day) -> Score {
        match (&worth.points, &worth.percent) {
            (Some(points), _) => points.value,
            (None, Some(percent)) => {
                let sum = self.scored(day).map_or(Score::ZERO, |(_, sum)| sum);
                self.share(sum.percent(percent.value), day) - sum
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
            let class = branch.judged_class(scheme, self.member, Period::day(line.date));
            self.hold(branch, line, Scope::ALL, Limit::Ceiling, scheme.ceiling_of(class));
            self.hold(branch, line, Scope::ALL, Limit::Floor, scheme.floor_of(class));
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
        let limits = limits.filter(|limits| !limits.at_settlement());
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

    /// Settles what ends before a day, everything where none is said; what is not over by then, on a day.
    fn settle(&mut self, branch: &'a Branch, before: Option<Day>, on: Day, lines: &mut Vec<Line<'a>>) {
        while let Some(due) = self.waiting.next(before) {
            let days = Period { last: due.days().last.min(on), ..due.days() };
            let scheme = branch.rules.scheme_on(days.last);
            let class = scheme.and_then(|scheme| branch.judged_class(scheme, self.member, days));
            for limit in due.limits(branch, class) {
                let (scope, stretch, day) = due.added();
                let sum = self.sums.over(scope, stretch, day);
                if let Some(line) = due.line(branch, limit, sum, on) {
                    self.add(&line, due.scopes());
                    lines.push(line);
                }
            }
        }
    }

    /// Rounds a scored period, once all of it is settled, as far as it reaches.
    fn round(&mut self, branch: &'a Branch, at: usize, until: Day, lines: &mut Vec<Line<'a>>) {
        let (Scored { days, scheme }, exact) = (self.scored[at], self.totals[at]);
        let counted = scheme.rounded(exact) - exact;
        let Some(rule) = rule(branch, &scheme.span).filter(|_| counted != Score::ZERO) else { return };
        let (date, origin) = (days.last.min(until), Origin::Rounded(days, exact));
        let (raw, record) = (Score::ZERO, rule.clone());
        let line = Line { date, origin, doubled: None, raw, counted, cuts: vec![], record, rule };
        self.add(&line, &[]);
        lines.push(line);
    }

    /// Adds a line that is cut to its item and its category.
    fn add_own(&mut self, line: &Line<'a>) {
        let scopes = line.origin.item().and_then(|item| self.scopes.of(item));
        self.add(line, scopes.as_ref().map_or(&[], |scopes| scopes));
    }

    /// Adds what counts to some scopes and to the whole. What a veto takes, it takes from the whole alone, not from the
    /// item that brought it.
    fn add(&mut self, line: &Line<'a>, scopes: &[Scope]) {
        for scope in scopes.iter().copied().chain([Scope::ALL]) {
            self.sums.add(scope, line.date, line.counted);
        }
        if let Some(at) = self.at(line.date) {
            self.totals[at] += line.counted;
        }
    }

    /// Whether a veto stands in the scored period of a day.
    fn is_vetoed(&self, day: Day) -> bool {
        self.veto.as_ref().is_some_and(|(period, _)| period.contains(day))
    }

    /// Whether a line is the first veto of its scored period.
    fn is_veto(&self, line: &Line<'a>) -> bool {
        let Origin::Entry(item, _) = line.origin else { return false };
        item.is_veto() && self.at(line.date).is_some() && !self.is_vetoed(line.date)
    }

    /// The line by which a veto takes what has counted in its scored period.
    fn veto_of(&mut self, branch: &'a Branch, line: &Line<'a>) -> Option<Line<'a>> {
        let Origin::Entry(item, _) = line.origin else { return None };
        let span = item.veto.as_ref().map(|veto| &veto.span)?;
        let (period, sum) = self.scored(line.date)?;
        let rule = rule(branch, span)?;
        self.veto = Some((period, rule.clone()));
        let (date, record) = (line.date, line.record.clone());
        let origin = Origin::Veto(item, period);
        Some(Line { date, origin, doubled: None, raw: -sum, counted: -sum, cuts: vec![], record, rule })
    }
}
