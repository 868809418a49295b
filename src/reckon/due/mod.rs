//! What is owed on a day: each sort of it a file beside this one, and a row of one table.

mod accepted;
mod agendas;
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

use crate::branch::{Branch, Want};
use crate::record::Period;

/// What one sort of records and rules makes owed.
struct Sort {
    /// Everything that is not done by the first day of the window and is in time until its last day at the latest; what
    /// is overdue is never left out, as far back as the branch keeps its records.
    due: for<'a> fn(&'a Branch, Period) -> Vec<Due<'a>>,
    /// What that needs.
    want: fn(Period) -> Want,
}

/// Every sort.
const SORTS: &[Sort] = &[
    Sort { due: agendas::due, want: agendas::want },
    Sort { due: dues::due, want: dues::want },
    Sort { due: duties::due, want: duties::want },
    Sort { due: grades::due, want: grades::want },
    Sort { due: issues::due, want: issues::want },
    Sort { due: lapses::due, want: lapses::want },
    Sort { due: plan::due, want: plan::want },
    Sort { due: postings::due, want: postings::want },
    Sort { due: requests::due, want: requests::want },
    Sort { due: seals::due, want: seals::want },
    Sort { due: steps::due, want: steps::want },
    Sort { due: study::due, want: study::want },
    Sort { due: talks::due, want: talks::want },
    Sort { due: tasks::due, want: tasks::want },
    Sort { due: terms::due, want: terms::want },
];

/// What [`due`] needs.
pub fn due_want(window: Period) -> Want {
    SORTS.iter().map(|sort| (sort.want)(window)).fold(Want::roll(), Want::and)
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
