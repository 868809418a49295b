//! The packages a desk has taken, read one by one.

use crate::cmd::env::Env;
use crate::desk::{self, Desk, MEASURES, Package, State, Taken, Tally, Unit};
use crate::error::Result;
use crate::package::{self, DESCRIPTION};
use crate::record::{Month, RelPath, sha256};
use crate::store::Store;
use crate::words::{self, Text};

/// What a unit handed in last for a month; where there is none, why not, if that is not plain.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn package<'d>(
    store: &Store,
    desk: &'d Desk,
    unit: &'d Unit,
    month: Month,
) -> Result<std::result::Result<Package<'d>, Option<Text>>> {
    let Some(taken) = desk.latest(&unit.id, month, None) else { return Ok(Err(None)) };
    let read = |name: &str| RelPath::below(&taken.folder(), name).map(|path| store.read(&path)).transpose();
    let (description, measures) = (read(DESCRIPTION)?.flatten(), read(MEASURES)?.flatten());
    let texts = description.zip(measures).map(|(description, measures)| (description.text, measures.text));
    let package = texts.and_then(|(description, measures)| sound(taken, unit, &description, &measures));
    Ok(package.ok_or_else(|| Some(words::package_not_as_taken(taken.folder()))))
}

/// Adds up what was handed in, in reports that are of the same units and months; says which packages cannot be counted.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn add_up<'d>(env: &Env, store: &Store, desk: &'d Desk, tallies: &mut [Tally<'d>]) -> Result<()> {
    let expected = tallies.first().map(Tally::expected).unwrap_or_default();
    let progress = env.ui.progress(&words::at_report());
    let mut wrong = Vec::new();
    for (unit, month) in expected {
        match package(store, desk, unit, month)? {
            Ok(package) => tallies.iter_mut().for_each(|tally| tally.add(&package)),
            Err(fact) => {
                wrong.extend(fact);
                tallies.iter_mut().for_each(|tally| tally.misses(unit, month));
            }
        }
    }
    drop(progress);
    wrong.iter().for_each(|fact| env.ui.warn(fact));
    Ok(())
}

/// A package whose files are those that were taken.
fn sound<'d>(taken: &'d Taken, unit: &'d Unit, description: &str, measures: &str) -> Option<Package<'d>> {
    let (about, digests) = package::about(description.as_bytes()).ok()?;
    let is_as_taken = sha256(description.as_bytes()) == taken.description
        && digests.get(MEASURES) == Some(&sha256(measures.as_bytes()));
    let measures = desk::measured(measures, &taken.month.to_string()).ok().filter(|_| is_as_taken)?;
    let file = format!("{}/{MEASURES}", taken.folder());
    Some(Package { unit, month: taken.month, file, about, measures, state: State::of(Some(taken)) })
}
