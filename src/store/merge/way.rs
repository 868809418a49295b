//! The way to a clash.

/// One step of the way to a clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A key, or a table.
    Key(String),
    /// A table or item of a list: its id there, and the list where that has a heading for each.
    Item {
        /// The list.
        list: Option<String>,
        /// Which one.
        id: String,
    },
    /// What stands around the parts: headings, comments.
    Frame,
}
