//! A site: what a branch did in a period, as pages that lead to one another.

mod attendance;
mod bulletins;
mod duties;
mod home;
mod leaf;
mod meetings;
mod people;
mod points;
mod problems;
mod rhythm;

pub use leaf::{Bar, Bars, Fact, Heat, Leaf, Part, Section, Way};

use std::collections::{BTreeMap, BTreeSet};

use super::bulletin::bulletin_want;
use super::grid::{Grid, Head, Linked};
use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Mask, Want};
use crate::reckon::{Account, Tally, duties_want, reckon, scored_periods, seats};
use crate::record::{Amendment, Day, Meeting, MemberId, Month, Period};
use crate::words::{self, Text};

/// A site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The name of the branch.
    pub name: Text,
    /// The days it is of.
    pub period: Period,
    /// The day as of which it is.
    pub day: Day,
    /// Whether the names are masked.
    pub is_masked: bool,
    /// Its pages.
    pub leaves: Vec<Leaf>,
}

/// What the pages are made of, worked out once for all of them.
struct Making<'a> {
    branch: &'a Branch,
    /// The days it is of, those to come too.
    period: Period,
    /// Those that have come.
    seen: Period,
    today: Day,
    /// The points of everybody who is scored.
    accounts: &'a [Account<'a>],
    /// The same, by whose they are.
    account_of: BTreeMap<&'a MemberId, &'a Account<'a>>,
    /// The scored periods that have begun.
    scored: Vec<Period>,
    /// Everybody's attendance.
    tallies: BTreeMap<&'a MemberId, Tally>,
    /// The page of everybody who has one, which tells nothing of the name.
    pages: BTreeMap<&'a str, String>,
    /// The meetings that have a page, by the names of their files.
    stems: BTreeSet<&'a str>,
}

/// The whole months that some days touch: of parts of a month there is no bulletin.
pub fn site_period(period: Period) -> Period {
    Period { first: Month::of(period.first).first(), last: Month::of(period.last).last() }
}

/// What [`site`] needs.
pub fn site_want(period: Period, today: Day) -> Want {
    let of_period = Want::roll().study(period).issues(period).seals(period);
    of_period.and(bulletin_want(period)).and(duties_want(period, today))
}

/// The site of a period of whole months, as of a day on which it has begun. With a mask the names of its people are taken
/// away.
pub fn site(branch: &Branch, mask: Option<&Mask>, period: Period, today: Day) -> Site {
    let seen = Period { last: period.last.min(today), ..period };
    let accounts = reckon(branch, period, today);
    let scored = scored_periods(branch, seen).into_iter().map(|scored| scored.days);
    let mut tallies: BTreeMap<_, Tally> = BTreeMap::new();
    let mut stems = BTreeSet::new();
    for meeting in branch.held().filter(|meeting| seen.contains(meeting.date.value)) {
        stems.insert(meeting.source.path.stem());
    }
    for meeting in branch.activities(seen) {
        seats(branch, meeting).iter().for_each(|seat| tallies.entry(seat.member).or_default().add(seat));
    }
    let digits = branch.members.len().to_string().len();
    let pages = branch.members.iter().enumerate().filter(|(_, (_, member))| branch.last_there(member, seen).is_some());
    let pages = pages.map(|(at, (id, _))| (id.as_str(), format!("people/{:0digits$}.html", at + 1)));
    let making = Making {
        branch,
        period,
        seen,
        today,
        accounts: &accounts,
        account_of: accounts.iter().map(|account| (account.member, account)).collect(),
        scored: scored.collect(),
        tallies,
        pages: pages.collect(),
        stems,
    };
    let mut leaves = home::leaves(&making);
    leaves.extend(bulletins::leaves(&making));
    leaves.extend(points::leaves(&making));
    leaves.extend(attendance::leaves(&making));
    leaves.extend(rhythm::leaves(&making));
    leaves.extend(duties::leaves(&making));
    leaves.extend(problems::leaves(&making));
    leaves.extend(meetings::leaves(&making));
    leaves.extend(people::leaves(&making));
    let mut name = Text::same(&branch.settings.name);
    if let Some(mask) = mask {
        leaves.iter_mut().for_each(|leaf| leaf.mask(mask));
        name = mask.text(&name);
    }
    Site { name, period, day: seen.last, is_masked: branch.is_masked, leaves }
}

impl<'a> Making<'a> {
    /// The months that have begun.
    fn months(&self) -> impl Iterator<Item = Month> {
        self.seen.each_month()
    }

    /// The meetings and chores, by date.
    fn held(&self) -> impl Iterator<Item = &'a crate::branch::Filed<Meeting>> {
        let seen = self.seen;
        self.branch.held().filter(move |meeting| seen.contains(meeting.date.value))
    }

    /// Those that figures of meetings count.
    fn activities(&self) -> impl Iterator<Item = &'a crate::branch::Filed<Meeting>> {
        self.branch.activities(self.seen)
    }

    /// A period at the head of a column: short where all of them are months of one year.
    fn short(&self, period: Period) -> Text {
        let month = Month::of(period.first);
        match month.period() == period && self.seen.first.year() == self.seen.last.year() {
            true => words::short_month(period.first.month()),
            false => Text::same(period.to_string()),
        }
    }

    /// How the closed months of a period were amended, and why.
    fn amended(&self, period: Period) -> impl Iterator<Item = Text> + use<'_> {
        let seals = self.branch.seals.iter().filter(move |(month, _)| month.period().meets(period));
        seals.flat_map(|(month, seal)| {
            let told = |one: &Amendment| {
                words::amendment(*month, one.date.value, words::shown(&one.what), words::shown(&one.why))
            };
            seal.amended.iter().map(told).collect::<Vec<_>>()
        })
    }

    /// The page of a person.
    fn page_of(&self, id: &str) -> Option<String> {
        self.pages.get(id).cloned()
    }

    /// Has the names in a column of a grid lead to the pages of those whom `ids` name, row by row.
    fn link_people(&self, grid: &mut Grid, column: usize, ids: impl Iterator<Item = Option<String>>) {
        for (row, id) in grid.rows.iter_mut().zip(ids) {
            row[column].to = id.and_then(|id| self.page_of(&id));
        }
    }
}

/// The file of a meeting's page.
fn meeting_page(stem: &str) -> String {
    format!("meetings/{stem}.html")
}

/// The texts of a column of a table, row by row; nothing where a cell has none.
fn texts<'t>(table: &'t Table, id: &str) -> impl Iterator<Item = Option<String>> + 't {
    let at = table.columns.iter().position(|column| column.id == id);
    table.rows.iter().map(move |row| match &row[at?] {
        Cell::Text(text) => Some(text.get(words::Lang::En).to_owned()),
        Cell::Code(id, _) => Some(id.clone()),
        _ => None,
    })
}

/// The heading of a column.
fn head(label: Text, kind: ColumnKind) -> Head {
    Head { label, kind }
}

/// The heading of a column by its id.
fn known(id: &str, kind: ColumnKind) -> Head {
    head(words::heading(id).map_or_else(|| Text::same(id), |heading| heading.begun()), kind)
}

/// A cell that leads somewhere.
fn leading(cell: impl Into<Cell>, to: Option<String>) -> Linked {
    Linked { cell: cell.into(), to }
}
