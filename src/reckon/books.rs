//! The books at once: what records there are by kind and month, and what the rules miss among them.

use std::collections::BTreeMap;

use super::duties::{DutyState, Owing, duties};
use super::history::{Sort, pieces};
use crate::branch::Branch;
use crate::record::{Day, KindId, Meeting, Month, Period};
use crate::rulebook::Duty;

/// What a book is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of<'a> {
    /// Meetings of a kind.
    Kind(&'a KindId),
    /// Records of another sort.
    Sort(Sort),
}

/// One book: the records of a kind.
#[derive(Clone, Debug)]
pub struct Book<'a> {
    /// What it is of.
    pub of: Of<'a>,
    /// How many there are in each month.
    pub months: BTreeMap<Month, usize>,
    /// How many of them, where they are meetings, have neither minutes nor evidence.
    pub bare: usize,
    /// What the rules ask for, and was not done in time or later.
    pub missed: Vec<Owing<'a>>,
}

impl<'a> Book<'a> {
    fn new(of: Of<'a>) -> Self {
        Self { of, months: BTreeMap::new(), bare: 0, missed: vec![] }
    }

    /// How many records there are.
    pub fn records(&self) -> usize {
        self.months.values().sum()
    }
}

/// The books, by what they are of.
#[derive(Default)]
struct Books<'a>(BTreeMap<Of<'a>, Book<'a>>);

impl<'a> Books<'a> {
    fn of(&mut self, of: Of<'a>) -> &mut Book<'a> {
        self.0.entry(of).or_insert_with(|| Book::new(of))
    }
}

/// The books of a period as they are on a day: the kinds of meetings in the order of the rules, then the other sorts of
/// records that happened. What should be there and is not is a book too.
pub fn books(branch: &Branch, period: Period, day: Day) -> Vec<Book<'_>> {
    let seen = branch.told(Period { last: period.last.min(day), ..period });
    let mut books = Books::default();
    for meeting in branch.held().filter(|meeting| seen.contains(meeting.date.value)) {
        let book = books.of(Of::Kind(&meeting.kind.value));
        *book.months.entry(Month::of(meeting.date.value)).or_default() += 1;
        book.bare += usize::from(branch.is_activity(meeting) && is_bare(meeting));
    }
    for (source, _) in branch.files() {
        let others = pieces(&source.path, &source.text).unwrap_or_default().into_iter();
        let counting = others.filter(|piece| piece.sort != Sort::Meeting && piece.struck().is_none());
        for (sort, day) in counting.filter_map(|piece| Some((piece.sort, piece.happened()?))) {
            if seen.contains(day) {
                *books.of(Of::Sort(sort)).months.entry(Month::of(day)).or_default() += 1;
            }
        }
    }
    let missed = duties(branch, seen, day).into_iter().filter(|owing| owing.state(day) == DutyState::Missed);
    for owing in missed {
        books.of(of_duty(owing.duty)).missed.push(owing);
    }
    let place = |of: Of<'_>| match of {
        Of::Kind(kind) => branch.rules.kinds().position(|rule| rule.id.value == *kind).unwrap_or(usize::MAX - 1),
        Of::Sort(_) => usize::MAX,
    };
    let mut books: Vec<_> = books.0.into_values().collect();
    books.sort_by_key(|book| (place(book.of), book.of));
    books
}

/// Whether a meeting has neither minutes nor evidence.
fn is_bare(meeting: &Meeting) -> bool {
    meeting.minutes.is_none() && meeting.evidence.is_empty()
}

/// The book that shows whether a duty was done: the first kind of meeting that does it, or else study.
fn of_duty(duty: &Duty) -> Of<'_> {
    duty.kinds.first().map_or(Of::Sort(Sort::Study), |kind| Of::Kind(&kind.value))
}
