//! The units below a desk: a tree of any depth, whose leaves hand in returns.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Failure, Fault, Place};
use crate::record::{BranchId, DateHints, Day, Month, RelPath};
use crate::report::{Cell as Shown, ColumnKind, Table};
use crate::sheet::{self, Field, Kept, Mapping, Reading, Row};
use crate::words::{self, Text};

/// The last day of a month by which something can be due in every month.
const LAST_DAY: u32 = 28;

/// The columns of the table, with what they hold.
const COLUMNS: [(&str, ColumnKind); 6] = [
    ("unit", ColumnKind::Id),
    ("name", ColumnKind::Text),
    ("above", ColumnKind::Id),
    ("due-day", ColumnKind::Integer),
    ("since", ColumnKind::Text),
    ("until", ColumnKind::Text),
];

/// A unit below the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id, which is that of its branch, or of its desk.
    pub id: BranchId,
    /// What the desk calls it.
    pub name: String,
    /// The unit it belongs to.
    pub above: Option<BranchId>,
    /// By which day of the next month its returns are due.
    pub due_day: Option<u32>,
    /// The first month it hands in, where it is later than the desk's.
    pub since: Option<Month>,
    /// The last month it hands in.
    pub until: Option<Month>,
}

/// All of them, in the order of the table.
#[derive(Clone, Debug, Default)]
pub struct Units {
    units: Vec<Unit>,
    by_id: BTreeMap<BranchId, usize>,
    above_some: BTreeSet<BranchId>,
}

impl Units {
    /// Reads a table of units; every row that is wrong is told by its place.
    ///
    /// # Errors
    /// No table, columns that are missing, or rows that say what cannot be.
    pub fn read(bytes: &[u8], file: &str) -> Result<Self, Failure> {
        let sheet = sheet::read(bytes, Reading::default())?;
        let fields = COLUMNS.map(|(id, _)| Field { of: "units", id });
        let mapping = Mapping::find(&sheet, &fields, &Kept::default(), &[])?;
        mapping.require(&[&["unit"], &["name"]], &fields)?;
        let (mut rows, mut faults) = (Vec::new(), Vec::new());
        for row in mapping.rows(&sheet) {
            match read_row(&mapping, row) {
                Ok(read) => rows.push((row.number, read)),
                Err(facts) => faults.extend(facts.into_iter().map(|(fact, cure)| at(file, row.number, fact, cure))),
            }
        }
        let (units, wrong) = joined(rows, file);
        faults.extend(wrong);
        match faults.is_empty() {
            true => Ok(units),
            false => Err(Failure::of(faults)),
        }
    }

    fn of(units: Vec<Unit>) -> Self {
        let by_id = units.iter().enumerate().map(|(at, unit)| (unit.id.clone(), at)).collect();
        let above_some = units.iter().filter_map(|unit| unit.above.clone()).collect();
        Self { units, by_id, above_some }
    }

    /// The unit of an id.
    pub fn get(&self, id: &str) -> Option<&Unit> {
        BranchId::new(id).and_then(|id| self.by_id.get(&id)).map(|at| &self.units[*at])
    }

    /// Where a unit of these stands among them.
    pub(super) fn place(&self, unit: &Unit) -> usize {
        self.by_id.get(&unit.id).copied().unwrap_or(usize::MAX)
    }

    /// All of them.
    pub fn all(&self) -> &[Unit] {
        &self.units
    }

    /// Whether others belong to it: its returns are theirs.
    pub fn is_above(&self, unit: &Unit) -> bool {
        self.above_some.contains(&unit.id)
    }

    /// Those that hand in.
    pub fn leaves(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| !self.is_above(unit))
    }

    /// The units a unit belongs to, the nearest first.
    pub fn over<'u>(&'u self, unit: &'u Unit) -> impl Iterator<Item = &'u Unit> {
        std::iter::successors(self.directly_over(unit), |unit| self.directly_over(unit))
    }

    fn directly_over(&self, unit: &Unit) -> Option<&Unit> {
        unit.above.as_ref().and_then(|id| self.by_id.get(id)).map(|at| &self.units[*at])
    }

    /// The table, as it is kept.
    pub fn table(&self) -> Table {
        let text = |text: Option<String>| text.map(Text::same);
        let row = |unit: &Unit| {
            vec![
                Text::same(unit.id.to_string()).into(),
                Text::same(unit.name.clone()).into(),
                text(unit.above.as_ref().map(ToString::to_string)).into(),
                unit.due_day.map_or(Shown::Empty, |day| Shown::Int(i64::from(day))),
                text(unit.since.map(|month| month.to_string())).into(),
                text(unit.until.map(|month| month.to_string())).into(),
            ]
        };
        Table::new("units", &COLUMNS, self.units.iter().map(row).collect())
    }
}

impl Unit {
    /// Whether it hands in a month, of a desk that begins with another one.
    pub fn hands_in(&self, month: Month, since: Month) -> bool {
        month >= self.since.map_or(since, |own| own.max(since)) && self.until.is_none_or(|until| month <= until)
    }

    /// The last day on which its return of a month is in time.
    pub fn due(&self, month: Month, due_day: u32) -> Day {
        let day = self.due_day.unwrap_or(due_day).clamp(1, LAST_DAY);
        month.after().day(day).unwrap_or_else(|| month.after().last())
    }
}

/// A fault of a row, and what to do about it.
type Wrong = (Text, Option<Text>);

/// A unit as its row says it: what it belongs to is an id, or a name.
struct Said {
    unit: Unit,
    above: Option<String>,
}

fn read_row(mapping: &Mapping, row: &Row) -> Result<Said, Vec<Wrong>> {
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut text = |field: &str| match mapping.cell(row, field).text() {
        Ok(text) => text,
        Err(fact) => {
            wrong.push((fact, None));
            None
        }
    };
    let (id, name, above, day) = (text("unit"), text("name"), text("above"), text("due-day"));
    let mut month = |field: &str| {
        let cell = mapping.cell(row, field);
        let month = (!cell.is_empty()).then(|| cell.month(DateHints::default()));
        month.and_then(|month| month.map_err(|_| wrong.push((words::unit_month(field), None))).ok())
    };
    let (since, until) = (month("since"), month("until"));
    if since.zip(until).is_some_and(|(since, until)| since > until) {
        wrong.push((words::unit_ends_before(), None));
    }
    let due_day = day.and_then(|day| {
        let read = day.parse().ok().filter(|day| (1..=LAST_DAY).contains(day));
        if read.is_none() {
            wrong.push((words::unit_due_day(words::shown(&day), LAST_DAY), None));
        }
        read
    });
    if name.is_none() {
        wrong.push((words::unit_without_name(), None));
    }
    let id = match id {
        None => {
            wrong.push((words::unit_without_id(), Some(words::cure_unit_id())));
            None
        }
        Some(id) => BranchId::new(&id).or_else(|| {
            wrong.push((words::unit_bad_id(words::shown(&id)), Some(words::cure_unit_id())));
            None
        }),
    };
    match (id, name) {
        (Some(id), Some(name)) if wrong.is_empty() => {
            Ok(Said { unit: Unit { id, name, above: None, due_day, since, until }, above })
        }
        _ => Err(wrong),
    }
}

/// The units of all rows, each below the one it names.
fn joined(rows: Vec<(usize, Said)>, file: &str) -> (Units, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut first: BTreeMap<BranchId, usize> = BTreeMap::new();
    let mut named: BTreeMap<&str, Vec<&BranchId>> = BTreeMap::new();
    for (number, said) in &rows {
        match first.get(&said.unit.id) {
            Some(earlier) => faults.push(at(file, *number, words::unit_twice(&said.unit.id, *earlier), None)),
            None => drop(first.insert(said.unit.id.clone(), *number)),
        }
        named.entry(&said.unit.name).or_default().push(&said.unit.id);
    }
    let find = |above: &str| match (BranchId::new(above).filter(|id| first.contains_key(id)), named.get(above)) {
        (Some(id), _) => Ok(id),
        (None, Some(ids)) if ids.len() == 1 => Ok(ids[0].clone()),
        (None, Some(_)) => Err(words::units_of_one_name(words::shown(above))),
        (None, None) => Err(words::no_unit(words::shown(above))),
    };
    let above: Vec<_> = rows.iter().map(|(_, said)| said.above.as_deref().map(find).transpose()).collect();
    let mut units = Vec::new();
    let numbers: Vec<_> = rows.iter().map(|(number, _)| *number).collect();
    for ((number, said), above) in rows.into_iter().zip(above) {
        match above {
            Ok(above) => units.push(Unit { above, ..said.unit }),
            Err(fact) => faults.push(at(file, number, fact, Some(words::cure_unit_above()))),
        }
    }
    let units = Units::of(units);
    if faults.is_empty() {
        let is_ring = |unit: &Unit| units.over(unit).take(units.all().len()).any(|over| over.id == unit.id);
        let rings = units.all().iter().zip(&numbers).filter(|(unit, _)| is_ring(unit));
        faults.extend(rings.map(|(unit, number)| at(file, *number, words::unit_above_itself(&*unit.name), None)));
    }
    (units, faults)
}

/// A fault of a row.
fn at(file: &str, row: usize, fact: Text, cure: Option<Text>) -> Fault {
    let place = RelPath::new(file).map(|file| Place { file, line: row, column: 1, excerpt: None });
    Fault { place, ..Fault::new("bad-unit", fact).maybe_cure(cure) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Units, Vec<String>> {
        let told = |fault: &Fault| {
            let place = fault.place.as_ref().map(|place| place.line).unwrap_or_default();
            format!("{place}: {}", fault.fact.get(words::Lang::En))
        };
        Units::read(text.as_bytes(), "units.csv").map_err(|failure| failure.faults.iter().map(told).collect())
    }

    #[test]
    fn units_are_a_tree_of_any_depth() {
        let units = read("unit,name,above,due-day\na,站南,c,3\nb,站北,分局,\nc,分局,d,\nd,市局,,\n").expect("units");
        let leaves: Vec<_> = units.leaves().map(|unit| unit.id.as_str()).collect();
        assert_eq!(leaves, ["a", "b"]);
        let over: Vec<_> = units.over(units.get("b").expect("b")).map(|unit| unit.id.as_str()).collect();
        assert_eq!(over, ["c", "d"]);
        let month = Month::new(2026, 10).expect("a month");
        let due = |id: &str| units.get(id).expect("a unit").due(month, 10).to_string();
        assert_eq!((due("a"), due("b")), ("2026-11-03".into(), "2026-11-10".into()));
        let again = Units::read(&render(&units), "units.csv").expect("what is written is read");
        assert_eq!(again.all(), units.all());
    }

    /// The table as plain CSV.
    fn render(units: &Units) -> Vec<u8> {
        let table = units.table();
        let cell = |cell: &Shown| match cell {
            Shown::Text(text) => text.get(words::Lang::En).to_owned(),
            Shown::Int(number) => number.to_string(),
            _ => String::new(),
        };
        let heading: Vec<_> = table.columns.iter().map(|column| column.id.to_owned()).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
        let lines = std::iter::once(heading).chain(rows).map(|row| row.join(",") + "\n");
        lines.collect::<String>().into_bytes()
    }

    #[test]
    fn every_bad_row_is_told_by_its_place() {
        let told = read("单位编号,单位名称,上级,报送日\na,站南,,31\nA b,站北,,\na,又一个,,\nc,,,\nd,丁,无此,\n")
            .expect_err("bad");
        assert_eq!(
            told,
            [
                "2: `31` is not a day from 1 to 28",
                "3: `A b` is not a unit's id",
                "5: the unit has no name",
                "6: there is no unit `无此`",
            ]
        );
        assert_eq!(read("unit,name\na,甲\na,乙\n").expect_err("twice"), ["3: the unit `a` stands in row 2 already"]);
        let ring = read("unit,name,above\na,甲,b\nb,乙,a\n").expect_err("a ring");
        assert_eq!(ring, ["2: `甲` is above itself", "3: `乙` is above itself"]);
        assert!(read("name\n甲\n").is_err());
    }
}
