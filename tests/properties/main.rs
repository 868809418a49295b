//! What holds for any file, tried on many.
#![allow(clippy::unwrap_used)]

mod edit;
mod mangled;
mod parsers;
mod points;
mod tables;
