//! Who is responsible for what, post by post.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{self, Charge};
use crate::record::Day;
use crate::words::{self, Text};

/// What every post is responsible for on a day, and who holds it.
pub fn responsibilities(branch: &Branch, day: Day) -> Table {
    use ColumnKind::{List, Place, Text as Words};
    let columns = [
        ("post", Words),
        ("holders", List),
        ("what", Words),
        ("each", Words),
        ("firm", Words),
        ("source", Place),
        ("rule", Place),
    ];
    let rows = reckon::responsibilities(branch, day).into_iter().map(|one| {
        let duty = if let Charge::Duty(duty) = one.what { Some(duty) } else { None };
        let people = one.people.iter().map(|id| (id.to_string(), branch.name(id))).collect();
        vec![
            Cell::code(one.post, branch.post_name(one.post)),
            Cell::people(people),
            one.what.name().into(),
            duty.map(|duty| words::each(duty.times(), duty.per.value.key())).into(),
            duty.map(|duty| Cell::code(duty.firm.id(), words::severity(duty.firm.id()))).into(),
            duty.and_then(|duty| duty.source.as_deref()).map(Text::same).into(),
            one.rule.map(|rule| rule.at()).into(),
        ]
    });
    Table::new("responsibilities", &columns, rows.collect())
}
