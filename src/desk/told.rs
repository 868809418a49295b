//! A report of the desk laid out, with what has to be said beside its figures.

use std::collections::{BTreeMap, BTreeSet};

use super::Unit;
use super::tally::{Of, Row, Sums, Tally};
use super::topic::{ReportBy, Shows, Topic, is_stock};
use crate::record::{BranchId, Month, Yuan};
use crate::report::{Amount, Cell, ColumnKind, Table};
use crate::words::{self, Text};

/// A number of people below this is not shown.
const SMALL: i64 = 3;

/// So many units are named that lack something.
const NAMED: usize = 20;

impl Tally<'_> {
    /// The report as a table.
    pub fn table(&self) -> Table {
        let mut columns = match self.asked.by {
            ReportBy::Unit => vec![("unit_id", ColumnKind::Key), ("unit_name", ColumnKind::Text)],
            ReportBy::Month => vec![("month", ColumnKind::Text)],
        };
        if self.asked.topic.is_by_kind() {
            columns.push(("kind", ColumnKind::Id));
        }
        columns.extend(self.asked.topic.columns().iter().map(|(id, _, shows)| match shows {
            Shows::Rate => (*id, ColumnKind::Percent),
            Shows::Part | Shows::Whole => (*id, ColumnKind::Number),
        }));
        columns.extend([("returns_in", ColumnKind::Text), ("beside", ColumnKind::List)]);
        let mut table = Table::new(self.asked.topic.table(self.asked.by), &columns, vec![]);
        for (of, row) in &self.rows {
            table.rows.extend(self.laid_out(&self.head(of), row));
        }
        for (head, sum) in self.sums() {
            self.laid_out(&head, &sum).into_iter().for_each(|row| table.push_sum(row));
        }
        table.notes = self.notes();
        table
    }

    /// Of how many units everything is there, and of how many it should be.
    pub fn coverage(&self) -> (usize, usize) {
        let units: BTreeSet<&BranchId> = self.expected().into_iter().map(|(unit, _)| &unit.id).collect();
        (units.len() - self.missing.len(), units.len())
    }

    fn head(&self, of: &Of) -> Vec<Cell> {
        match of {
            Of::Unit(at) => named(&self.desk.units.all()[*at]),
            Of::Month(month) => vec![Text::same(month.to_string()).into()],
        }
    }

    /// The sums: of each unit above others, and of all.
    fn sums(&self) -> Vec<(Vec<Cell>, Row)> {
        let units = self.desk.units.all();
        let mut sums: Vec<(Vec<Cell>, Row)> = Vec::new();
        let is_below = |of: &Of, upper: &Unit| match of {
            Of::Unit(at) => self.desk.units.over(&units[*at]).any(|over| over.id == upper.id),
            Of::Month(_) => false,
        };
        let sum = |is_of: &dyn Fn(&Of) -> bool| {
            let mut sum = Row::default();
            self.rows.iter().filter(|(of, _)| is_of(of)).for_each(|(_, row)| sum.join(row));
            sum
        };
        for upper in units.iter().filter(|unit| self.desk.units.is_above(unit)) {
            let sum = sum(&|of| is_below(of, upper));
            if sum.expected > 0 {
                sums.push((named(upper), sum));
            }
        }
        // What stands at the end of months is not added up over them.
        let adds_up = self.asked.by == ReportBy::Unit || !self.asked.topic.has_stocks();
        let all = sum(&|_| true);
        if adds_up && self.rows.len() > 1 && !sums.iter().any(|(_, sum)| sum.expected == all.expected) {
            let head = match self.asked.by {
                ReportBy::Unit => vec![Cell::Empty, words::sum_of_all().into()],
                ReportBy::Month => vec![words::sum_of_all().into()],
            };
            sums.push((head, all));
        }
        sums
    }

    /// The rows of one unit, month or sum: one a kind, where the topic has kinds.
    fn laid_out(&self, head: &[Cell], row: &Row) -> Vec<Vec<Cell>> {
        let is_by_kind = self.asked.topic.is_by_kind();
        let nothing = (String::new(), Sums::new());
        let kinds: Vec<_> = match row.kinds.is_empty() {
            true => vec![(&nothing.0, &nothing.1)],
            false => row.kinds.iter().collect(),
        };
        let line = |(kind, sums): (&String, &Sums)| {
            let mut cells = head.to_vec();
            if is_by_kind {
                cells.push((!kind.is_empty()).then(|| Text::same(kind.clone())).into());
            }
            let mut is_small = false;
            for (_, figure, shows) in self.asked.topic.columns() {
                let sum = sums.get(figure).copied();
                let hides = self.is_small(figure, sum);
                is_small |= hides;
                cells.push(match sum {
                    _ if row.counted == 0 || is_stock(figure) && row.at_end.0 == 0 => Cell::Empty,
                    Some(_) if hides => Text::same(format!("<{SMALL}")).into(),
                    sum => self.shown(*shows, sum),
                });
            }
            cells.push(Cell::Part(row.counted, row.expected));
            cells.push(Cell::list(self.beside(row, is_small)));
            cells
        };
        kinds.into_iter().map(line).collect()
    }

    /// What of a sum a column shows: what nobody wrote down did not happen, where somebody handed in.
    fn shown(&self, shows: Shows, sum: Option<(Amount, Option<Amount>)>) -> Cell {
        let nought = match self.asked.topic {
            Topic::Dues => Yuan::ZERO.into(),
            topic if topic.is_by_kind() => Cell::Empty,
            _ => Cell::Int(0),
        };
        match (shows, sum) {
            (Shows::Part, Some((part, _))) => part.into(),
            (Shows::Whole, Some((_, Some(whole)))) => whole.into(),
            (Shows::Part | Shows::Whole, _) => nought,
            (Shows::Rate, Some((part, Some(whole)))) => part.tenths_of(whole).map_or(Cell::Empty, Cell::Percent),
            (Shows::Rate, _) => Cell::Empty,
        }
    }

    /// Whether so few people are meant that it could be told who they are.
    fn is_small(&self, figure: &str, sum: Option<(Amount, Option<Amount>)>) -> bool {
        let few = |amount| matches!(amount, Amount::Count(count) if 0 < count && count < SMALL);
        match (figure, sum) {
            ("attendance", Some((_, Some(whole)))) => few(whole),
            ("people" | "scored", Some((part, _))) => few(part),
            _ => false,
        }
    }

    /// What has to be said beside the figures of a row.
    fn beside(&self, row: &Row, is_small: bool) -> Vec<Text> {
        let mut beside = Vec::new();
        if row.counted == 0 {
            beside.push(words::return_state("none"));
        }
        let is_told = row.at_end == (row.counted, row.expected) || row.at_end.0 == row.at_end.1;
        if self.asked.topic.has_stocks() && row.counted > 0 && !is_told {
            beside.push(words::beside_end(row.at_end.0, row.at_end.1));
        }
        if row.below.0 < row.below.1 {
            beside.push(words::desk_coverage(row.below.0, row.below.1));
        }
        beside.extend(row.states.iter().map(|state| words::return_state(state)));
        if row.rules.iter().any(|digest| !is_common(&self.rules, digest)) {
            beside.push(words::beside_rules());
        }
        if row.schemas.iter().any(|schema| !is_common(&self.schemas, schema)) {
            beside.push(words::beside_schema());
        }
        if is_small {
            beside.push(words::beside_small(SMALL));
        }
        beside
    }

    /// What is said under the table: who is missing.
    fn notes(&self) -> Vec<Text> {
        let (there, all) = self.coverage();
        let mut notes = vec![words::desk_coverage(there, all)];
        let unit = |(unit, months): &(&Unit, Vec<Month>)| {
            let months = Text::list(months.iter().map(|month| Text::same(month.to_string())));
            words::desk_missing_of(words::shown(&unit.name), months)
        };
        if !self.missing.is_empty() {
            let named = Text::clauses(self.missing.values().take(NAMED).map(unit));
            notes.push(match self.missing.len().checked_sub(NAMED).filter(|more| *more > 0) {
                Some(more) => words::desk_missing_more(named, more),
                None => words::desk_missing(named),
            });
        }
        notes
    }
}

/// A unit, by its id and name.
fn named(unit: &Unit) -> Vec<Cell> {
    vec![Text::same(unit.id.to_string()).into(), Text::same(unit.name.clone()).into()]
}

/// Whether more than half of the returns were made by it.
fn is_common<K: Ord>(all: &BTreeMap<K, usize>, key: &K) -> bool {
    all.get(key).is_some_and(|count| count * 2 > all.values().sum())
}
