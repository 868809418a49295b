//! What cannot be in `rules/steps.toml`.

use std::collections::HashMap;

use super::super::{After, PutsOff, Rulebook, StandingFrom, StepRule, StepRules};
use super::branch::declared_standings;
use super::meetings::declared_kinds;
use super::{Dates, Declared, Faults, points};
use crate::error::Fault;
use crate::record::{At, Length, Source, Span};
use crate::words::{self, Text};

pub(super) fn faults(source: &Source, rules: &StepRules, all: &Rulebook) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    one_at_a_time(&mut faults, &rules.steps);
    one_way_to_a_standing(&mut faults, &rules.steps);
    let ids = rules.steps.iter().map(|step| step.id.as_str()).collect();
    let steps = Declared { heading: "step", file: &source.path, ids };
    let standings = all.branch.as_ref().map(|(source, branch)| declared_standings(source, branch));
    let kinds = all.meetings.as_ref().map(|(source, meetings)| declared_kinds(source, meetings));
    for step in &rules.steps {
        faults.dates(&dates(step));
        for after in &step.after {
            faults.unknown(after.step.as_str(), &after.step.span, &steps);
            times(&mut faults, after);
        }
        if let Some(puts_off) = &step.puts_off {
            for at in puts_off.steps.iter().chain([&puts_off.since]) {
                faults.unknown(at.as_str(), &at.span, &steps);
            }
            lengths(&mut faults, puts_off.least.as_ref(), puts_off.most.as_ref());
        }
        if let Some(standings) = &standings {
            let of_people = step.people.iter().flat_map(|people| &people.standings);
            for at in step.standing.iter().chain(&step.during).chain(of_people) {
                faults.unknown(at.as_str(), &at.span, standings);
            }
        }
        if let Some(kinds) = &kinds {
            step.kinds.iter().for_each(|kind| faults.unknown(kind.as_str(), &kind.span, kinds));
        }
        order(&mut faults, step, all);
        alone(&mut faults, step);
    }
    faults.found
}

fn dates(step: &StepRule) -> Dates<'_> {
    points::dates(&step.span, &step.from, step.until.as_ref())
}

/// One form of a step holds at a time, and none is missing between two.
fn one_at_a_time(faults: &mut Faults<'_>, steps: &[StepRule]) {
    let mut before: HashMap<&str, Vec<&StepRule>> = HashMap::new();
    for step in steps {
        let own = dates(step);
        let others = before.entry(step.id.as_str()).or_default();
        for other in others.iter().map(|other| dates(other)) {
            if let Some(day) = own.common(&other) {
                let fact = words::steps_overlap(&step.id.value, day, faults.source.line(other.heading.start));
                faults.add("rule-twice", &step.id.span, fact, faults.cure_overlap(&own, &other));
            }
        }
        if let Some((before, last)) = others.last().and_then(|before| Some((before, before.until.as_ref()?.value))) {
            let (first, next) = (last.plus(1), step.from.value);
            if first < next {
                let fact = words::steps_gap(&step.id.value, first, next.minus(1));
                let cure = words::cure_gap(faults.source.line(before.span.start), next.minus(1), first);
                faults.add("rule-gap", &step.from.span, fact, cure);
            }
        }
        others.push(step);
    }
}

/// One step leads to a standing.
fn one_way_to_a_standing(faults: &mut Faults<'_>, steps: &[StepRule]) {
    let mut before: HashMap<&str, &str> = HashMap::new();
    for step in steps {
        let Some(standing) = &step.standing else { continue };
        match before.get(standing.as_str()) {
            Some(other) if *other != step.id.as_str() => {
                let fact = words::two_steps_to_standing(&standing.value, *other, step.id.as_str());
                faults.add("rule-steps", &standing.span, fact, words::cure_two_steps_to_standing());
            }
            _ => drop(before.insert(standing.as_str(), step.id.as_str())),
        }
    }
}

/// A step comes after steps that stand before it in the file, and puts off those that stand after it.
fn order(faults: &mut Faults<'_>, step: &StepRule, all: &Rulebook) {
    let own = all.step_place(&step.id);
    for after in step.after.iter().filter(|after| all.step_place(&after.step).is_some_and(|place| Some(place) >= own)) {
        let fact = words::after_a_later_step(&step.id.value, &after.step.value);
        faults.add("rule-steps", &after.step.span, fact, words::cure_after_a_later_step());
    }
    let put_off = step.puts_off.iter().flat_map(|puts_off: &PutsOff| &puts_off.steps);
    for at in put_off.filter(|at| all.step_place(at).is_some_and(|place| Some(place) <= own)) {
        let fact = words::puts_off_an_earlier_step(&step.id.value, &at.value);
        faults.add("rule-steps", &at.span, fact, words::cure_puts_off_an_earlier_step());
    }
}

/// The times after another step leave room.
fn times(faults: &mut Faults<'_>, after: &After) {
    lengths(faults, after.least.as_ref(), after.most.as_ref());
    if let Some(special) = &after.special {
        match &after.most {
            Some(most) => lengths(faults, Some(most), Some(special)),
            None => {
                faults.add("rule-steps", &special.span, words::special_without_most(), words::cure_write("most"));
            }
        }
    }
}

/// A least is not longer than a most, on any day of the calendar.
fn lengths(faults: &mut Faults<'_>, least: Option<&At<Length>>, most: Option<&At<Length>>) {
    if let Some((least, most)) = least.zip(most).filter(|(least, most)| days(least.value) > days(most.value)) {
        let fact = words::least_above_most(least.value.name(), most.value.name());
        faults.add("rule-steps", &most.span, fact, words::cure_least_above_most());
    }
}

/// Roughly so many days.
fn days(length: Length) -> u32 {
    match length {
        Length::Days(days) => days,
        Length::WorkingDays(days) => days * 7 / 5,
        Length::Months(months) => months * 365 / 12,
    }
}

/// What a step says of itself holds together.
fn alone(faults: &mut Faults<'_>, step: &StepRule) {
    let mut wrong = |span: &Span, fact: Text, cure: Text| faults.add("rule-steps", span, fact, cure);
    for (key, length) in [("lasts", &step.lasts), ("repeat", &step.repeat)] {
        if let Some(length) = length.as_ref().filter(|length| days(length.value) == 0) {
            wrong(&length.span, words::no_time_at_all(key), words::cure_no_time_at_all());
        }
    }
    if let Some(during) = step.during.first().filter(|_| step.repeat.is_none()) {
        wrong(&during.span, words::needs_key("while", "repeat"), words::cure_write("repeat = \"6m\""));
    }
    if step.standing_from == Some(StandingFrom::Earliest) && step.standing.is_none() {
        wrong(&step.id.span, words::needs_key("standing-from", "standing"), words::cure_needs_standing());
    }
    if let Some(few) = step.days.as_ref().filter(|days| days.value < 1) {
        wrong(&few.span, words::too_few(few.value), words::cure_at_least("1"));
    }
    if let Some(people) = &step.people {
        let least = people.least.as_ref().map_or(1, |least| least.value);
        for bound in [&people.least, &people.most].into_iter().flatten().filter(|bound| bound.value < least.max(1)) {
            wrong(&bound.span, words::too_few(bound.value), words::cure_at_least(least.max(1).to_string()));
        }
    }
}
