//! The meeting that decided who somebody is: named with a change, so that rights at that meeting stay what they were.

use clap::Args;

use crate::branch::{Branch, Filed};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::typed::days_of;
use crate::error::{Failure, Result};
use crate::record::{Day, Meeting, Period, Value, parse_day};
use crate::store::Query;
use crate::words;

/// The meeting that decided a change.
#[derive(Args)]
pub(crate) struct Decided {
    /// The meeting that decided it: its id, its day, or a part of the id
    #[arg(long)]
    meeting: Option<String>,
}

impl Decided {
    /// The people, and the meetings among which the one that is named may be; those of the day, if none is named.
    pub(super) fn query(&self, env: &Env, from: Option<&str>) -> Query {
        query(env, self.meeting.as_deref(), from)
    }

    /// The meeting that is named, if one is.
    ///
    /// # Errors
    /// No such meeting, or a struck one.
    pub(super) fn meeting<'a>(&self, env: &Env, branch: &'a Branch) -> Result<Option<&'a Filed<Meeting>>> {
        meeting_typed(env, branch, self.meeting.as_deref())
    }
}

/// The people, and the meetings among which the one that is typed may be; those of the day, if none is typed.
pub(super) fn query(env: &Env, typed: Option<&str>, from: Option<&str>) -> Query {
    let of_day =
        || env.day_or_today(from).map_or_else(|_| Query::roll(), |day| Query::roll().meetings(Period::day(day)));
    typed.map_or_else(of_day, |typed| Query::roll().meetings(days_of(env, typed)))
}

/// What is said of a change from a day on: if no meeting is named, also which one of that day decided something.
pub(super) fn or_there(branch: &Branch, meeting: Option<&Filed<Meeting>>, from: Day, decision: Decision) -> Decision {
    let decided = |held: &&Filed<Meeting>| held.date.value == from && !held.decisions.is_empty();
    match branch.held().find(decided).filter(|_| meeting.is_none()) {
        Some(held) => Decision { said: words::if_decided_there(decision.said, held.source.path.stem()), ..decision },
        None => decision,
    }
}

/// The meeting that is typed, if one is; it has to count.
///
/// # Errors
/// No such meeting, or a struck one.
pub(super) fn meeting_typed<'a>(
    env: &Env,
    branch: &'a Branch,
    typed: Option<&str>,
) -> Result<Option<&'a Filed<Meeting>>> {
    let Some(typed) = typed else { return Ok(None) };
    let day = parse_day(typed, env.today).map(|day| day.to_string());
    let meeting = branch.find_meeting(day.as_deref().unwrap_or(typed))?;
    match meeting.struck {
        Some(_) => Err(Failure::refused(words::meeting_struck(branch.title(meeting))).into()),
        None => Ok(Some(meeting)),
    }
}

/// The day from which a change holds: as it is said, else that of the meeting, else today.
///
/// # Errors
/// Words that mean no day.
pub(in crate::cmd) fn day(env: &Env, typed: Option<&str>, meeting: Option<&Filed<Meeting>>) -> Result<Day> {
    match (typed, meeting) {
        (None, Some(meeting)) => Ok(meeting.date.value),
        _ => env.day_or_today(typed),
    }
}

/// The key that names the meeting.
pub(in crate::cmd) fn pair(meeting: Option<&Filed<Meeting>>) -> Option<(&'static str, Value)> {
    meeting.map(|meeting| ("meeting", Value::text(meeting.source.path.stem())))
}
