//! What is told of a finding, as it is written down.

/// Both wordings of a sentence: Chinese, English.
pub(super) type Both = (&'static str, &'static str);

/// What is told of a finding.
pub(super) struct Row {
    /// Its code.
    pub(super) code: &'static str,
    /// What it looks for.
    pub(super) what: Both,
    /// Why that matters.
    pub(super) why: Both,
    /// What to do about it.
    pub(super) cure: Both,
    /// Lines that have it, as they stand in `examples/broken`; or the path of a file, where its name is what is wrong.
    pub(super) example: &'static str,
}
