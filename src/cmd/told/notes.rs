//! What is told under tables and lists of months that are closed: their seals, and how they were amended.

use std::collections::BTreeMap;

use crate::branch::Filed;
use crate::cmd::env::Env;
use crate::error::Result;
use crate::record::{Amendment, Month, Period, Seal};
use crate::seal;
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// The seals of the months of a period.
fn seals(store: &Store, period: Period) -> Result<BTreeMap<Month, Filed<Seal>>> {
    match store.sealed_months()?.iter().any(|month| month.period().meets(period)) {
        true => Ok(store.load(&Query::roll().seals(period))?.seals),
        false => Ok(BTreeMap::new()),
    }
}

/// What is told under the tables of a period: how its closed months were amended, and why.
///
/// # Errors
/// A seal that cannot be read.
pub(in crate::cmd) fn notes(store: &Store, period: Period) -> Result<Vec<Text>> {
    Ok(seals(store, period)?.iter().flat_map(|(month, seal)| told(*month, seal)).collect())
}

/// What is told under a list that is posted: the seals of its months, and how they were amended.
///
/// # Errors
/// A seal that cannot be read.
pub(in crate::cmd) fn under_list(store: &Store, period: Period) -> Result<Vec<Text>> {
    let seals = seals(store, period)?;
    let under = seals.iter().flat_map(|(month, seal)| {
        let code = words::seal_under(month, seal.date.value, seal::code(&seal.source.text));
        std::iter::once(code).chain(told(*month, seal))
    });
    Ok(under.collect())
}

/// The same after something was written, which stands whatever hinders the reading of the seals: that is told, and
/// nothing more.
pub(in crate::cmd) fn under_written(env: &Env, period: Period) -> Vec<Text> {
    env.store().and_then(|store| under_list(&store, period)).unwrap_or_else(|error| {
        env.ui.failure(&error);
        vec![]
    })
}

/// The amendments of a month, each in a sentence.
pub(in crate::cmd) fn told(month: Month, seal: &Seal) -> Vec<Text> {
    let told =
        |one: &Amendment| words::amendment(month, one.date.value, words::shown(&one.what), words::shown(&one.why));
    seal.amended.iter().map(told).collect()
}
