//! `zhibu meeting`: meetings and activities.

mod ask;
mod attend;
mod ballot;
mod decide;
mod drop;
mod edit;
mod elect;
mod list;
mod log;
mod plan;
mod refile;
mod remove;
mod roll;
mod said;
mod sitting;
mod verbs;

pub(super) use ask::fits;
pub(super) use roll::Roll;
pub(super) use verbs::{Meeting, run};
