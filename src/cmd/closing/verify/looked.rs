//! A month whose seal was looked at.

use crate::error::Fault;
use crate::git::{Git, Logged};
use crate::report::Verified;
use crate::words::Text;

/// A month that was looked at, and what is not as it was.
pub(super) struct Looked {
    /// What is told of it.
    pub(super) verified: Verified,
    /// What is not as it was, each with why.
    pub(super) broken: Vec<(Fault, Vec<Text>)>,
    /// Why nobody can prove that the seal is the one that was made, and what to do about it.
    pub(super) unproven: Option<(Text, Option<Text>)>,
    /// What of its tables would be exported otherwise now.
    pub(super) differing: Vec<Text>,
}

/// The commits that changed a file or a folder, after another where one is named; none where git cannot tell.
pub(super) fn newest_first(git: &Git, after: Option<&str>, path: &str) -> Vec<Logged> {
    let mut commits = git.log_of(after, &[path]).unwrap_or_default();
    commits.retain(|commit| !commit.files.is_empty());
    commits.reverse();
    commits
}
