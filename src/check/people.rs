//! What cannot be in the history of a person or a group.

use std::collections::BTreeMap;

use super::context::Context;
use super::plans;
use crate::branch::{Filed, Since, name_key};
use crate::error::Fault;
use crate::record::{At, Day, Former, Member, MemberId, PostSince, Source, Span};
use crate::words;

/// Names that move the cursor of a terminal or turn a line round.
pub(super) fn control_character(context: &Context<'_>) -> Vec<Fault> {
    let members = context.branch.members.values().flat_map(|one| one.names().map(move |name| (&one.source, name)));
    let groups = context.branch.groups.values().flat_map(|one| one.names().map(move |name| (&one.source, name)));
    let issues = context.branch.issues.iter().map(|issue| (&issue.source, &issue.title));
    let planned = context.branch.plan_items().map(|(source, item)| (source, &item.what));
    let asked = context.branch.asked().flat_map(|(source, one)| [(source, &one.what), (source, &one.asker)]);
    let faults =
        members.chain(groups).chain(issues).chain(planned).chain(asked).filter(|(_, name)| !words::is_plain_name(name));
    faults
        .map(|(source, name)| Fault::at("control-character", source, &name.span, words::control_character()))
        .collect()
}

/// A stretch of days in a file: its first and last day, and where they stand.
struct Stretch<'a> {
    first: &'a At<Day>,
    last: Option<&'a At<Day>>,
}

/// Days that are not in order: a later entry that begins before an earlier one, or an end before its beginning.
pub(super) fn dates_order(context: &Context<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut wrong = |source: &Source, span: &Span, before: Day, after: Day| {
        faults.push(Fault::at("dates-order", source, span, words::dates_order(after, before)));
    };
    let members = context.branch.members.values().map(|one| (&one.source, &one.former));
    let groups = context.branch.groups.values().map(|one| (&one.source, &one.former));
    for (source, former) in members.chain(groups) {
        let is_wrong = |pair: &&[Former]| pair[1].until.value <= pair[0].until.value;
        for pair in former.windows(2).filter(is_wrong) {
            wrong(source, &pair[1].until.span, pair[0].until.value, pair[1].until.value);
        }
    }
    for member in context.branch.members.values() {
        let standings = member.standings.iter().map(|since| Stretch { first: &since.from, last: None }).collect();
        let groups: Vec<_> =
            member.groups.iter().map(|since| Stretch { first: &since.from, last: since.until.as_ref() }).collect();
        let classes =
            member.classes.iter().map(|since| Stretch { first: &since.from, last: since.until.as_ref() }).collect();
        for (at, stretches) in [standings, groups, classes].into_iter().enumerate() {
            // Two groups from one day are told as that.
            let is_wrong = |pair: &&[Stretch<'_>]| {
                let (before, after) = (pair[0].first.value, pair[1].first.value);
                after < before || after == before && at != 1
            };
            for pair in stretches.windows(2).filter(is_wrong) {
                wrong(&member.source, &pair[1].first.span, pair[0].first.value, pair[1].first.value);
            }
            ends(&stretches, &member.source, &mut wrong);
        }
        let posts: Vec<_> = member
            .posts
            .iter()
            .filter_map(|since| Some(Stretch { first: since.from.as_ref()?, last: since.until.as_ref() }))
            .collect();
        ends(&posts, &member.source, &mut wrong);
        let steps: Vec<_> =
            member.steps.iter().map(|taken| Stretch { first: &taken.on, last: taken.until.as_ref() }).collect();
        ends(&steps, &member.source, &mut wrong);
    }
    for group in context.branch.groups.values() {
        let lasts = group.until.iter().chain(group.former.iter().map(|one| &one.until));
        let stretches: Vec<_> = lasts.map(|last| Stretch { first: &group.from, last: Some(last) }).collect();
        ends(&stretches, &group.source, &mut wrong);
    }
    for (source, item) in plans::counting(context) {
        ends(
            &item.from.iter().map(|first| Stretch { first, last: Some(&item.until) }).collect::<Vec<_>>(),
            source,
            &mut wrong,
        );
    }
    faults
}

/// Tells the ends that are before their beginnings.
fn ends(stretches: &[Stretch<'_>], source: &Source, wrong: &mut impl FnMut(&Source, &Span, Day, Day)) {
    for stretch in stretches {
        if let Some(last) = stretch.last.filter(|last| last.value < stretch.first.value) {
            wrong(source, &last.span, stretch.first.value, last.value);
        }
    }
}

/// People who are in two groups at a time, as where two people record a move of the same person.
pub(super) fn two_groups(context: &Context<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (id, member) in &context.branch.members {
        let mut groups: Vec<_> = member.groups.iter().collect();
        groups.sort_by_key(|since| since.from.value);
        for pair in groups.windows(2) {
            let (one, other) = (pair[0], pair[1]);
            let from = other.from.value;
            if one.from.value == from || one.until().is_some_and(|until| until >= from) {
                let (first, second) = (context.branch.group_name(&one.id), context.branch.group_name(&other.id));
                let fact = words::two_groups(context.branch.name(id), from, first, second);
                let fault = Fault::at("two-groups", &member.source, &other.id.span, fact);
                faults.push(fault.cure(words::cure_two_groups()));
            }
        }
    }
    faults
}

/// People in a group before it began or after it was closed.
pub(super) fn group_closed(context: &Context<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for member in context.branch.members.values() {
        for since in &member.groups {
            let Some(group) = context.branch.groups.get(&since.id.value) else { continue };
            let closed = group.until().filter(|last| member.group_on(last.plus(1)) == Some(&since.id.value));
            let away = (!group.holds(since.from.value)).then_some(since.from.value).or(closed.map(|last| last.plus(1)));
            if let Some(day) = away {
                let fact = words::group_not_there(context.branch.group_name(&since.id), day);
                faults.push(Fault::at("group-closed", &member.source, &since.id.span, fact));
            }
        }
    }
    for meeting in context.branch.held() {
        let Some(at) = &meeting.group else { continue };
        let group = context.branch.groups.get(&at.value);
        if group.is_some_and(|group| !group.holds(meeting.date.value)) {
            let fact = words::group_not_there(context.branch.group_name(at), meeting.date.value);
            faults.push(Fault::at("group-closed", &meeting.source, &at.span, fact));
        }
    }
    faults
}

/// Two holders at a time of a post that only one can hold.
pub(super) fn post_held_twice(context: &Context<'_>) -> Vec<Fault> {
    let mut held: Vec<(&PostSince, Day, Day, &Filed<Member>)> = Vec::new();
    for member in context.branch.members.values() {
        let one =
            |since: &&PostSince| context.branch.rules.post(&since.id).is_some_and(|post| !post.many.unwrap_or(false));
        held.extend(member.posts.iter().filter(one).map(|since| {
            let end = context.branch.post_end(member, since);
            // Of a post whose first day is not known it is sure only that it was held at its end, or is today.
            let sure = end.map_or(context.today, |end| end.min(context.today));
            let from = since.from.as_ref().map_or(sure, |from| from.value);
            (since, from, end.unwrap_or(Day::LAST), member)
        }));
    }
    held.sort_by(|(a, from_a, _, of_a), (b, from_b, _, of_b)| {
        (&a.id.value, from_a, &of_a.source.path).cmp(&(&b.id.value, from_b, &of_b.source.path))
    });
    let mut faults = Vec::new();
    for (at, (since, from, _, member)) in held.iter().enumerate() {
        let before = held[..at].iter().filter(|(before, _, last, _)| before.id.value == since.id.value && from <= last);
        if let Some((_, _, _, other)) = before.max_by_key(|(_, _, last, _)| *last) {
            let post = context.branch.rules.post(&since.id);
            let post = post.map_or_else(|| words::Text::same(since.id.as_str()), |post| post.name());
            let fact = words::post_held(words::Text::same(other.name.as_str()), post, *from);
            let fault = Fault::at("post-held-twice", &member.source, &since.id.span, fact);
            faults.push(fault.cure(words::cure_post_held(other.source.path.as_str())));
        }
    }
    faults
}

/// Numbers that two people have.
pub(super) fn number_twice(context: &Context<'_>) -> Vec<Fault> {
    let mut first: BTreeMap<&str, &MemberId> = BTreeMap::new();
    let mut faults = Vec::new();
    for (id, member) in &context.branch.members {
        let Some(number) = &member.number else { continue };
        if let Some(other) = first.get(number.as_str()) {
            let fact = words::number_twice(words::shown(number), other, id);
            let fault = Fault::at("number-twice", &member.source, &number.span, fact);
            faults.push(fault.cure(words::cure_number_twice(id)));
        } else {
            first.insert(number, id);
        }
    }
    faults
}

/// People whose names are one name but are written in two ways, and namesakes whom nothing tells apart.
pub(super) fn names_alike(context: &Context<'_>) -> Vec<Fault> {
    let shared = context.branch.members.iter().filter(|(_, member)| context.branch.members.is_shared(&member.name));
    let mut by_name: BTreeMap<String, Vec<(&MemberId, &Filed<Member>)>> = BTreeMap::new();
    for (id, member) in shared {
        by_name.entry(name_key(&member.name)).or_default().push((id, member));
    }
    let mut faults = Vec::new();
    for namesakes in by_name.values() {
        let (first, one) = namesakes[0];
        for (id, other) in &namesakes[1..] {
            let fault = |fact| Fault::at("names-alike", &other.source, &other.name.span, fact);
            if other.name.value != one.name.value {
                let cure = words::cure_names_alike(id, words::shown(&one.name));
                faults.push(fault(words::names_alike(first, id)).cure(cure));
            } else if context.branch.apart(id, context.today).is_none()
                && [one, other].iter().all(|one| one.is_there(context.today))
            {
                faults.push(fault(words::namesakes_alike(first, id)).cure(words::cure_namesakes_alike(id)));
            }
        }
    }
    faults
}
