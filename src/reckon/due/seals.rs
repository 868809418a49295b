//! Months that can be closed.

use super::item::{Due, until};
use crate::branch::{Branch, Query};
use crate::reckon::responsible::charged;
use crate::reckon::scored_periods;
use crate::record::{Month, Period};
use crate::rulebook::{Chore, Firm};
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().seals(until(window.first)).owed(window.first)
}

/// The months after the first one that was closed whose points are settled. Whoever never closed a month owes none: it
/// is the branch's own way of doing it.
pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let day = window.first;
    let is_closed = |month: &Month| branch.seals.get(month).is_some_and(|seal| seal.date.value <= day);
    let Some(first) = branch.seals.keys().find(|month| is_closed(month)) else { return vec![] };
    let posted = branch.postings_by_period();
    let waits = |period: Period| {
        let mut open = branch.objections().filter(|(_, _, objection)| objection.is_open_on(day));
        open.any(|(_, _, objection)| objection.period.value.meets(period))
    };
    let months = std::iter::successors(Some(first.after()), |month: &Month| Some(month.after()));
    let over = months
        .skip_while(|month| branch.since().is_some_and(|since| month.last() < since))
        .take_while(|month| month.last() < day)
        .filter(|month| !is_closed(month));
    let due = over.filter_map(|month| {
        let scored = scored_periods(branch, month.period());
        // The last day on which something of it was settled; none where something is not.
        let settled = scored.iter().try_fold(month.last(), |last, scored| {
            posted.get(&scored.days).and_then(|posting| posting.closed_by(day)).map(|closed| closed.max(last))
        })?;
        (!waits(month.period())).then(|| Due {
            id: format!("seal {month}"),
            until: settled,
            what: words::due_seal(month),
            who: charged(branch, Chore::Seals, day),
            firm: Firm::AsARule,
            rule: None,
            source: None,
            command: format!("zhibu seal {month}"),
            recurs: false,
        })
    });
    due.collect()
}
