//! How a change is made: what closed months say to it, its lines in ledgers, and what it makes untrue.

pub(in crate::cmd) mod amend;
pub(in crate::cmd) mod ledger;
pub(in crate::cmd) mod outdated;
