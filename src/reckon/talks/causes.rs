//! What makes a talk a duty: an award, a grade, points below the line, another standing, post or group.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Talks;
use super::rule::{OwedTalk, TalkRule};
use crate::branch::{Branch, Since};
use crate::reckon::points::{fallen_below, reckon};
use crate::record::{Day, LEFT, Member, MemberId, Period};
use crate::rulebook::TalkTrigger;

/// Adds the talks that are owed after what happened in some days. One talk settles all that happened before it, so a
/// person owes one for each trigger, by the first of what it left.
pub(super) fn owed<'a>(branch: &'a Branch, talks: &Talks<'a>, days: Period, owed: &mut Vec<OwedTalk<'a>>) {
    for trigger in branch.rules.talk_triggers() {
        let with: Rc<BTreeSet<_>> = Rc::new(match &trigger.with {
            Some(those) => branch.those_on(those, days.last).collect(),
            None => branch.people_on(days.last).map(|(id, _)| id).collect(),
        });
        for (who, mut happened) in happened(branch, trigger, days) {
            let Some(member) = branch.members.get(who).filter(|member| member.is_there(days.last)) else { continue };
            happened.retain(|day| {
                let meant = trigger.who.as_ref().is_none_or(|those| branch.is_among(those, member, *day));
                meant && trigger.holds(*day) && days.contains(*day)
            });
            let last_talk = talks.of(who, days).filter(|(talk, other)| {
                let of_reason = trigger
                    .reason
                    .as_ref()
                    .is_none_or(|reason| talk.reason.as_ref().is_some_and(|at| at.value == reason.value));
                let other = branch.members.get(*other);
                let right = |those| other.is_some_and(|other| branch.is_among(those, other, talk.date.value));
                of_reason && trigger.with.as_ref().is_none_or(right)
            });
            let last_talk = last_talk.map(|(talk, _)| talk.date.value).max();
            let open = happened.into_iter().filter(|day| last_talk.is_none_or(|talk| talk < *day)).min();
            if let Some(day) = open.filter(|_| with.iter().any(|other| *other != who)) {
                let (rule, until) = (TalkRule::Trigger(trigger, day), trigger.until(day));
                owed.push(OwedTalk { rule, who, with: with.clone(), times: 1, until });
            }
        }
    }
}

/// On which days a trigger was set off, by whom it is about; other days than those meant may be among them.
fn happened<'a>(branch: &'a Branch, trigger: &TalkTrigger, days: Period) -> BTreeMap<&'a MemberId, Vec<Day>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    if !trigger.items.is_empty() {
        for (_, entry) in branch.entries().filter(|(_, entry)| entry.counts()) {
            if trigger.items.iter().any(|item| item.value == entry.item.value) {
                all.entry(&entry.member.value).or_default().push(entry.date.value);
            }
        }
    }
    for (_, appraisal) in branch.appraised() {
        let grade = appraisal.grade.as_ref();
        if grade.is_some_and(|grade| trigger.grades.iter().any(|at| at.value == grade.value)) {
            all.entry(&appraisal.member.value).or_default().push(appraisal.date.value);
        }
    }
    if trigger.below == Some(true) {
        for account in reckon(branch, days, days.last) {
            all.entry(account.member).or_default().extend(fallen_below(branch, &account));
        }
    }
    for (id, member) in &branch.members {
        let turns: Vec<_> = turns(member, trigger).into_iter().filter(|day| days.contains(*day)).collect();
        if !turns.is_empty() {
            all.entry(id).or_default().extend(turns);
        }
    }
    all
}

/// The days on which a person's own file sets a trigger off.
fn turns(member: &Member, trigger: &TalkTrigger) -> Vec<Day> {
    let mut turns = Vec::new();
    let mut there = false;
    for standing in &member.standings {
        let left = standing.is.as_str() == LEFT;
        let reached = trigger.standings.iter().any(|at| at.value == standing.is.value);
        if reached || trigger.joined == Some(true) && !there && !left {
            turns.push(standing.from.value);
        }
        there = !left;
    }
    for post in member.posts.iter().filter(|post| trigger.posts.iter().any(|at| at.value == post.id.value)) {
        turns.extend(post.from.as_ref().map(|from| from.value));
        turns.extend(post.until().map(|last| last.plus(1)));
    }
    if trigger.moved == Some(true) {
        let other = member.groups.windows(2).filter(|pair| pair[0].id.value != pair[1].id.value);
        turns.extend(other.map(|pair| pair[1].from()));
    }
    turns
}
