//! What an item of a points scheme cannot say.

use std::collections::HashMap;

use super::super::{Item, Limits, Scheme, State};
use super::found::dates_of;
use super::found::{Dates, Faults};
use crate::record::{At, Score, Span};
use crate::words;

/// From when to when an item holds.
pub(super) fn dates(item: &Item) -> Dates<'_> {
    dates_of(&item.span, &item.from, item.until.as_ref())
}

/// One item of an id holds at a time, and none is missing between two.
pub(super) fn one_at_a_time(faults: &mut Faults<'_>, items: &[Item]) {
    let mut before: HashMap<&str, Vec<&Item>> = HashMap::new();
    for item in items {
        let own = dates(item);
        let others = before.entry(item.id.as_str()).or_default();
        for other in others.iter().map(|other| dates(other)) {
            if let Some(day) = own.common(&other) {
                let fact = words::items_overlap(&item.id.value, day, faults.source.line(other.heading.start));
                faults.add("rule-twice", &item.id.span, fact, faults.cure_overlap(&own, &other));
            }
        }
        others.push(item);
    }
    let mut forms: Vec<_> = before.into_iter().collect();
    forms.sort_by_key(|(id, _)| *id);
    for (id, forms) in forms {
        faults.gaps(forms.iter().map(|item| (dates(item), &item.from.span)).collect(), Some(id));
    }
}

/// An item says its points once: a figure, or by hand a range to choose from.
pub(super) fn points(faults: &mut Faults<'_>, item: &Item) {
    let id = &item.id.value;
    match (&item.points, &item.range) {
        (None, None) if item.is_veto() => {}
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

/// Its points are whole steps of the unit of each scheme under which it holds.
pub(super) fn steps(faults: &mut Faults<'_>, item: &Item, schemes: &[Scheme]) {
    let range = item.range.iter().flat_map(|range| range.value.iter().map(|points| (*points, &range.span)));
    let points = item.points.iter().map(|at| (at.value, &at.span)).chain(range);
    let limits = [&item.ceiling, &item.floor].into_iter().flatten();
    let limits = limits.flat_map(|limits| limits.each().map(|(_, limit)| (limit, &limits.span)));
    let all: Vec<_> = points.chain(limits).collect();
    let own = dates(item);
    for scheme in schemes {
        if own.common(&dates_of(&scheme.span, &scheme.from, scheme.until.as_ref())).is_some() {
            all.iter().for_each(|(points, span)| whole_steps(faults, *points, span, scheme));
        }
    }
}

/// Points that are whole steps of the unit of a scheme.
pub(super) fn whole_steps(faults: &mut Faults<'_>, points: Score, span: &Span, scheme: &Scheme) {
    if !points.is_steps_of(scheme.unit()) {
        let fact = words::no_steps(points, scheme.unit());
        faults.add("rule-points", span, fact, words::cure_unit(faults.source.line(scheme.span.start)));
    }
}

/// The most that a single award brings; none for an item without points.
pub(super) fn most(item: &Item) -> Option<Score> {
    item.points.as_ref().map(|points| points.value).or_else(|| item.range.as_ref()?.iter().max().copied())
}

/// The least that it brings.
fn least(item: &Item) -> Option<Score> {
    item.points.as_ref().map(|points| points.value).or_else(|| item.range.as_ref()?.iter().min().copied())
}

/// A ceiling leaves room for one award at least, a floor for one deduction, and the limit of a longer stretch for that
/// of a shorter one.
pub(super) fn limits(faults: &mut Faults<'_>, item: &Item) {
    let id = &item.id.value;
    if let Some((limits, award)) = item.ceiling.as_ref().zip(most(item)) {
        if award.is_negative() {
            faults.add(
                "rule-ceiling",
                &limits.span,
                words::ceiling_of_deduction(id),
                words::cure_delete_limit("ceiling"),
            );
            return;
        }
        for (_, limit) in limits.each().filter(|(_, limit)| *limit < award) {
            let fact = words::ceiling_below_award(id, limit, award);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_least(award));
        }
        order(faults, limits, true);
    }
    if let Some((limits, deduction)) = item.floor.as_ref().zip(least(item)) {
        if !deduction.is_negative() {
            faults.add("rule-ceiling", &limits.span, words::floor_of_award(id), words::cure_delete_limit("floor"));
            return;
        }
        for (_, limit) in limits.each().filter(|(_, limit)| deduction < *limit) {
            let fact = words::floor_above_deduction(id, limit, deduction);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_most(deduction));
        }
        order(faults, limits, false);
    }
}

/// Limits over some stretch at least.
pub(super) fn some(faults: &mut Faults<'_>, limits: &At<Limits>) {
    if limits.each().next().is_none() {
        faults.add("rule-ceiling", &limits.span, words::limits_of_nothing(), words::cure_limits_of_nothing());
    }
}

/// A limit over a longer stretch that leaves less room than one over a shorter stretch in it.
pub(super) fn order(faults: &mut Faults<'_>, limits: &At<Limits>, ceiling: bool) {
    some(faults, limits);
    let all: Vec<_> = limits.each().collect();
    for pair in all.windows(2) {
        let ((shorter, less), (longer, more)) = (pair[0], pair[1]);
        let (long, short) = (words::stretch(longer.key()), words::stretch(shorter.key()));
        if ceiling && more < less {
            let fact = words::ceiling_longer_below(long, more, short, less);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_least(less));
        } else if !ceiling && less < more {
            let fact = words::floor_longer_above(long, more, short, less);
            faults.add("rule-ceiling", &limits.span, fact, words::cure_at_most(less));
        }
    }
}

/// Only what is recorded by hand can be declared.
pub(super) fn confirmed(faults: &mut Faults<'_>, item: &Item) {
    if let Some(post) = item.confirm.first().filter(|_| !item.by_hand()) {
        let (fact, cure) = (words::confirm_not_by_hand(&item.id.value), words::cure_delete_limit("confirm"));
        faults.add("rule-earned", &post.span, fact, cure);
    }
}

/// A veto is somebody's act, not a matter of attendance.
pub(super) fn veto(faults: &mut Faults<'_>, item: &Item) {
    if let Some(veto) = item.veto.as_ref().filter(|veto| veto.value && !item.by_hand()) {
        faults.add("rule-earned", &veto.span, words::veto_not_by_hand(&item.id.value), words::cure_veto_not_by_hand());
    }
    if let Some(double) = item.double.as_ref().filter(|double| double.marks.is_empty() && double.links.is_empty()) {
        let cure = words::cure_earned_never("marks");
        faults.add("rule-earned", &double.span, words::earned_never(&item.id.value, "marks"), cure);
    }
}

/// What earns an item can happen, and is one thing.
pub(super) fn earned(faults: &mut Faults<'_>, item: &Item) {
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
    if let Some(by) = item.post.as_ref().filter(|by| by.posts.is_empty()) {
        never("posts", &by.span);
    }
    let rates = item.attendance.iter().map(|by| (&by.states, &by.span));
    for (states, span) in rates.chain(item.rate.iter().map(|by| (&by.states, &by.span))) {
        for state in states.iter().filter(|state| matches!(state, State::Exempt | State::Open)) {
            let fact = words::earned_by_state(id, state.id());
            faults.add("rule-earned", span, fact, words::cure_earned_by_state(state.id()));
        }
    }
    let keys: Vec<_> = item.earned_by().collect();
    if keys.len() > 1 {
        faults.add("rule-earned", &item.id.span, words::earned_twice(id, keys.join(", ")), words::cure_earned_twice());
    }
}

/// A rate that some reach and some do not, over some time and in shorter ones of it.
pub(super) fn rate(faults: &mut Faults<'_>, item: &Item, schemes: &[Scheme]) {
    let Some(by) = &item.rate else { return };
    let id = &item.id.value;
    if by.least.is_none() && by.below.is_none() {
        faults.add("rule-earned", &by.span, words::rate_of_nothing(id), words::cure_write("least = 80".to_owned()));
    }
    for percent in [&by.least, &by.below].into_iter().flatten().filter(|percent| !(1..=100).contains(&percent.value)) {
        faults.add("rule-earned", &percent.span, words::bad_carry(percent.value), words::cure_percent());
    }
    if let Some((least, below)) =
        by.least.as_ref().zip(by.below.as_ref()).filter(|(least, below)| below.value <= least.value)
    {
        let fact = words::rate_never(id, least.value, below.value);
        faults.add("rule-earned", &below.span, fact, words::cure_rate_never(least.value));
    }
    let own = dates(item);
    let holds = |scheme: &&Scheme| own.common(&dates_of(&scheme.span, &scheme.from, scheme.until.as_ref())).is_some();
    let over = by.over.or_else(|| schemes.iter().filter(holds).map(|scheme| scheme.period.stretch()).min());
    if let Some((each, over)) = by.each.as_ref().zip(over).filter(|(each, over)| *over <= each.value) {
        let fact = words::each_too_long(words::stretch(each.value.key()), words::stretch(over.key()));
        faults.add("rule-earned", &each.span, fact, words::cure_each_too_long());
    }
}
