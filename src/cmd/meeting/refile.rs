//! A meeting that was logged under the wrong day, kind or group: its file gets another name.

use super::log;
use crate::branch::{Branch, Edit, Filed, meeting_path, meeting_stem};
use crate::cmd::env::Env;
use crate::cmd::typed::group;
use crate::error::{Failure, Result};
use crate::record::{Day, GroupId, Meeting, RelPath, Value};
use crate::rulebook::{Kind, Scope};
use crate::store::Store;
use crate::words::{self, Text};

/// What a call says a meeting is filed under; where it says nothing, that stays.
pub(super) struct Heading<'a> {
    /// The day.
    pub(super) on: Option<&'a str>,
    /// The kind.
    pub(super) kind: Option<&'a str>,
    /// The group.
    pub(super) group: Option<&'a str>,
}

/// Where a meeting is filed.
pub(super) struct Place<'a> {
    /// The day.
    pub(super) day: Day,
    kind: &'a Kind,
    group: Option<&'a GroupId>,
    /// The file's name without its ending.
    pub(super) stem: String,
    /// Whether that is not where it was.
    pub(super) moved: bool,
}

impl<'a> Place<'a> {
    /// Where a meeting is filed after a call.
    ///
    /// # Errors
    /// A kind or group there is not; a day to come; somebody in the record who was not due or not there then.
    pub(super) fn of(
        env: &Env,
        args: &Heading<'_>,
        branch: &'a Branch,
        store: &Store,
        meeting: &Filed<Meeting>,
    ) -> Result<Self> {
        let before = meeting.group.as_ref().map(|group| &group.value);
        let unchanged = args.on.is_none() && args.kind.is_none() && args.group.is_none();
        let day = args.on.map_or(Ok(meeting.date.value), |on| env.past_day(Some(on)))?;
        let kind = branch.find_kind(args.kind.unwrap_or(meeting.kind.as_str()))?;
        let stem = meeting.source.path.stem().to_owned();
        if unchanged {
            return Ok(Self { day, kind, group: None, stem, moved: false });
        }
        let kept = before.map(GroupId::as_str).filter(|_| kind.scope() != Scope::Branch);
        let group = group(args.group.or(kept), branch, kind, day)?;
        let moved = day != meeting.date.value || kind.id.value != meeting.kind.value || group != before;
        let stem = if moved { log::free_stem(store, day, &meeting_stem(day, &kind.id.value, group)) } else { stem };
        let place = Self { day, kind, group, stem, moved };
        place.holds(branch, meeting)?;
        Ok(place)
    }

    /// Refuses a place where somebody in the record could not have been.
    fn holds(&self, branch: &Branch, meeting: &Meeting) -> Result<()> {
        // Who came to a further sitting has to have been there on its day.
        let listed = meeting.at_first().map(|at| &at.value);
        let roles = [&meeting.chair, &meeting.recorder, &meeting.lecturer].into_iter().flatten();
        let others = roles.chain(&meeting.observers).map(|at| &at.value);
        let there = |id| branch.members.get(id).is_none_or(|member| member.is_there(self.day));
        if let Some(stray) = listed.chain(others).find(|id| !there(*id)) {
            let cure = words::cure_show_member(stray);
            return Err(Failure::refused(words::not_there(branch.name(stray), self.day)).cure(cure).into());
        }
        let due: Vec<_> = branch.due(self.kind, self.group, self.day).collect();
        let mut listed = meeting.accounted_for().map(|at| &at.value);
        if let Some(stray) = listed.find(|id| self.kind.has_due() && !due.contains(id)) {
            let fact = words::was_not_due(branch.name(stray), self.kind.name(), self.day);
            return Err(Failure::refused(fact).cure(words::cure_refile()).into());
        }
        Ok(())
    }

    /// The file.
    pub(super) fn path(&self) -> RelPath {
        meeting_path(self.day, &self.stem)
    }

    /// What the meeting is called there.
    pub(super) fn title(&self, branch: &Branch) -> Text {
        branch.meeting_title(self.day, self.kind.name(), self.group)
    }

    /// The fields that say it.
    pub(super) fn edits(&self, meeting: &Meeting) -> Vec<Edit> {
        let mut edits = Vec::new();
        if !self.moved {
            return edits;
        }
        edits.push(Edit::Set(vec![], "date", Value::Day(self.day)));
        edits.push(Edit::Set(vec![], "kind", Value::text(&self.kind.id.value)));
        match self.group {
            Some(group) => edits.push(Edit::Set(vec![], "group", Value::text(group))),
            None if meeting.group.is_some() => edits.push(Edit::Unset(vec![], "group")),
            None => {}
        }
        edits
    }
}
