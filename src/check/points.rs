//! What cannot be in the ledgers of awards and deductions.

use std::collections::HashMap;

use super::Look;
use crate::branch::FileKind;
use crate::error::Fault;
use crate::record::{Entry, Month, Source, Span};
use crate::rulebook::Item;
use crate::words;

/// The lines that count, each with its item where the rules have it.
fn counting<'a>(look: &'a Look<'_>) -> impl Iterator<Item = (&'a Source, &'a Entry, &'a Item)> {
    look.branch
        .entries()
        .filter(|(_, entry)| entry.struck.is_none())
        .filter_map(|(source, entry)| Some((source, entry, look.branch.rules.item_on(&entry.item, entry.date.value)?)))
}

/// Items that are reckoned and not awarded.
pub(super) fn item_not_by_hand(look: &Look<'_>) -> Vec<Fault> {
    let reckoned = counting(look).filter(|(_, _, item)| !item.by_hand());
    reckoned
        .map(|(source, entry, item)| {
            Fault::at("item-not-by-hand", source, &entry.item.span, words::item_is_reckoned(item.name()))
        })
        .collect()
}

/// Points that the item does not allow.
pub(super) fn points_range(look: &Look<'_>) -> Vec<Fault> {
    let wrong = |(source, entry, item): (&Source, &Entry, &Item)| {
        let (least, most) = match (&item.points, item.range.as_ref().map(|range| &range.value[..])) {
            (Some(points), _) => (points.value, points.value),
            (None, Some([least, most])) => (*least, *most),
            _ => return None,
        };
        match &entry.points {
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
    counting(look).filter(|(_, _, item)| item.by_hand()).filter_map(wrong).collect()
}

/// Lines of one id, as two edits of one line leave them after a merge; both are told.
pub(super) fn same_id(look: &Look<'_>) -> Vec<Fault> {
    let ledgers = look.branch.ledgers.iter().flat_map(|ledger| ledger.ids().map(|id| (&ledger.source, id)));
    let appraisals = look.branch.appraisals.iter();
    let appraisals = appraisals.flat_map(|file| file.entries.iter().map(|entry| (&file.source, &entry.id)));
    let mut first: HashMap<&str, (&Source, &Span)> = HashMap::new();
    let mut faults = Vec::new();
    for (source, id) in ledgers.chain(appraisals) {
        match first.get(id.as_str()) {
            Some((other, span)) => {
                let place = other.place(span);
                let other = format!("{}:{}", place.file, place.line);
                let fault = Fault::at("same-id", source, &id.span, words::same_id(id.as_str(), other));
                faults.push(fault.cure(words::cure_same_id()));
            }
            None => {
                first.insert(id.as_str(), (source, &id.span));
            }
        }
    }
    faults
}

/// Lines in the file of another month.
pub(super) fn wrong_month(look: &Look<'_>) -> Vec<Fault> {
    let stray = look.branch.entries().filter_map(|(source, entry)| match FileKind::of(&source.path) {
        Some(FileKind::Points(month)) if Month::of(entry.date.value) != month => {
            let right = crate::branch::ledger_path(Month::of(entry.date.value));
            let fault = Fault::at("wrong-month", source, &entry.date.span, words::wrong_month(entry.date.value));
            Some(fault.cure(words::cure_wrong_month(right)))
        }
        _ => None,
    });
    stray.collect()
}
