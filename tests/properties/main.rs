//! What holds for any file, tried on many.
#![allow(clippy::unwrap_used)]

mod criss_cross;
#[path = "../tools/depth.rs"]
mod depth;
mod edit;
mod mangled;
mod merge;
mod parsers;
mod points;
mod preview;
mod recorders;
mod round;
#[path = "../tools/sheets.rs"]
mod sheets;
mod tables;

/// How many cases are tried: ten times as many where the tests go deep.
fn cases(usual: u32) -> u32 {
    if depth::is_deep() { 10 * usual } else { usual }
}
