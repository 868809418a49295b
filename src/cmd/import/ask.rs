//! `zhibu import` on a terminal: what a file of a mapping would say is asked.

use std::mem::ManuallyDrop;

use super::attendance::unknown_signs;
use super::unnamed::Unnamed;
use crate::branch::Branch;
use crate::cmd::env::Env;
use crate::cmd::meeting::fits;
use crate::error::{Failure, Result};
use crate::prompt;
use crate::record::{DateHints, Month, NoDay, Period, written_month};
use crate::sheet::{Cell, Field, Mapping, Sheet};
use crate::store::Query;
use crate::words::{self, Text};

/// Somebody who is asked.
pub(super) struct Asking<'a> {
    pub(super) env: &'a Env,
    pub(super) fields: &'a [Field],
}

impl Asking<'_> {
    /// Which of several columns is a field that all of them seem to be.
    pub(super) fn doubts(&self, mapping: &mut Mapping) -> Result<()> {
        while let Some((field, columns)) = mapping.doubt() {
            let names = columns.iter().map(|at| mapping.column(*at)).collect();
            let at = self.select(&words::ask_which_column(field.name()), names)?;
            mapping.choose(field, columns[at]);
        }
        Ok(())
    }

    /// Which column is a field that is needed and that none seems to be; or what it is in every row.
    pub(super) fn missing(&self, mapping: &mut Mapping, needed: &[&[&str]]) -> Result<()> {
        for any in needed.iter().filter(|any| !any.iter().any(|id| mapping.has(id))).collect::<Vec<_>>() {
            let Some(field) = self.fields.iter().copied().rfind(|field| any.contains(&field.id)) else {
                continue;
            };
            let free: Vec<_> = mapping.unread().collect();
            if !mapping.is_spread && !free.is_empty() {
                let names = free.iter().map(|at| mapping.column(*at));
                let names = names.chain([self.said(&words::same_in_all_rows())]).collect();
                let at = self.select(&words::ask_which_column(field.name()), names)?;
                if let Some(at) = free.get(at) {
                    mapping.choose(field, *at);
                    continue;
                }
            }
            let value = self.value(field)?;
            if !value.is_empty() {
                mapping.set.insert(field.id, value);
            }
        }
        Ok(())
    }

    /// What a field is in every row.
    fn value(&self, field: Field) -> Result<String> {
        let question = words::ask_in_all_rows(field.name());
        if field.id == "kind" && matches!(field.of, "meetings" | "attendance") {
            let branch = self.branch()?;
            let kinds: Vec<_> = branch.rules.kinds().collect();
            let names = kinds.iter().map(|kind| self.said(&kind.name())).collect();
            return self.select(&question, names).map(|at| kinds[at].id.to_string());
        }
        let help = self.said(&words::help_of_text());
        answer(prompt::text(&self.said(&question), &help, "")).map(|text| text.trim().to_owned())
    }

    /// What the signs in a sheet of attendance mean that nobody knows.
    pub(super) fn signs(&self, mapping: &mut Mapping, sheet: &Sheet) -> Result<()> {
        let Some(field) = self.fields.iter().copied().find(|field| field.id == "state") else { return Ok(()) };
        if unknown_signs(mapping, sheet, None).is_empty() {
            return Ok(());
        }
        let branch = self.branch()?;
        const STATES: [&str; 3] = ["present", "late", "absent"];
        let reasons: Vec<_> = branch.rules.reasons().collect();
        for sign in unknown_signs(mapping, sheet, Some(&branch)) {
            let states = STATES.iter().map(|state| self.said(&words::state(state)));
            let names = states.chain(reasons.iter().map(|reason| self.said(&reason.name()))).collect();
            let at = self.select(&words::ask_sign(words::shown(&sign)), names)?;
            let meant = STATES.get(at).map_or_else(|| reasons[at - STATES.len()].id.to_string(), |id| (*id).to_owned());
            mapping.mean(field, &sign, &meant);
        }
        Ok(())
    }

    /// What those were whom the rows of meetings do not name, where they name only who came, or only who did not.
    pub(super) fn unnamed(&self, mapping: &Mapping) -> Result<Option<Unnamed>> {
        let states = [Unnamed::Open, Unnamed::Absent, Unnamed::Present];
        if mapping.has("those-present") == mapping.has("those-absent") {
            return Ok(None);
        }
        let names = states.map(|state| self.said(&words::state(state.list().unwrap_or("open")))).to_vec();
        Ok(Some(states[self.select(&words::ask_unnamed(), names)?]))
    }

    /// The month and the year of days that do not say them.
    pub(super) fn hints(&self, mapping: &Mapping, sheet: &Sheet, hints: DateHints) -> Result<DateHints> {
        let headings = mapping.columns.iter().filter(|column| column.field.is_none());
        let cells: Vec<_> = match self.fields.iter().any(|field| field.id == "date") && !mapping.has("date") {
            true => headings.map(|column| Cell::Text(column.heading.clone())).collect(),
            false => mapping.rows(sheet).map(|row| mapping.cell(row, "date")).collect(),
        };
        let lacks = |hints: DateHints, why: NoDay| cells.iter().find(|cell| cell.day(hints).as_ref() == Err(&why));
        let shown = |cell: &Cell| words::shown(&cell.text().ok().flatten().unwrap_or_default());
        let mut known = hints;
        if let Some(cell) = lacks(known, NoDay::NoMonth) {
            let month = |typed: &str| written_month(typed, DateHints { year: known.year, ..DateHints::default() }).ok();
            known.month = Some(self.parsed(&words::ask_month_of_days(shown(cell)), month)?);
            known.year = known.year.or(known.month.map(Month::year));
        }
        if let Some(cell) = lacks(known, NoDay::NoYear) {
            let year =
                |typed: &str| Period::parse(typed.trim()).filter(|of| Some(*of) == Period::year(of.first.year()));
            let year: Period = self.parsed(&words::ask_year_of_days(shown(cell)), year)?;
            known.year = Some(year.first.year());
        }
        Ok(known)
    }

    /// An answer that can be read; else it is asked again.
    fn parsed<T>(&self, question: &Text, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        loop {
            let help = self.said(&words::help_of_text());
            let typed = answer(prompt::text(&self.said(question), &help, ""))?;
            if let Some(read) = read(&typed) {
                return Ok(read);
            }
        }
    }

    fn branch(&self) -> Result<ManuallyDrop<Branch>> {
        self.env.load(&Query::roll().kinds())
    }

    fn select(&self, question: &Text, choices: Vec<String>) -> Result<usize> {
        answer(prompt::select(&self.said(question), &self.said(&words::help_of_select()), choices, 0, fits))
    }

    /// A text in the language of the call; nothing in it moves the cursor.
    fn said(&self, text: &Text) -> String {
        words::harmless(text.get(self.env.ui.lang())).replace('\n', " ")
    }
}

/// An answer, unless somebody gave up.
fn answer<T>(answer: Option<T>) -> Result<T> {
    answer.ok_or_else(|| Failure::refused(words::nothing_imported()).into())
}
