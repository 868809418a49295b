//! The pages of a site, as values: what stands on each, and where it leads.

use crate::branch::Mask;
use crate::record::Day;
use crate::report::{Cell, Grid, Linked, Page, edition};
use crate::words::{self, Text};

/// A page of a site.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Its file, from the top of the site: `meetings/2026-11-05-group-criminal.html`.
    pub path: String,
    /// The first page of the section under which it is found.
    pub section: &'static str,
    /// What it is called.
    pub title: Text,
    /// What stands on it, in order.
    pub parts: Vec<Part>,
    /// The pages before and after it of its sort.
    pub beside: [Option<PageLink>; 2],
}

/// A link: what it is called, and the file it leads to, from the top of the site.
#[derive(Clone, Debug)]
pub struct PageLink {
    /// What it is called.
    pub title: Text,
    /// Where it leads.
    pub path: String,
}

/// Under what a page of a branch is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The overview.
    Home,
    /// The bulletins.
    Bulletins,
    /// The points.
    Points,
    /// The attendance.
    Attendance,
    /// The rhythm.
    Rhythm,
    /// The duties.
    Duties,
    /// The problems.
    Problems,
    /// The meetings.
    Meetings,
    /// The people.
    People,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub enum Part {
    /// A heading.
    Heading(Text),
    /// A sentence.
    Said(Text),
    /// Fields under each other.
    Fields(Vec<Fact>),
    /// A table.
    Grid(Grid),
    /// Bars beside each other.
    Bars(Bars),
    /// A cell for each week.
    Heat(Heat),
    /// Links.
    Links(Vec<PageLink>),
}

/// A value with its name.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name.
    pub label: Text,
    /// Its value.
    pub value: Linked,
}

/// A chart of bars.
#[derive(Clone, Debug)]
pub struct Bars {
    /// What it shows.
    pub title: Text,
    /// How it is to be read.
    pub told: Text,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is of.
    pub label: Text,
    /// How long it is, in thousandths of the longest it can be.
    pub long: i64,
    /// The number beside it.
    pub shown: Text,
}

/// A heat map of weeks.
#[derive(Clone, Debug)]
pub struct Heat {
    /// What it shows.
    pub title: Text,
    /// How it is to be read.
    pub told: Text,
    /// The Monday of its first week.
    pub monday: Day,
    /// Its rows, each with how often in each week.
    pub rows: Vec<(Text, Vec<usize>)>,
}

impl Section {
    /// All of them, in the order of the navigation.
    pub(super) const ALL: [Self; 9] = [
        Self::Home,
        Self::Bulletins,
        Self::Points,
        Self::Attendance,
        Self::Rhythm,
        Self::Duties,
        Self::Problems,
        Self::Meetings,
        Self::People,
    ];

    /// What it is called.
    fn title(self) -> Text {
        match self {
            Self::Home => words::site_home(),
            Self::Bulletins => words::site_bulletins(),
            Self::Points => words::site_points(),
            Self::Attendance => words::site_attendance(),
            Self::Rhythm => words::site_rhythm(),
            Self::Duties => words::site_duties(),
            Self::Problems => words::site_problems(),
            Self::Meetings => words::site_meetings(),
            Self::People => words::site_people(),
        }
    }

    /// Its first page.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Home => "index.html",
            Self::Bulletins => "bulletins.html",
            Self::Points => "points.html",
            Self::Attendance => "attendance.html",
            Self::Rhythm => "rhythm.html",
            Self::Duties => "duties.html",
            Self::Problems => "problems.html",
            Self::Meetings => "meetings.html",
            Self::People => "people.html",
        }
    }

    /// The link to it.
    pub(super) fn link(self) -> PageLink {
        PageLink { title: self.title(), path: self.path().to_owned() }
    }
}

impl Leaf {
    /// The first page of a section.
    pub(super) fn first(section: Section, parts: Vec<Part>) -> Self {
        Self::new(section, section.path().to_owned(), section.title(), parts)
    }

    /// A page of a section.
    pub(super) fn new(section: Section, path: String, title: Text, parts: Vec<Part>) -> Self {
        Self::under(section.path(), path, title, parts)
    }

    /// A page of the section that begins with another.
    pub fn under(section: &'static str, path: String, title: Text, parts: Vec<Part>) -> Self {
        Self { path, section, title, parts, beside: [None, None] }
    }

    /// The link to it.
    pub fn link(&self) -> PageLink {
        PageLink { title: self.title.clone(), path: self.path.clone() }
    }

    /// Takes the names out of every text on it.
    pub(super) fn mask(&mut self, mask: &Mask) {
        let hide = |text: &mut Text| *text = mask.text(text);
        hide(&mut self.title);
        self.beside.iter_mut().flatten().for_each(|way| hide(&mut way.title));
        for part in &mut self.parts {
            match part {
                Part::Heading(text) | Part::Said(text) => hide(text),
                Part::Fields(fields) => fields.iter_mut().for_each(|field| edition::hide(&mut field.value.cell, mask)),
                Part::Grid(grid) => {
                    hide(&mut grid.caption);
                    grid.notes.iter_mut().for_each(hide);
                    grid.rows.iter_mut().flatten().for_each(|linked| edition::hide(&mut linked.cell, mask));
                }
                Part::Bars(chart) => {
                    hide(&mut chart.title);
                    chart.bars.iter_mut().for_each(|bar| hide(&mut bar.label));
                }
                Part::Heat(heat) => heat.rows.iter_mut().for_each(|(label, _)| hide(label)),
                Part::Links(ways) => ways.iter_mut().for_each(|way| hide(&mut way.title)),
            }
        }
    }
}

/// A value with the heading of a column as its name.
pub fn field(id: &str, cell: impl Into<Cell>) -> Fact {
    Fact {
        label: words::heading(id).map_or_else(|| Text::same(id), |heading| heading.begun()),
        value: cell.into().into(),
    }
}

/// A page of fields and tables as parts of a page; people among its fields lead where `to` says.
pub(super) fn parts_of(page: &Page, to: impl Fn(&str) -> Option<String>) -> Vec<Part> {
    let people = ["chair", "delegated_by", "recorder", "lecturer", "owner_name", "closed_by"];
    let fields = page.fields.iter().map(|(id, cell)| {
        let mut field = field(id, cell.clone());
        if let (Cell::Code(person, _), true) = (cell, people.contains(id)) {
            field.value.to = to(person);
        }
        field
    });
    let tables = page.tables.iter().map(|table| Part::Grid(Grid::of(words::table_title(table.id), table)));
    std::iter::once(Part::Fields(fields.collect())).chain(tables).collect()
}

/// Gives pages of one sort the pages before and after each.
pub fn string_together(leaves: &mut [Leaf]) {
    let ways: Vec<_> = leaves.iter().map(Leaf::link).collect();
    for (at, leaf) in leaves.iter_mut().enumerate() {
        leaf.beside = [at.checked_sub(1).and_then(|at| ways.get(at)).cloned(), ways.get(at + 1).cloned()];
    }
}
