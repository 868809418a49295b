//! The last state that two sides have in common, where that is itself in dispute: each of them merged the other before, and
//! each kept its own. What is in dispute in it is no base for anybody, so whatever they make of it clashes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::join::column;
use super::known::known;
use super::unit::{Layout, Unit};

/// What no text is: it is unlike whatever a side has there.
const UNLIKE: &str = "\0";

/// A base of which each side has another reading, in a text whose lines end so.
pub(super) fn disputed(one: &Unit, other: &Unit, eol: &str) -> Unit {
    let edge = |one: &str, other: &str| if one == other { one.to_owned() } else { UNLIKE.to_owned() };
    let within = match (&one.within, &other.within) {
        (Some(one), Some(other)) => Some(parts(one, other, eol)),
        _ => None,
    };
    Unit { head: edge(&one.head, &other.head), tail: edge(&one.tail, &other.tail), within, ..one.clone() }
}

fn parts(one: &[Unit], other: &[Unit], eol: &str) -> Vec<Unit> {
    let none = BTreeSet::new();
    let [of_one, of_other, _] = known([one, other, &[]], &none);
    let in_dispute = |unit: &Unit| Unit { disputed: true, ..unit.clone() };
    let mut parts: Vec<_> = one
        .iter()
        .zip(&of_one)
        .map(|(unit, known)| {
            let there = of_other.iter().position(|one| one.name == known.name).map(|at| &other[at]);
            let Some(there) = there else { return in_dispute(unit) };
            let is_list = |unit: &Unit| unit.within.is_some() && matches!(unit.layout, Layout::NoList | Layout::Column);
            // A list that one of them left empty has no lines any more, and is a list of lines all the same.
            let one_has_lines = unit.layout == Layout::Column || there.layout == Layout::Column;
            let [ours, theirs] =
                [unit, there].map(|unit| if one_has_lines { column(unit, eol) } else { Cow::Borrowed(unit) });
            if there == unit {
                unit.clone()
            } else if is_list(&ours) && is_list(&theirs) {
                disputed(&ours, &theirs, eol)
            } else {
                in_dispute(unit)
            }
        })
        .collect();
    let is_new = |name: &str| of_one.iter().all(|one| one.name != name);
    parts
        .extend(other.iter().zip(&of_other).filter(|(_, known)| is_new(&known.name)).map(|(unit, _)| in_dispute(unit)));
    parts
}
