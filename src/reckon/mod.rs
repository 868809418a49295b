//! What follows from the records and the rules: attendance, points, hours of study, talks, dues, and
//! what is owed on a day.
//!
//! Nothing here is ever stored.

mod assessment;
mod attendance;
mod due;
mod dues;
mod exemplar;
mod points;
mod study;
mod talks;

pub use assessment::{Assessed, Assessment, Measured, Trace};
pub use attendance::{Seat, Tally, seats, tally};
pub use due::{Due, due};
pub use dues::{Arrears, Dues, arrears, dues_reach};
pub use exemplar::{Candidate, Reason, candidates};
pub use points::{
    Account, Cut, Doubling, Limit, Line, Origin, Scored, Spot, band, below_standard, figures, listed, reckon,
    scored_periods,
};
pub use study::{Studied, studied};
pub use talks::{OwedTalk, Planned, TalkRule, owed_talks, planned, talked, talks_reach};
