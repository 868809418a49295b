//! The superior's desk: the units below it, what they handed in, and what follows from that; it adds up the measures of
//! packages and never reads a record.

mod changed;
mod due;
mod lake;
mod ledger;
mod letter;
mod measured;
mod offer;
mod outcome;
mod site;
mod tally;
mod told;
mod topic;
mod units;
mod upward;

pub use changed::{Difference, differences};
pub use due::{Owed, State, due, owed};
pub use lake::{lake_measures, lake_packages, lake_units};
pub use ledger::{Taken, ledger_line, ledger_path, package_folder, read_ledger};
pub use letter::letter;
pub use measured::{MEASURES, Measured, measured};
pub use offer::{follows, judge, older};
pub use outcome::{Outcome, outcomes};
pub use site::DeskSite;
pub use tally::{Asked, Package, Tally};
pub use topic::{ReportBy, Topic};
pub use units::{Unit, Units};
pub use upward::Upward;

use std::collections::BTreeMap;

use crate::record::{BranchId, DeskSettings, Month};

/// A desk.
#[derive(Clone, Debug)]
pub struct Desk {
    /// What `desk.toml` says.
    pub settings: DeskSettings,
    /// The units below it.
    pub units: Units,
    /// What they handed in, by unit and month, in the order in which it was taken.
    taken: BTreeMap<(BranchId, Month), Vec<Taken>>,
}

impl Desk {
    /// A desk that has taken something, in this order.
    pub fn new(settings: DeskSettings, units: Units, taken: Vec<Taken>) -> Self {
        let mut by_month: BTreeMap<_, Vec<Taken>> = BTreeMap::new();
        for one in taken {
            by_month.entry((one.unit.clone(), one.month)).or_default().push(one);
        }
        Self { settings, units, taken: by_month }
    }

    /// What a unit handed in last for a month; of an edition where one is said.
    pub fn latest(&self, unit: &BranchId, month: Month, edition: Option<&str>) -> Option<&Taken> {
        let of_month = self.taken.get(&(unit.clone(), month));
        let is_it = |taken: &&Taken| edition.is_none_or(|edition| taken.edition == edition);
        of_month.into_iter().flatten().rev().find(is_it)
    }

    /// The first month that is to be handed in.
    pub fn since(&self) -> Month {
        Month::of(self.settings.since.value)
    }
}
