//! Duties: what was owed in a period, and how often it was done.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{self, Whose};
use crate::record::{Day, Period};
use crate::words::{self, Text};

/// The duties of every period that touches some days, by what is recorded today: kept, kept late, still open, or missed.
/// A month and its year say the same of it, whenever they are asked.
pub fn duties(branch: &Branch, period: Period, today: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Place, Text as Words};
    let columns = [
        ("duty", Id),
        ("duty_name", Words),
        ("whose", Id),
        ("whose_name", Words),
        ("period", Words),
        ("until", Date),
        ("times", Integer),
        ("done", Integer),
        ("duty_state", Words),
        ("firm", Words),
        ("source", Place),
        ("rule", Place),
    ];
    let rows = reckon::duties(branch, period, today).into_iter().map(|owing| {
        let (duty, day) = (owing.duty, owing.period.last.min(period.last));
        let (whose, name) = match owing.whose {
            Whose::Branch => (None, None),
            Whose::Group(group) => (Some(group.to_string()), Some(branch.group_name_on(group, day))),
            Whose::Member(member) => (Some(member.to_string()), Some(branch.member_name_on(member, day))),
        };
        let state = owing.state(today).id();
        vec![
            Text::same(duty.id.as_str()).into(),
            duty.name().into(),
            whose.map(Text::same).into(),
            name.into(),
            Text::same(owing.period.to_string()).into(),
            owing.until.into(),
            duty.times().into(),
            owing.done.into(),
            Cell::code(state, words::duty_state(state)),
            Cell::code(duty.firm.id(), words::severity(duty.firm.id())),
            duty.source.as_deref().map(Text::same).into(),
            branch.duty_spot(&duty.span).map(|rule| rule.at()).into(),
        ]
    });
    Table::new("duties", &columns, rows.collect())
}
