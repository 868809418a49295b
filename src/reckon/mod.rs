//! What follows from the records and the rules: attendance, points, hours of study, dues, the steps of
//! development, and what is owed on a day.
//!
//! Nothing here is ever stored.

mod assessment;
mod attendance;
mod due;
mod dues;
mod exemplar;
mod points;
mod steps;
mod study;

pub use assessment::{Assessed, Assessment, Measured, Trace};
pub use attendance::{Seat, Tally, seats, tally};
pub use due::{Due, due};
pub use dues::{Arrears, Dues, arrears, dues_reach};
pub use exemplar::{Candidate, Reason, candidates};
pub use points::{
    Account, Cut, Doubling, Limit, Line, Origin, Scored, Spot, band, below_standard, figures, listed, reckon,
    scored_periods,
};
pub use steps::{Bound, Coming, Milestone, Past, Plan, Planned, Way, judge, plan_back};
pub use study::{Studied, studied};
