//! The commands by which a month is posted, closed, proved and exported.

mod about;
mod anew;
mod edition;
pub(in crate::cmd) mod export;
pub(in crate::cmd) mod posting;
pub(in crate::cmd) mod returned;
pub(in crate::cmd) mod seal;
pub(in crate::cmd) mod verify;
pub(in crate::cmd) mod versions;
