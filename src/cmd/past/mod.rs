//! The commands that tell the past, from the commits of git, and take it back.

pub(in crate::cmd) mod audit;
pub(in crate::cmd) mod commits;
pub(in crate::cmd) mod history;
pub(in crate::cmd) mod undo;
