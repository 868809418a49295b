//! How a change is made: decided, carried out, committed; what closed months say to it, what it moves and makes untrue.

pub(in crate::cmd) mod amend;
mod batch;
mod carry_out;
mod decision;
pub(in crate::cmd) mod driver;
pub(in crate::cmd) mod keep;
pub(in crate::cmd) mod ledger;
mod moved;
mod outdated;
pub(in crate::cmd) mod sound;
pub(in crate::cmd) mod tables;

pub(in crate::cmd) use batch::{Batch, Taken};
pub(in crate::cmd) use decision::{Asked, Decision};
