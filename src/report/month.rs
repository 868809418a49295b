//! The tables of a month.

use clap::ValueEnum;

use super::table::Table;
use crate::branch::{Branch, Query};
use crate::reckon::{DutyState, duties_query};
use crate::record::{Day, Period};
use crate::rulebook::{Rulebook, State};

/// The tables of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum MonthTable {
    /// The people
    Members,
    /// The meetings
    Meetings,
    /// Who was at which meeting
    Attendance,
    /// What everybody's points come to
    Points,
    /// Every line of everybody's points
    PointsDetail,
    /// The hours of study
    Study,
    /// The talks: the fact, not what was said
    Talks,
    /// The dues of every member
    Dues,
    /// The problems that were open
    Issues,
    /// What was decided and is carried out by somebody: open in the month
    Tasks,
    /// The duties, and how often each was done
    Duties,
    /// The month in numbers
    Summary,
    /// What every rate and number is made of, without names, to be added up
    Measures,
}

impl MonthTable {
    /// All of them, in the order in which they are written, or the only one that was asked for.
    pub fn asked(only: Option<Self>) -> Vec<Self> {
        only.map_or_else(|| Self::value_variants().to_vec(), |one| vec![one])
    }

    /// The one of an id, which is the name of its file.
    pub fn of(id: &str) -> Option<Self> {
        Self::value_variants().iter().copied().find(|table| table.id() == id)
    }

    /// Whether a seal has its digest: what becomes of a decision after a month is closed is no change of that month.
    pub fn is_sealed(self) -> bool {
        self != Self::Tasks
    }

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Meetings => "meetings",
            Self::Attendance => "attendance",
            Self::Points => "points",
            Self::PointsDetail => "points_detail",
            Self::Study => "study",
            Self::Talks => "talks",
            Self::Dues => "dues",
            Self::Issues => "issues",
            Self::Tasks => "tasks",
            Self::Duties => "duties",
            Self::Summary => "summary",
            Self::Measures => "measures",
        }
    }

    /// The columns that tell its rows apart; none where two rows can be the same.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            Self::Members | Self::Points => &["member"],
            Self::Meetings => &["meeting"],
            Self::Attendance => &["meeting", "member"],
            Self::PointsDetail => &[],
            Self::Study | Self::Talks => &["entry"],
            Self::Dues => &["month", "member"],
            Self::Issues => &["issue"],
            Self::Tasks => &["task"],
            Self::Duties => &["duty", "whose", "period"],
            Self::Summary => &["figure"],
            Self::Measures => &["period", "figure", "group", "kind"],
        }
    }

    /// The columns that name rows of another table, which has a column of the same name.
    pub fn leads(self) -> &'static [(&'static str, Self)] {
        match self {
            Self::Attendance => &[("meeting", Self::Meetings)],
            Self::Points | Self::PointsDetail => &[("member", Self::Members)],
            _ => &[],
        }
    }

    /// All that can stand in a column that has one of a few words of the program.
    pub fn values_of(column: &str) -> Option<Vec<&'static str>> {
        Some(match column {
            "duty_state" => DutyState::ALL.map(DutyState::id).to_vec(),
            "nature" => vec!["flow", "stock"],
            "state" => State::ALL.map(State::id).to_vec(),
            _ => return None,
        })
    }

    /// The ids of its columns, whoever is in it.
    pub fn columns(self, branch: &Branch, day: Day) -> Vec<&'static str> {
        let nobody = Branch::new(branch.settings.clone(), Rulebook::default());
        let table = self.table(&nobody, Period { first: day, last: day }, day);
        table.columns.iter().map(|column| column.id).collect()
    }

    /// What it needs, of a period on a day.
    pub fn query(self, period: Period, today: Day) -> Query {
        let query = Query::roll();
        match self {
            Self::Members => query,
            Self::Meetings | Self::Attendance => query.meetings(period),
            Self::Points | Self::PointsDetail => query.scored(period),
            Self::Study => query.study(period),
            Self::Talks => query.talks(period),
            Self::Dues => query.dues(period),
            Self::Issues => query.issues(period),
            Self::Tasks => query.tasks(Period { first: Day::FIRST, last: period.last }),
            Self::Duties => duties_query(period, today),
            Self::Summary => super::summary_query(period, today),
            Self::Measures => super::measures_query(period, today),
        }
    }

    /// It, of a period, as it is on a day.
    pub fn table(self, branch: &Branch, period: Period, today: Day) -> Table {
        match self {
            Self::Members => super::members(branch, period, today),
            Self::Meetings => super::meetings(branch, period),
            Self::Attendance => super::roll_calls(branch, period),
            Self::Points => super::points(branch, period, today),
            Self::PointsDetail => super::points_detail(branch, period, today),
            Self::Study => super::study(branch, period),
            Self::Talks => super::talks(branch, period),
            Self::Dues => super::dues(branch, period, today),
            Self::Issues => super::issues(branch, period, period.last.min(today)),
            Self::Tasks => super::tasks_during(branch, period, period.last.min(today)),
            Self::Duties => super::duties(branch, period, today),
            Self::Summary => super::summary(branch, period, today),
            Self::Measures => super::measures(branch, period, today),
        }
    }
}
