//! Files and folders: the only code that reads or writes them.

mod edit;
mod lines;
mod meaning;
mod outline;
mod row;
mod splice;

pub use edit::{EditError, apply};
