//! Months that can be closed.

use super::Due;
use crate::branch::Branch;
use crate::reckon::scored_periods;
use crate::record::{Month, Period, Posting};
use crate::rulebook::Firm;
use crate::words;

/// The months after the first one that was closed whose points are settled. Whoever never closed a month owes none: it
/// is the branch's own way of doing it.
pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let Some((first, _)) = branch.seals.first_key_value() else { return vec![] };
    let (posted, day) = (branch.postings_by_period(), window.first);
    let waits = |period: Period| {
        let mut open = branch.objections().filter(|(_, _, objection)| objection.is_open());
        open.any(|(_, _, objection)| objection.period.value.meets(period))
    };
    let months = std::iter::successors(Some(first.after()), |month: &Month| Some(month.after()));
    let over = months.take_while(|month| month.last() < day).filter(|month| !branch.seals.contains_key(month));
    let due = over.filter_map(|month| {
        let closed = |posting: &&Posting| posting.closed.as_ref().map(|closed| closed.value);
        let scored = scored_periods(branch, month.period());
        // The last day on which something of it was settled; none where something is not.
        let settled = scored.iter().try_fold(month.last(), |last, scored| {
            posted.get(&scored.days).and_then(closed).map(|closed| closed.max(last))
        })?;
        (!waits(month.period())).then(|| Due {
            until: settled,
            what: words::due_seal(month),
            who: vec![],
            firm: Firm::AsARule,
            rule: None,
            source: None,
            command: format!("zhibu seal {month}"),
        })
    });
    due.collect()
}
