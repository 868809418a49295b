//! The measures of packages added up, with what was counted and what was not.

use std::collections::{BTreeMap, BTreeSet};

use super::due::State;
use super::measured::Measured;
use super::topic::{ReportBy, Topic};
use super::{Desk, Unit};
use crate::package::About;
use crate::record::{BranchId, Month, Period};
use crate::report::{Amount, Cell, ColumnKind, Table};
use crate::words::{self, Text};

/// A package of which measures are added up.
pub struct Package<'d> {
    /// Whose it is.
    pub unit: &'d Unit,
    /// The month.
    pub month: Month,
    /// The file of its measures.
    pub file: String,
    /// What it says of itself.
    pub about: About,
    /// Its measures.
    pub measures: Vec<Measured>,
    /// How it stands, where it is not as it should be.
    pub state: Option<State>,
}

/// What a report is of.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// What is reported.
    pub topic: Topic,
    /// The months.
    pub period: Period,
    /// By what it is summed up.
    pub by: ReportBy,
}

/// A part of a whole, by measure.
pub(super) type Sums = BTreeMap<&'static str, (Amount, Option<Amount>)>;

/// What was added up for one row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// The sums by kind; all under no kind where the topic has none.
    pub(super) kinds: BTreeMap<String, Sums>,
    /// So many returns were counted.
    pub(super) counted: usize,
    /// So many are to be there.
    pub(super) expected: usize,
    /// So many of those counted, and of those to be there, are of the last month: what stands at its end is theirs.
    pub(super) at_end: (usize, usize),
    /// Of how many units the desks below have everything, and of how many they should.
    pub(super) below: (usize, usize),
    /// The digests of the rules by which its figures were made.
    pub(super) rules: BTreeSet<String>,
    /// The versions of the files.
    pub(super) schemas: BTreeSet<i64>,
    /// How the returns stand.
    pub(super) states: BTreeSet<&'static str>,
}

impl Row {
    /// Adds what another row has.
    pub(super) fn join(&mut self, other: &Self) {
        for (kind, sums) in &other.kinds {
            for (figure, (part, whole)) in sums {
                add(self.kinds.entry(kind.clone()).or_default(), figure, *part, *whole);
            }
        }
        self.counted += other.counted;
        self.expected += other.expected;
        self.at_end = (self.at_end.0 + other.at_end.0, self.at_end.1 + other.at_end.1);
        self.below = (self.below.0 + other.below.0, self.below.1 + other.below.1);
        self.rules.extend(other.rules.iter().cloned());
        self.schemas.extend(&other.schemas);
        self.states.extend(&other.states);
    }
}

fn add(sums: &mut Sums, figure: &'static str, part: Amount, whole: Option<Amount>) {
    sums.entry(figure)
        .and_modify(|sum| *sum = (sum.0 + part, sum.1.zip(whole).map(|(one, other)| one + other)))
        .or_insert((part, whole));
}

/// What a row is of, in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// A unit, by its place in the table of units.
    Unit(usize),
    /// A month.
    Month(Month),
}

/// A report that grows package by package, and keeps none of them.
pub struct Tally<'d> {
    pub(super) desk: &'d Desk,
    pub(super) asked: Asked,
    pub(super) rows: BTreeMap<Of, Row>,
    pub(super) missing: BTreeMap<&'d BranchId, (&'d Unit, Vec<Month>)>,
    /// How many returns were made by each digest of the rules, and each version of the files.
    pub(super) rules: BTreeMap<String, usize>,
    pub(super) schemas: BTreeMap<i64, usize>,
    /// The lines that were counted, where they are asked for.
    lines: Option<Vec<Vec<Cell>>>,
}

impl<'d> Tally<'d> {
    /// A report without anything yet; with `explains` it keeps every line that is counted.
    pub fn new(desk: &'d Desk, asked: Asked, explains: bool) -> Self {
        let (rows, missing) = Default::default();
        let (rules, schemas) = Default::default();
        Self { desk, asked, rows, missing, rules, schemas, lines: explains.then(Vec::new) }
    }

    /// The units and months whose returns are to be there, in order.
    pub fn expected(&self) -> Vec<(&'d Unit, Month)> {
        let (desk, since) = (self.desk, self.desk.since());
        let last = Month::of(self.asked.period.last);
        let is_counted =
            |month: &Month| !self.asked.topic.is_by_kind() || self.asked.by == ReportBy::Month || *month == last;
        let months: Vec<_> = self.asked.period.each_month().filter(is_counted).collect();
        let of_unit = |unit: &'d Unit| {
            let months = months.iter().filter(move |month| unit.hands_in(**month, since));
            months.map(move |month| (unit, *month)).collect::<Vec<_>>()
        };
        desk.units.leaves().flat_map(of_unit).collect()
    }

    fn row(&mut self, unit: &Unit, month: Month) -> &mut Row {
        let of = match self.asked.by {
            ReportBy::Month => Of::Month(month),
            ReportBy::Unit => Of::Unit(self.desk.units.place(unit)),
        };
        self.rows.entry(of).or_default()
    }

    /// Whether what stands at the end of a month stands at the end of its row.
    fn is_last(&self, month: Month) -> bool {
        self.asked.by == ReportBy::Month || month == Month::of(self.asked.period.last)
    }

    /// A return that is not there: it counts as nothing, and not as nought.
    pub fn misses(&mut self, unit: &'d Unit, month: Month) {
        let is_last = self.is_last(month);
        let row = self.row(unit, month);
        row.expected += 1;
        row.at_end.1 += usize::from(is_last);
        self.missing.entry(&unit.id).or_insert((unit, vec![])).1.push(month);
    }

    /// Adds up the measures of a package.
    pub fn add(&mut self, package: &Package<'d>) {
        let topic = self.asked.topic;
        let is_last = self.is_last(package.month);
        let rules = topic.rules().map(|file| package.about.rules.get(file).cloned().unwrap_or_default());
        let row = self.row(package.unit, package.month);
        row.expected += 1;
        row.counted += 1;
        row.at_end = (row.at_end.0 + usize::from(is_last), row.at_end.1 + usize::from(is_last));
        let (there, of) = package.about.units.unwrap_or_default();
        row.below = (row.below.0 + there, row.below.1 + of);
        row.rules.extend(rules.clone());
        row.schemas.insert(package.about.schema);
        row.states.extend(package.state.map(State::id));
        let mut counted = Vec::new();
        for one in &package.measures {
            let figure = topic.columns().iter().find(|(_, figure, _)| *figure == one.figure);
            // What stands at the end of a month does not add up over months.
            let Some((_, figure, _)) = figure.filter(|_| is_last || !one.is_stock) else { continue };
            let kind = if topic.is_by_kind() { one.kind.clone() } else { String::new() };
            add(row.kinds.entry(kind).or_default(), figure, one.part, one.whole);
            counted.push(one);
        }
        if let Some(lines) = &mut self.lines {
            lines.extend(counted.iter().map(|one| line(package, one)));
        }
        rules.into_iter().for_each(|digest| *self.rules.entry(digest).or_default() += 1);
        *self.schemas.entry(package.about.schema).or_default() += 1;
    }

    /// The lines that were counted, each with the file and line it is from.
    pub fn lines(self) -> Table {
        let columns = [
            ("unit_id", ColumnKind::Key),
            ("unit_name", ColumnKind::Text),
            ("month", ColumnKind::Text),
            ("figure", ColumnKind::Key),
            ("figure_name", ColumnKind::Text),
            ("group", ColumnKind::Id),
            ("kind", ColumnKind::Id),
            ("numerator", ColumnKind::Number),
            ("denominator", ColumnKind::Number),
            ("package_line", ColumnKind::Text),
        ];
        Table::new("desk_lines", &columns, self.lines.unwrap_or_default())
    }
}

/// A line that is counted.
fn line(package: &Package<'_>, one: &Measured) -> Vec<Cell> {
    let text = |text: &str| (!text.is_empty()).then(|| Text::same(text)).into();
    vec![
        text(package.unit.id.as_str()),
        text(&package.unit.name),
        text(&package.month.to_string()),
        text(&one.figure),
        words::measure(&one.figure).unwrap_or_else(|| Text::same(one.name.clone())).into(),
        text(&one.group),
        text(&one.kind),
        one.part.into(),
        one.whole.into(),
        text(&format!("{}:{}", package.file, one.line)),
    ]
}
