//! The commands: one file a subcommand, each of them load, decide, commit, say.

mod change;
mod closing;
mod desk;
mod env;
mod front;
mod global;
mod gone;
mod import;
mod issue;
mod ledgers;
mod meeting;
mod past;
mod people;
mod shell;
mod together;
mod told;
mod tools;
mod typed;

pub use env::Env;
pub use front::{Cli, Command, command, complete, merge_file, parse, printer, run};
