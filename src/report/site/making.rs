//! What the pages of a site are made of.

use super::super::grid::{Grid, Head, Linked};
use super::super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Account, Tally};
use crate::record::{Amendment, Day, Meeting, MemberId, Month, Period};
use crate::words::{self, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What the pages are made of, worked out once for all of them.
pub(super) struct Making<'a> {
    pub(super) branch: &'a Branch,
    /// The days it is of, those to come too.
    pub(super) period: Period,
    /// Those that have come.
    pub(super) seen: Period,
    pub(super) today: Day,
    /// The points of everybody who is scored.
    pub(super) accounts: &'a [Account<'a>],
    /// The same, by whose they are.
    pub(super) account_of: BTreeMap<&'a MemberId, &'a Account<'a>>,
    /// The scored periods that have begun.
    pub(super) scored: Vec<Period>,
    /// Everybody's attendance.
    pub(super) tallies: BTreeMap<&'a MemberId, Tally>,
    /// The page of everybody who has one, which tells nothing of the name.
    pub(super) pages: BTreeMap<&'a str, String>,
    /// The meetings that have a page, by the names of their files.
    pub(super) stems: BTreeSet<&'a str>,
}

impl<'a> Making<'a> {
    /// The months that have begun.
    pub(super) fn months(&self) -> impl Iterator<Item = Month> {
        self.seen.each_month()
    }

    /// The meetings and chores, by date.
    pub(super) fn held(&self) -> impl Iterator<Item = &'a crate::branch::Filed<Meeting>> {
        let seen = self.seen;
        self.branch.held().filter(move |meeting| seen.contains(meeting.date.value))
    }

    /// Those that figures of meetings count.
    pub(super) fn activities(&self) -> impl Iterator<Item = &'a crate::branch::Filed<Meeting>> {
        self.branch.activities(self.seen)
    }

    /// A period at the head of a column: short where all of them are months of one year.
    pub(super) fn short(&self, period: Period) -> Text {
        let month = Month::of(period.first);
        match month.period() == period && self.seen.first.year() == self.seen.last.year() {
            true => words::short_month(period.first.month()),
            false => Text::same(period.to_string()),
        }
    }

    /// How the closed months of a period were amended, and why.
    pub(super) fn amended(&self, period: Period) -> impl Iterator<Item = Text> + use<'_> {
        let seals = self.branch.seals.iter().filter(move |(month, _)| month.period().meets(period));
        seals.flat_map(|(month, seal)| {
            let told = |one: &Amendment| {
                words::amendment(*month, one.date.value, words::shown(&one.what), words::shown(&one.why))
            };
            seal.amended.iter().map(told).collect::<Vec<_>>()
        })
    }

    /// The name of a person on the last of the days that have come.
    pub(super) fn name(&self, id: &MemberId) -> Text {
        self.branch.name_on(id, self.seen.last)
    }

    /// The page of a person.
    pub(super) fn page_of(&self, id: &str) -> Option<String> {
        self.pages.get(id).cloned()
    }

    /// Has the names in a column of a grid lead to the pages of those whom `ids` name, row by row.
    pub(super) fn link_people(&self, grid: &mut Grid, column: usize, ids: impl Iterator<Item = Option<String>>) {
        for (row, id) in grid.rows.iter_mut().zip(ids) {
            row[column].to = id.and_then(|id| self.page_of(&id));
        }
    }
}

/// The file of a month's bulletin.
pub(super) fn bulletin_page(month: Month) -> String {
    format!("bulletins/{month}.html")
}

/// The file of a meeting's page.
pub(super) fn meeting_page(stem: &str) -> String {
    format!("meetings/{stem}.html")
}

/// The texts of a column of a table, row by row; nothing where a cell has none.
pub(super) fn texts<'t>(table: &'t Table, id: &str) -> impl Iterator<Item = Option<String>> + 't {
    let at = table.columns.iter().position(|column| column.id == id);
    table.rows.iter().map(move |row| match &row[at?] {
        Cell::Text(text) => Some(text.get(words::Lang::En).to_owned()),
        Cell::Code(id, _) => Some(id.clone()),
        _ => None,
    })
}

/// The heading of a column.
pub(super) fn head(label: Text, kind: ColumnKind) -> Head {
    Head { label, kind }
}

/// The heading of a column by its id.
pub(super) fn known(id: &str, kind: ColumnKind) -> Head {
    head(words::heading(id).map_or_else(|| Text::same(id), |heading| heading.begun()), kind)
}

/// A cell that leads somewhere.
pub(super) fn leading(cell: impl Into<Cell>, to: Option<String>) -> Linked {
    Linked { cell: cell.into(), to }
}
