//! What is planned, as it is told and looked for.

use super::Branch;
use crate::record::{Day, PlanItem, Source};
use crate::words::{self, Text};

impl Branch {
    /// What is planned, each item with its file, by year, then as they stand in it.
    pub fn plan_items(&self) -> impl Iterator<Item = (&Source, &PlanItem)> + Clone {
        self.plans.iter().flat_map(|plan| plan.entries.iter().map(|item| (&plan.source, item)))
    }

    /// The first day on which a meeting can do what is planned; none where nothing waits for a meeting.
    pub fn first_planned_meeting(&self) -> Option<Day> {
        let by_meeting = self.plan_items().filter(|(_, item)| item.struck.is_none() && item.kind.is_some());
        by_meeting.map(|(_, item)| item.days().first).min()
    }

    /// An item of a plan in a few words: `2026-03-31 一季度党员大会`.
    pub fn plan_title(&self, item: &PlanItem) -> Text {
        Text::same(format!("{} {}", item.until.value, words::shown(&item.what)))
    }
}
