//! The list of problems, for the board, a meeting or an inspection.

use super::{Form, Paper, day, period as long};
use crate::branch::Branch;
use crate::record::{Day, Period};
use crate::report::issues::issues;
use crate::report::table::Table;
use crate::words;

/// The list of problems.
pub const FORM: Form = Form {
    name: "problems",
    fields: &["period", "as_of", "count", "open_count", "overdue_count", "closed_count"],
    rows: &[(
        "problems",
        &[
            "title",
            "found",
            "where",
            "category",
            "measure",
            "owner_name",
            "deadline",
            "issue_state",
            "overdue_days",
            "progress",
            "progress_date",
            "closed",
            "closed_by",
            "result",
            "links",
        ],
    )],
};

/// The problems that were open on some day of a period, as they were at its end, or are on the day.
pub fn problem_list(branch: &Branch, period: Period, today: Day) -> Paper {
    let end = period.last.min(today);
    let mut paper = Paper::new(FORM, words::paper_problems(), branch, today);
    let all: Vec<_> = branch.issues_during(period).collect();
    let open = all.iter().filter(|issue| issue.is_open(end)).count();
    paper.field("period", long(period));
    paper.field("as_of", day(end));
    paper.field("count", all.len());
    paper.field("open_count", open);
    paper.field("overdue_count", all.iter().filter(|issue| issue.is_overdue(end)).count());
    paper.field("closed_count", all.len() - open);
    paper.tables.push(Table { id: "problems", ..issues(branch, period, end) });
    paper
}
