//! Decisions that somebody carries out, as they are told.

use super::Branch;
use crate::record::{Source, Task};
use crate::words::{self, Text};

impl Branch {
    /// What meetings decided that somebody carries out, each task that counts with its file, by year, then as they stand in
    /// it.
    pub fn tasks(&self) -> impl Iterator<Item = (&Source, &Task)> + Clone {
        let all = self.task_files.iter().flat_map(|file| file.entries.iter().map(|task| (&file.source, task)));
        all.filter(|(_, task)| task.struck.is_none())
    }

    /// A task in a few words: `2026-11-06 调整夜间巡逻班次`.
    pub fn task_title(&self, task: &Task) -> Text {
        Text::same(format!("{} {}", task.date.value, words::shown(&task.what)))
    }
}
