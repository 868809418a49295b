//! What cannot be in the ledgers of awards and deductions.

use super::context::Context;
use crate::error::Fault;
use crate::record::{Entry, Source};
use crate::rulebook::Item;
use crate::words;

/// The lines that count, each with its item where the rules have it.
fn counting<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a Source, &'a Entry, &'a Item)> {
    context.awards().filter_map(|(source, entry, item)| Some((source, entry, item?)))
}

/// Items that are reckoned and not awarded.
pub(super) fn item_not_by_hand(context: &Context<'_>) -> Vec<Fault> {
    let reckoned = counting(context).filter(|(_, _, item)| !item.by_hand());
    reckoned
        .map(|(source, entry, item)| {
            Fault::at("item-not-by-hand", source, &entry.item.span, words::item_is_reckoned(item.name()))
        })
        .collect()
}

/// Points that the item does not allow.
pub(super) fn points_range(context: &Context<'_>) -> Vec<Fault> {
    let wrong = |(source, entry, item): (&Source, &Entry, &Item)| {
        let (least, most) = match (&item.points, item.range.as_ref().map(|range| &range.value[..])) {
            (Some(points), _) => (points.value, points.value),
            (None, Some([least, most])) => (*least, *most),
            _ => return None,
        };
        match &entry.points {
            Some(points) if !points.value.is_steps_of(context.branch.rules.unit_on(entry.date.value)) => {
                let unit = context.branch.rules.unit_on(entry.date.value);
                Some(Fault::at("points-range", source, &points.span, words::no_steps(points.value, unit)))
            }
            Some(points) if !(least..=most).contains(&points.value) => {
                let fact = words::points_out_of_range(item.name(), points.value, least, most);
                Some(Fault::at("points-range", source, &points.span, fact))
            }
            None if item.points.is_none() => {
                let fact = words::points_needed(item.name(), least, most);
                Some(Fault::at("points-range", source, &entry.item.span, fact))
            }
            _ => None,
        }
    };
    counting(context).filter_map(|line| wrong(line).filter(|_| line.2.by_hand())).collect()
}

/// Awards and deductions of days on which the person is not scored.
pub(super) fn not_scored(context: &Context<'_>) -> Vec<Fault> {
    let branch = context.branch;
    let idle = counting(context).filter(|(_, entry, item)| {
        let member = branch.members.get(&entry.member.value);
        let is_for = |item: &Item| branch.is_for(item, &entry.member, entry.date.value);
        member.is_some_and(|member| !branch.is_scored(member, entry.date.value) || !is_for(item))
    });
    idle.map(|(source, entry, item)| {
        let (name, day) = (branch.name(&entry.member), entry.date.value);
        let fact = match branch.is_for(item, &entry.member, day) {
            true => words::counts_nothing(name, item.name(), day),
            false => words::counts_nothing_by_class(name, item.name(), day),
        };
        Fault::at("not-scored", source, &entry.member.span, fact).cure(words::cure_counts_nothing(&entry.id.value))
    })
    .collect()
}

/// Declared points that somebody confirmed who may not: the person, or a holder of none of the posts.
pub(super) fn confirmer(context: &Context<'_>) -> Vec<Fault> {
    let branch = context.branch;
    let wrong = counting(context).filter_map(|(source, entry, item)| {
        let (by, day) = (entry.confirmed_by.as_ref()?, entry.confirmed.as_ref()?.value);
        let why = branch.bars_confirming(item, &entry.member, by, day)?;
        Some(Fault::at("confirmer", source, &by.span, why).cure(words::cure_confirmer()))
    });
    wrong.collect()
}
