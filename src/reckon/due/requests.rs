//! What superiors asked for, and have not got.

use super::item::{Due, until};
use crate::branch::{Branch, Query};
use crate::reckon::responsible::charged;
use crate::record::Period;
use crate::rulebook::{Chore, Firm};
use crate::words;

pub(super) fn query(window: Period) -> Query {
    Query::roll().requests(until(window.first))
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let day = window.first;
    let open = branch.asked().map(|(_, request)| request).filter(|request| request.struck.is_none());
    let open = open.filter(|request| request.date.value <= day && request.delivered_by(day).is_none());
    let due = open.filter_map(|request| {
        let until = request.until.as_ref().map(|until| until.value).filter(|until| *until <= window.last)?;
        Some(Due {
            id: format!("request {}", request.id.value),
            until,
            what: words::due_request(words::shown(&request.what)),
            who: charged(branch, Chore::Requests, day),
            firm: Firm::Must,
            rule: None,
            source: Some(&request.asker.value),
            command: format!("zhibu request deliver {}", request.id.value),
            recurs: false,
        })
    });
    due.collect()
}
