//! The meetings that are planned.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{ToPrepare, to_prepare};
use crate::record::{Agenda, Day, Period};
use crate::words::{self, Text};

/// The meetings planned for a period, as they stand on a day.
pub fn agendas(branch: &Branch, period: Period, day: Day) -> Table {
    use ColumnKind::{Integer, List, Text as Words};
    let columns = [
        ("date", ColumnKind::Day),
        ("kind", ColumnKind::Key),
        ("kind_name", Words),
        ("group_name", Words),
        ("time", Words),
        ("place", Words),
        ("topics", List),
        ("to_prepare", Integer),
        ("agenda_state", Words),
        ("agenda", ColumnKind::Id),
    ];
    let planned = branch.agendas().map(|(_, agenda)| agenda).filter(|agenda| period.contains(agenda.date.value));
    let rows = planned.map(|agenda| {
        let state = match branch.was_held(agenda) {
            true => "held",
            false if agenda.date.value < day => "not-held",
            false => "planned",
        };
        let open = to_prepare(branch, agenda).iter().filter(|one| one.done.is_none()).count();
        vec![
            agenda.date.value.into(),
            Text::same(agenda.kind.as_str()).into(),
            branch.kind_name(&agenda.kind).into(),
            agenda.group.as_ref().map(|group| branch.group_name_on(group, agenda.date.value)).into(),
            agenda.time.as_ref().map(|time| Text::same(time.to_string())).into(),
            agenda.place.as_deref().map(Text::same).into(),
            Cell::List(agenda.topics.iter().map(Text::same).collect()),
            if state == "planned" { open.into() } else { Cell::Empty },
            Cell::code(state, words::agenda_state(state)),
            Text::same(agenda.id.as_str()).into(),
        ]
    });
    Table::new("agendas", &columns, rows.collect())
}

/// The table of what is prepared for a meeting.
pub(super) const PREPARE: &str = "to_prepare";

/// Its columns.
pub(super) const COLUMNS: &[&str] = &["what", "owner_name", "until", "done_on"];

/// What is prepared for a meeting, by whom and until when.
pub(super) fn preparations(branch: &Branch, agenda: &Agenda) -> Table {
    let kinds = COLUMNS.iter().map(|id| match *id {
        "until" | "done_on" => (*id, ColumnKind::Day),
        _ => (*id, ColumnKind::Text),
    });
    let kinds: Vec<_> = kinds.collect();
    let row = |one: ToPrepare<'_>| {
        vec![
            Text::same(one.what).into(),
            one.who.map(|who| branch.name_on(who, agenda.date.value)).into(),
            one.until.into(),
            one.done.into(),
        ]
    };
    Table::new(PREPARE, &kinds, to_prepare(branch, agenda).into_iter().map(row).collect())
}
