//! The faults of one file while they are gathered, by what it declares and from when to when it holds.

use crate::error::Fault;
use crate::record::{At, Day, RelPath, Source, Span, nearest};
use crate::words::{self, Text};
use std::collections::HashMap;

/// The faults of one file while they are gathered.
pub(super) struct Faults<'a> {
    pub(super) source: &'a Source,
    pub(super) found: Vec<Fault>,
}

impl<'a> Faults<'a> {
    pub(super) fn of(source: &'a Source) -> Self {
        Self { source, found: Vec::new() }
    }

    pub(super) fn add(&mut self, code: &'static str, span: &Span, fact: Text, cure: Text) {
        self.found.push(Fault::at(code, self.source, span, fact).cure(cure));
    }

    /// Tells each id that stands a second time in its list.
    pub(super) fn twice<'i>(&mut self, ids: impl Iterator<Item = (&'i str, &'i Span)>) {
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
    pub(super) fn unknown(&mut self, id: &str, span: &Span, declared: &Declared<'_>) {
        if !declared.ids.contains(&id) {
            let fact = words::rule_unknown(words::rule_noun(declared.heading), words::shown(id), declared.file);
            let near = nearest(id, declared.ids.iter().copied()).map(words::did_you_mean);
            let cure = near.unwrap_or_else(|| words::cure_rule_unknown(declared.heading, declared.file));
            self.add("rule-unknown-id", span, fact, cure);
        }
    }

    /// Tells an end before the beginning.
    pub(super) fn dates(&mut self, dates: &Dates<'_>) {
        if let Some(until) = dates.until.filter(|(until, _)| *until < dates.from) {
            let fact = words::until_before_from(until.0, dates.from);
            self.add("rule-dates", until.1, fact, words::cure_until(dates.from));
        }
    }

    /// Tells the days that no rule of a sort covers, between the end of one and the beginning of the next.
    pub(super) fn gaps(&mut self, mut all: Vec<(Dates<'_>, &Span)>, id: Option<&str>) {
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
    pub(super) fn cure_overlap(&self, one: &Dates<'_>, other: &Dates<'_>) -> Text {
        let (earlier, later) = if one.from < other.from { (one, other) } else { (other, one) };
        if earlier.from == later.from {
            return words::cure_change_dates();
        }
        words::cure_end_earlier(self.source.line(earlier.heading.start), later.from.minus(1))
    }
}

/// The ids that a list of rules declares.
pub(super) struct Declared<'a> {
    pub(super) heading: &'static str,
    pub(super) file: &'a RelPath,
    pub(super) ids: Vec<&'a str>,
}

/// From when to when a rule holds, and where it says so.
pub(super) struct Dates<'a> {
    pub(super) heading: &'a Span,
    pub(super) from: Day,
    pub(super) until: Option<(Day, &'a Span)>,
}

impl Dates<'_> {
    /// The first day on which both hold.
    pub(super) fn common(&self, other: &Self) -> Option<Day> {
        let first = self.from.max(other.from);
        let reaches = |dates: &Self| dates.until.is_none_or(|(until, _)| first <= until);
        (reaches(self) && reaches(other)).then_some(first)
    }
}

/// From when to when a rule holds.
pub(super) fn dates_of<'a>(heading: &'a Span, from: &At<Day>, until: Option<&'a At<Day>>) -> Dates<'a> {
    Dates { heading, from: from.value, until: until.map(|until| (until.value, &until.span)) }
}
