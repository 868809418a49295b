//! The commands of people: members, groups, the steps of a member's development.

pub(in crate::cmd) mod decided;
pub(in crate::cmd) mod development;
mod edits;
pub(in crate::cmd) mod erase;
pub(in crate::cmd) mod erasure;
pub(in crate::cmd) mod group;
mod history;
pub(in crate::cmd) mod member;
pub(in crate::cmd) mod post;
pub(in crate::cmd) mod pseudonym;
mod renaming;
