//! What follows from the records and the rules: attendance, points, hours of study, dues.
//!
//! Nothing here is ever stored.

mod attendance;
mod dues;
mod points;
mod study;

pub use attendance::{Seat, Tally, seats, tally};
pub use dues::{Arrears, Dues, arrears, dues_reach};
pub use points::{Account, Cut, Limit, Line, Origin, Spot, Window, reach, reckon};
pub use study::{Studied, studied};
