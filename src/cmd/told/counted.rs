//! Meetings with what they were counted for, which follows from earlier ones; without those there is a list all the same.

use crate::branch::Branch;
use crate::cmd::env::Env;
use crate::cmd::typed::faulty_files;
use crate::error::Result;
use crate::record::Period;
use crate::report;
use crate::store::{Query, Store};
use crate::words;

/// The meetings of a period, and whether it is known what they were counted for.
///
/// # Errors
/// What cannot be read of the period itself. Of earlier days it is told.
pub(in crate::cmd) fn meetings(env: &Env, store: &Store, period: Period) -> Result<(Branch, bool)> {
    let error = match store.load(&report::meetings_brief_query(period, env.today)) {
        Ok(branch) => return Ok((branch, true)),
        Err(error) => error,
    };
    let branch = store.load(&Query::roll().meetings(period))?;
    env.ui.warn(&words::counted_for_unknown(faulty_files(&error)));
    Ok((branch, false))
}
