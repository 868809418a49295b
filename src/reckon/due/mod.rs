//! What is owed on a day: each sort of it a file beside this one, and a row of one table.

mod dues;
mod duties;
mod issues;
mod lapses;
mod plan;
mod postings;
mod requests;
mod seals;
mod steps;
mod study;
mod talks;
mod terms;

pub use duties::command as due_command;

use crate::branch::Branch;
use crate::record::{Day, Period};
use crate::rulebook::Firm;
use crate::words::Text;

use super::Spot;

/// One thing that is owed.
#[derive(Clone, Debug)]
pub struct Due<'a> {
    /// The last day on which it is in time.
    pub until: Day,
    /// What is to be done.
    pub what: Text,
    /// By whom, or of which groups, by id and name; none where it is the branch's.
    pub who: Vec<(String, Text)>,
    /// How firm the rule is.
    pub firm: Firm,
    /// The rule; none where it is a record that says so.
    pub rule: Option<Spot<'a>>,
    /// Where the rule is from: regulation and article.
    pub source: Option<&'a str>,
    /// The command that records it, ready to paste.
    pub command: String,
}

/// What one sort of records and rules makes owed: everything that is not done by the first day of the window and is in
/// time until its last day at the latest; what is overdue is never left out.
type Source = for<'a> fn(&'a Branch, Period) -> Vec<Due<'a>>;

/// Every sort.
const SOURCES: &[Source] = &[
    dues::due,
    duties::due,
    issues::due,
    lapses::due,
    plan::due,
    postings::due,
    requests::due,
    seals::due,
    steps::due,
    study::due,
    talks::due,
    terms::due,
];

/// What is owed on the first day of a window and in time until its last day, the overdue first.
pub fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let mut all: Vec<_> = SOURCES.iter().flat_map(|source| source(branch, window)).collect();
    all.sort_by(|one, other| {
        (one.until, one.firm, &one.what, &one.command).cmp(&(other.until, other.firm, &other.what, &other.command))
    });
    all
}
