//! `zhibu completion`: the Tab key, with what the records say.
//!
//! A shell's script calls the program with `COMPLETE` in the environment and the words up to the cursor after `--`; the
//! answer is a candidate a line. Nothing is locked or written then, and what is broken is passed over in silence.

mod attach;
mod candidates;
mod live;
mod script;
mod shell;
mod source;

pub(in crate::cmd) use attach::attach;
pub(in crate::cmd) use live::Live;
pub(in crate::cmd) use script::{Completion, run};
pub(in crate::cmd) use shell::Answer;
