//! What a scheme of points cannot say: its frame, its bands, what it carries and folds in.

use super::super::{Band, Scheme, ScoredPeriod};
use super::found::{Declared, Faults};
use super::items::{order, some, whole_steps};
use crate::record::Score;
use crate::words;

/// Each base lies between floor and ceiling, and every floor below its ceiling.
pub(super) fn frame(faults: &mut Faults<'_>, scheme: &Scheme) {
    let whole = scheme.period.stretch();
    // Limits of a class are compared with its own base.
    let shared = scheme.class_bases.iter().filter(|own| own.ceiling.is_none() && own.floor.is_none());
    let own = shared.filter_map(|own| own.base.as_ref()).map(|base| base.value);
    let bases = || own.clone().chain([scheme.base.unwrap_or_default()]);
    if let Some(limits) = &scheme.ceiling {
        order(faults, limits, true);
        let most = bases().max().unwrap_or_default();
        for (_, ceiling) in limits.each().filter(|(stretch, ceiling)| *stretch <= whole && *ceiling < most) {
            let fact = words::ceiling_below_base(ceiling, most);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_least(most));
        }
    }
    let Some(limits) = &scheme.floor else {
        return;
    };
    some(faults, limits);
    let least = bases().min().unwrap_or_default();
    if let Some(floor) = limits.over(whole).filter(|floor| least < *floor) {
        let fact = words::floor_above_base(floor, least);
        faults.add("rule-ceiling", &limits.span, fact, words::cure_at_most(least));
    }
    let ceiling = |stretch| scheme.ceiling.as_ref().and_then(|limits| limits.over(stretch));
    for (stretch, floor) in limits.each() {
        if let Some(ceiling) = ceiling(stretch).filter(|ceiling| *ceiling < floor) {
            let fact = words::floor_above_ceiling(floor, ceiling);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_most(ceiling));
        }
    }
}

/// Bands meet: every figure lies in one, and in one only.
pub(super) fn bands(faults: &mut Faults<'_>, scheme: &Scheme) {
    faults.twice(scheme.bands.iter().map(|band| (band.id.as_str(), &band.id.span)));
    let least = |band: &Band| band.least.as_ref().map(|least| least.value);
    let mut bands: Vec<_> = scheme.bands.iter().collect();
    bands.sort_by_key(|band| least(band));
    let Some(lowest) = bands.first() else {
        return;
    };
    if let Some(at) = &lowest.least {
        let fact = words::bands_start(at.value);
        faults.add("rule-bands", &at.span, fact, words::cure_bands_start());
    }
    for pair in bands.windows(2) {
        let (lower, upper) = (pair[0], pair[1]);
        let Some(least) = &upper.least else {
            faults.add("rule-bands", &upper.id.span, words::bands_two_lowest(), words::cure_bands_two_lowest());
            continue;
        };
        if lower.least.as_ref().is_some_and(|at| at.value == least.value) {
            let fact = words::bands_same(lower.name(), upper.name(), least.value);
            faults.add("rule-bands", &least.span, fact, words::cure_bands_same());
        } else if let Some(most) = lower.most.as_ref().filter(|most| most.value != least.value - scheme.step()) {
            let fact = match most.value < least.value {
                true => words::bands_gap(most.value, least.value),
                false => words::bands_overlap(most.value, least.value),
            };
            faults.add(
                "rule-bands",
                &most.span,
                fact,
                words::cure_write(format!("most = {}", least.value - scheme.step())),
            );
        }
    }
}

/// Points of whole steps of the unit, and a unit that is one.
pub(super) fn unit(faults: &mut Faults<'_>, scheme: &Scheme) {
    if let Some(unit) = scheme.unit.as_ref().filter(|unit| unit.value <= Score::ZERO) {
        faults.add("rule-points", &unit.span, words::unit_of_nothing(unit.value), words::cure_unit_of_nothing());
        return;
    }
    let bases = scheme.class_bases.iter().filter_map(|own| own.base.as_ref()).map(|base| (base.value, &base.span));
    let base = scheme.base.map(|base| (base, &scheme.span));
    let least = scheme.bands.iter().filter_map(|band| band.least.as_ref());
    let most = scheme.bands.iter().filter_map(|band| band.most.as_ref());
    let bands = least.chain(most).map(|at| (at.value, &at.span));
    let folded = scheme.appraisal.iter().flat_map(|fold| &fold.grades).filter_map(|one| one.points.as_ref());
    let folded = folded.map(|at| (at.value, &at.span));
    let limits = [&scheme.ceiling, &scheme.floor].into_iter().flatten();
    let limits = limits.flat_map(|limits| limits.each().map(|(_, limit)| (limit, &limits.span)));
    for (points, span) in base.into_iter().chain(bases).chain(bands).chain(folded).chain(limits) {
        whole_steps(faults, points, span, scheme);
    }
}

/// A line that can be reached, and a number of periods that there can be.
pub(super) fn standard(faults: &mut Faults<'_>, scheme: &Scheme) {
    if let Some(standard) = &scheme.standard {
        let ceiling = scheme.ceiling.as_ref().and_then(|limits| limits.over(scheme.period.stretch()));
        if let Some(ceiling) = ceiling.filter(|ceiling| *ceiling < standard.line) {
            let fact = words::standard_above_ceiling(standard.line, ceiling);
            faults.add("rule-standard", &standard.span, fact, words::cure_at_most(ceiling));
        }
        if let Some(in_a_row) = standard.in_a_row.as_ref().filter(|number| number.value < 1) {
            faults.add(
                "rule-standard",
                &in_a_row.span,
                words::too_few(in_a_row.value),
                words::cure_at_least(Score::whole(1)),
            );
        }
    }
    if let Some(days) = scheme.objection_days.as_ref().filter(|days| !(1..=60).contains(&days.value)) {
        faults.add("rule-standard", &days.span, words::objection_days(days.value), words::cure_objection_days());
    }
}

/// A share that is one.
pub(super) fn carry(faults: &mut Faults<'_>, scheme: &Scheme) {
    let Some(carry) = &scheme.carry else {
        return;
    };
    if !(1..=100).contains(&carry.percent.value) {
        faults.add("rule-carry", &carry.percent.span, words::bad_carry(carry.percent.value), words::cure_percent());
    }
    if let Some(most) = carry.most.as_ref().filter(|most| most.value <= Score::ZERO) {
        faults.add("rule-carry", &most.span, words::carry_nothing(most.value), words::cure_at_least(Score::whole(1)));
    }
}

/// The appraisal is of a year, and each grade comes to one thing, all of them to things of one sort.
pub(super) fn fold(faults: &mut Faults<'_>, scheme: &Scheme, grades: Option<&Declared<'_>>) {
    let Some(fold) = &scheme.appraisal else {
        return;
    };
    if scheme.period != ScoredPeriod::Year {
        faults.add("rule-appraisal", &fold.span, words::fold_not_yearly(), words::cure_fold_not_yearly());
    }
    faults.twice(fold.grades.iter().map(|one| (one.grade.as_str(), &one.grade.span)));
    let by_points = fold.grades.iter().filter(|one| one.points.is_some()).count();
    for one in &fold.grades {
        if let Some(grades) = grades {
            faults.unknown(one.grade.as_str(), &one.grade.span, grades);
        }
        if one.points.is_some() == one.percent.is_some() {
            faults.add("rule-appraisal", &one.span, words::fold_one_of_two(), words::cure_fold_one_of_two());
        } else if by_points != 0 && one.points.is_none() {
            faults.add("rule-appraisal", &one.span, words::fold_mixed(), words::cure_fold_mixed());
        }
        if let Some(percent) = one.percent.as_ref().filter(|percent| !(0..=200).contains(&percent.value)) {
            faults.add("rule-appraisal", &percent.span, words::bad_factor(percent.value), words::cure_factor());
        }
    }
}
