//! Files whose names do not fit what they say.

use super::context::Context;
use crate::branch::{FileKind, is_copy, meeting_path, meeting_stem};
use crate::error::Fault;
use crate::record::{Day, Meeting, RelPath};
use crate::words;

/// Meetings whose file is not named by their day, kind and group, and problems whose file is not by day and id.
pub(super) fn file_name(context: &Context<'_>) -> Vec<Fault> {
    let misnamed = context.branch.meetings.iter().filter_map(|meeting| {
        let path = &meeting.source.path;
        let fault = || {
            let group = meeting.group.as_ref().map(|group| &group.value);
            let right = meeting_path(meeting.date.value, &meeting_stem(meeting.date.value, &meeting.kind, group));
            Fault::of_file("file-name", path, words::misnamed()).cure(words::cure_rename(&right))
        };
        (!is_named(path, meeting)).then(fault)
    });
    misnamed.chain(super::issues::file_name(context)).collect()
}

/// Whether a name is the right one, or the right one with a number for a second meeting of the day. Told part by part:
/// to make the right name of every meeting takes longer.
fn is_named(path: &RelPath, meeting: &Meeting) -> bool {
    let stem = path.stem();
    let in_year = path.folder().strip_prefix("meetings/").is_some_and(|year| year.len() == 4 && stem.starts_with(year));
    let day = stem.get(..10).filter(|day| Day::parse(day) == Some(meeting.date.value));
    let kind = day.and_then(|day| after(&stem[day.len()..], meeting.kind.as_str()));
    let end = match &meeting.group {
        Some(group) => kind.and_then(|rest| after(rest, group.as_str())),
        None => kind,
    };
    let number = |rest: &str| rest.strip_prefix('-').and_then(|number| number.parse().ok());
    in_year && end.is_some_and(|end| end.is_empty() || number(end).is_some_and(|number: u32| number >= 2))
}

/// What is left of a name after a dash and a part of it.
fn after<'n>(name: &'n str, part: &str) -> Option<&'n str> {
    name.strip_prefix('-')?.strip_prefix(part)
}

/// Files that end in `.toml` where no record has such a name.
pub(super) fn stray_file(context: &Context<'_>) -> Vec<Fault> {
    // What begins with a dot is some tool's own: `.taplo.toml`.
    let is_toml = |path: &&RelPath| path.name().ends_with(".toml") && !path.name().starts_with('.');
    let stray = context.files.iter().filter(is_toml).filter(|path| FileKind::of(path).is_none());
    let fault = |path: &RelPath| match is_copy(path.stem()) {
        true => Fault::of_file("stray-file", path, words::stray_copy()).cure(words::cure_stray_copy()),
        false => Fault::of_file("stray-file", path, words::stray_file()).cure(words::cure_stray_file()),
    };
    stray.map(fault).collect()
}
