//! `zhibu undo`: takes back what a command did, by a commit of its own.

mod choose;
mod command;
mod said;
mod take;
mod way;

pub(in crate::cmd) use command::{Undo, run};
