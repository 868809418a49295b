//! Problems: each with its owner, its deadline and what came of it.

use super::meetings::{campaign, links};
use super::page::Page;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Filed};
use crate::reckon::{Session, problems_told_at};
use crate::record::{Day, Issue, Meeting, Period, Progress};
use crate::words::{self, Text};

/// The problems that were open on some day of a period, as they were at the end of a day.
pub fn issues(branch: &Branch, period: Period, day: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, List, Text as Words};
    let columns = [
        ("issue", Id),
        ("found", Date),
        ("title", Words),
        ("where", Words),
        ("category", Words),
        ("measure", Words),
        ("owner", Id),
        ("owner_name", Words),
        ("deadline", Date),
        ("issue_state", Words),
        ("overdue_days", Integer),
        ("progress", Words),
        ("progress_date", Date),
        ("closed", Date),
        ("closed_by", Words),
        ("result", Words),
        ("links", List),
        ("meeting", ColumnKind::Text),
    ];
    let rows = branch.issues_during(period).map(|issue| {
        let progress = issue.last_progress(day);
        let closed = issue.closed.as_ref().filter(|closed| closed.value <= day);
        let closer = issue.closed_by.as_ref().filter(|_| closed.is_some());
        vec![
            Text::same(issue.source.path.stem()).into(),
            issue.found.value.into(),
            Text::same(issue.title.as_str()).into(),
            issue.place.as_deref().map(Text::same).into(),
            issue.kind.as_deref().map(Text::same).into(),
            issue.measure.as_deref().map(Text::same).into(),
            Text::same(issue.owner.as_str()).into(),
            branch.member_name_on(&issue.owner, period.last).into(),
            issue.deadline.value.into(),
            state(issue, day),
            overdue(issue, day),
            progress.map(|progress| Text::same(progress.text.as_str())).into(),
            progress.map(|progress| progress.date.value).into(),
            closed.map(|closed| closed.value).into(),
            closer.map(|by| Cell::code(&by.value, branch.name_on(by, period.last))).into(),
            issue.result.as_deref().filter(|_| closed.is_some()).map(Text::same).into(),
            links(branch, &issue.links),
            issue.meeting.as_ref().map(|at| Text::same(at.as_str())).into(),
        ]
    });
    Table::new("issues", &columns, rows.collect())
}

/// The table of a meeting that says what became of the problems found at earlier ones.
pub(super) const TOLD: &str = "problems_before";

/// Its columns.
pub(super) const COLUMNS: &[&str] =
    &["found", "title", "measure", "owner", "owner_name", "deadline", "issue_state", "progress", "closed", "issue"];

/// What a meeting is told of the problems found at those of its kind before it, as they stood on its day; none where there is
/// nothing.
pub(super) fn told(branch: &Branch, meeting: &Filed<Meeting>) -> Option<Table> {
    told_in(branch, &Session::held(meeting), meeting.date.value)
}

/// The same of a meeting that is held or planned, as it stands on a day.
pub(super) fn told_in(branch: &Branch, session: &Session<'_>, day: Day) -> Option<Table> {
    let issues = problems_told_at(branch, session);
    let kinds = COLUMNS.iter().map(|id| match *id {
        "found" | "deadline" | "closed" => (*id, ColumnKind::Day),
        "owner" => (*id, ColumnKind::Key),
        "issue" => (*id, ColumnKind::Id),
        _ => (*id, ColumnKind::Text),
    });
    let kinds: Vec<_> = kinds.collect();
    let rows = issues.iter().map(|issue| {
        vec![
            issue.found.value.into(),
            Text::same(issue.title.as_str()).into(),
            issue.measure.as_deref().map(Text::same).into(),
            Text::same(issue.owner.as_str()).into(),
            branch.name_on(&issue.owner, day).into(),
            issue.deadline.value.into(),
            state(issue, day),
            issue.last_progress(day).map(|progress| Text::same(progress.text.as_str())).into(),
            issue.closed.as_ref().map(|closed| closed.value).filter(|closed| *closed <= day).into(),
            Text::same(issue.id()).into(),
        ]
    });
    (!issues.is_empty()).then(|| Table::new(TOLD, &kinds, rows.collect()))
}

/// Problems as a person skims them: those that are overdue first, then by deadline.
pub fn issues_brief<'a>(branch: &Branch, issues: impl Iterator<Item = &'a Filed<Issue>>, day: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Text as Words};
    let columns = [
        ("deadline", Date),
        ("issue_state", Words),
        ("overdue_days", Integer),
        ("title", Words),
        ("owner", ColumnKind::Key),
        ("owner_name", Words),
        ("found", Date),
        ("progress", Words),
        ("closed", Date),
        ("issue", Id),
    ];
    let mut issues: Vec<_> = issues.collect();
    issues.sort_by_key(|issue| (!issue.is_open(day), issue.deadline.value, issue.source.path.stem()));
    let rows = issues.into_iter().map(|issue| {
        vec![
            issue.deadline.value.into(),
            state(issue, day),
            overdue(issue, day),
            Text::same(issue.title.as_str()).into(),
            Text::same(issue.owner.as_str()).into(),
            branch.name(&issue.owner).into(),
            issue.found.value.into(),
            issue.last_progress(day).map(|progress| Text::same(progress.text.as_str())).into(),
            issue.closed.as_ref().map(|closed| closed.value).filter(|closed| *closed <= day).into(),
            Text::same(issue.id()).into(),
        ]
    });
    Table::new("issues", &columns, rows.collect()).spare(&["found", "progress", "closed", "overdue_days"])
}

/// A problem with all that is written of it; without its evidence where names are masked.
pub fn issue(branch: &Branch, issue: &Filed<Issue>, day: Day) -> Page {
    let mut page = Page::new(branch.issue_title(issue));
    page.field("struck", issue.struck.as_ref().map(|why| Text::same(why.as_str())));
    page.field("issue_state", state(issue, day));
    page.field("overdue_days", overdue(issue, day));
    page.field("found", issue.found.value);
    page.field("where", issue.place.as_deref().map(Text::same));
    page.field("meeting", issue.meeting.as_ref().map(|at| Text::same(at.as_str())));
    page.field("ordered_at", ordered_at(branch, issue));
    page.field("category", issue.kind.as_deref().map(Text::same));
    page.field("measure", issue.measure.as_deref().map(Text::same));
    page.field("owner_name", Cell::code(&issue.owner.value, branch.name(&issue.owner)));
    page.field("deadline", issue.deadline.value);
    page.field("links", links(branch, &issue.links));
    page.field("campaign", campaign(branch, issue.campaign.as_ref()));
    page.field("closed", issue.closed.as_ref().map(|closed| closed.value));
    page.field("closed_by", issue.closed_by.as_ref().map(|by| Cell::code(&by.value, branch.name(by))));
    page.field("result", issue.result.as_deref().map(Text::same));
    page.field("note", issue.note.as_deref().map(Text::same));
    page.field("issue", Text::same(issue.source.path.stem()));
    let history = history(branch, issue);
    if !history.is_empty() {
        let columns = [("date", ColumnKind::Day), ("what", ColumnKind::Text), ("by", ColumnKind::Text)];
        page.tables.push(Table::new("progress", &columns, history));
    }
    if !issue.evidence.is_empty() && !branch.is_masked {
        let rows = issue.evidence.iter().map(|evidence| {
            vec![Text::same(evidence.file.as_str()).into(), Text::same(evidence.sha256.as_str()).into()]
        });
        let columns = [("file", ColumnKind::Text), ("sha256", ColumnKind::Text)];
        page.tables.push(Table::new("evidence", &columns, rows.collect()));
    }
    page
}

/// What was done about a problem, and when it was closed and opened again, by date.
fn history(branch: &Branch, issue: &Issue) -> Vec<Vec<Cell>> {
    let name = |by: &Option<crate::record::At<crate::record::MemberId>>| {
        by.as_ref().map(|by| Cell::code(&by.value, branch.name(by)))
    };
    let done = |progress: &Progress| (progress.date.value, Text::same(progress.text.as_str()), name(&progress.by));
    let mut lines: Vec<_> = issue.progress.iter().map(done).collect();
    for again in &issue.reopened {
        lines.extend(again.closed.as_ref().map(|closed| (closed.value, words::was_closed(), name(&again.closed_by))));
        lines.push((again.date.value, words::was_reopened(words::shown(&again.why)), None));
    }
    lines.sort_by_key(|(day, ..)| *day);
    lines.into_iter().map(|(day, what, by)| vec![day.into(), what.into(), by.into()]).collect()
}

/// The state of a problem at the end of a day.
fn state(issue: &Issue, day: Day) -> Cell {
    let id = match () {
        () if issue.is_overdue(day) => "overdue",
        () if issue.is_open(day) => "open",
        () => "closed",
    };
    Cell::code(id, words::issue_state(id))
}

/// The days since the deadline of a problem that is open.
fn overdue(issue: &Issue, day: Day) -> Cell {
    match issue.is_overdue(day) {
        true => Cell::Int(day.since(issue.deadline.value)),
        false => Cell::Empty,
    }
}

/// The visit at which a problem was ordered to be mended, in a few words; its id where it was not read.
fn ordered_at(branch: &Branch, issue: &Issue) -> Cell {
    let at = issue.visit.as_ref();
    at.map(|at| branch.inspection(at).map_or_else(|| Text::same(at.as_str()), |visit| branch.inspection_title(visit)))
        .into()
}
