//! What cannot be in a ledger, whatever its lines are about.

use std::collections::HashMap;

use super::Look;
use crate::branch::{ledger_path, study_path};
use crate::error::Fault;
use crate::record::{At, Day, EntryId, Month, RelPath, Source, Span};
use crate::words;

/// A line of a ledger.
pub(super) struct Line<'a> {
    /// The file.
    pub(super) source: &'a Source,
    /// Its id.
    id: &'a At<EntryId>,
    /// Its day.
    pub(super) date: &'a At<Day>,
    /// Whether it counts.
    pub(super) counts: bool,
    /// The file of a month's lines of its sort.
    path: fn(Month) -> RelPath,
}

/// Every line of every ledger that is kept by month.
pub(super) fn lines<'a>(look: &'a Look<'_>) -> impl Iterator<Item = Line<'a>> {
    let points = look.branch.entries().map(|(source, entry)| Line {
        source,
        id: &entry.id,
        date: &entry.date,
        counts: entry.struck.is_none(),
        path: ledger_path,
    });
    let study = look.branch.studied().map(|(source, study)| Line {
        source,
        id: &study.id,
        date: &study.date,
        counts: study.struck.is_none(),
        path: study_path,
    });
    points.chain(study)
}

/// Lines of one id, as two edits of one line leave them after a merge, and problems of one id; both are told.
pub(super) fn same_id(look: &Look<'_>) -> Vec<Fault> {
    let by_month = lines(look).map(|line| (line.source, line.id));
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
    let figures = look.branch.figures().map(|(source, figure)| (source, &figure.id));
    let talks = look.branch.talk_entries().map(|(source, talk)| (source, &talk.id));
    let in_ledgers =
        by_month.chain(amounts).chain(payments).chain(posted).chain(appraisals).chain(figures).chain(talks);
    let in_ledgers = in_ledgers.map(|(source, id)| (source, id.as_str(), &id.span));
    let issues = look.branch.issues.iter().map(|issue| (&issue.source, issue.id(), &issue.title.span));
    let mut first: HashMap<(&str, &str), (&Source, &Span)> = HashMap::new();
    let mut faults = Vec::new();
    for (source, id, span) in in_ledgers.chain(issues) {
        let sort = source.path.folder().split('/').next().unwrap_or_default();
        match first.get(&(sort, id)) {
            Some((other, span_of_other)) => {
                let place = other.place(span_of_other);
                let other = format!("{}:{}", place.file, place.line);
                let fault = Fault::at("same-id", source, span, words::same_id(id, other));
                faults.push(fault.cure(words::cure_same_id()));
            }
            None => {
                first.insert((sort, id), (source, span));
            }
        }
    }
    faults
}

/// Lines in the file of another month.
pub(super) fn wrong_month(look: &Look<'_>) -> Vec<Fault> {
    let stray = lines(look).filter_map(|line| {
        let right = (line.path)(Month::of(line.date.value));
        let fault = || Fault::at("wrong-month", line.source, &line.date.span, words::wrong_month(line.date.value));
        (line.source.path != right).then(|| fault().cure(words::cure_wrong_month(&right)))
    });
    stray.collect()
}
