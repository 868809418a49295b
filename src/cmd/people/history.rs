//! The history of a person: of one who is with the branch, and written in order.

use crate::branch::{Branch, Filed, Since, member_path};
use crate::error::{Failure, Result};
use crate::record::{Day, Member, MemberId};
use crate::words;

/// Refuses what would happen to somebody who is not with the branch.
pub(in crate::cmd) fn there(branch: &Branch, id: &MemberId, member: &Filed<Member>, day: Day) -> Result<()> {
    match member.is_there(day) {
        true => Ok(()),
        false => Err(Failure::refused(words::not_there(branch.name(id), day)).cure(words::cure_show_member(id)).into()),
    }
}

/// Refuses a day that is not after the last one of its sort: the history of a person is written in order.
pub(in crate::cmd) fn in_order<T: Since>(branch: &Branch, id: &MemberId, written: &[T], from: Day) -> Result<()> {
    match written.iter().map(Since::from).max().filter(|last| *last >= from) {
        Some(last) => Err(Failure::refused(words::written_later(branch.name(id), last, from))
            .cure(words::cure_edit_file(member_path(id)))
            .into()),
        None => Ok(()),
    }
}
