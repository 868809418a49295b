//! A meeting as the record book prints it.

use super::issues;
use super::meetings::{campaign, links};
use super::page::Page;
use super::sittings;
use super::table::{Cell, ColumnKind, Table};
use super::tasks::told;
use crate::branch::{Branch, Filed};
use crate::reckon::{Seat, outcome, seats, tally, voters};
use crate::record::{At, Day, Meeting, Member, MemberId};
use crate::rulebook::State;
use crate::words::{self, Text};

/// The record of a meeting, in the order of the record book. Where names are masked it has no guests, no evidence and no
/// reasons for absence.
pub fn record_book(branch: &Branch, meeting: &Filed<Meeting>) -> Page {
    let mut page = Page::new(branch.title(meeting));
    let day = meeting.date.value;
    let seats = seats(branch, meeting);
    let tally = tally(&seats);
    let person = |at: &At<MemberId>| Cell::code(&at.value, branch.name_on(at, day));
    page.field("struck", meeting.struck.as_ref().map(|why| Text::same(why.as_str())));
    page.field("kind_name", Cell::code(&meeting.kind.value, branch.kind_name(&meeting.kind)));
    page.field(
        "group_name",
        meeting.group.as_ref().map(|group| Cell::code(&group.value, branch.group_name_on(group, day))),
    );
    page.field("date", day);
    page.field("time", meeting.time.as_ref().map(|time| Text::same(time.to_string())));
    page.field("place", meeting.place.as_deref().map(Text::same));
    page.field("chair", meeting.chair.as_ref().map(person));
    page.field("delegated_by", meeting.delegated_by.as_ref().map(person));
    page.field("recorder", meeting.recorder.as_ref().map(person));
    page.field("lecturer", meeting.lecturer.as_ref().map(person));
    let by_standing = branch.rules.standings().filter_map(|standing| {
        let of = |seat: &&Seat<'_>| {
            let is =
                |member: &Filed<Member>| branch.before(meeting, member).standing_on(day) == Some(&standing.id.value);
            seat.due && branch.members.get(seat.member).is_some_and(is)
        };
        let count = seats.iter().filter(of).count();
        (count > 0).then(|| words::so_many_of(standing.name(), count))
    });
    if tally.due > 0 {
        page.field("due", words::total_and_parts(tally.due, Text::list(by_standing)));
    }
    page.field("attended", tally.attended());
    page.field("not_due", Some(tally.not_due).filter(|number| *number > 0));
    page.field("rate", tally.rate().map_or(Cell::Empty, Cell::Percent));
    for state in State::ALL {
        let of: Vec<_> =
            seats.iter().filter(|seat| seat.state() == state).map(|seat| with_reason(branch, seat, day)).collect();
        page.field(state.column(), Cell::list(of));
    }
    page.field("observers", Cell::codes(meeting.observers.iter().map(|at| (&at.value, branch.name_on(at, day)))));
    if !branch.is_masked {
        page.field("guests", Cell::list(meeting.guests.iter().map(Text::same)));
    }
    page.field("topics", Cell::list(meeting.topics.iter().map(Text::same)));
    page.field("links", links(branch, &meeting.links));
    page.field("campaign", campaign(branch, meeting.campaign.as_deref()));
    page.field("note", meeting.note.as_deref().map(Text::same));
    page.field("minutes", sittings::minutes(meeting));
    page.field("meeting", Text::same(meeting.source.path.stem()));
    page.tables.extend(sittings::sittings(branch, meeting));
    page.tables.extend(told(branch, meeting).filter(|_| !branch.is_masked));
    page.tables.extend(issues::told(branch, meeting).filter(|_| !branch.is_masked));
    if !meeting.decisions.is_empty() {
        page.tables.push(decisions(branch, meeting, &seats));
    }
    if !meeting.evidence.is_empty() && !branch.is_masked {
        let rows = meeting.evidence.iter().map(|evidence| {
            vec![Text::same(evidence.file.as_str()).into(), Text::same(evidence.sha256.as_str()).into()]
        });
        let columns = [("file", ColumnKind::Text), ("sha256", ColumnKind::Text)];
        page.tables.push(Table::new("evidence", &columns, rows.collect()));
    }
    page
}

/// A person with what is said of the absence.
fn with_reason(branch: &Branch, seat: &Seat<'_>, day: Day) -> Text {
    let name = branch.name_on(seat.member, day);
    if branch.is_masked {
        return name;
    }
    let reason = seat.absence.and_then(|absence| absence.reason.as_ref()).map(|reason| branch.reason_name(reason));
    let note = seat.absence.and_then(|absence| absence.note.as_deref()).map(Text::same);
    let made_up = seat.made_up().map(words::made_up_on);
    let parts: Vec<_> = reason.into_iter().chain(note).chain(made_up).collect();
    if parts.is_empty() { name } else { words::who_and_why(name, Text::list(parts)) }
}

/// The decisions with their votes, who had one, and what came of it: what the votes tell, else what is recorded.
fn decisions(branch: &Branch, meeting: &Filed<Meeting>, seats: &[Seat<'_>]) -> Table {
    use ColumnKind::{Integer, Text as Words};
    let number = |number: Option<i64>| number.map_or(Cell::Empty, Cell::Int);
    let rows = meeting.decisions.iter().map(|decision| {
        let kind = decision.kind.as_ref().map(|kind| {
            let rule = branch.rules.decision(kind);
            Cell::code(&kind.value, rule.map_or_else(|| Text::same(kind.as_str()), |rule| rule.name()))
        });
        let votes = decision.votes.as_ref();
        let written = votes.and_then(|votes| votes.written.as_ref());
        let voters = voters(branch, meeting, Some(decision), seats);
        let has_rule = voters.rule.is_some();
        let outcome = outcome(branch, meeting, decision, seats);
        vec![
            Text::same(&decision.text).into(),
            kind.into(),
            number(votes.map(|votes| votes.yes)),
            number(votes.map(|votes| votes.no)),
            number(votes.map(|votes| votes.abstain)),
            number(votes.and_then(|votes| votes.given)),
            number(votes.and_then(|votes| votes.returned)),
            number(votes.and_then(|votes| votes.invalid)),
            number(written.map(|written| written.yes)),
            number(written.and_then(|written| written.no)),
            number(written.and_then(|written| written.abstain)),
            number(has_rule.then_some(voters.due as i64)),
            number(has_rule.then_some(voters.present as i64)),
            outcome.map(|outcome| Cell::code(outcome.id(), words::outcome(outcome.id()))).into(),
        ]
    });
    let columns = [
        ("decision", Words),
        ("kind_name", Words),
        ("for_votes", Integer),
        ("against", Integer),
        ("abstain", Integer),
        ("given", Integer),
        ("returned", Integer),
        ("invalid", Integer),
        ("written_for", Integer),
        ("written_against", Integer),
        ("written_abstain", Integer),
        ("voters", Integer),
        ("voters_present", Integer),
        ("outcome", Words),
    ];
    Table::new("decisions", &columns, rows.collect())
}
