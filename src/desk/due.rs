//! Who has not handed in, and since when.

use super::{Desk, Taken, Unit};
use crate::record::{Day, Month, Period};
use crate::report::{Cell, ColumnKind, Table};
use crate::words::{self, Text};

/// How a return of a month stands that is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was handed in.
    None,
    /// What was handed in was made before the month was over.
    Open,
    /// What was handed in was made before the month was sealed.
    Unsealed,
}

impl State {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Open => "open-month",
            Self::Unsealed => "unsealed",
        }
    }

    /// How what was handed in for a month stands; none where it is as it should be.
    pub fn of(taken: Option<&Taken>) -> Option<Self> {
        match taken {
            None => Some(Self::None),
            Some(taken) if taken.as_of.is_some_and(|day| day <= taken.month.last()) => Some(Self::Open),
            Some(taken) => taken.seal.is_none().then_some(Self::Unsealed),
        }
    }
}

/// A month that a unit has yet to hand in, or to hand in once it is sealed.
#[derive(Clone, Debug)]
pub struct Owed<'d> {
    /// The unit.
    pub unit: &'d Unit,
    /// The month.
    pub month: Month,
    /// The last day on which it is in time.
    pub until: Day,
    /// How it stands.
    pub state: State,
    /// What was handed in of it.
    pub taken: Option<&'d Taken>,
}

impl Owed<'_> {
    /// So many days it is over; none as long as it is in time.
    pub fn days_over(&self, today: Day) -> Option<i64> {
        Some(today.since(self.until)).filter(|days| *days > 0)
    }
}

/// What is owed of the months that are over, by unit and month.
pub fn owed(desk: &Desk, today: Day) -> Vec<Owed<'_>> {
    let since = desk.since();
    let Some(months) = Period::months(since, Month::of(today).before()) else { return vec![] };
    let due_day = u32::try_from(desk.settings.due_day.value).unwrap_or(1);
    let of_unit = |unit| {
        let hands_in = months.each_month().filter(move |month| Unit::hands_in(unit, *month, since));
        hands_in.filter_map(move |month| {
            let taken = desk.latest(&unit.id, month, None);
            Some(Owed { unit, month, until: unit.due(month, due_day), state: State::of(taken)?, taken })
        })
    };
    desk.units.leaves().flat_map(of_unit).collect()
}

/// What is owed, as a table; of the months of a period where one is said.
pub fn due(desk: &Desk, today: Day, period: Option<Period>) -> Table {
    let columns = [
        ("unit_id", ColumnKind::Key),
        ("unit_name", ColumnKind::Text),
        ("above_name", ColumnKind::Text),
        ("month", ColumnKind::Text),
        ("due_until", ColumnKind::Day),
        ("overdue_days", ColumnKind::Integer),
        ("return_state", ColumnKind::Text),
        ("taken_on", ColumnKind::Day),
    ];
    let row = |owed: &Owed<'_>| {
        let above = desk.units.over(owed.unit).next();
        vec![
            Text::same(owed.unit.id.to_string()).into(),
            Text::same(owed.unit.name.clone()).into(),
            above.map(|above| Text::same(above.name.clone())).into(),
            Text::same(owed.month.to_string()).into(),
            owed.until.into(),
            owed.days_over(today).map_or(Cell::Empty, Cell::Int),
            Cell::code(owed.state.id(), words::return_state(owed.state.id())),
            owed.taken.map(|taken| taken.taken).into(),
        ]
    };
    let mut owed = owed(desk, today);
    owed.retain(|owed| period.is_none_or(|period| period.contains(owed.month.first())));
    Table::new("returns_due", &columns, owed.iter().map(row).collect())
}
