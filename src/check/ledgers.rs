//! What cannot be in a ledger, whatever its lines are about.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt};

use super::Look;
use crate::branch::{dues_path, ledger_path, plan_path, request_path, study_path};
use crate::error::Fault;
use crate::record::{At, Day, EntryId, Month, RelPath, Source, Span};
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

/// Lines of one id, as two edits of one line leave them after a merge, and problems of one id; both are told.
pub(super) fn same_id<'a>(look: &Look<'a>) -> Vec<Fault> {
    let points = look.branch.entries().map(|(source, entry)| (source, &entry.id));
    let study = look.branch.studied().map(|(source, study)| (source, &study.id));
    let amounts = look.branch.amounts().map(|(source, approved)| (source, &approved.id));
    let payments = look.branch.payments().map(|(source, payment)| (source, &payment.id));
    let posted = look.branch.ledgers.iter().flat_map(|ledger| {
        let postings = ledger.postings.iter().map(|posting| &posting.id);
        postings.chain(ledger.objections.iter().map(|one| &one.id)).map(|id| (&ledger.source, id))
    });
    let appraisals = look.branch.appraisals.iter().flat_map(|file| {
        let appraisals = file.entries.iter().map(|one| &one.id);
        appraisals.chain(file.exemplars.iter().map(|one| &one.id)).map(|id| (&file.source, id))
    });
    let planned = look.branch.plan_items().map(|(source, item)| (source, &item.id));
    let asked = look.branch.asked().map(|(source, request)| (source, &request.id));
    let figures = look.branch.figures().map(|(source, figure)| (source, &figure.id));
    let accepted =
        look.branch.accepted.iter().flat_map(|file| file.entries.iter().map(move |one| (&file.source, &one.id)));
    let exported = look.branch.exported().map(|(source, one)| (source, &one.id));
    let talks = look.branch.talk_entries().map(|(source, talk)| (source, &talk.id));
    let issues = look.branch.issues.iter().map(|issue| (&issue.source, issue.id(), &issue.title.span));
    let text = |(source, id): (&'a Source, &'a At<EntryId>)| (source, id.as_str(), &id.span);
    let mut faults = Vec::new();
    twice(points.chain(posted).map(text), &mut faults);
    twice(accepted.map(text), &mut faults);
    twice(exported.map(text), &mut faults);
    twice(study.map(text), &mut faults);
    twice(talks.map(text), &mut faults);
    twice(amounts.chain(payments).map(text), &mut faults);
    twice(appraisals.map(text), &mut faults);
    twice(figures.map(text), &mut faults);
    twice(planned.map(text), &mut faults);
    twice(asked.map(text), &mut faults);
    twice(issues, &mut faults);
    faults
}

/// Tells each id of a sort of records that stands a second time.
fn twice<'a>(ids: impl Iterator<Item = (&'a Source, &'a str, &'a Span)>, faults: &mut Vec<Fault>) {
    let mut first: HashMap<&str, (&Source, &Span)> = HashMap::new();
    ids.for_each(|(source, id, span)| match first.entry(id) {
        Entry::Occupied(other) => {
            let (other, span_of_other) = other.get();
            let place = other.place(span_of_other);
            let other = format!("{}:{}", place.file, place.line);
            let fault = Fault::at("same-id", source, span, words::same_id(id, other));
            faults.push(fault.cure(words::cure_same_id()));
        }
        Entry::Vacant(place) => drop(place.insert((source, span))),
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
