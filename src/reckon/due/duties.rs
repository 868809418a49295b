//! Duties of the rules that are not kept yet.

use super::accepted::is_accepted;
use super::item::{Due, identity, people};
use crate::branch::{Branch, Query};
use crate::reckon::responsible::holders;
use crate::reckon::{Owing, Whose, duties, duties_query};
use crate::record::{At, Day, Length, Period};
use crate::rulebook::Duty;
use crate::words::{self, Text};

pub(super) fn query(window: Period) -> Query {
    duties_query(Period::day(window.first), window.first).owed(window.first).accepted()
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let Some(days) = branch.owed_since().and_then(|since| Period::new(since, window.last)) else { return vec![] };
    let missing = duties(branch, days, window.first).into_iter();
    let is_accepted = |owing: &Owing<'_>| {
        is_accepted(branch, "duty-missed", &owing.about(), Some(owing.duty.id.as_str()), window.first)
    };
    let missing = missing.filter(|owing| is_told(owing, window) && !is_accepted(owing));
    let mut owed: Vec<(Owing<'_>, Vec<(String, Text)>)> = Vec::new();
    for owing in missing {
        let whose = whose(branch, owing.whose);
        // Members who owe the same stand together.
        let same = |(last, _): &&mut (Owing<'_>, Vec<(String, Text)>)| {
            matches!((last.whose, owing.whose), (Whose::Member(_), Whose::Member(_)))
                && std::ptr::eq(last.duty, owing.duty)
                && last.period == owing.period
        };
        match owed.last_mut().filter(same) {
            Some((_, all)) => all.extend(whose),
            None => owed.push((owing, whose.into_iter().collect())),
        }
    }
    let dues = owed.into_iter().map(|(owing, mut who)| {
        let (period, duty) = (owing.period, owing.duty);
        let what = match duty.times() {
            1 => words::duty_to_do(period, duty.name()),
            _ if matches!(owing.whose, Whose::Member(_)) => words::duty_to_do(period, duty.name()),
            times => words::duty_to_do_times(period, duty.name(), owing.done, times),
        };
        let whose = match owing.whose {
            Whose::Member(_) => "members".to_owned(),
            _ => people(&who),
        };
        let group = if let Whose::Group(group) = owing.whose { Some(group) } else { None };
        who.extend(holders(branch, &duty.responsible, group, window.first));
        Due {
            id: identity(["duty", duty.id.as_str(), &period.to_string(), &whose]),
            until: owing.until,
            what,
            who,
            firm: duty.firm,
            rule: branch.duty_spot(&duty.span),
            source: duty.source.as_deref(),
            command: command(duty, owing.whose, owing.until, window.first),
            recurs: true,
        }
    });
    dues.collect()
}

/// Whether a duty is to be told: it is over its day, in time within the window, or its reminder has come.
fn is_told(owing: &Owing<'_>, window: Period) -> bool {
    // What can still be done in the grace is to be done in the period all the same.
    let reminds = |remind: &At<Length>| {
        owing.period.first <= window.first && remind.before(owing.period.last, |day, _| day) <= window.first
    };
    owing.missing() > 0 && (owing.period.last <= window.last || owing.duty.remind.as_ref().is_some_and(reminds))
}

/// Whose a duty is, by id and name; none where it is the branch's.
pub(crate) fn whose(branch: &Branch, whose: Whose<'_>) -> Option<(String, Text)> {
    match whose {
        Whose::Branch => None,
        Whose::Group(group) => Some((group.to_string(), branch.group_name(group))),
        Whose::Member(member) => Some((member.to_string(), branch.name(member))),
    }
}

/// The command that records that it was done; where its last day is over, the day is for a person to say.
pub fn command(duty: &Duty, whose: Whose<'_>, until: Day, day: Day) -> String {
    let on = if day <= until { "" } else { " --on DATE" };
    let group = if let Whose::Group(group) = whose { format!(" -g {group}") } else { String::new() };
    match (duty.kinds.first(), duty.studies.first()) {
        (Some(kind), _) => format!("zhibu meeting log {}{group}{on}", kind.value),
        (None, Some(study)) => format!("zhibu study log WHO HOURS --kind {}{on}", study.value),
        (None, None) => String::new(),
    }
}
