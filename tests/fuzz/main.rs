//! Files as nobody would write them: those of the examples, mangled at random. Each target tries the same few hundred in
//! every run, and where the tests go deep new ones for a minute.
#![allow(clippy::unwrap_used)]

mod corpus;
#[path = "../tools/depth.rs"]
mod depth;
mod editing;
mod merging;
mod reading;
#[path = "../tools/sheets.rs"]
mod sheets;
mod tables;
