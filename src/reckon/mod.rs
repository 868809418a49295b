//! What follows from the records and the rules: attendance, points, hours of study.
//!
//! Nothing here is ever stored.

mod attendance;
mod points;
mod study;

pub use attendance::{Seat, Tally, seats, tally};
pub use points::{Account, Cut, Limit, Line, Origin, Spot, Window, reach, reckon};
pub use study::{Studied, studied};
