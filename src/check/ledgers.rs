//! What cannot be in a ledger, whatever its lines are about.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::Look;
use crate::branch::{Filed, dues_path, ledger_path, plan_path, request_path, study_path};
use crate::error::Fault;
use crate::record::{At, Day, Issue, Month, RelPath, Source, Span};
use crate::words::{self, Text};

/// A line of a ledger.
pub(super) struct Line<'a> {
    /// The file.
    pub(super) source: &'a Source,
    /// Its day.
    pub(super) date: &'a At<Day>,
    /// Whether it counts.
    pub(super) counts: bool,
    /// The month its file is for.
    month: Option<Month>,
    /// The file of a month's lines of its sort.
    path: fn(Month) -> RelPath,
}

/// Every line of every ledger that is kept by month.
pub(super) fn lines<'a>(look: &'a Look<'_>) -> impl Iterator<Item = Line<'a>> {
    let points = look.branch.ledgers.iter().flat_map(|ledger| {
        let (source, month) = (&ledger.source, Month::parse(ledger.source.path.stem()));
        ledger.entries.iter().map(move |entry| {
            let (date, counts) = (&entry.date, entry.struck.is_none());
            Line { source, date, counts, month, path: ledger_path }
        })
    });
    let study = look.branch.study.iter().flat_map(|ledger| {
        let (source, month) = (&ledger.source, Month::parse(ledger.source.path.stem()));
        ledger.entries.iter().map(move |study| {
            let (date, counts) = (&study.date, study.struck.is_none());
            Line { source, date, counts, month, path: study_path }
        })
    });
    points.chain(study)
}

/// An id with its file, its place, and whether what it is of counts.
type Id<'a> = (&'a Source, &'a str, &'a Span, bool);

/// Lines of one id, as two edits of one line leave them after a merge line by line, and problems of one id. Where only one
/// of them counts, one person struck it and another edited it: that is told as `struck-twin`.
pub(super) fn same_id(look: &Look<'_>) -> Vec<Fault> {
    /// The ids of some lines of a file.
    macro_rules! ids {
        ($lines:expr) => {
            $lines.map(|(source, line)| (source, line.id.as_str(), &line.id.span, line.struck.is_none()))
        };
    }
    let branch = look.branch;
    let posted = branch.ledgers.iter().flat_map(|ledger| {
        let postings = ledger.postings.iter().map(|posting| (&posting.id, true));
        let objections = ledger.objections.iter().map(|one| (&one.id, one.struck.is_none()));
        postings.chain(objections).map(|(id, counts)| (&ledger.source, id.as_str(), &id.span, counts))
    });
    let appraisals = branch.appraisals.iter().flat_map(|file| file.entries.iter().map(move |one| (&file.source, one)));
    let exemplars = branch.appraisals.iter().flat_map(|file| file.exemplars.iter().map(move |one| (&file.source, one)));
    let accepted = branch.accepted.iter().flat_map(|file| file.entries.iter().map(move |one| (&file.source, one)));
    let issue = |issue| -> Id<'_> {
        let issue: &Filed<Issue> = issue;
        (&issue.source, issue.id(), &issue.title.span, issue.struck.is_none())
    };
    let exported = branch.exported().map(|(source, one)| (source, one.id.as_str(), &one.id.span, true));
    let mut faults = Vec::new();
    twice(exported, &mut faults);
    twice(ids!(branch.entries()).chain(posted), &mut faults);
    twice(ids!(accepted), &mut faults);
    twice(ids!(branch.studied()), &mut faults);
    twice(ids!(branch.talk_entries()), &mut faults);
    twice(ids!(branch.amounts()).chain(ids!(branch.payments())), &mut faults);
    twice(ids!(appraisals).chain(ids!(exemplars)), &mut faults);
    twice(ids!(branch.figures()), &mut faults);
    twice(ids!(branch.plan_items()), &mut faults);
    twice(ids!(branch.asked()), &mut faults);
    twice(branch.issues.iter().map(issue), &mut faults);
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
pub(super) fn wrong_month(look: &Look<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    lines(look).for_each(|line| {
        let month = Month::of(line.date.value);
        if line.month != Some(month) {
            let fault = Fault::at("wrong-month", line.source, &line.date.span, words::wrong_month(line.date.value));
            faults.push(fault.cure(words::cure_wrong_month((line.path)(month))));
        }
    });
    faults
}

/// Lines in the file of another year.
pub(super) fn wrong_year(look: &Look<'_>) -> Vec<Fault> {
    let amounts = look.branch.amounts().map(|(source, approved)| (source, &approved.from));
    let payments = look.branch.payments().map(|(source, payment)| (source, &payment.month));
    let dues = amounts.chain(payments).map(|(source, at): (&Source, &At<Month>)| {
        (source, &at.span, dues_path(at.value.year()), Text::same(at.value.to_string()))
    });
    let planned = look.branch.plan_items().map(|(source, item)| {
        let until = &item.until;
        (source, &until.span, plan_path(until.value.year()), Text::same(until.value.to_string()))
    });
    let asked = look.branch.asked().map(|(source, request)| {
        let date = &request.date;
        (source, &date.span, request_path(date.value.year()), Text::same(date.value.to_string()))
    });
    let stray = dues.chain(planned).chain(asked).filter(|(source, _, right, _)| source.path != *right);
    let faults = stray.map(|(source, span, right, when)| {
        Fault::at("wrong-year", source, span, words::wrong_year(when)).cure(words::cure_wrong_month(&right))
    });
    faults.chain(super::talks::wrong_year(look)).collect()
}
