//! What cannot be in `rules/points.toml`.

use std::collections::HashMap;

use super::super::{Item, Limits, MeetingRules, PointsRules, Scheme, ScoredPeriod, State};
use super::meetings::declared_kinds;
use super::{Dates, Declared, Faults};
use crate::error::Fault;
use crate::record::{At, Day, Source, Span};
use crate::words;

pub(super) fn faults(source: &Source, rules: &PointsRules, meetings: Option<&(Source, MeetingRules)>) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.categories.iter().map(|category| (category.id.as_str(), &category.id.span)));
    for scheme in &rules.schemes {
        faults.dates(&scheme_dates(scheme));
        frame(&mut faults, scheme);
    }
    schemes_overlap(&mut faults, &rules.schemes);
    items_overlap(&mut faults, &rules.items);
    let ids = rules.categories.iter().map(|category| category.id.as_str()).collect();
    let categories = Declared { heading: "category", file: &source.path, ids };
    let kinds = meetings.map(|(source, meetings)| declared_kinds(source, meetings));
    for item in &rules.items {
        faults.dates(&item_dates(item));
        faults.unknown(&item.category, &item.category.span, &categories);
        points(&mut faults, item);
        ceiling(&mut faults, item);
        earned(&mut faults, item);
        if let Some(kinds) = &kinds {
            let by_attendance = item.attendance.iter().flat_map(|by| &by.kinds);
            let by_role = item.role.iter().flat_map(|by| &by.kinds);
            for kind in by_attendance.chain(by_role) {
                faults.unknown(kind.as_str(), &kind.span, kinds);
            }
        }
    }
    faults.found
}

fn dates<'a>(heading: &'a Span, from: &At<Day>, until: Option<&'a At<Day>>) -> Dates<'a> {
    Dates { heading, from: from.value, until: until.map(|until| (until.value, &until.span)) }
}

fn scheme_dates(scheme: &Scheme) -> Dates<'_> {
    dates(&scheme.span, &scheme.from, scheme.until.as_ref())
}

fn item_dates(item: &Item) -> Dates<'_> {
    dates(&item.span, &item.from, item.until.as_ref())
}

/// The base lies between floor and ceiling.
fn frame(faults: &mut Faults<'_>, scheme: &Scheme) {
    let whole = |limits: &At<Limits>| match scheme.period {
        ScoredPeriod::Month => limits.month,
        ScoredPeriod::Quarter => None,
        ScoredPeriod::Year => limits.year,
    };
    let base = scheme.base.unwrap_or_default();
    if let Some(limits) = &scheme.ceiling
        && let Some(ceiling) = whole(limits).filter(|ceiling| *ceiling < base)
    {
        let fact = words::ceiling_below_base(ceiling, base);
        faults.add("rule-ceiling", &limits.span, fact, words::cure_at_least(base));
    }
    let Some(limits) = &scheme.floor else {
        return;
    };
    if let Some(floor) = whole(limits).filter(|floor| base < *floor) {
        let fact = words::floor_above_base(floor, base);
        faults.add("rule-ceiling", &limits.span, fact, words::cure_at_most(base));
    }
    let ceilings = scheme.ceiling.as_ref().map_or((None, None), |limits| (limits.month, limits.year));
    for (floor, ceiling) in [(limits.month, ceilings.0), (limits.year, ceilings.1)] {
        if let Some((floor, ceiling)) = floor.zip(ceiling).filter(|(floor, ceiling)| ceiling < floor) {
            let fact = words::floor_above_ceiling(floor, ceiling);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_most(ceiling));
        }
    }
}

/// One scheme holds at a time.
fn schemes_overlap(faults: &mut Faults<'_>, schemes: &[Scheme]) {
    for (at, scheme) in schemes.iter().enumerate() {
        let dates = scheme_dates(scheme);
        for other in schemes[..at].iter().map(scheme_dates) {
            if let Some(day) = dates.common(&other) {
                let fact = words::schemes_overlap(day, faults.source.line(other.heading.start));
                faults.add("rule-dates", &scheme.from.span, fact, faults.cure_overlap(&dates, &other));
            }
        }
    }
}

/// One item of an id holds at a time.
fn items_overlap(faults: &mut Faults<'_>, items: &[Item]) {
    let mut before: HashMap<&str, Vec<&Item>> = HashMap::new();
    for item in items {
        let dates = item_dates(item);
        let others = before.entry(item.id.as_str()).or_default();
        for other in others.iter().map(|other| item_dates(other)) {
            if let Some(day) = dates.common(&other) {
                let fact = words::items_overlap(&item.id.value, day, faults.source.line(other.heading.start));
                faults.add("rule-twice", &item.id.span, fact, faults.cure_overlap(&dates, &other));
            }
        }
        others.push(item);
    }
}

/// An item says its points once: a figure, or by hand a range to choose from.
fn points(faults: &mut Faults<'_>, item: &Item) {
    let id = &item.id.value;
    match (&item.points, &item.range) {
        (None, None) => {
            faults.add("rule-points", &item.id.span, words::points_missing(id), words::cure_points_missing());
        }
        (Some(_), Some(range)) => {
            faults.add("rule-points", &range.span, words::points_twice(id), words::cure_points_twice());
        }
        (None, Some(range)) if !item.by_hand() => {
            faults.add("rule-points", &range.span, words::range_not_by_hand(id), words::cure_range_not_by_hand());
        }
        _ => {}
    }
    let Some(range) = &item.range else {
        return;
    };
    let right = match range.value[..] {
        [least, most] if least < most => return,
        [only] => format!("points = {only}"),
        [least, most] if least == most => format!("points = {least}"),
        [most, least] => format!("range = [{least}, {most}]"),
        _ => "range = [1, 5]".to_owned(),
    };
    faults.add("rule-points", &range.span, words::bad_range(), words::cure_write(right));
}

/// A ceiling leaves room for one award at least, and a year's for a month's.
fn ceiling(faults: &mut Faults<'_>, item: &Item) {
    let Some(limits) = &item.ceiling else {
        return;
    };
    let id = &item.id.value;
    let award = item.points.as_ref().map(|points| points.value);
    let award = award.or_else(|| item.range.as_ref()?.iter().max().copied());
    if let Some(award) = award {
        if award.is_negative() {
            faults.add("rule-ceiling", &limits.span, words::ceiling_of_deduction(id), words::cure_delete_ceiling());
            return;
        }
        for limit in [limits.month, limits.year].into_iter().flatten().filter(|limit| *limit < award) {
            let fact = words::ceiling_below_award(id, limit, award);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_least(award));
        }
    }
    if let Some((month, year)) = limits.month.zip(limits.year).filter(|(month, year)| year < month) {
        let fact = words::ceiling_year_below_month(year, month);
        faults.add("rule-ceiling", &limits.span, fact, words::cure_at_least(month));
    }
}

/// What earns an item can happen, and is one thing.
fn earned(faults: &mut Faults<'_>, item: &Item) {
    let id = &item.id.value;
    let mut never = |list, span: &Span| {
        faults.add("rule-earned", span, words::earned_never(id, list), words::cure_earned_never(list));
    };
    if let Some(by) = &item.attendance {
        if by.kinds.is_empty() {
            never("kinds", &by.span);
        }
        if by.states.is_empty() {
            never("states", &by.span);
        }
    }
    if let Some(by) = &item.role {
        if by.kinds.is_empty() {
            never("kinds", &by.span);
        }
        if by.roles.is_empty() {
            never("roles", &by.span);
        }
    }
    if let (Some(_), Some(by)) = (&item.attendance, &item.role) {
        faults.add("rule-earned", &by.span, words::earned_twice(id), words::cure_earned_twice());
    }
    if let Some(by) = &item.attendance {
        for state in by.states.iter().filter(|state| matches!(state, State::Exempt | State::Open)) {
            let fact = words::earned_by_state(id, state.id());
            faults.add("rule-earned", &by.span, fact, words::cure_earned_by_state(state.id()));
        }
    }
}
