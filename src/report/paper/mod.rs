//! What is printed, signed, and put on a board or into a folder: forms, each with its fields and its rows.

mod convened;
mod dues;
mod inspection;
mod posted;
mod problems;
mod record;
mod sign_in;

pub use convened::{AGENDA_FORM, NOTICE_FORM, agenda_paper, notice};
pub use dues::{FORM as DUES_FORM, dues_sheet};
pub use inspection::{FORM as INSPECTION_FORM, inspection_pack};
pub use posted::{FORM as POSTED_FORM, posted_list};
pub use problems::{FORM as PROBLEMS_FORM, problem_list};
pub use record::{FORM as RECORD_FORM, meeting_record};
pub use sign_in::{Convened, FORM as SIGN_IN_FORM, sign_in_of, sign_in_sheet};

use super::table::{Cell, Table};
use crate::branch::Branch;
use crate::record::{Day, Month, Period};
use crate::words::{self, Text};

/// A form: its template, and everything that the template may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its name: that of its template, `sign-in`.
    pub name: &'static str,
    /// The fields every paper has, besides those of the form.
    pub fields: &'static [&'static str],
    /// Its rows: under which name, and the fields of each.
    pub rows: &'static [(&'static str, &'static [&'static str])],
}

/// The fields every paper has.
pub const COMMON: [&str; 4] = ["title", "branch", "printed", "notes"];

/// A form that is filled in. What is not known is empty: a template finds every field of its form.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What form it is.
    pub form: Form,
    /// What it is called.
    pub title: Text,
    /// Whose it is.
    pub branch: Text,
    /// The day it was printed.
    pub printed: Text,
    /// Its fields, where there is something in them.
    pub fields: Vec<(&'static str, Cell)>,
    /// Its rows, a table for each name of the form.
    pub tables: Vec<Table>,
    /// What is said under it.
    pub notes: Vec<Text>,
}

impl Paper {
    fn new(form: Form, title: Text, branch: &Branch, today: Day) -> Self {
        let whose = Text::same(branch.settings.name.as_str());
        Self { form, title, branch: whose, printed: day(today), fields: vec![], tables: vec![], notes: vec![] }
    }

    fn field(&mut self, id: &'static str, value: impl Into<Cell>) {
        self.fields.push((id, value.into()));
    }
}

/// A day as paper has it: 2026年11月5日.
fn day(day: Day) -> Text {
    words::long_day(i64::from(day.year()), i64::from(day.month()), i64::from(day.day()))
}

/// A period as paper has it: 2026年11月.
fn period(period: Period) -> Text {
    let month = Month::of(period.first);
    match month.period() == period {
        true => words::long_month(i64::from(period.first.year()), i64::from(period.first.month())),
        false => Text::same(period.to_string()),
    }
}
