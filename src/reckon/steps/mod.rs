//! The steps by which a person comes from one standing to the next: those taken, those to come, and their times.

mod coming;
mod judge;
mod plan;
mod search;
#[cfg(test)]
mod tests;
mod way;

pub use coming::{Bound, Coming, Past};
pub use judge::judge;
pub use plan::{Plan, Planned, plan_back};
pub use way::{Milestone, Way};
