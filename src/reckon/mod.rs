//! What follows from the records and the rules: attendance, points, hours of study, talks, dues, the steps of
//! development, what came of the plan, and what is owed on a day.
//!
//! Nothing here is ever stored.

mod agenda;
mod assessed;
mod assessment;
mod attendance;
pub mod audit;
mod books;
mod declared;
mod due;
mod dues;
mod duties;
mod election;
mod exemplar;
mod grading;
pub mod history;
mod lapse;
mod plan;
mod points;
mod recounted;
mod request;
mod responsible;
mod settle;
mod steps;
mod study;
mod talks;
mod task;
mod terms;
mod verdict;
mod votes;

pub use agenda::{ToPrepare, to_prepare};
pub use assessed::Assessed;
pub use assessment::{Assessment, Known, Measured, Trace};
pub use attendance::{Seat, Tally, seats, tally};
pub use books::{Book, Of, books};
pub use due::{Due, due, due_command, due_query};
pub use dues::{Arrears, Dues, DuesBook, arrears, arrears_query};
pub use duties::{DutyState, Owing, Whose, counted_elsewhere, duties, duties_query, takes_period};
pub use election::{Election, elected, elections, outcome};
pub use exemplar::{Candidate, Reason, candidates};
pub use grading::{to_grade, ungraded};
pub use lapse::{Lapsed, lapsed};
pub use plan::{Done, PlanState, Planned, plan_day, planned, planned_query};
pub use points::{
    Account, Bands, Cut, Doubling, Limit, Limited, Line, Location, Origin, Scored, below_standard, figures,
    is_outdated, listed, reckon, reckon_one, scored_periods,
};
pub use recounted::recounted;
pub use request::{Burden, Delivery, asked_in, burden, burden_by};
pub use responsible::{Charge, Responsibility, responsibilities, responsibilities_query};
pub use steps::{BackPlan, BackStep, Bound, Coming, Milestone, Past, Progress, StepOwed, judge, plan_back, steps_owed};
pub use study::{Studied, studied, studied_query};
pub use talks::{OwedTalk, PlannedTalk, TalkRule, missed_talks, owed_talks, owed_talks_query, talked, talks_planned};
pub use task::{Session, TaskState, problems_told_at, tasks, told_at, told_at_query};
pub use terms::{Term, terms};
pub use verdict::{Verdict, Who, Written, verdict};
pub use votes::{Outcome, Voters, voters};
