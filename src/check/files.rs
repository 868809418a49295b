//! Files whose names do not fit what they say.

use super::Look;
use crate::branch::{FileKind, meeting_path, meeting_stem};
use crate::error::Fault;
use crate::words;

/// Meetings whose file is not named by their day, kind and group, and problems whose file is not by day and id.
pub(super) fn file_name(look: &Look<'_>) -> Vec<Fault> {
    let misnamed = look.branch.meetings.iter().filter_map(|meeting| {
        let group = meeting.group.as_ref().map(|group| &group.value);
        let right = meeting_path(meeting.date.value, &meeting_stem(meeting.date.value, &meeting.kind, group));
        let path = &meeting.source.path;
        let fits = path.folder() == right.folder() && is_named(path.stem(), right.stem());
        let fault = || Fault::of_file("file-name", path, words::misnamed()).cure(words::cure_rename(&right));
        (!fits).then(fault)
    });
    misnamed.chain(super::issues::file_name(look)).collect()
}

/// Whether a name is the right one, or the right one with a number for a second meeting of the day.
fn is_named(stem: &str, right: &str) -> bool {
    let number = stem.strip_prefix(right).and_then(|rest| rest.strip_prefix('-'));
    stem == right || number.is_some_and(|number| number.parse().is_ok_and(|number: u32| number >= 2))
}

/// Files that end in `.toml` where no record has such a name.
pub(super) fn stray_file(look: &Look<'_>) -> Vec<Fault> {
    let stray = look.files.iter().filter(|path| path.name().ends_with(".toml") && FileKind::of(path).is_none());
    stray.map(|path| Fault::of_file("stray-file", path, words::stray_file()).cure(words::cure_stray_file())).collect()
}
