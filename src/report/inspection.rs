//! What an inspection asks for: the books at once, by kind and month, and what is missing.

use super::page::Page;
use super::table::{Cell, ColumnKind, Extent, Table};
use crate::branch::{Branch, Query};
use crate::reckon::{Book, Of, Owing, Whose, books, due, due_query, duties_query};
use crate::record::{Day, Month, Period};
use crate::words::{self, Text};

/// What [`inspection`] needs: every record, and what decides what is owed.
pub fn inspection_query(period: Period, day: Day) -> Query {
    Query::everything().and(duties_query(period, day)).and(due_query(Period::day(day)))
}

/// The books of a period on a day: a row a book, or, as data, a row for each month of it.
pub fn inspection(branch: &Branch, period: Period, day: Day, extent: Extent) -> Table {
    let books = books(branch, period, day);
    match extent {
        Extent::All => by_month(branch, &books),
        Extent::Brief => {
            brief(branch, &books, |book| Cell::list(runs(&book.months.keys().copied().collect::<Vec<_>>())))
        }
    }
}

/// A row a book, with its months as they are told.
pub(super) fn brief(branch: &Branch, books: &[Book<'_>], months: impl Fn(&Book<'_>) -> Cell) -> Table {
    let columns = [
        ("book_name", ColumnKind::Text),
        ("records", ColumnKind::Integer),
        ("book_months", ColumnKind::List),
        ("bare", ColumnKind::Integer),
        ("missed", ColumnKind::List),
    ];
    let rows = books.iter().map(|book| {
        vec![
            name(branch, book.of),
            book.records().into(),
            months(book),
            Some(book.bare).filter(|bare| *bare > 0).into(),
            Cell::list(book.missed.iter().map(|owing| missed(branch, owing))),
        ]
    });
    Table::new("inspection", &columns, rows.collect())
}

/// A row for each month in which a book has a record, or misses one.
fn by_month(branch: &Branch, books: &[Book<'_>]) -> Table {
    let columns = [
        ("book", ColumnKind::Id),
        ("book_name", ColumnKind::Text),
        ("month", ColumnKind::Text),
        ("records", ColumnKind::Integer),
        ("missed", ColumnKind::List),
    ];
    let rows = books.iter().flat_map(|book| {
        let missed_in = |owing: &Owing<'_>| Month::of(owing.period.last);
        let mut months: Vec<_> = book.months.keys().copied().chain(book.missed.iter().map(missed_in)).collect();
        months.sort();
        months.dedup();
        let id = match book.of {
            Of::Kind(kind) => kind.as_str(),
            Of::Sort(sort) => sort.id(),
        };
        months.into_iter().map(move |month| {
            let of_month = book.missed.iter().filter(|owing| missed_in(owing) == month);
            vec![
                Text::same(id).into(),
                name(branch, book.of),
                Text::same(month.to_string()).into(),
                book.months.get(&month).copied().unwrap_or_default().into(),
                Cell::list(of_month.map(|owing| missed(branch, owing))),
            ]
        })
    });
    Table::new("inspection", &columns, rows.collect())
}

/// The books of a period on a page: how many records there are, the books, and what is overdue besides.
pub fn inspection_page(branch: &Branch, period: Period, day: Day) -> Page {
    let mut page = Page::new(words::inspection_of(period));
    let books = books(branch, period, day);
    page.field("records", books.iter().map(Book::records).sum::<usize>());
    page.field("bare", books.iter().map(|book| book.bare).sum::<usize>());
    page.field("missed_count", books.iter().map(|book| book.missed.len()).sum::<usize>());
    page.tables.push(inspection(branch, period, day, Extent::Brief));
    page.tables.push(overdue(branch, period, day));
    page.tables.retain(|table| !table.rows.is_empty());
    page
}

/// What was owed by the end of a period and is overdue on a day; what recurs is missed in its book.
pub(super) fn overdue(branch: &Branch, period: Period, day: Day) -> Table {
    let columns = [("deadline", ColumnKind::Day), ("what", ColumnKind::Text), ("who", ColumnKind::Text)];
    let owed = due(branch, Period::day(day)).into_iter();
    let owed = owed.filter(|due| due.is_overdue(day) && due.until <= period.last && !due.recurs);
    let rows = owed.map(|due| vec![due.until.into(), due.what.clone().into(), Cell::People(due.who.clone())]);
    Table::new("overdue", &columns, rows.collect())
}

/// The months of a book, each with how many there are.
pub(super) fn counts(book: &Book<'_>) -> Cell {
    Cell::list(book.months.iter().map(|(month, number)| words::month_records(month, number)))
}

fn name(branch: &Branch, of: Of<'_>) -> Cell {
    match of {
        Of::Kind(kind) => branch.kind_name(kind),
        Of::Sort(sort) => words::sort_name(sort.id()),
    }
    .into()
}

/// What is missing: the period, and whose it is.
fn missed(branch: &Branch, owing: &Owing<'_>) -> Text {
    let period = Text::same(owing.period.to_string());
    let day = owing.period.last;
    match owing.whose {
        Whose::Branch => period,
        Whose::Group(group) => Text::join([period, branch.group_name_on(group, day)], " "),
        Whose::Member(member) => Text::join([period, branch.name_on(member, day)], " "),
    }
}

/// Months in a row as one: `2026-01…2026-04`.
fn runs(months: &[Month]) -> impl Iterator<Item = Text> + '_ {
    months.chunk_by(|one, next| one.after() == *next).map(|run| match run {
        [only] => Text::same(only.to_string()),
        _ => words::months_from_to(run[0], run[run.len() - 1]),
    })
}
