//! Visits and inspections: who came, what was looked at, what was said, and what became of what was ordered.

use super::issues::issues_brief;
use super::page::Page;
use super::table::{Cell, ColumnKind, Extent, Table};
use crate::branch::{Branch, Filed, Query};
use crate::record::{Day, Inspection, Issue, Period};
use crate::words::Text;

/// What the table needs.
pub fn visits_query(period: Period, day: Day) -> Query {
    Query::roll().visits(period).issues(Period { last: day.max(period.last), ..period })
}

/// The visits of a period, and how many of the problems ordered to be fixed were open on a day; as a person skims them,
/// struck ones too, without what was looked at and said.
pub fn visits(branch: &Branch, period: Period, day: Day, extent: Extent) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Key, Text as Words};
    let columns = [
        ("date", Date),
        ("visitor", Words),
        ("category", Words),
        ("looked_at", ColumnKind::List),
        ("said", Words),
        ("host", Key),
        ("host_name", Words),
        ("ordered", Integer),
        ("orders_open", Integer),
        ("orders_overdue", Integer),
        ("note", Words),
        ("struck", Words),
        ("visit", Id),
    ];
    let mut all: Vec<_> = branch.visit_files.iter().flat_map(|file| &file.entries).collect();
    all.retain(|visit| period.contains(visit.date.value) && (extent == Extent::Brief || visit.struck.is_none()));
    all.sort_by_key(|visit| (visit.date.value, visit.id.as_str()));
    let rows = all.into_iter().map(|visit| {
        let ordered = branch.ordered_at(&visit.id);
        let count = |counts: fn(&Filed<Issue>, Day) -> bool| match visit.struck {
            Some(_) => Cell::Empty,
            None => ordered.clone().filter(|one| counts(one, day)).count().into(),
        };
        let text = |text: &Option<String>| Cell::from(text.as_deref().map(Text::same));
        vec![
            visit.date.value.into(),
            Text::same(visit.visitor.as_str()).into(),
            text(&visit.kind),
            looked_at(visit),
            text(&visit.said),
            visit.host.as_ref().map(|host| Text::same(host.as_str())).into(),
            visit.host.as_ref().map(|host| branch.name_on(host, visit.date.value)).into(),
            count(|_, _| true),
            count(|issue, day| issue.is_open(day)),
            count(|issue, day| issue.is_overdue(day)),
            text(&visit.note),
            visit.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            Text::same(visit.id.as_str()).into(),
        ]
    });
    let table = Table::new("visits", &columns, rows.collect()).spare(&["host_name", "category", "orders_overdue"]);
    let left_out: &[&str] = match extent {
        Extent::All => &["struck"],
        Extent::Brief => &["looked_at", "said", "note"],
    };
    left_out.iter().fold(table, |table, column| table.without_column(column))
}

/// A visit with all that is written of it, and the problems that were ordered to be fixed.
pub fn visit(branch: &Branch, visit: &Inspection, day: Day) -> Page {
    let mut page = Page::new(branch.inspection_title(visit));
    page.field("struck", visit.struck.as_ref().map(|why| Text::same(why.as_str())));
    page.field("host_name", visit.host.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, visit.date.value))));
    page.field("looked_at", looked_at(visit));
    page.field("said", visit.said.as_deref().map(Text::same));
    page.field("note", visit.note.as_deref().map(Text::same));
    page.field("visit", Text::same(visit.id.as_str()));
    let ordered = branch.ordered_at(&visit.id);
    if ordered.clone().next().is_some() {
        page.tables.push(issues_brief(branch, ordered, day));
    }
    page
}

fn looked_at(visit: &Inspection) -> Cell {
    match visit.looked_at.is_empty() {
        true => Cell::Empty,
        false => Cell::List(visit.looked_at.iter().map(Text::same).collect()),
    }
}
