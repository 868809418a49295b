//! A page: fields under a title, and tables under them.

use super::table::{Cell, Table};
use crate::words::Text;

/// One thing told at length.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it is about.
    pub title: Text,
    /// Its fields, each with the id of its heading.
    pub fields: Vec<(&'static str, Cell)>,
    /// The tables under it.
    pub tables: Vec<Table>,
}

impl Page {
    /// A page without anything yet.
    pub fn new(title: Text) -> Self {
        Self { title, fields: vec![], tables: vec![] }
    }

    /// Adds a field, where it has a value.
    pub fn field(&mut self, id: &'static str, value: impl Into<Cell>) {
        let value = value.into();
        if value != Cell::Empty {
            self.fields.push((id, value));
        }
    }
}
