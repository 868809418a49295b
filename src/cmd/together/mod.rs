//! The commands that bring the records of several people together.

pub(in crate::cmd) mod both;
pub(in crate::cmd) mod erased;
pub(in crate::cmd) mod merge_file;
pub(in crate::cmd) mod merging;
pub(in crate::cmd) mod repository;
mod resealed;
pub(in crate::cmd) mod resolve;
mod settled;
pub(in crate::cmd) mod sync;
