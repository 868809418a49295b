//! What superiors asked for, as it is told.

use super::Branch;
use crate::record::{Request, Source};
use crate::words::{self, Text};

impl Branch {
    /// What superiors asked for, each request with its file, by year, then as they stand in it.
    pub fn asked(&self) -> impl Iterator<Item = (&Source, &Request)> + Clone {
        self.requests.iter().flat_map(|file| file.entries.iter().map(|request| (&file.source, request)))
    }

    /// A request in a few words: `2026-11-05 报送党员名册`.
    pub fn request_title(&self, request: &Request) -> Text {
        Text::same(format!("{} {}", request.date.value, words::shown(&request.what)))
    }
}
