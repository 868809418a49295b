//! `zhibu meeting`: meetings and activities.

mod ask;
mod attend;
mod ballot;
mod decide;
mod edit;
mod list;
mod log;
mod refile;
mod remove;
mod said;
mod verbs;

pub(super) use ask::fits;
pub(super) use attend::Roll;
pub(super) use verbs::{Meeting, run};
