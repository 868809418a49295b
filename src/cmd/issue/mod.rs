//! `zhibu issue`: problems until they are mended.

mod command;
mod open;

pub(super) use command::{Issue, moved, run};
pub(super) use open::{Order, ordered};
