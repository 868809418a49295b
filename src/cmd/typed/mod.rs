//! What people type, read: names and campaigns.

pub(in crate::cmd) mod campaign;
pub(in crate::cmd) mod name;
