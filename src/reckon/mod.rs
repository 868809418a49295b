//! What follows from the records and the rules: attendance and points.
//!
//! Nothing here is ever stored.

mod attendance;
mod exemplar;
mod points;

pub use attendance::{Seat, Tally, seats, tally};
pub use exemplar::{Candidate, Reason, candidates};
pub use points::{
    Account, Cut, Doubling, Limit, Line, Origin, Scored, Spot, band, below_standard, figures, listed, reckon,
    scored_periods,
};
