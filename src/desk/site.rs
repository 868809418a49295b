//! The desk's site: the period month by month and unit by unit, and who has not handed in, as pages.

use std::collections::{BTreeMap, BTreeSet};

use super::tally::{Asked, Package, Tally};
use super::topic::{ReportBy, Topic};
use super::{Desk, State, Unit};
use crate::record::{BranchId, Day, Month, Period};
use crate::report::{Cell, ColumnKind, Fact, Grid, Leaf, Part, Site, Table, field, string_together};
use crate::words::{self, Lang, Text};

const HOME: &str = "index.html";
const MONTHS: &str = "months.html";
const UNITS: &str = "units.html";
const MISSING: &str = "missing.html";

/// The columns by which a row leads to the page of its unit, which its name leads to, or of its month.
const UNIT: &str = "unit_id";
const NAME: &str = "unit_name";
const MONTH: &str = "month";

/// A site that grows unit by unit, and keeps no package.
pub struct DeskSite<'d> {
    desk: &'d Desk,
    period: Period,
    today: Day,
    /// The units that have a page.
    with_page: BTreeSet<&'d str>,
    /// All units, month by month.
    all: Vec<Tally<'d>>,
    /// Each month, unit by unit.
    months: BTreeMap<Month, Vec<Tally<'d>>>,
    /// A page a unit.
    units: Vec<Leaf>,
    /// A row a unit: how many returns are there, of how many.
    rows: Vec<Vec<Cell>>,
}

impl<'d> DeskSite<'d> {
    /// A site without a unit yet, of whole months that are over.
    pub fn new(desk: &'d Desk, period: Period, today: Day) -> Self {
        // Of months before the first that is handed in there is nothing to show.
        let period = Period::new(period.first.max(desk.since().first()), period.last).unwrap_or(period);
        let of_month = |month: Month| (month, tallies(desk, month.period(), ReportBy::Unit));
        Self {
            desk,
            period,
            today,
            with_page: expected(desk, period).into_iter().map(|(unit, _)| unit.id.as_str()).collect(),
            all: tallies(desk, period, ReportBy::Month),
            months: period.each_month().map(of_month).collect(),
            units: vec![],
            rows: vec![],
        }
    }

    /// The units that hand in during the period, each with its months.
    pub fn expected(&self) -> Vec<(&'d Unit, Vec<Month>)> {
        expected(self.desk, self.period)
    }

    /// Adds a unit by what it handed in for its months.
    pub fn add(&mut self, unit: &'d Unit, handed_in: &[(Month, Option<Package<'d>>)]) {
        let mut own = tallies(self.desk, self.period, ReportBy::Month);
        for (month, package) in handed_in {
            let of_month = self.months.get_mut(month).into_iter().flatten();
            for tally in of_month.chain(&mut self.all).chain(&mut own) {
                match package {
                    Some(package) => tally.add(package),
                    None => tally.misses(unit, *month),
                }
            }
        }
        let there = handed_in.iter().filter(|(_, package)| package.is_some()).count();
        let above = self.desk.units.over(unit).next().map(|above| Text::same(above.name.clone()));
        self.rows.push(vec![
            Text::same(unit.id.to_string()).into(),
            Text::same(unit.name.clone()).into(),
            above.clone().into(),
            Cell::Part(there, handed_in.len()),
        ]);
        let mut facts = vec![field(UNIT, Text::same(unit.id.to_string()))];
        facts.extend(above.map(|above| field("above_name", above)));
        facts.push(field("returns_in", Cell::Part(there, handed_in.len())));
        let mut parts = vec![Part::Fields(facts), Part::Grid(self.linked(&returns(self.desk, unit, handed_in)))];
        parts.extend(own.iter().map(|tally| {
            let mut table = tally.table();
            // Who is missing is the table above.
            table.notes.clear();
            Part::Grid(self.linked(&table))
        }));
        self.units.push(Leaf::under(UNITS, unit_page(&unit.id), Text::same(unit.name.clone()), parts));
    }

    /// The site.
    pub fn done(mut self) -> Site {
        let missing = super::due(self.desk, self.today, None);
        let there = |month: Month, tallies: &[Tally<'_>]| {
            let (there, all) = tallies.first().map_or((0, 0), Tally::coverage);
            vec![Text::same(month.to_string()).into(), Cell::Part(there, all)]
        };
        let rows = self.months.iter().map(|(month, tallies)| there(*month, tallies)).collect();
        let months = Table::new("desk_months", &[(MONTH, ColumnKind::Text), ("returns_in", ColumnKind::Text)], rows);
        let columns = [
            (UNIT, ColumnKind::Key),
            (NAME, ColumnKind::Text),
            ("above_name", ColumnKind::Text),
            ("returns_in", ColumnKind::Text),
        ];
        let units = Table::new("desk_units", &columns, std::mem::take(&mut self.rows));
        let coverage = self.all.first().map_or((0, 0), Tally::coverage);
        let home = vec![Part::Fields(vec![
            Fact { label: words::desk_site_whole(), value: Cell::Part(coverage.0, coverage.1).into() },
            Fact { label: words::desk_site_owed(), value: Cell::from(missing.rows.len()).into() },
        ])];
        let home = home.into_iter().chain(self.all.iter().map(|tally| Part::Grid(self.linked(&tally.table()))));
        let home = Leaf::under(HOME, HOME.to_owned(), words::overview_of(self.period), home.collect());
        let of_month = |(month, tallies): (&Month, &Vec<Tally<'_>>)| {
            let parts = tallies.iter().map(|tally| Part::Grid(self.linked(&tally.table()))).collect();
            Leaf::under(MONTHS, month_page(&month.to_string()), Text::same(month.to_string()), parts)
        };
        let mut of_months: Vec<_> = self.months.iter().map(of_month).collect();
        string_together(&mut of_months);
        let first = |path: &'static str, title: Text, parts| Leaf::under(path, path.to_owned(), title, parts);
        let missing = match missing.rows.is_empty() {
            true => Part::Said(words::nothing_to_urge()),
            false => Part::Grid(self.linked(&missing)),
        };
        let heads = [
            home,
            first(MONTHS, words::desk_site_months(), vec![Part::Grid(self.linked(&months))]),
            first(UNITS, words::desk_site_units(), vec![Part::Grid(self.linked(&units))]),
            first(MISSING, words::desk_site_missing(), vec![missing]),
        ];
        let mut sections: Vec<_> = heads.iter().map(Leaf::link).collect();
        sections[0].title = words::site_home();
        string_together(&mut self.units);
        let name = Text::same(words::shown(&self.desk.settings.name));
        Site {
            period: self.period,
            edition: words::desk_site_edition(),
            is_within: false,
            made: words::desk_site_made(&name, self.today),
            name,
            sections,
            leaves: heads.into_iter().chain(of_months).chain(self.units).collect(),
        }
    }

    /// A table whose rows lead to the pages of their units and months.
    fn linked(&self, table: &Table) -> Grid {
        let mut grid = Grid::of(words::table_title(table.id), table);
        let column = |id| table.columns.iter().position(|column| column.id == id);
        let (unit, month) = (column(UNIT), column(MONTH));
        for (row, of) in grid.rows.iter_mut().zip(&table.rows) {
            let text = |at: Option<usize>| match at.map(|at| &of[at]) {
                Some(Cell::Text(text)) => Some(text.get(Lang::En).to_owned()),
                _ => None,
            };
            let is_month = |text: &String| self.months.keys().any(|month| month.to_string() == *text);
            let to_unit = text(unit)
                .filter(|id| self.with_page.contains(id.as_str()))
                .map(|id| (NAME, format!("units/{id}.html")));
            let to_month = text(month).filter(is_month).map(|text| (MONTH, month_page(&text)));
            for (id, to) in to_unit.into_iter().chain(to_month) {
                // Columns in which nothing stands are left out, these never are.
                let label = words::heading(id).map(|heading| heading.begun());
                let at = grid.heads.iter().position(|head| Some(&head.label) == label.as_ref());
                if let Some(cell) = at.and_then(|at| row.get_mut(at)) {
                    cell.to = Some(to);
                }
            }
        }
        grid
    }
}

/// The units that hand in during a period, each with its months.
fn expected(desk: &Desk, period: Period) -> Vec<(&Unit, Vec<Month>)> {
    let of_unit = |unit| {
        let months = period.each_month().filter(|month| Unit::hands_in(unit, *month, desk.since()));
        let months: Vec<_> = months.collect();
        (!months.is_empty()).then_some((unit, months))
    };
    desk.units.leaves().filter_map(of_unit).collect()
}

/// Tallies of what can be added up.
fn tallies(desk: &Desk, period: Period, by: ReportBy) -> Vec<Tally<'_>> {
    Topic::ADDED_UP.map(|topic| Tally::new(desk, Asked { topic, period, by }, false)).into()
}

/// How the returns of a unit stand, month by month.
fn returns(desk: &Desk, unit: &Unit, handed_in: &[(Month, Option<Package<'_>>)]) -> Table {
    let columns = [(MONTH, ColumnKind::Text), ("return_state", ColumnKind::Text), ("taken_on", ColumnKind::Day)];
    let row = |(month, package): &(Month, Option<Package<'_>>)| {
        let taken = desk.latest(&unit.id, *month, None).filter(|_| package.is_some());
        let state =
            State::of(taken).map_or(Cell::Empty, |state| Cell::code(state.id(), words::return_state(state.id())));
        vec![Text::same(month.to_string()).into(), state, taken.map(|taken| taken.taken).into()]
    };
    Table::new("unit_returns", &columns, handed_in.iter().map(row).collect())
}

fn unit_page(id: &BranchId) -> String {
    format!("units/{id}.html")
}

fn month_page(month: &str) -> String {
    format!("months/{month}.html")
}
