//! `groups/ID.toml`: a group of the branch.

use super::Day;
use super::former::{Former, renamed};
use super::reading::At;
use super::shape::shape;

shape! {
    /// One group.
    pub struct Group {
        /// The name.
        "name" => name: At<String>,
        /// The names borne before it, each until a day, the earliest first.
        "former" => former: Vec<Former>,
        /// The first day.
        "from" => from: At<Day>,
        /// The last day, where it was closed.
        "until" => until: Option<At<Day>>,
        /// A note.
        "note" => note: Option<String>,
    }
}

renamed!(Group);
