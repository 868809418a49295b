//! What follows from the records and the rules: attendance, points, hours of study, dues.
//!
//! Nothing here is ever stored.

mod assessed;
mod assessment;
mod attendance;
mod dues;
mod exemplar;
mod points;
mod study;

pub use assessed::Assessed;
pub use assessment::{Assessment, Measured, Trace};
pub use attendance::{Seat, Tally, seats, tally};
pub use dues::{Arrears, Dues, DuesBook, arrears, dues_reach};
pub use exemplar::{Candidate, Reason, candidates};
pub use points::{
    Account, Bands, Cut, Doubling, Limit, Line, Origin, Scored, Spot, below_standard, figures, listed, reckon,
    reckon_one, scored_periods,
};
pub use study::{Studied, studied};
