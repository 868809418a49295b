//! Points that people declared and that somebody is to confirm.

use super::item::Due;
use crate::branch::{Branch, Query};
use crate::reckon::Location;
use crate::reckon::declared::waiting;
use crate::record::Period;
use crate::rulebook::Firm;
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().owed(window.first)
}

/// Each is to be confirmed by the end of the scored period in which it counts.
pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let day = window.first;
    let due = waiting(branch, day).into_iter().filter_map(|(entry, item)| {
        let date = entry.date.value;
        let until = branch.rules.scheme_on(date)?.period.around(date).last;
        let (source, _) = branch.rules.points.as_ref()?;
        let who = branch.confirmers(item, &entry.member, day);
        let by = who.first().map(|(id, _)| format!(" --by {id}")).unwrap_or_default();
        (until <= window.last && branch.kept_from() <= date).then(|| Due {
            id: format!("declared {}", entry.id.value),
            until,
            what: words::due_confirm(branch.name(&entry.member), item.name(), date),
            who,
            firm: Firm::Must,
            rule: Some(Location::new(source, Some(&item.span))),
            source: item.source.as_deref(),
            command: format!("zhibu points confirm {}{by}", entry.id.value),
            recurs: false,
        })
    });
    due.collect()
}
