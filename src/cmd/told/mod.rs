//! The commands that tell what the records say, and what is wrong in them.

pub(in crate::cmd) mod accept;
pub(in crate::cmd) mod check;
pub(in crate::cmd) mod counted;
pub(in crate::cmd) mod days;
pub(in crate::cmd) mod due;
pub(in crate::cmd) mod findings;
pub(in crate::cmd) mod notes;
pub(in crate::cmd) mod print;
pub(in crate::cmd) mod report;
pub(in crate::cmd) mod rules;
pub(in crate::cmd) mod site;
mod staged;
pub(in crate::cmd) mod status;
