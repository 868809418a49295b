//! What cannot be in the ledgers of talks.

use std::collections::HashMap;

use super::context::Context;
use super::duties::{accept, days};
use crate::error::{Fault, Severity};
use crate::reckon::{TalkRule, missed_talks};
use crate::record::{Day, Source, Talk};
use crate::words::{self, Text};

/// Talks of somebody with nobody else.
pub(super) fn talk_alone(context: &Context<'_>) -> Vec<Fault> {
    let alone = context.branch.talks().filter(|(_, talk)| talk.who.value == talk.with.value);
    alone
        .map(|(source, talk)| {
            let fact = words::talk_alone(context.branch.name(&talk.with));
            Fault::at("talk-alone", source, &talk.with.span, fact).cure(words::cure_talk_alone())
        })
        .collect()
}

/// Talks of two people that stand twice on a day, as where each of them recorded it.
pub(super) fn talk_twice(context: &Context<'_>) -> Vec<Fault> {
    let key = |talk: &'_ Talk| {
        let [(one, other), _] = talk.sides();
        let reason = talk.reason.as_ref().map(|reason| reason.value.clone());
        (talk.date.value, one.min(other).clone(), one.max(other).clone(), reason)
    };
    let mut first: HashMap<_, (&Source, &Talk)> = HashMap::new();
    let mut faults = Vec::new();
    for (source, talk) in context.branch.talks() {
        match first.get(&key(talk)) {
            Some((other, earlier)) => {
                let place = other.place(&earlier.id.span);
                let at = format!("{}:{}", place.file, place.line);
                let (who, with) = (context.branch.name(&talk.who), context.branch.name(&talk.with));
                let fact = words::talk_twice(who, with, talk.date.value, at);
                let fault = Fault::at("talk-twice", source, &talk.id.span, fact).by_rule(Severity::Note, None);
                faults.push(fault.cure(words::cure_talk_twice(&talk.id.value)));
            }
            None => {
                first.insert(key(talk), (source, talk));
            }
        }
    }
    faults
}

/// Talks that were not held in a stretch of the calendar that is over.
pub(super) fn talk_missed(context: &Context<'_>) -> Vec<Fault> {
    let (Some(days), Some((source, _))) = (days(context), &context.branch.rules.talks) else { return vec![] };
    let faults = missed_talks(context.branch, days).into_iter().filter_map(|owed| {
        let TalkRule::Pair(pair, days) = owed.rule else { return None };
        let (name, rule) = (context.branch.name(owed.who), pair.name());
        let other = owed.only().filter(|_| owed.rule.is_of_both());
        let fact = match other {
            Some(other) => words::talk_missed_with(days, name, context.branch.name(other), rule),
            None => words::talk_missed(days, name, rule),
        };
        let with = other.map_or("WITH", |other| other.as_str());
        let about = owed.about();
        let log = format!("zhibu talk log {} {with} --on DATE", owed.who);
        let cure = words::cure_talk_missed(log, accept("talk-missed", source, &pair.id.span, &about));
        let fault = Fault::at("talk-missed", source, &pair.id.span, fact).cure(cure).about(about);
        Some(fault.by_rule(pair.firm.into(), pair.source.as_deref()))
    });
    faults.collect()
}

/// People who talked on a day they were not with the branch.
pub(super) fn strangers(
    context: &Context<'_>,
    code: &'static str,
    joined: bool,
    fact: fn(Text, Day) -> Text,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (source, talk) in context.branch.talks() {
        let day = talk.date.value;
        for at in [&talk.who, &talk.with] {
            let Some(member) = context.branch.members.get(&at.value) else { continue };
            if !member.is_there(day) && member.standing_on(day).is_some() == joined {
                let fault = Fault::at(code, source, &at.span, fact(context.branch.name(at), day));
                faults.push(fault.cure(words::cure_show_member(&at.value)));
            }
        }
    }
    faults
}
