//! What is owed: objections that wait for an answer, and lists that are to be posted or closed.

use std::collections::BTreeSet;

use super::table::{ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::scored_periods;
use crate::record::{Day, Period};
use crate::words::{self, Text};

/// What is owed on a day, the overdue first; each with the command that settles it.
pub fn due(branch: &Branch, day: Day) -> Table {
    let columns = [
        ("until", ColumnKind::Day),
        ("due_state", ColumnKind::Text),
        ("what", ColumnKind::Text),
        ("command", ColumnKind::Text),
    ];
    let mut owed: Vec<(Day, Text, String)> = Vec::new();
    let posted = branch.postings_by_period();
    let mut objected = BTreeSet::new();
    for (_, _, objection) in branch.objections().filter(|(_, _, objection)| objection.is_open()) {
        objected.insert(objection.period.value);
        let until = posted.get(&objection.period.value).map_or(objection.date.value, |posting| posting.until.value);
        let what = words::due_objection(branch.name(&objection.member), objection.period.value);
        owed.push((until, what, format!("zhibu points correct {}", objection.id.value)));
    }
    for (_, _, posting) in branch.postings().filter(|(_, _, posting)| posting.closed.is_none()) {
        let period = posting.period.value;
        if posting.until.value < day && !objected.contains(&period) {
            owed.push((posting.until.value, words::due_close(period), format!("zhibu points close {period}")));
        }
    }
    // Whoever never posted a list does not owe one: it is the branch's own way of doing it.
    let began = branch.postings().map(|(_, _, posting)| posting.period.value.first).min();
    let missing = began.and_then(|began| Period::new(began, day)).map(|days| scored_periods(branch, days));
    for scored in missing.unwrap_or_default().into_iter().filter(|scored| scored.days.last < day) {
        if !posted.contains_key(&scored.days) {
            let command = format!("zhibu points post {}", scored.days);
            owed.push((scored.days.last.plus(1), words::due_post(scored.days), command));
        }
    }
    owed.sort_by(|one, other| (one.0, &one.2).cmp(&(other.0, &other.2)));
    let rows = owed.into_iter().map(|(until, what, command)| {
        let state = if until < day { words::overdue() } else { words::not_overdue() };
        vec![until.into(), state.into(), what.into(), Text::same(command).into()]
    });
    Table::new("due", &columns, rows.collect())
}
