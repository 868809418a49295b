//! A return as one file: the tables of a month with what describes them, packed to be carried; and what can be proven of
//! such a file without the records it came from.

mod packed;
mod proof;

pub use packed::{DESCRIPTION, SEAL, files, pack};
pub use proof::{About, Proof, State, about, prove};
