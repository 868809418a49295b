//! What follows from the records and the rules: attendance, points, hours of study, talks, dues, the steps of
//! development, what came of the plan, and what is owed on a day.
//!
//! Nothing here is ever stored.

mod assessed;
mod assessment;
mod attendance;
pub mod audit;
mod due;
mod dues;
mod duties;
mod exemplar;
pub mod history;
mod lapse;
mod plan;
mod points;
mod request;
mod steps;
mod study;
mod talks;
mod terms;
mod verdict;
mod votes;

pub use assessed::Assessed;
pub use assessment::{Assessment, Measured, Trace};
pub use attendance::{Seat, Tally, seats, tally};
pub use due::{Due, due, due_command};
pub use dues::{Arrears, Dues, DuesBook, arrears, dues_reach};
pub use duties::{Owing, Whose, duties};
pub use exemplar::{Candidate, Reason, candidates};
pub use lapse::{Lapsed, lapsed};
pub use plan::{Done, PlanState, Planned, plan_day, planned};
pub use points::{
    Account, Bands, Cut, Doubling, Limit, Line, Origin, Scored, Spot, below_standard, figures, is_outdated, listed,
    reckon, reckon_one, scored_periods,
};
pub use request::{Burden, Delivery, asked_in, burden, burden_by};
pub use steps::{BackPlan, BackStep, Bound, Coming, Milestone, Past, Way, judge, plan_back};
pub use study::{Studied, studied};
pub use talks::{OwedTalk, PlannedTalk, TalkRule, missed_talks, owed_talks, talked, talks_planned, talks_reach};
pub use terms::{Term, terms};
pub use verdict::{Verdict, Who, Written, verdict};
pub use votes::{Outcome, Voters, voters};
