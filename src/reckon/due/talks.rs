//! Talks that somebody has yet to have, and those that were not held in time.

use super::accepted::is_accepted;
use super::item::{Due, identity, people};
use crate::branch::{Branch, Query};
use crate::reckon::talks::{PlannedTalk, missed_talks, owed_talks, owed_talks_query, talks_planned};
use crate::reckon::{Location, OwedTalk, TalkRule};
use crate::record::{Day, MemberId, Period};
use crate::words::{self, Text};

pub(super) fn query(window: Period) -> Query {
    owed_talks_query(window.first).owed(window.first).accepted()
}

/// The few talks that would settle what is owed until the end of the window, and what is over.
pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let mut owed = owed_talks(branch, window.first);
    owed.retain(|one| one.until <= window.last);
    let talks = talks_planned(branch, &owed, window.first);
    let mut dues = missed(branch, window.first);
    dues.extend(talks.into_iter().filter_map(|talk| of(branch, &owed, &talk)));
    dues
}

/// A talk of the plan, by the rule that asks for it first.
fn of<'a>(branch: &'a Branch, owed: &[OwedTalk<'a>], talk: &PlannedTalk<'a>) -> Option<Due<'a>> {
    let first = talk.settles.iter().map(|at| &owed[*at]).min_by_key(|one| (one.until, one.rule.firm()))?;
    let names = Text::list(talk.rules(owed).iter().map(|rule| rule.name()));
    let what = if talk.times > 1 { words::due_talks(talk.times, names) } else { words::due_talk(names) };
    Some(due_of(branch, first, what, [talk.who, talk.with], talk.command()))
}

/// What the stretches left undone that are over, by rule and stretch: those who were to talk stand together.
fn missed(branch: &Branch, day: Day) -> Vec<Due<'_>> {
    let is_there = |who: &MemberId| branch.members.get(who).is_some_and(|member| member.is_there(day));
    let days = branch.owed_since().and_then(|since| Period::new(since, day.minus(1)));
    let missed = days.map(|days| missed_talks(branch, days)).unwrap_or_default();
    let mut dues: Vec<((&str, Period), Due<'_>)> = Vec::new();
    for one in missed.iter().filter(|one| is_there(one.who) && one.only().is_none_or(is_there)) {
        let TalkRule::Pair(pair, days) = one.rule else { continue };
        if is_accepted(branch, "talk-missed", &one.about(), Some(pair.id.as_str()), day) {
            continue;
        }
        let both = one.only().filter(|_| one.rule.is_of_both());
        let key = (pair.id.as_str(), days);
        let known = dues.iter().position(|(other, _)| *other == key).unwrap_or_else(|| {
            let what = words::due_talk_missed(days, one.rule.name());
            dues.push((key, due_of(branch, one, what, [], "zhibu talk log WHO WITH --on DATE".to_owned())));
            dues.len() - 1
        });
        let who = &mut dues[known].1.who;
        for id in std::iter::once(one.who).chain(both) {
            // Each of a pair may stand in others too.
            if both.is_none() || !who.iter().any(|(known, _)| known == id.as_str()) {
                who.push((id.to_string(), branch.name(id)));
            }
        }
    }
    dues.into_iter().map(|(_, due)| due).collect()
}

fn due_of<'a>(
    branch: &'a Branch,
    owed: &OwedTalk<'a>,
    what: Text,
    who: impl IntoIterator<Item = &'a MemberId>,
    command: String,
) -> Due<'a> {
    let who: Vec<_> = who.into_iter().map(|id| (id.to_string(), branch.name(id))).collect();
    let when = match owed.rule {
        TalkRule::Pair(_, days) => days.to_string(),
        TalkRule::Trigger(_, day) => day.to_string(),
    };
    Due {
        id: identity(["talk", owed.rule.id(), &when, &people(&who)]),
        until: owed.until,
        what,
        who,
        firm: owed.rule.firm(),
        rule: branch.rules.talks.as_ref().map(|(source, _)| Location::new(source, Some(owed.rule.span()))),
        source: owed.rule.source(),
        command,
        recurs: matches!(owed.rule, TalkRule::Pair(..)),
    }
}
