//! Visits and inspections, as they are told.

use super::{Branch, Filed};
use crate::record::{EntryId, Inspection, Issue};
use crate::words::{self, Text};

impl Branch {
    /// The visits and inspections that count, by year, then as they stand in the files.
    pub fn inspections(&self) -> impl Iterator<Item = &Inspection> + Clone {
        let all = self.visit_files.iter().flat_map(|file| &file.entries);
        all.filter(|visit| visit.struck.is_none())
    }

    /// The visit or inspection of an id, among those that were read and count.
    pub fn inspection(&self, id: &EntryId) -> Option<&Inspection> {
        self.inspections().find(|visit| visit.id.value == *id)
    }

    /// The problems that were ordered to be fixed at a visit, by the day they were found.
    pub fn ordered_at<'a>(&'a self, id: &'a EntryId) -> impl Iterator<Item = &'a Filed<Issue>> + Clone {
        let counting = self.issues.iter().filter(|issue| issue.struck.is_none());
        counting.filter(move |issue| issue.visit.as_ref().is_some_and(|at| at.value == *id))
    }

    /// A visit in a few words: `2026-11-20 县局政治处（检查）`.
    pub fn inspection_title(&self, visit: &Inspection) -> Text {
        let visitor = words::shown(&visit.visitor);
        words::dated(
            visit.date.value,
            match visit.kind.as_deref() {
                Some(kind) => words::visit_of_kind(visitor, words::shown(kind)),
                None => Text::same(visitor),
            },
        )
    }
}
