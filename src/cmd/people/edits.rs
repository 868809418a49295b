//! Edits of a person's file.

use crate::branch::{Change, Edit, What, member_path};
use crate::cmd::change::Decision;
use crate::record::MemberId;
use crate::words::Text;

/// Edits of a person's file, said as they are committed.
pub(super) fn decision(subject: Text, id: &MemberId, edits: Vec<Edit>) -> Decision {
    Decision { said: subject.clone(), change: Change::new(subject, member_path(id), What::Edit(edits)) }
}
