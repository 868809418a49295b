//! `zhibu verify`: closed months are as they were.

mod command;
mod differing;
mod explain;
mod looked;

pub(in crate::cmd) use command::{Verify, run};
