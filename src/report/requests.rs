//! What superiors asked for, what they got, and what it cost.

use super::page::Page;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Burden, asked_in, burden, burden_by};
use crate::record::{Day, Period, Request};
use crate::words::{self, Text};

/// By what the burden is summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BurdenBy {
    /// By who asked.
    Asker,
    /// By the form.
    Form,
}

/// The requests of a period, a record a line, as they stand on a day.
pub fn requests(branch: &Branch, period: Period, day: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Points, Text as Words};
    let columns = [
        ("id", Id),
        ("date", Date),
        ("what", Words),
        ("asker", Words),
        ("form", Words),
        ("until", Date),
        ("request_state", Words),
        ("delivered", Date),
        ("late_days", Integer),
        ("delivered_as", Words),
        ("work_hours", Points),
        ("note", Words),
        ("by", Words),
    ];
    let rows = asked_in(branch, period).into_iter().map(|request| {
        let [what, asker, form, until, state, delivered, late, delivered_as, hours, note] = cells(request, day);
        let by = request.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, request.date.value))).into();
        let id = Text::same(request.id.as_str()).into();
        let date = request.date.value.into();
        vec![id, date, what, asker, form, until, state, delivered, late, delivered_as, hours, note, by]
    });
    Table::new("requests", &columns, rows.collect())
}

/// The requests of a period as a person skims them, struck ones too; perhaps only those that are not delivered.
pub fn request_list(branch: &Branch, period: Period, day: Day, open: bool) -> Table {
    let asked = branch.asked().map(|(_, request)| request);
    let wanted = |request: &&Request| {
        let is_open = request.struck.is_none() && request.delivered_by(day).is_none();
        period.contains(request.date.value) && (!open || is_open)
    };
    let mut requests: Vec<_> = asked.filter(wanted).collect();
    requests.sort_by_key(|request| (request.date.value, request.id.as_str()));
    skimmed(&requests, day)
}

/// Requests, a line each.
fn skimmed(requests: &[&Request], day: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Points, Text as Words};
    let columns = [
        ("date", Date),
        ("what", Words),
        ("asker", Words),
        ("form", Words),
        ("until", Date),
        ("request_state", Words),
        ("delivered", Date),
        ("late_days", Integer),
        ("delivered_as", Words),
        ("work_hours", Points),
        ("note", Words),
        ("struck", Words),
        ("id", Id),
    ];
    let rows = requests.iter().map(|request| {
        let [what, asker, form, until, state, delivered, late, delivered_as, hours, note] = cells(request, day);
        let struck = request.struck.as_ref().map(|why| Text::same(why.as_str()));
        let (state, late) = if struck.is_some() { (Cell::Empty, Cell::Empty) } else { (state, late) };
        let (date, id) = (request.date.value.into(), Text::same(request.id.as_str()).into());
        vec![date, what, asker, form, until, state, delivered, late, delivered_as, hours, note, struck.into(), id]
    });
    let spare = &["form", "note", "work_hours", "delivered_as", "late_days", "delivered"];
    Table::new("requests", &columns, rows.collect()).spare(spare)
}

/// What a request says, and how it stands on a day: what, asker, form, until, state, delivered, days late, as, hours,
/// note.
fn cells(request: &Request, day: Day) -> [Cell; 10] {
    let state = request.delivery(day).id();
    let delivered = request.delivered_by(day);
    [
        Text::same(request.what.as_str()).into(),
        Text::same(request.asker.as_str()).into(),
        request.form.as_deref().map(Text::same).into(),
        request.until.as_ref().map(|until| until.value).into(),
        Cell::code(state, words::request_state(state)),
        delivered.into(),
        Some(request.late(day)).filter(|days| *days > 0).map_or(Cell::Empty, Cell::Int),
        request.delivered_as.as_deref().filter(|_| delivered.is_some()).map(Text::same).into(),
        request.hours.filter(|_| delivered.is_some()).map(|hours| hours.score()).into(),
        request.note.as_deref().map(Text::same).into(),
    ]
}

/// What the requests of a period come to on a day, by who asked or by form.
pub fn requests_by(branch: &Branch, period: Period, day: Day, by: BurdenBy) -> Table {
    use ColumnKind::{Integer, Points, Text as Words};
    let (id, first) = match by {
        BurdenBy::Asker => ("requests_by_asker", ("asker", Words)),
        BurdenBy::Form => ("requests_by_form", ("form", Words)),
    };
    let columns = [
        first,
        ("asked", Integer),
        ("in_time", Integer),
        ("delivered_late", Integer),
        ("undelivered", Integer),
        ("undelivered_overdue", Integer),
        ("work_hours", Points),
        ("timed", Integer),
    ];
    let requests = asked_in(branch, period);
    let burdens = match by {
        BurdenBy::Asker => burden_by(&requests, day, |request| Some(request.asker.as_str())),
        BurdenBy::Form => burden_by(&requests, day, |request| request.form.as_deref()),
    };
    let (named, unnamed): (Vec<_>, Vec<_>) = burdens.into_iter().partition(|(name, _)| name.is_some());
    let rows = named.into_iter().chain(unnamed).map(|(name, burden)| {
        let name = name.map(Text::same).into();
        let Burden { asked, in_time, late, open, overdue, timed, .. } = burden;
        let numbers = [asked, in_time, late, open, overdue].map(Cell::from);
        [name].into_iter().chain(numbers).chain([hours(&burden), timed.into()]).collect()
    });
    Table::new(id, &columns, rows.collect())
}

/// The hours that some requests took; nothing where nobody wrote them down.
fn hours(burden: &Burden) -> Cell {
    if burden.timed > 0 { burden.hours.into() } else { Cell::Empty }
}

/// The burden of a period on a page: the numbers, by who asked, by form, and the ledger.
pub fn requests_page(branch: &Branch, period: Period, day: Day) -> Page {
    let mut page = Page::new(words::requests_of(period));
    let requests = asked_in(branch, period);
    let all = burden(requests.iter().copied(), day);
    page.field("asked", all.asked);
    page.field("in_time", all.in_time);
    page.field("delivered_late", all.late);
    page.field("undelivered", all.open);
    page.field("undelivered_overdue", all.overdue);
    page.field("work_hours", hours(&all));
    page.field("timed", all.timed);
    page.tables.push(requests_by(branch, period, day, BurdenBy::Asker));
    page.tables.push(requests_by(branch, period, day, BurdenBy::Form));
    page.tables.push(skimmed(&requests, day));
    page.tables.retain(|table| !table.rows.is_empty());
    page
}
