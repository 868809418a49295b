//! A planned meeting as a call names it.

use crate::branch::{Branch, Filed};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Agenda, Agendas, Day, Period, parse_day};
use crate::store::Query;
use crate::words;

/// How many months back and on a plan is looked for.
const MONTHS: u32 = 24;

/// What is read to work on the plans of meetings.
pub(in crate::cmd) fn agenda_query(env: &Env) -> Query {
    let around = Period { first: env.today.minus_months(MONTHS), last: env.today.plus_months(MONTHS) };
    Query::roll().agendas(around)
}

/// What is read to print the plan of a meeting: what the meetings before it decided and found, too.
pub(in crate::cmd) fn told_agenda_query(env: &Env) -> Query {
    let before = Period { first: env.today.minus_months(MONTHS), last: env.today };
    agenda_query(env).meetings(before).tasks(Period { first: Day::FIRST, last: env.today }).issues(before)
}

/// The planned meeting a person means: by its id, the beginning of that, or its day.
pub(in crate::cmd) fn find_agenda<'a>(
    env: &Env,
    branch: &'a Branch,
    typed: &str,
) -> Result<(&'a Filed<Agendas>, usize)> {
    let day = parse_day(typed, env.today);
    let is = |one: &Agenda| {
        one.struck.is_none() && (one.id.as_str().starts_with(typed) || day.is_some_and(|day| one.date.value == day))
    };
    let files = branch.agenda_files.iter();
    let all = files.flat_map(|file| (0..file.entries.len()).map(move |at| (file, at)));
    let found: Vec<_> = all.filter(|(file, at)| is(&file.entries[*at])).collect();
    match found[..] {
        [one] => Ok(one),
        _ => Err(Failure::refused(words::no_agenda(words::shown(typed))).cure(words::cure_no_agenda()).into()),
    }
}
