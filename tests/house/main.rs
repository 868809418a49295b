//! The house: who may name whom, who may touch what, and that the tour of it is true.

mod arrows;
mod circles;
mod files;
mod source;
mod touch;
mod tour;
mod words;
