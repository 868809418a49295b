//! The lines of work and the marks that a call names.

use crate::branch::Branch;
use crate::error::Result;
use crate::record::{LinkId, MarkId};

/// The lines of work named in a call.
pub(in crate::cmd) fn links(branch: &Branch, names: &[String]) -> Result<Vec<LinkId>> {
    names.iter().map(|name| Ok(branch.find_link(name)?.id.value.clone())).collect()
}

/// The marks named in a call.
pub(in crate::cmd) fn marks(branch: &Branch, names: &[String]) -> Result<Vec<MarkId>> {
    names.iter().map(|name| Ok(branch.find_mark(name)?.id.value.clone())).collect()
}
