//! What cannot have been at a meeting.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;

use super::context::Context;
use super::seats::Seats;
use super::{plans, talks};
use crate::branch::Filed;
use crate::error::Fault;
use crate::record::{At, Day, Gathering, Meeting, Member, MemberId, Period, Source, Span};
use crate::rulebook::Scope;
use crate::words::{self, Text};

/// Everybody a meeting lists, with their places: those who attended, were absent or sat in.
pub(super) fn listed(meeting: &Meeting) -> impl Iterator<Item = &At<MemberId>> {
    meeting.accounted_for().chain(&meeting.observers)
}

/// Everybody a meeting names, in a list or in a role, each with the day.
fn named(meeting: &Meeting) -> impl Iterator<Item = (&At<MemberId>, Day)> {
    let first = meeting.at_first().chain(&meeting.observers).chain(meeting.first_parts());
    let further = meeting
        .sittings
        .iter()
        .flat_map(|sitting| sitting.came().chain(sitting.with_a_part()).map(|at| (at, sitting.date.value)));
    first.map(|at| (at, meeting.date.value)).chain(further)
}

/// The findings of every meeting that counts.
pub(super) fn each<'a>(
    context: &Context<'a>,
    mut find: impl FnMut(&'a Filed<Meeting>, &mut dyn FnMut(&Span, Fault)),
) -> Vec<Fault> {
    each_seated(context, |meeting, _, tell| find(meeting, tell))
}

/// The findings of every meeting that counts, by who was due and who is listed.
pub(super) fn each_seated<'a>(
    context: &Context<'a>,
    mut find: impl FnMut(&'a Filed<Meeting>, &Seats<'a>, &mut dyn FnMut(&Span, Fault)),
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (meeting, seats) in context.seated() {
        find(meeting, seats, &mut |span, mut fault| {
            fault.place = Some(meeting.source.place(span));
            faults.push(fault);
        });
    }
    faults
}

/// People at a meeting, or in a talk, on a day they were not with the branch.
fn strangers(context: &Context<'_>, code: &'static str, joined: bool, fact: fn(Text, Day) -> Text) -> Vec<Fault> {
    let mut faults = at_meetings(context, code, joined, fact);
    faults.extend(talks::strangers(context, code, joined, fact));
    faults
}

/// People at a meeting on a day they were not with the branch; each once a meeting.
fn at_meetings(context: &Context<'_>, code: &'static str, joined: bool, fact: fn(Text, Day) -> Text) -> Vec<Fault> {
    // Most people were there all the time: only the others are looked at meeting by meeting.
    let Some((first, last)) = context.branch.meetings.first().zip(context.branch.meetings.last()) else {
        return vec![];
    };
    let sittings =
        context.branch.meetings.iter().flat_map(|meeting| &meeting.sittings).map(|sitting| sitting.date.value);
    let (first, last) =
        sittings.fold((first.date.value, last.date.value), |(first, last), day| (first.min(day), last.max(day)));
    let days = Period { first, last };
    let always = |member: &Filed<Member>| member.is_always_there(days);
    let others: HashMap<_, _> = context.branch.members.iter().filter(|(_, member)| !always(member)).collect();
    if others.is_empty() {
        return vec![];
    }
    each(context, |meeting, tell| {
        let mut told = BTreeSet::new();
        for (at, day) in named(meeting) {
            let Some(member) = others.get(&at.value) else { continue };
            let member = context.branch.before(meeting, member);
            let has_joined = member.standing_on(day).is_some();
            if !member.is_there(day) && has_joined == joined && told.insert(&at.value) {
                let cure = words::cure_show_member(&at.value);
                tell(&at.span, Fault::new(code, fact(context.branch.name(at), day)).cure(cure));
            }
        }
    })
}

/// People who had already left.
pub(super) fn already_left(context: &Context<'_>) -> Vec<Fault> {
    strangers(context, "already-left", true, words::had_left)
}

/// People who had not yet joined.
pub(super) fn not_yet_joined(context: &Context<'_>) -> Vec<Fault> {
    strangers(context, "not-yet-joined", false, words::had_not_joined)
}

/// What is said to have happened on a day that has not come; and records that are to begin on one, but have begun.
pub(super) fn future(context: &Context<'_>) -> Vec<Fault> {
    let settings = &context.branch.settings;
    let begins =
        settings.since.iter().filter(|since| since.value > context.today && context.branch.held().next().is_some());
    let begins = begins.map(|since| (&settings.source, since));
    let days = context.walked.to_come.iter().copied().chain(begins);
    days.map(|(source, day)| Fault::at("future", source, &day.span, words::day_to_come(day.value))).collect()
}

/// People listed more than once.
pub(super) fn listed_twice(context: &Context<'_>) -> Vec<Fault> {
    each_seated(context, |_, seats, tell| {
        for at in &seats.again {
            let fault = Fault::new("listed-twice", words::listed_twice(context.branch.name(at)));
            tell(&at.span, fault.cure(words::cure_listed_twice()));
        }
    })
}

/// Meetings that stand twice, as where two people log the same one: of one day, kind and group, where everybody who is due
/// can be at one only. Those of different hours are two.
pub(super) fn meeting_twice<'a>(context: &Context<'a>) -> Vec<Fault> {
    let mut first: HashMap<_, Vec<(&Filed<Meeting>, Gathering<'_>)>> = HashMap::default();
    let mut faults = Vec::new();
    for meeting in context.branch.held() {
        let kind = context.branch.rules.kind(&meeting.kind);
        if !kind.is_some_and(|kind| kind.has_due()) {
            continue;
        }
        let group = meeting.group.as_ref().map(|group| &group.value);
        let mut twice = None;
        for gathering in meeting.gatherings() {
            let others = first.entry((gathering.date.value, &meeting.kind.value, group)).or_default();
            let meets = |(other, when): &&(&'a Filed<Meeting>, Gathering<'a>)| {
                other.source.path != meeting.source.path && when.meets(&gathering)
            };
            twice = twice.or(others.iter().find(meets).map(|(other, _)| *other));
            others.push((meeting, gathering));
        }
        if let Some(other) = twice {
            let fact = words::meeting_twice(context.branch.title(meeting), other.source.path.as_str());
            let fault = Fault::at("meeting-twice", &meeting.source, &meeting.kind.span, fact);
            faults.push(fault.cure(words::cure_meeting_twice(meeting.source.path.stem())));
        }
    }
    faults
}

/// Sittings of a meeting that were at one time: of one day, and of hours that meet or are not said.
pub(super) fn sitting_twice(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        let all: Vec<_> = meeting.gatherings().collect();
        for (at, sitting) in all.iter().enumerate().skip(1) {
            if all[..at].iter().any(|before| before.meets(sitting)) {
                let fact = words::sitting_twice(context.branch.title(meeting), sitting.date.value);
                let fault = Fault::new("sitting-twice", fact);
                tell(&sitting.date.span, fault.cure(words::cure_sitting_twice(meeting.source.path.stem(), at + 1)));
            }
        }
    })
}

/// Absences made up for before they were.
pub(super) fn made_up_early(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        let made_up = meeting.absent.iter().filter_map(|absence| absence.made_up.as_ref());
        for day in made_up.filter(|day| day.value < meeting.date.value) {
            let fact = words::made_up_before(day.value, context.branch.title(meeting));
            tell(&day.span, Fault::new("made-up-early", fact));
        }
    })
}

/// People present, late or absent without being due, where others are.
pub(super) fn not_due(context: &Context<'_>) -> Vec<Fault> {
    each_seated(context, |meeting, seats, tell| {
        let day = meeting.date.value;
        let Some(kind) = context.branch.rules.kind(&meeting.kind).filter(|kind| kind.has_due()) else { return };
        for at in &seats.besides {
            let is_there = |member: &Filed<Member>| context.branch.before(meeting, member).is_there(day);
            if context.branch.members.get(&at.value).is_some_and(is_there) {
                let fact = words::was_not_due(context.branch.name(at), kind.name(), day);
                tell(&at.span, Fault::new("not-due", fact).cure(words::cure_not_due()));
            }
        }
    })
}

/// People who attended two meetings at one time.
pub(super) fn two_places(context: &Context<'_>) -> Vec<Fault> {
    let mut days: BTreeMap<Day, Vec<(&Filed<Meeting>, Gathering<'_>)>> = BTreeMap::new();
    for meeting in context.branch.held() {
        for gathering in meeting.gatherings().filter(|gathering| gathering.time.is_some()) {
            days.entry(gathering.date.value).or_default().push((meeting, gathering));
        }
    }
    let mut faults = Vec::new();
    // Person by person: a day may have many meetings, but nobody is at many of them.
    for meetings in days.into_values().filter(|meetings| meetings.len() > 1) {
        let mut there: BTreeMap<&MemberId, Vec<(&Filed<Meeting>, Gathering<'_>)>> = BTreeMap::new();
        for second in meetings {
            let (second, gathering) = second;
            for at in gathering.came() {
                let before = there.entry(&at.value).or_default();
                let others = before.iter().filter(|(first, _)| first.source.path != second.source.path);
                for (first, _) in others.filter(|(_, first)| first.meets(&gathering)) {
                    let fact = words::two_places(context.branch.name(at), context.branch.title(first));
                    faults.push(Fault::at("two-places", &second.source, &at.span, fact));
                }
                before.push((second, gathering));
            }
        }
    }
    faults
}

/// Groups where the kind has none, and none where it needs one.
pub(super) fn wrong_scope(context: &Context<'_>) -> Vec<Fault> {
    let held = context.branch.held().map(|meeting| (&meeting.source, &meeting.kind, meeting.group.as_ref()));
    let planned = plans::counting(context);
    let planned = planned.filter_map(|(source, item)| Some((source, item.kind.as_ref()?, item.group.as_ref())));
    let wrong = held.chain(planned).filter_map(|(source, at, group): (&Source, _, _)| {
        let kind = context.branch.rules.kind(at)?;
        match (group, kind.scope()) {
            (None, Scope::Group) => Some(Fault::at("wrong-scope", source, &at.span, words::group_needed(kind.name()))),
            (Some(group), Scope::Branch) => {
                Some(Fault::at("wrong-scope", source, &group.span, words::group_not_wanted(kind.name())))
            }
            _ => None,
        }
    });
    wrong.collect()
}
