//! What cannot be in a rulebook, told when it is loaded.
//!
//! A rulebook with a fault is not used: a rule that means nothing, or two things, would spoil every figure. What one
//! file says of another is looked at only where both were read.

mod appraisal;
mod assessment;
mod branch;
mod dues;
mod duties;
mod editions;
mod holidays;
mod items;
mod meetings;
mod points;
mod scheme;
mod sizes;
mod steps;
mod study;
mod talks;
#[cfg(test)]
pub(super) mod tests;
mod votes;

use std::collections::HashMap;

use super::Rulebook;
use crate::error::Fault;
use crate::record::{Day, RelPath, Source, Span, nearest};
use crate::words::{self, Text};

impl Rulebook {
    /// Everything that is wrong in the rules, in the order of files and lines; each file by itself was read whole.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Some((source, rules)) = &self.branch {
            faults.append(&mut branch::faults(source, rules, self.meetings.as_ref()));
        }
        if let Some((source, rules)) = &self.appraisal {
            faults.append(&mut appraisal::faults(source, rules, self.branch.as_ref()));
        }
        if let Some((source, rules)) = &self.assessment {
            faults.append(&mut assessment::faults(source, rules));
        }
        if let Some((source, rules)) = &self.meetings {
            faults.append(&mut meetings::faults(source, rules, self.branch.as_ref()));
        }
        if let Some((source, rules)) = &self.points {
            faults.append(&mut points::faults(source, rules, self));
        }
        if let Some((source, rules)) = &self.dues {
            faults.append(&mut dues::faults(source, rules));
        }
        if let Some((source, rules)) = &self.duties {
            faults.append(&mut duties::faults(source, rules, self));
        }
        if let Some((source, rules)) = &self.holidays {
            faults.append(&mut holidays::faults(source, rules));
        }
        if let Some((source, rules)) = &self.steps {
            faults.append(&mut steps::faults(source, rules, self));
        }
        if let Some((source, rules)) = &self.editions {
            faults.append(&mut editions::faults(source, rules));
        }
        if let Some((source, rules)) = &self.study {
            faults.append(&mut study::faults(source, rules, self.branch.as_ref()));
        }
        if let Some((source, rules)) = &self.talks {
            faults.append(&mut talks::faults(source, rules, self));
        }
        faults.sort();
        faults
    }
}

/// The faults of one file while they are gathered.
struct Faults<'a> {
    source: &'a Source,
    found: Vec<Fault>,
}

impl<'a> Faults<'a> {
    fn of(source: &'a Source) -> Self {
        Self { source, found: Vec::new() }
    }

    fn add(&mut self, code: &'static str, span: &Span, fact: Text, cure: Text) {
        self.found.push(Fault::at(code, self.source, span, fact).cure(cure));
    }

    /// Tells each id that stands a second time in its list.
    fn twice<'i>(&mut self, ids: impl Iterator<Item = (&'i str, &'i Span)>) {
        let mut first = HashMap::new();
        for (id, span) in ids {
            let before = *first.entry(id).or_insert(span);
            if before != span {
                let fact = words::rule_twice(words::shown(id), self.source.line(before.start));
                self.add("rule-twice", span, fact, words::cure_rule_twice());
            }
        }
    }

    /// Tells an id that is not declared.
    fn unknown(&mut self, id: &str, span: &Span, declared: &Declared<'_>) {
        if !declared.ids.contains(&id) {
            let fact = words::rule_unknown(words::rule_noun(declared.heading), words::shown(id), declared.file);
            let near = nearest(id, declared.ids.iter().copied()).map(words::did_you_mean);
            let cure = near.unwrap_or_else(|| words::cure_rule_unknown(declared.heading, declared.file));
            self.add("rule-unknown-id", span, fact, cure);
        }
    }

    /// Tells an end before the beginning.
    fn dates(&mut self, dates: &Dates<'_>) {
        if let Some(until) = dates.until.filter(|(until, _)| *until < dates.from) {
            let fact = words::until_before_from(until.0, dates.from);
            self.add("rule-dates", until.1, fact, words::cure_until(dates.from));
        }
    }

    /// Tells the days that no rule of a sort covers, between the end of one and the beginning of the next.
    fn gaps(&mut self, mut all: Vec<(Dates<'_>, &Span)>, id: Option<&str>) {
        all.sort_by_key(|(dates, _)| dates.from);
        for pair in all.windows(2) {
            let ((before, _), (after, from)) = (&pair[0], &pair[1]);
            if let Some((last, _)) = before.until.filter(|(last, _)| last.plus(1) < after.from) {
                let (first, last) = (last.plus(1), after.from.minus(1));
                let fact = match id {
                    Some(id) => words::items_gap(words::shown(id), first, last),
                    None => words::schemes_gap(first, last),
                };
                let line = self.source.line(before.heading.start);
                self.add("rule-gap", from, fact, words::cure_gap(line, last, first));
            }
        }
    }

    /// What to do about two rules that hold on one day: the earlier one should end.
    fn cure_overlap(&self, one: &Dates<'_>, other: &Dates<'_>) -> Text {
        let (earlier, later) = if one.from < other.from { (one, other) } else { (other, one) };
        if earlier.from == later.from {
            return words::cure_change_dates();
        }
        words::cure_end_earlier(self.source.line(earlier.heading.start), later.from.minus(1))
    }
}

/// The ids that a list of rules declares.
struct Declared<'a> {
    heading: &'static str,
    file: &'a RelPath,
    ids: Vec<&'a str>,
}

/// From when to when a rule holds, and where it says so.
struct Dates<'a> {
    heading: &'a Span,
    from: Day,
    until: Option<(Day, &'a Span)>,
}

impl Dates<'_> {
    /// The first day on which both hold.
    fn common(&self, other: &Self) -> Option<Day> {
        let first = self.from.max(other.from);
        let reaches = |dates: &Self| dates.until.is_none_or(|(until, _)| first <= until);
        (reaches(self) && reaches(other)).then_some(first)
    }
}
