//! The letter by which a unit is reminded of what it has yet to hand in.

use super::due::Owed;
use super::{Desk, State};
use crate::record::Day;
use crate::words::{self, Lang};

/// The letter to a unit; `owed` is what it owes.
pub fn letter(desk: &Desk, owed: &[&Owed<'_>], today: Day, lang: Lang) -> String {
    let Some(first) = owed.first() else { return String::new() };
    let (unit, desk) = (words::shown(&first.unit.name), words::shown(&desk.settings.name));
    let long = |day: Day| words::long_day(day.year(), day.month(), day.day());
    let line = |owed: &&Owed<'_>| {
        let first = owed.month.first();
        let (month, until) = (words::long_month(first.year(), first.month()), long(owed.until));
        match (owed.state, owed.days_over(today)) {
            (State::None, Some(days)) => words::letter_missing(month, until, days),
            (State::None, None) => words::letter_coming(month, until),
            (State::Open, _) => words::letter_open(month),
            (State::Unsealed, _) => words::letter_unsealed(month),
        }
    };
    let mut parts = vec![words::letter_title(), words::letter_to(unit)];
    parts.extend(owed.iter().map(line));
    parts.push(words::letter_how(first.month));
    parts.push(words::letter_from(desk, long(today)));
    parts.iter().map(|part| format!("{}\n", part.get(lang))).collect::<Vec<_>>().join("\n")
}
