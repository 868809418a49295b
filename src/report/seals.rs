//! Months that are closed, and whether they are as they were.

use super::table::{Cell, ColumnKind, Table};
use crate::record::{Day, Month};
use crate::words::{self, Text};

/// What came of looking at a closed month.
#[derive(Clone, Debug)]
pub struct Verified {
    /// The month.
    pub month: Month,
    /// The day it was closed; none where the seal is gone.
    pub date: Option<Day>,
    /// Who closed it.
    pub by: Option<(String, Text)>,
    /// The seal in short.
    pub code: Option<String>,
    /// How often it was amended.
    pub amended: usize,
    /// What came of it: `unchanged`, `amended`, `broken`.
    pub verdict: &'static str,
    /// The commit that has the seal.
    pub commit: Option<String>,
    /// Amendments, and what is not as it was.
    pub details: Vec<Text>,
}

/// Closed months, a line each.
pub fn verified(months: &[Verified]) -> Table {
    use ColumnKind::{Day, Id, Integer, List, Text as Words};
    let columns = [
        ("month", Id),
        ("sealed", Day),
        ("sealed_by", Words),
        ("seal", Id),
        ("amended", Integer),
        ("verdict", Words),
        ("commit", Id),
        ("details", List),
    ];
    let rows = months.iter().map(|one| {
        vec![
            Text::same(one.month.to_string()).into(),
            one.date.into(),
            one.by.clone().map(|(id, name)| Cell::code(id, name)).into(),
            one.code.as_deref().map(Text::same).into(),
            one.amended.into(),
            Cell::code(one.verdict, words::verdict(one.verdict)),
            one.commit.as_deref().map(Text::same).into(),
            Cell::list(one.details.iter().cloned()),
        ]
    });
    Table::new("verify", &columns, rows.collect())
}
