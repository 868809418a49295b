//! A table as it is laid out for people: headings in words, cells that may lead somewhere.

use super::table::{Cell, ColumnKind, Table};
use crate::words::{self, Text};

/// Rows under headings.
#[derive(Clone, Debug)]
pub struct Grid {
    /// What it shows.
    pub caption: Text,
    /// What its columns are called.
    pub heads: Vec<Head>,
    /// The column that says what a row is of.
    pub row_head: usize,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Linked>>,
    /// What is said under it.
    pub notes: Vec<Text>,
}

/// The heading of a column.
#[derive(Clone, Debug)]
pub struct Head {
    /// What it is called.
    pub label: Text,
    /// What its cells hold.
    pub kind: ColumnKind,
}

/// A cell that may lead somewhere.
#[derive(Clone, Debug)]
pub struct Linked {
    /// What it holds.
    pub cell: Cell,
    /// The file it leads to.
    pub to: Option<String>,
}

impl From<Cell> for Linked {
    fn from(cell: Cell) -> Self {
        Self { cell, to: None }
    }
}

/// The columns that name what a row is of, the best first.
const NAMES: [&str; 5] = ["name", "title", "kind_name", "group_name", "duty_name"];

impl Grid {
    /// A table under a caption, with its own headings; columns in which nothing stands are left out.
    pub fn of(caption: Text, table: &Table) -> Self {
        Self::without(caption, table, &[])
    }

    /// The same without some columns.
    pub fn without(caption: Text, table: &Table, left_out: &[&str]) -> Self {
        let filled = |at: &usize| {
            let empty = |cell: &Cell| *cell == Cell::Empty || *cell == Cell::Text(Text::default());
            table.rows.is_empty() || table.rows.iter().any(|row| !empty(&row[*at]))
        };
        let kept = (0..table.columns.len()).filter(|at| !left_out.contains(&table.columns[*at].id));
        let kept: Vec<_> = kept.filter(|at| table.columns[*at].kind.is_read()).filter(filled).collect();
        let row_head = NAMES.iter().find_map(|name| kept.iter().position(|at| table.columns[*at].id == *name));
        let heads = kept.iter().map(|at| &table.columns[*at]);
        let heads = heads.map(|column| Head {
            label: words::heading(column.id).map_or_else(|| Text::same(column.id), |heading| heading.begun()),
            kind: column.kind,
        });
        let rows = table.rows.iter().map(|row| kept.iter().map(|at| row[*at].clone().into()).collect());
        Self {
            caption,
            heads: heads.collect(),
            row_head: row_head.unwrap_or(0),
            rows: rows.collect(),
            notes: table.notes.clone(),
        }
    }
}
