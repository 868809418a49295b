//! The list of points that is put on the board.

use super::{Form, Paper, day, period as long};
use crate::branch::Branch;
use crate::record::{Day, Period};
use crate::report::points::{Order, posted};
use crate::report::table::Table;
use crate::words;

/// The list of points for the board.
pub const FORM: Form = Form {
    name: "posted",
    fields: &["period", "posted_on", "until", "count"],
    rows: &[("people", &["name", "group", "base", "earned", "deducted", "cut", "total", "band"])],
};

/// The list of a period, in the order of the roll, with until when objections are taken where it is posted.
pub fn posted_list(branch: &Branch, period: Period, today: Day) -> Paper {
    let mut paper = Paper::new(FORM, words::paper_posted(long(period)), branch, today);
    let posting = branch.posting(period).map(|(_, _, posting)| posting);
    let list = posted(branch, period, Order::Roll);
    paper.field("period", long(period));
    paper.field("posted_on", posting.map(|posting| day(posting.date.value)));
    paper.field("until", posting.map(|posting| day(posting.until.value)));
    paper.field("count", list.rows.len());
    paper.tables.push(Table { id: "people", ..list });
    paper
}
