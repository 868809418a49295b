//! How a decision that somebody carries out stands, and of which of them the next meeting is told.

use crate::branch::{Branch, Filed, Query, meeting_stem};
use crate::record::{Agenda, Day, GroupId, Issue, KindId, Meeting, Period, Task};

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// To be done, and in time.
    Open,
    /// To be done, and over its last day.
    Overdue,
    /// Done in time.
    Done,
    /// Done after its last day.
    Late,
}

impl TaskState {
    /// How a task stands on a day.
    pub fn of(task: &Task, day: Day) -> Self {
        let is_over = |on: Day| task.until().is_some_and(|until| until < on);
        match task.done_by(day) {
            Some(done) if is_over(done) => Self::Late,
            Some(_) => Self::Done,
            None if is_over(day) => Self::Overdue,
            None => Self::Open,
        }
    }

    /// Its id, the same in every language.
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Done => "done",
            Self::Late => "late",
        }
    }
}

/// The tasks that count and were decided in a period.
pub fn tasks(branch: &Branch, period: Period) -> impl Iterator<Item = &Task> + Clone {
    let all = branch.tasks().map(|(_, task)| task);
    all.filter(move |task| period.contains(task.date.value))
}

/// How many months back it is looked for the meeting before one of a day: a yearly one may come late.
const MONTHS: u32 = 24;

/// What [`told_at`] and [`problems_told_at`] need for a meeting on a day.
pub fn told_at_query(day: Day) -> Query {
    let before = Period { first: day.minus_months(MONTHS), last: day };
    Query::roll().meetings(before).tasks(Period { first: Day::FIRST, last: day }).issues(before)
}

/// A meeting that is told of what those of its kind and group before it decided and found, held or planned.
#[derive(Clone, Copy, Debug)]
pub struct Session<'a> {
    /// The day.
    pub day: Day,
    kind: &'a KindId,
    group: Option<&'a GroupId>,
}

impl<'a> Session<'a> {
    /// One that was held.
    pub fn held(meeting: &'a Meeting) -> Self {
        Self { day: meeting.date.value, kind: &meeting.kind.value, group: meeting.group.as_deref() }
    }

    /// One that is planned.
    pub fn planned(agenda: &'a Agenda) -> Self {
        Self { day: agenda.date.value, kind: &agenda.kind.value, group: agenda.group.as_deref() }
    }

    /// Whether a meeting that a record names is one of its kind and group.
    fn is_alike(&self, stem: &str) -> bool {
        family(stem) == family(&meeting_stem(self.day, self.kind, self.group))
    }

    /// The day of the meeting before it.
    fn last(&self, branch: &Branch) -> Option<Day> {
        let is_alike = |one: &&Filed<Meeting>| one.kind.value == *self.kind && one.group.as_deref() == self.group;
        branch.held().filter(|one| one.date.value < self.day).filter(is_alike).map(|one| one.date.value).max()
    }
}

/// What a meeting is told of: what earlier meetings of its kind and group decided that was open when the one before it
/// was over.
pub fn told_at<'a>(branch: &'a Branch, session: &Session<'_>) -> Vec<&'a Task> {
    let last = session.last(branch);
    let before = tasks(branch, Period { first: Day::FIRST, last: session.day.minus(1) });
    let open = before.filter(|task| last.is_none_or(|last| task.date.value == last || task.done_by(last).is_none()));
    open.filter(|task| session.is_alike(task.meeting.as_str())).collect()
}

/// The problems a meeting is told of, in the same way: those that were found at earlier ones.
pub fn problems_told_at<'a>(branch: &'a Branch, session: &Session<'_>) -> Vec<&'a Filed<Issue>> {
    let last = session.last(branch);
    let is_told = |issue: &&Filed<Issue>| {
        let Some(at) = &issue.meeting else { return false };
        let Some(held) = at.as_str().get(.."2026-11-05".len()).and_then(Day::parse) else { return false };
        let is_open = || last.is_none_or(|last| held == last || issue.is_open(last));
        held < session.day && session.is_alike(at.as_str()) && is_open()
    };
    branch.issues.iter().filter(|issue| issue.struck.is_none()).filter(is_told).collect()
}

/// What the names of meetings of one kind and group have in common: all but the day, and the number of a second one.
fn family(stem: &str) -> &str {
    let rest = stem.get("2026-11-05-".len()..).unwrap_or_default();
    match rest.rsplit_once('-') {
        Some((family, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => family,
        _ => rest,
    }
}
