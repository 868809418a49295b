//! `desk.toml`: the name of a desk, and by which day of the next month a return is due.

use super::reading::At;
use super::shape::shape;
use super::{BranchId, CsvSettings, Day, GitSettings};
use crate::words::Lang;

shape! {
    /// `desk.toml`.
    pub struct DeskSettings {
        /// The name of the body whose desk it is.
        "name" => name: String,
        /// The id by which others know the desk.
        "id" => id: At<BranchId>,
        /// The version of the files.
        "schema" => schema: i64,
        /// The language of what is written, and of the screen where nothing else says one.
        "lang" => lang: Option<Lang>,
        /// The first day of the first month that is to be handed in.
        "since" => since: At<Day>,
        /// By which day of the next month a return is due, where the unit has none of its own.
        "due-day" => due_day: At<i64>,
        /// What is done with git.
        "git" => git: Option<GitSettings>,
        /// How CSV files are written.
        "csv" => csv: Option<CsvSettings>,
    }
}
