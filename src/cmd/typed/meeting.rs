//! A meeting as a call names it, and what it says of one: the hours, the group, the period it was held for.

use std::collections::BTreeSet;

use crate::branch::{Branch, Filed};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::reckon;
use crate::record::{Clock, Day, GroupId, KindId, Meeting, Month, Period, parse_day};
use crate::rulebook::{Kind, Scope};
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// The days in which the meeting a person names may lie: the day, month or year its name begins with, else this year.
pub(in crate::cmd) fn days_of(env: &Env, typed: &str) -> Period {
    let begin =
        |length| typed.get(..length).filter(|_| typed.len() == length || typed.as_bytes().get(length) == Some(&b'-'));
    let day = begin(10).and_then(|text| parse_day(text, env.today)).or_else(|| parse_day(typed, env.today));
    let month = || begin(7).and_then(Month::parse).map(Month::period);
    let year = || begin(4).and_then(|text| text.parse().ok()).and_then(Period::year);
    day.map(Period::day).or_else(month).or_else(year).unwrap_or(Period::year_of(env.today))
}

/// What has to be read to work on the meeting a person names.
pub(in crate::cmd) fn meeting_query(env: &Env, typed: &str) -> Query {
    Query::roll().meetings(days_of(env, typed))
}

/// Tells the record of the meeting a person names, with what became of what earlier meetings of its kind decided. Where one
/// of those cannot be read, that is said, and there is the record all the same.
pub(in crate::cmd) fn tell_record(
    env: &Env,
    typed: &str,
    tell: impl FnOnce(&Branch, &Filed<Meeting>) -> Result<()>,
) -> Result<()> {
    let named = env.load(&meeting_query(env, typed))?;
    let found = meeting(env, &named, typed)?;
    match env.load(&reckon::told_at_query(found.date.value)) {
        Ok(branch) => tell(&branch, branch.find_meeting(found.source.path.stem())?),
        Err(error) => {
            env.ui.warn(&words::tasks_before_unknown(faulty_files(&error)));
            tell(&named, found)
        }
    }
}

/// The files because of which something could not be told.
pub(in crate::cmd) fn faulty_files(error: &anyhow::Error) -> Text {
    let faults = error.downcast_ref::<Failure>().map_or(&[][..], |failure| &failure.faults);
    let files: BTreeSet<_> = faults.iter().filter_map(|fault| fault.place.as_ref()).map(|place| &place.file).collect();
    words::some_files(&files.into_iter().collect::<Vec<_>>())
}

/// The meeting a person names: its id, its day, or any unambiguous part of the id.
pub(in crate::cmd) fn meeting<'a>(env: &Env, branch: &'a Branch, typed: &str) -> Result<&'a Filed<Meeting>> {
    let day = parse_day(typed, env.today).map(|day| day.to_string());
    Ok(branch.find_meeting(day.as_deref().unwrap_or(typed))?)
}

/// A change of one meeting.
pub(in crate::cmd) fn change_meeting(
    env: &Env,
    typed: &str,
    decide: impl FnOnce(&Branch, &Store, &Filed<Meeting>) -> Result<Decision>,
) -> Result<()> {
    env.change(&meeting_query(env, typed), |branch, store| decide(branch, store, meeting(env, branch, typed)?))
}

/// The period a meeting was held for, as a person types it.
pub(in crate::cmd) fn held_for(env: &Env, branch: &Branch, typed: &str, kind: &KindId, day: Day) -> Result<Period> {
    let period = env.period(typed)?;
    match reckon::takes_period(branch, kind, day, period) {
        true => Ok(period),
        false => Err(Failure::refused(words::period_unfit(period)).cure(words::cure_period_unfit()).into()),
    }
}

/// The hours a person means.
pub(in crate::cmd) fn clock(text: &str) -> Result<Clock> {
    Clock::typed(text).ok_or_else(|| Failure::usage(words::bad_time(words::shown(text))).into())
}

/// The group that met, where the kind has one.
pub(in crate::cmd) fn group<'a>(
    typed: Option<&str>,
    branch: &'a Branch,
    kind: &Kind,
    day: Day,
) -> Result<Option<&'a GroupId>> {
    match (typed, kind.scope()) {
        (None, Scope::Group) => {
            let groups = Text::list(branch.groups_on(day).map(|(id, _)| branch.group_name(id)));
            Err(Failure::usage(words::group_needed(kind.name())).cure(words::cure_group_needed(groups)).into())
        }
        (Some(_), Scope::Branch) => Err(Failure::usage(words::group_not_wanted(kind.name())).into()),
        (None, _) => Ok(None),
        (Some(group), _) => Ok(Some(branch.find_group(group, day)?.0)),
    }
}
