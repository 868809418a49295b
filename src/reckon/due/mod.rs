//! What is owed on a day: each sort of it a file beside this one, and a row of one table.

mod accepted;
mod agendas;
mod declared;
mod dues;
mod duties;
mod grades;
mod issues;
mod item;
mod lapses;
mod plan;
mod postings;
mod requests;
mod seals;
mod steps;
mod study;
mod talks;
mod tasks;
mod terms;

pub use duties::command as due_command;
pub use item::Due;

use crate::branch::{Branch, Query};
use crate::record::Period;

/// What one sort of records and rules makes owed.
struct Sort {
    /// Everything that is not done by the first day of the window and is in time until its last day at the latest; what
    /// is overdue is never left out, as far back as the branch keeps its records.
    due: for<'a> fn(&'a Branch, Period) -> Vec<Due<'a>>,
    /// What that needs.
    query: fn(Period) -> Query,
}

/// Every sort.
const SORTS: &[Sort] = &[
    Sort { due: agendas::due, query: agendas::query },
    Sort { due: declared::due, query: declared::query },
    Sort { due: dues::due, query: dues::query },
    Sort { due: duties::due, query: duties::query },
    Sort { due: grades::due, query: grades::query },
    Sort { due: issues::due, query: issues::query },
    Sort { due: lapses::due, query: lapses::query },
    Sort { due: plan::due, query: plan::query },
    Sort { due: postings::due, query: postings::query },
    Sort { due: requests::due, query: requests::query },
    Sort { due: seals::due, query: seals::query },
    Sort { due: steps::due, query: steps::query },
    Sort { due: study::due, query: study::query },
    Sort { due: talks::due, query: talks::query },
    Sort { due: tasks::due, query: tasks::query },
    Sort { due: terms::due, query: terms::query },
];

/// What [`due`] needs.
pub fn due_query(window: Period) -> Query {
    SORTS.iter().map(|sort| (sort.query)(window)).fold(Query::roll(), Query::and)
}

/// What is owed on the first day of a window and in time until its last day, the overdue first. It is all there is: every
/// other list of what is owed is a part of it.
pub fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let mut all: Vec<_> = SORTS.iter().flat_map(|sort| (sort.due)(branch, window)).collect();
    all.sort_by(|one, other| {
        (one.until, one.firm, &one.what, &one.command).cmp(&(other.until, other.firm, &other.what, &other.command))
    });
    all
}
