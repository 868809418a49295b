//! Decisions that somebody carries out by a day.

use super::item::{Due, until};
use crate::branch::{Branch, Query};
use crate::reckon::Location;
use crate::record::Period;
use crate::rulebook::Firm;
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().tasks(until(window.first))
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let day = window.first;
    let open = branch.tasks().filter(|(_, task)| task.date.value <= day);
    let due = open.filter(|(_, task)| task.done_by(day).is_none()).filter_map(|(source, task)| {
        let until = task.until.as_ref().filter(|until| until.value <= window.last)?;
        let owner = task.owner.as_ref().map(|owner| (owner.to_string(), branch.name(owner)));
        Some(Due {
            id: format!("task {}", task.id.value),
            until: until.value,
            what: words::due_task(words::shown(&task.what), task.date.value),
            who: owner.into_iter().collect(),
            // What a meeting decided is to be done, unless one decides otherwise.
            firm: Firm::Must,
            rule: Some(Location::new(source, Some(&until.span))),
            source: None,
            command: format!("zhibu task done {}", task.id.value),
            recurs: false,
        })
    });
    due.collect()
}
