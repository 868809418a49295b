//! What is planned, as it is told and looked for.

use super::Branch;
use crate::record::{Day, Period, PlanItem, Source};
use crate::rulebook::Held;
use crate::words::{self, Text};

impl Branch {
    /// What is planned, each item with its file, by year, then as they stand in it.
    pub fn plan_items(&self) -> impl Iterator<Item = (&Source, &PlanItem)> + Clone {
        self.plans.iter().flat_map(|plan| plan.entries.iter().map(|item| (&plan.source, item)))
    }

    /// Which meetings up to a day may have done what is planned; none where nothing waits for a meeting.
    pub fn planned_meetings(&self, day: Day) -> Option<Held> {
        let by_meeting = || self.plan_items().map(|(_, item)| item).filter(|item| item.struck.is_none());
        let kinds = by_meeting().filter_map(|item| item.kind.as_ref()).map(|kind| kind.value.clone()).collect();
        let first = by_meeting().filter(|item| item.kind.is_some()).map(|item| item.days().first).min()?;
        Some(Held { days: Period::new(first, day)?, kinds: Some(kinds) })
    }

    /// An item of a plan in a few words: `2026-03-31 一季度党员大会`.
    pub fn plan_title(&self, item: &PlanItem) -> Text {
        Text::same(format!("{} {}", item.until.value, words::shown(&item.what)))
    }
}
