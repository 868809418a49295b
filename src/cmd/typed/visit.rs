//! A visit or inspection as a call names it.

use crate::branch::{Branch, Query};
use crate::cmd::change::ledger::Placed;
use crate::cmd::env::Env;
use crate::error::Result;
use crate::record::{Day, Inspection, Period};

/// What is read to find a visit: all there are, and the problems that were ordered to be fixed.
pub(in crate::cmd) fn visit_query(env: &Env) -> Query {
    let all = Period { first: Day::FIRST, last: env.today };
    Query::roll().visits(all).issues(all)
}

/// The visit a person means; refused where it is struck.
pub(in crate::cmd) fn find_visit<'a>(branch: &'a Branch, typed: &str) -> Result<Placed<'a, Inspection>> {
    let (file, at) = branch.find_visit(typed)?;
    let visit = Placed::<Inspection>::at(file, at);
    visit.counts(|| branch.inspection_title(visit.line))?;
    Ok(visit)
}
