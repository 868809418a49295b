//! A month of all units as one package for the desk above: its measures are the sums of theirs.

use std::collections::BTreeMap;

use super::tally::Package;
use crate::record::Month;
use crate::report::{Amount, Cell, MEASURE_COLUMNS, Table};
use crate::words::{self, Text};

/// A measure, by its id, the kind, what it is counted in, and whether it is as it was on the last day.
type Key = (String, String, String, bool);

/// The sums of a month.
#[derive(Clone, Debug, Default)]
pub struct Upward {
    sums: BTreeMap<Key, (String, Amount, Option<Amount>)>,
    /// Of how many units there are figures.
    pub there: usize,
    /// Of how many there should be.
    pub of: usize,
    /// The digest of each file of the rules, where it is the same in every package.
    pub rules: BTreeMap<String, String>,
    /// A line for each package that is sealed, with its code; none as soon as one is not.
    pub seals: Option<String>,
}

impl Upward {
    /// The sums of packages, of so many units.
    pub fn new(of: usize) -> Self {
        Self { of, seals: Some(String::new()), ..Self::default() }
    }

    /// Adds a package.
    pub fn add(&mut self, package: &Package<'_>) {
        let rules = &package.about.rules;
        match self.there {
            0 => self.rules.clone_from(rules),
            _ => self.rules.retain(|file, digest| rules.get(file) == Some(digest)),
        }
        let (there, of) = package.about.units.unwrap_or((1, 1));
        self.there += there;
        // What is below a desk counts for it.
        self.of = (self.of + of).saturating_sub(1);
        let line = package.about.code.as_ref().map(|code| format!("{} {code}\n", package.unit.id));
        self.seals = self.seals.take().zip(line).map(|(seals, line)| seals + &line);
        for one in &package.measures {
            let key = (one.figure.clone(), one.kind.clone(), one.unit.clone(), one.is_stock);
            self.sums
                .entry(key)
                .and_modify(|(_, part, whole)| {
                    *part = *part + one.part;
                    *whole = whole.zip(one.whole).map(|(sum, one)| sum + one);
                })
                .or_insert_with(|| (one.name.clone(), one.part, one.whole));
        }
    }

    /// The measures, in the columns that a branch's have.
    pub fn measures(&self, month: Month) -> Table {
        let rows = self.sums.iter().map(|((figure, kind, unit, is_stock), (name, part, whole))| {
            vec![
                Text::same(month.to_string()).into(),
                Text::same(figure.clone()).into(),
                words::measure(figure).unwrap_or_else(|| Text::same(name.clone())).into(),
                Cell::Empty,
                (!kind.is_empty()).then(|| Text::same(kind.clone())).into(),
                (*part).into(),
                (*whole).into(),
                Text::same(unit.clone()).into(),
                Text::same(if *is_stock { "stock" } else { "flow" }).into(),
            ]
        });
        Table::new("measures", &MEASURE_COLUMNS, rows.collect())
    }
}
