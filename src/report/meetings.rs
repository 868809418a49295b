//! The meetings of a period, a line each.

use super::sittings;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Filed, Query};
use crate::reckon::{Tally, counted_elsewhere, duties_query, seats, tally};
use crate::record::{At, CampaignId, Day, LinkId, Meeting, MemberId, Period};
use crate::rulebook::State;
use crate::words::Text;

/// Every meeting of a period with all that is counted of it.
pub fn meetings(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{List, Text as Words};
    let before = [
        ("meeting", ColumnKind::Id),
        ("date", ColumnKind::Day),
        ("kind", Words),
        ("kind_name", Words),
        ("group", Words),
        ("group_name", Words),
        ("time", Words),
        ("place", Words),
        ("chair", Words),
        ("recorder", Words),
    ];
    let after = [("topics", List), ("links", List), ("decisions", List)];
    let after = [&after[..], &ATTENDED, &[("sittings", List)]].concat();
    let rows = branch.held().filter(|meeting| period.contains(meeting.date.value)).map(|meeting| {
        let tally = tally(&seats(branch, meeting));
        let group = meeting.group.as_ref().map(|group| &group.value);
        let person =
            |id: Option<&MemberId>| Cell::from(id.map(|id| Cell::code(id, branch.name_on(id, meeting.date.value))));
        let mut row = vec![
            Text::same(meeting.source.path.stem()).into(),
            meeting.date.value.into(),
            Text::same(meeting.kind.as_str()).into(),
            branch.kind_name(&meeting.kind).into(),
            group.map(|group| Text::same(group.as_str())).into(),
            group.map(|group| branch.group_name_on(group, meeting.date.value)).into(),
            meeting.time.as_ref().map(|time| Text::same(time.to_string())).into(),
            meeting.place.as_deref().map(Text::same).into(),
            person(meeting.chair.as_deref()),
            person(meeting.recorder.as_deref()),
        ];
        row.extend(counts(&tally));
        row.extend([
            Cell::List(meeting.topics.iter().map(Text::same).collect()),
            links(branch, &meeting.links),
            Cell::List(meeting.decisions.iter().map(|decision| Text::same(&decision.text)).collect()),
        ]);
        row.extend(attended(&tally));
        row.push(sittings::days(meeting));
        row
    });
    Table::new("meetings", &[&before[..], &COUNTED, &after].concat(), rows.collect())
}

/// The columns of a count of seats.
pub(super) const COUNTED: [(&str, ColumnKind); 9] = [
    ("due", ColumnKind::Integer),
    ("present", ColumnKind::Integer),
    ("late", ColumnKind::Integer),
    ("made_up", ColumnKind::Integer),
    ("excused", ColumnKind::Integer),
    ("absent", ColumnKind::Integer),
    ("exempt", ColumnKind::Integer),
    ("open", ColumnKind::Integer),
    ("rate", ColumnKind::Percent),
];

/// The columns that end a table with a count of seats: the numerator of its rate, and those who are in no rate.
pub(super) const ATTENDED: [(&str, ColumnKind); 2] =
    [("attended", ColumnKind::Integer), ("not_due", ColumnKind::Integer)];

/// Lines of work.
pub(super) fn links(branch: &Branch, links: &[At<LinkId>]) -> Cell {
    Cell::codes(links.iter().map(|link| (&link.value, branch.link_name(link))))
}

/// The campaign of a record.
pub(super) fn campaign(branch: &Branch, at: Option<&At<CampaignId>>) -> Cell {
    at.map(|at| Cell::code(&at.value, branch.campaign_name(at))).into()
}

/// The cells under [`COUNTED`]: those who were due, by their states, which add up to them.
pub(super) fn counts(tally: &Tally) -> Vec<Cell> {
    let mut cells = vec![tally.due.into()];
    cells.extend(State::ALL.map(|state| Cell::from(tally.of(state))));
    cells.push(tally.rate().map_or(Cell::Empty, Cell::Percent));
    cells
}

/// The cells under [`ATTENDED`].
pub(super) fn attended(tally: &Tally) -> [Cell; 2] {
    [tally.attended().into(), tally.not_due.into()]
}

/// What [`meetings_brief`] needs of the meetings of a period.
pub fn meetings_brief_query(period: Period, today: Day) -> Query {
    Query::roll().meetings(period).and(duties_query(period, today))
}

/// The meetings of a period that are wanted, as a person skims them, each with the period of a duty it was counted for
/// where that is another than the one it was held in.
pub fn meetings_brief<'a>(
    branch: &'a Branch,
    period: Period,
    today: Day,
    wanted: impl Fn(&'a Filed<Meeting>) -> bool,
) -> Table {
    use ColumnKind::{Integer, List, Percent, Text as Words};
    let columns = [
        ("date", ColumnKind::Day),
        ("kind", ColumnKind::Key),
        ("kind_name", Words),
        ("group", ColumnKind::Key),
        ("group_name", Words),
        ("due", Integer),
        ("attended", Integer),
        ("rate", Percent),
        ("counted_for", List),
        ("topics", List),
        ("meeting", ColumnKind::Id),
        ("exempt", Integer),
        ("not_due", Integer),
    ];
    let elsewhere = counted_elsewhere(branch, period, today);
    let meetings = branch.meetings.iter().filter(|meeting| period.contains(meeting.date.value) && wanted(meeting));
    let rows = meetings.map(|meeting| {
        let counted = elsewhere.get(meeting.source.path.stem()).into_iter().flatten();
        let tally = tally(&seats(branch, meeting));
        vec![
            meeting.date.value.into(),
            Text::same(meeting.kind.as_str()).into(),
            branch.kind_name(&meeting.kind).into(),
            meeting.group.as_ref().map(|group| Text::same(group.as_str())).into(),
            meeting.group.as_ref().map(|group| branch.group_name_on(group, meeting.date.value)).into(),
            tally.due.into(),
            tally.attended().into(),
            tally.rate().map_or(Cell::Empty, Cell::Percent),
            Cell::list(counted.map(|period| Text::same(period.to_string()))),
            Cell::List(meeting.topics.iter().map(Text::same).collect()),
            Text::same(meeting.source.path.stem()).into(),
            tally.of(State::Exempt).into(),
            tally.not_due.into(),
        ]
    });
    let spare = &["not_due", "exempt", "counted_for", "due", "attended", "date", "group_name"];
    Table::new("meetings", &columns, rows.collect()).spare(spare)
}
