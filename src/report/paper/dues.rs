//! The sheet of a month's dues, on which is signed for what was paid.

use super::{Form, Paper, period as long};
use crate::branch::Branch;
use crate::record::{Day, MemberId, Month, Yuan};
use crate::report::dues::dues;
use crate::report::table::{Cell, Table};
use crate::words::{self, Lang};

/// The sheet of a month's dues.
pub const FORM: Form = Form {
    name: "dues",
    fields: &["month", "count", "due_amount", "paid_amount", "owed_amount"],
    rows: &[(
        "people",
        &["name", "group", "due_amount", "paid_amount", "owed_amount", "dues_state", "paid", "by", "note"],
    )],
};

/// The dues of a month, as they are on a day.
pub fn dues_sheet(branch: &Branch, month: Month, today: Day) -> Paper {
    let all = dues(branch, month.period(), today);
    let sum = |id: &str| {
        let at = all.columns.iter().position(|column| column.id == id);
        let amount = |row: &Vec<Cell>| match at.and_then(|at| row.get(at)) {
            Some(Cell::Yuan(amount)) => *amount,
            _ => Yuan::ZERO,
        };
        all.rows.iter().map(amount).sum::<Yuan>()
    };
    let mut paper = Paper::new(FORM, words::paper_dues(branch.rules.word_dues(), long(month.period())), branch, today);
    paper.field("month", long(month.period()));
    paper.field("count", all.rows.len());
    for id in ["due_amount", "paid_amount", "owed_amount"] {
        paper.field(id, sum(id));
    }
    let at = |id: &str| all.columns.iter().position(|column| column.id == id);
    let (member, name) = (at("member"), at("name"));
    let mut list = Table { id: "people", ..all };
    for row in &mut list.rows {
        // On paper namesakes are told apart by their ids.
        let id = member.and_then(|at| row.get(at)).and_then(id_of);
        if let (Some(at), Some(id)) = (name, id) {
            row[at] = branch.name_on(&id, month.last()).into();
        }
    }
    paper.tables.push(list);
    paper
}

/// The id a cell holds.
fn id_of(cell: &Cell) -> Option<MemberId> {
    match cell {
        Cell::Text(id) => MemberId::new(id.get(Lang::En)),
        _ => None,
    }
}
