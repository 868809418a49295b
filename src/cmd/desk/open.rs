//! A desk is opened and read.

use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::desk::{self, Desk, Units};
use crate::error::{Failure, Fault, Result};
use crate::record::{DeskSettings, Month, Period, Reading, RelPath, SCHEMA, read};
use crate::sheet;
use crate::store::{self, DESK, Store};
use crate::words;

/// The table of units.
pub(super) const UNITS: &str = "units.csv";

/// The last day of a month by which returns can be due.
pub(super) const LAST_DAY: i64 = 28;

/// Finds the desk, and completes what a command that died left unfinished.
///
/// # Errors
/// No desk here or above.
pub(super) fn open(env: &Env) -> Result<Store> {
    let store = Store::find_desk(env.records())?;
    store.recover()?;
    Ok(store)
}

/// Reads the desk.
///
/// # Errors
/// Whatever is wrong with its files.
pub(super) fn load(store: &Store) -> Result<Desk> {
    let settings = settings(store)?;
    let units = Units::read(&store::read_bytes_outside(&store.root().join(UNITS), sheet::LIMIT)?, UNITS)?;
    let mut taken = Vec::new();
    for path in store.list("taken")?.0.into_iter().filter(|path| path.name().ends_with(".csv")) {
        if let Some(source) = store.read(&path)? {
            taken.extend(desk::read_ledger(&source.text, &path)?);
        }
    }
    Ok(Desk::new(settings, units, taken))
}

/// The months of a period that can have been handed in: as far as they are over, which is said.
///
/// # Errors
/// No period, or one that has not begun.
pub(super) fn months(env: &Env, typed: &str) -> Result<Period> {
    let period = env.period(typed)?;
    days::has_come(env, period)?;
    let over = Month::of(env.today).before();
    let so_far = Period::new(period.first, period.last.min(over.last()));
    if let Some(so_far) = so_far.filter(|so_far| so_far.last < period.last) {
        env.ui.say(&words::desk_so_far(period, over));
        return Ok(so_far);
    }
    Ok(period)
}

fn settings(store: &Store) -> Result<DeskSettings> {
    let path = RelPath::new(DESK).unwrap_or_else(|| unreachable!("a name is a path"));
    let source = store.read(&path)?.ok_or_else(|| Failure::refused(words::no_file(&path)))?;
    let Reading { record, faults, .. } = read::<DeskSettings>(&source);
    let Some(settings) = record else { return Err(Failure::of(faults).into()) };
    if settings.schema > SCHEMA {
        return Err(Failure::refused(words::newer_schema(settings.schema, SCHEMA)).into());
    }
    if !(1..=LAST_DAY).contains(&settings.due_day.value) {
        let fault = Fault::at("bad-due-day", &source, &settings.due_day.span, words::bad_desk_due_day(LAST_DAY));
        return Err(Failure::from(fault).into());
    }
    Ok(settings)
}
