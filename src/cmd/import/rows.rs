//! What the rows of a table say, field by field, in the words of the records.

use crate::branch::{Branch, NameBook, NoName, beside, clean_name, is_same_name, person_name};
use crate::cmd::env::Env;
use crate::error::Failure;
use crate::record::{Clock, DateOrder, Day, GroupId, MemberId, Month, NoDay, plain_number};
use crate::sheet::{self, Cell, Mapping, Row, Sheet};
use crate::ui::Progress;
use crate::words::{self, Text};

/// What is wrong with a row, and what to do about it.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) fact: Text,
    pub(super) cure: Option<Text>,
}

impl Problem {
    /// What is wrong.
    pub(super) fn of(fact: Text) -> Self {
        Self { fact, cure: None }
    }

    /// The same with what to do about it.
    pub(super) fn cure(self, cure: Text) -> Self {
        Self { cure: Some(cure), ..self }
    }
}

/// The rows of a table, and what they are of.
pub(super) struct Rows<'a> {
    pub(super) env: &'a Env,
    pub(super) branch: &'a Branch,
    pub(super) mapping: &'a Mapping,
    sheet: &'a Sheet,
    order: Option<DateOrder>,
    /// The year of days that say none.
    year: Option<i32>,
    /// Whether names are taken that look like none.
    pub(super) any_name: bool,
    /// The people by their names.
    pub(super) names: NameBook<'a>,
    /// How many of them are read, until all is planned.
    progress: Progress,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Line<'r> {
    rows: &'r Rows<'r>,
    row: &'r Row,
}

impl<'a> Rows<'a> {
    pub(super) fn of(
        env: &'a Env,
        branch: &'a Branch,
        sheet: &'a Sheet,
        mapping: &'a Mapping,
        order: Option<DateOrder>,
        any_name: bool,
    ) -> Self {
        let progress = env.ui.progress(&words::at_import());
        progress.has(mapping.rows(sheet).count());
        let year = mapping.year(sheet);
        Self { env, branch, mapping, sheet, order, year, any_name, names: NameBook::of(branch), progress }
    }

    /// Each row under the headings.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.mapping.rows(self.sheet).inspect(|_| self.progress.step()).map(move |row| Line { rows: self, row })
    }

    /// The name of a field.
    pub(super) fn field(&self, of: &'static str, id: &'static str) -> Text {
        sheet::Field { of, id }.name()
    }
}

/// The first fault of a failure: what is wrong with a row.
pub(super) fn problem(failure: Failure) -> Problem {
    let fault = failure.faults.into_iter().next();
    fault.map_or_else(|| Problem::of(Text::default()), |fault| Problem { fact: fault.fact, cure: fault.cure })
}

/// The failure of a command is a failure of the row.
pub(super) fn of_row(error: anyhow::Error) -> Problem {
    match error.downcast() {
        Ok(failure) => problem(failure),
        Err(other) => Problem::of(Text::same(other.to_string())),
    }
}

/// Refuses a row.
pub(super) fn refused(fact: Text, cure: Text) -> Problem {
    Problem { fact, cure: Some(cure) }
}

/// The name of something, as it is kept.
pub(super) fn plain_name(text: &str) -> Result<String, Problem> {
    let name = clean_name(text);
    if words::is_plain_name(&name) { Ok(name) } else { Err(Problem::of(words::control_character())) }
}

/// The name of a person who may be new. What stands behind it in brackets is no part of it.
pub(super) fn new_name(text: &str, insist: bool) -> Result<String, Problem> {
    person_name(text, insist)
        .or_else(|doubt| match doubt {
            NoName::Beside(ref name) => person_name(name, false).map_err(|_| doubt),
            _ => Err(doubt),
        })
        .map_err(|doubt| match doubt {
            NoName::Empty | NoName::Control => Problem::of(doubt.told(text)),
            _ => refused(doubt.told(text), words::cure_any_name()),
        })
}

/// Why a text is no day, and what to do about it.
fn no_day(text: &str, why: &NoDay) -> Problem {
    let shown = words::shown(text);
    match why {
        NoDay::Ambiguous => refused(words::day_ambiguous(shown), words::cure_day_ambiguous()),
        NoDay::NoYear => refused(words::day_without_year(shown), words::cure_day_without_year()),
        NoDay::Lookup => refused(words::day_looked_up(shown), words::cure_day_looked_up()),
        NoDay::Serial(day) => refused(words::day_serial(shown, day), words::cure_day_serial()),
        NoDay::Zone => refused(words::day_of_zone(shown), words::cure_day_in_table()),
        NoDay::Weekday(day) => {
            refused(words::day_weekday(shown, words::weekday(day.weekday())), words::cure_day_weekday())
        }
        NoDay::Behind(rest) => refused(words::day_and_more(shown, words::shown(rest)), words::cure_day_and_more()),
        NoDay::None => refused(words::bad_day(shown), words::cure_day_in_table()),
    }
}

impl<'r> Line<'r> {
    /// Its number.
    pub(super) fn number(&self) -> usize {
        self.row.number
    }

    /// What it says of a field.
    pub(super) fn text(&self, field: &'static str) -> Result<Option<String>, Problem> {
        self.cell(field).text().map_err(Problem::of)
    }

    /// What it says of a field of which it must say something.
    pub(super) fn needed<T>(&self, said: Option<T>, name: Text) -> Result<T, Problem> {
        said.ok_or_else(|| Problem::of(words::cell_empty(name)))
    }

    /// The day of a field.
    pub(super) fn day(&self, field: &'static str) -> Result<Option<Day>, Problem> {
        Ok(self.moment(field)?.map(|(day, _)| day))
    }

    /// The day of a field, and the hours where it says them.
    pub(super) fn moment(&self, field: &'static str) -> Result<Option<(Day, Option<Clock>)>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let read = self.cell(field).day(self.rows.year, self.rows.order);
        read.map(Some).map_err(|why| no_day(&text, &why))
    }

    /// The day of something that happened.
    pub(super) fn past_day(&self, field: &'static str) -> Result<Option<Day>, Problem> {
        match self.day(field)? {
            Some(day) if day > self.rows.env.today => Err(Problem::of(words::day_to_come(day))),
            day => Ok(day),
        }
    }

    /// The month of a field.
    pub(super) fn month(&self, field: &'static str) -> Result<Option<Month>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        match self.cell(field).month(self.rows.year, self.rows.order) {
            Ok(month) => Ok(Some(month)),
            Err(NoDay::Ambiguous) => {
                Err(refused(words::month_ambiguous(words::shown(&text)), words::cure_month_in_table()))
            }
            Err(NoDay::None) => Err(refused(words::not_months(words::shown(&text)), words::cure_month_in_table())),
            Err(why) => Err(no_day(&text, &why)),
        }
    }

    /// A number as it is typed, in plain digits, without its unit.
    pub(super) fn number_text(&self, field: &'static str, units: &[&str]) -> Result<Option<String>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        Ok(Some(plain_number(&text, units)))
    }

    /// The person a field names, who was with the branch on a day.
    pub(super) fn person_of(&self, field: &'static str, day: Day) -> Result<Option<MemberId>, Problem> {
        self.text(field)?.map(|typed| self.person(&typed, day)).transpose()
    }

    /// The hours of a field.
    pub(super) fn clock(&self, field: &'static str) -> Result<Option<Clock>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        Clock::typed(&text).map(Some).ok_or_else(|| Problem::of(words::bad_time(words::shown(&text))))
    }

    /// The person it is of, who was with the branch on a day: by the id, else by the name; where it has both, they agree.
    pub(super) fn member(&self, day: Day) -> Result<MemberId, Problem> {
        self.member_among(day, &|_| true)
    }

    /// The same, where of namesakes only some can be meant.
    pub(super) fn member_among(&self, day: Day, can_be: &dyn Fn(&MemberId) -> bool) -> Result<MemberId, Problem> {
        let (id, name) = (self.text("member")?, self.text("name")?.map(|name| plain_name(&name)).transpose()?);
        let by_id = id.map(|id| self.person(&id, day)).transpose()?;
        match (by_id, name) {
            (Some(id), Some(name)) => {
                let own = self.rows.branch.members.get(&id).map(|member| member.name.value.as_str());
                let is_own = |name: &str| own.is_some_and(|own| is_same_name(own, name)) || id.as_str() == name;
                match is_own(&name) || beside(&name).is_some_and(|(name, _)| is_own(&name)) {
                    true => Ok(id),
                    false => Err(Problem::of(words::another_name(&id, words::shown(&name)))),
                }
            }
            (Some(id), None) => Ok(id),
            (None, Some(name)) => self.person_among(&name, day, can_be),
            (None, None) => self.needed(None, self.rows.field("attendance", "name")),
        }
    }

    /// Somebody who was with the branch on a day.
    pub(super) fn person(&self, typed: &str, day: Day) -> Result<MemberId, Problem> {
        self.person_among(typed, day, &|_| true)
    }

    /// The same, where of namesakes only some can be meant.
    pub(super) fn person_among(
        &self,
        typed: &str,
        day: Day,
        can_be: &dyn Fn(&MemberId) -> bool,
    ) -> Result<MemberId, Problem> {
        let typed = plain_name(typed)?;
        self.rows.names.find(&typed, day, can_be).map(|(id, _)| id.clone()).map_err(problem)
    }

    /// The several things that are listed in a field.
    pub(super) fn list(&self, field: &'static str) -> Result<Vec<String>, Problem> {
        self.parts(field, &[',', '，', '、', ';', '；', '\n'])
    }

    /// What some signs part in a field.
    pub(super) fn parts(&self, field: &'static str, signs: &[char]) -> Result<Vec<String>, Problem> {
        let text = self.text(field)?.unwrap_or_default();
        let parts = text.split(signs).map(str::trim).filter(|part| !part.is_empty());
        Ok(parts.map(str::to_owned).collect())
    }

    /// The group of a field, of a day.
    pub(super) fn group(&self, field: &'static str, day: Day) -> Result<Option<GroupId>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        Ok(Some(self.rows.branch.find_group(&text, day).map_err(problem)?.0.clone()))
    }

    /// An id that it gives.
    pub(super) fn member_id(&self) -> Result<Option<MemberId>, Problem> {
        let Some(text) = self.text("member")? else { return Ok(None) };
        MemberId::new(&text).map(Some).ok_or_else(|| Problem::of(words::bad_id(words::shown(&text))))
    }

    fn cell(&self, field: &'static str) -> Cell {
        self.rows.mapping.cell(self.row, field)
    }
}
