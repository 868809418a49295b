//! The loaded whole.

mod change;

pub use change::{Change, Edit, FileChange, Step, What};
