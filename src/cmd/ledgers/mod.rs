//! The commands that keep lines in ledgers.

pub(in crate::cmd) mod appraisal;
pub(in crate::cmd) mod assessment;
mod declared;
pub(in crate::cmd) mod dues;
pub(in crate::cmd) mod entry;
pub(in crate::cmd) mod exemplar;
mod given;
pub(in crate::cmd) mod lines;
pub(in crate::cmd) mod plan;
pub(in crate::cmd) mod points;
pub(in crate::cmd) mod request;
pub(in crate::cmd) mod study;
pub(in crate::cmd) mod talk;
pub(in crate::cmd) mod task;
pub(in crate::cmd) mod visit;
