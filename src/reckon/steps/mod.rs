//! The steps by which a person comes from one standing to the next: those taken, those to come, and their times.

mod coming;
mod judge;
mod owed;
mod plan;
mod progress;
mod search;
#[cfg(test)]
mod tests;

pub use coming::{Bound, Coming, Past};
pub use judge::judge;
pub use owed::{StepOwed, steps_owed};
pub use plan::{BackPlan, BackStep, plan_back};
pub use progress::{Milestone, Progress};
