//! A table: columns with ids, rows of cells.

use std::collections::BTreeSet;

use crate::record::{Day, Score, Yuan};
use crate::words::Text;

/// Rows under columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is: the name of its file when it is exported.
    pub id: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// Which of its rows sum up others: people read them, data is without.
    pub(super) sums: BTreeSet<usize>,
    /// What is said under it.
    pub notes: Vec<Text>,
    /// The columns that a narrow screen is spared, the first to go first.
    pub spare: &'static [&'static str],
    /// Whether long texts go on in further lines on a screen, rather than be cut.
    pub wraps: bool,
    /// Whose and of when it is, where a page of its own is made of it.
    pub about: Option<Text>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id: the key in JSON, the heading in English CSV, and by which its headings are found.
    pub id: &'static str,
    /// What its cells hold.
    pub kind: ColumnKind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A day.
    Day,
    /// An id, which a person may have to type: never cut.
    Id,
    /// A whole number.
    Integer,
    /// An id whose name stands in another column: data has it, people read the name.
    Key,
    /// Several texts.
    List,
    /// Money.
    Money,
    /// Numbers of several sorts, as `Cell::Bar`, `Cell::Int`, `Cell::Percent`, `Cell::Score` or `Cell::Yuan`.
    Number,
    /// A percentage with one decimal.
    Percent,
    /// A command to type, which text for people puts under the row.
    Command,
    /// Where something is from, a file and line or a regulation, which text for people puts under the row.
    Place,
    /// Points.
    Points,
    /// A text or a code.
    Text,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, which is not nought.
    Empty,
    /// Tenths of a percent, which pages for people draw as a bar too.
    Bar(i64),
    /// An id and its name: data hold the id, pages for people the name.
    Code(String, Text),
    /// Several ids and their names.
    Codes(Vec<(String, Text)>),
    /// A day.
    Day(Day),
    /// How many in each of the weeks in a row, which pages for people draw.
    Heat(Vec<usize>),
    /// A whole number.
    Int(i64),
    /// Several texts.
    List(Vec<Text>),
    /// So many of so many.
    Part(usize, usize),
    /// People by id and name: data hold the ids, pages for people the names, of many only the first.
    People(Vec<(String, Text)>),
    /// Tenths of a percent.
    Percent(i64),
    /// Points.
    Score(Score),
    /// A text.
    Text(Text),
    /// Money.
    Yuan(Yuan),
}

impl ColumnKind {
    /// Whether people read the cells, and not data alone.
    pub fn is_read(self) -> bool {
        self != Self::Key
    }

    /// Whether the cells are numbers, which are set to the right.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Money | Self::Number | Self::Percent | Self::Points)
    }
}

impl Table {
    /// A table of columns with their kinds, and rows.
    pub fn new(id: &'static str, columns: &[(&'static str, ColumnKind)], rows: Vec<Vec<Cell>>) -> Self {
        let columns = columns.iter().map(|&(id, kind)| Column { id, kind }).collect();
        Self { id, columns, rows, sums: BTreeSet::new(), notes: vec![], spare: &[], wraps: false, about: None }
    }

    /// Adds a row that sums up others.
    pub fn push_sum(&mut self, row: Vec<Cell>) {
        self.sums.insert(self.rows.len());
        self.rows.push(row);
    }

    /// The rows that are data: all but those that sum up others.
    pub fn data(&self) -> impl Iterator<Item = &[Cell]> {
        self.rows.iter().enumerate().filter(|(at, _)| !self.sums.contains(at)).map(|(_, row)| row.as_slice())
    }

    /// The same without a column.
    #[must_use]
    pub fn without_column(mut self, id: &str) -> Self {
        if let Some(at) = self.columns.iter().position(|column| column.id == id) {
            self.columns.remove(at);
            self.rows.iter_mut().for_each(|row| drop(row.remove(at)));
        }
        self
    }

    /// The same with columns that a narrow screen is spared, the first to go first.
    #[must_use]
    pub fn spare(self, spare: &'static [&'static str]) -> Self {
        Self { spare, ..self }
    }

    /// The same with long texts in as many lines as they take.
    #[must_use]
    pub fn wrapped(self) -> Self {
        Self { wraps: true, ..self }
    }

    /// The same with something said under it.
    #[must_use]
    pub fn note(mut self, note: Text) -> Self {
        self.notes.push(note);
        self
    }
}

/// How much of something a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All that is known of it, for other programs.
    All,
    /// What a person reads.
    Brief,
}

impl Cell {
    /// An id and its name.
    pub fn code(id: impl ToString, name: Text) -> Self {
        Self::Code(id.to_string(), name)
    }

    /// Several ids and their names; nothing where there are none.
    pub fn codes<I: ToString>(codes: impl IntoIterator<Item = (I, Text)>) -> Self {
        let codes: Vec<_> = codes.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        if codes.is_empty() { Self::Empty } else { Self::Codes(codes) }
    }

    /// People by id and name; nothing where there are none.
    pub fn people(people: Vec<(String, Text)>) -> Self {
        if people.is_empty() { Self::Empty } else { Self::People(people) }
    }

    /// Several texts; nothing where there are none.
    pub fn list(texts: impl IntoIterator<Item = Text>) -> Self {
        let texts: Vec<_> = texts.into_iter().collect();
        if texts.is_empty() { Self::Empty } else { Self::List(texts) }
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Score> for Cell {
    fn from(score: Score) -> Self {
        Self::Score(score)
    }
}

impl From<Yuan> for Cell {
    fn from(amount: Yuan) -> Self {
        Self::Yuan(amount)
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Int(number as i64)
    }
}
