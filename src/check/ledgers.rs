//! What cannot be in a ledger, whatever its lines are about.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::context::Context;
use super::walk::Misfiled;
use crate::branch::Filed;
use crate::error::Fault;
use crate::record::{Issue, Month, Source, Span};
use crate::words::{self, Text};

/// An id with its file, its place, and whether what it is of counts.
type Id<'a> = (&'a Source, &'a str, &'a Span, bool);

/// Lines of one id, as two edits of one line leave them after a merge line by line, and problems of one id. Where only one
/// of them counts, one person struck it and another edited it: that is told as `struck-twin`.
pub(super) fn same_id(context: &Context<'_>) -> Vec<Fault> {
    let issue = |issue| -> Id<'_> {
        let issue: &Filed<Issue> = issue;
        (&issue.source, issue.id(), &issue.title.span, issue.struck.is_none())
    };
    let mut faults = Vec::new();
    let mut lines: Vec<_> = context.walked.lines.iter().collect();
    // Two of one id are told of those of one kind only, at the later one.
    lines.sort_by_key(|line| (line.folder(), line.place()));
    for lines in lines.chunk_by(|one, other| one.folder() == other.folder()) {
        twice(lines.iter().map(|line| (line.source, line.id.as_str(), &line.id.span, line.counts)), &mut faults);
    }
    twice(context.branch.issues.iter().map(issue), &mut faults);
    faults
}

/// Tells each id of a sort of records that stands a second time.
fn twice<'a>(ids: impl Iterator<Item = Id<'a>> + Clone, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::with_capacity(ids.clone().count());
    // Next to no branch has any: more than the ids is kept of those only.
    let again: HashSet<_> = ids.clone().map(|(_, id, ..)| id).filter(|id| !seen.insert(*id)).collect();
    if again.is_empty() {
        return;
    }
    let mut first: HashMap<&str, Id<'_>> = HashMap::new();
    ids.filter(|(_, id, ..)| again.contains(id)).for_each(|(source, id, span, counts)| match first.entry(id) {
        Entry::Occupied(other) => {
            let (other, _, span_of_other, other_counts) = other.get();
            let place = other.place(span_of_other);
            let other = format!("{}:{}", place.file, place.line);
            faults.push(if counts == *other_counts {
                Fault::at("same-id", source, span, words::same_id(id, other)).cure(words::cure_same_id())
            } else {
                let fact = if counts { words::live_twin(id, other) } else { words::struck_twin(id, other) };
                Fault::at("struck-twin", source, span, fact).cure(words::cure_struck_twin())
            });
        }
        Entry::Vacant(place) => drop(place.insert((source, id, span, counts))),
    });
}

/// Lines in the file of another month.
pub(super) fn wrong_month(context: &Context<'_>) -> Vec<Fault> {
    misfiled(context, "wrong-month", words::wrong_month, |month| Month::parse(month).is_some())
}

/// Lines in the file of another year.
pub(super) fn wrong_year(context: &Context<'_>) -> Vec<Fault> {
    misfiled(context, "wrong-year", words::wrong_year, |year| Month::parse(year).is_none())
}

/// Lines in the file of another month or year, where files are named so.
fn misfiled(context: &Context<'_>, code: &'static str, fact: fn(Text) -> Text, named: fn(&str) -> bool) -> Vec<Fault> {
    let stray = context.walked.misfiled.iter().filter(|line| named(line.right.stem()));
    let fault = |line: &Misfiled<'_>| {
        let fact = fact(Text::same(line.filing.to_string()));
        Fault::at(code, line.source, line.filing.span(), fact).cure(words::cure_wrong_month(&line.right))
    };
    stray.map(fault).collect()
}
