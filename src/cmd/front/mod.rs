//! The front door: the words of a call are read, its command is run, and what was not understood is told.

pub(in crate::cmd) mod alias;
mod args;
pub(in crate::cmd) mod call;
mod complete;
pub(in crate::cmd) mod external;
pub(in crate::cmd) mod glance;
mod line;
pub(in crate::cmd) mod misread;
mod run;
mod short;
pub(in crate::cmd) mod version;

pub use crate::cmd::together::merge_file::merge_file;
pub use args::{Cli, Command};
pub use call::{command, parse, printer};
pub use complete::complete;
pub use run::run;
