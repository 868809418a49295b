//! What holds for any file, tried on many.
#![allow(clippy::unwrap_used)]

mod edit;
mod mangled;
mod merge;
mod parsers;
mod points;
mod recorders;
