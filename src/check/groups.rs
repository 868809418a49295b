//! How large groups are today, who is in them and who leads them.

use std::collections::BTreeMap;

use super::context::Context;
use crate::branch::Filed;
use crate::error::Fault;
use crate::record::{Group, GroupId, Member, MemberId};
use crate::rulebook::Sizes;
use crate::words::{self, Text};

/// A group of today and the members in it.
struct Full<'a> {
    group: &'a Filed<Group>,
    members: Vec<(&'a MemberId, &'a Filed<Member>)>,
}

/// The groups of today, each with its members.
fn groups<'a>(context: &'a Context<'_>) -> Vec<Full<'a>> {
    let mut members: BTreeMap<&GroupId, Vec<_>> = BTreeMap::new();
    for (id, member) in
        context.branch.members.iter().filter(|(_, member)| context.branch.is_member(member, context.today))
    {
        if let Some(group) = member.group_on(context.today) {
            members.entry(group).or_default().push((id, member));
        }
    }
    let groups = context.branch.groups_on(context.today);
    groups.map(|(id, group)| Full { group, members: members.remove(id).unwrap_or_default() }).collect()
}

/// The rules of groups; none while somebody's file cannot be read, who may be the one that is missed.
fn sizes<'a>(context: &'a Context<'_>) -> Option<&'a Sizes> {
    if !context.knows_everybody {
        return None;
    }
    context.branch.rules.branch.as_ref()?.1.groups.as_ref()
}

/// Groups with fewer members than the least.
pub(super) fn small(context: &Context<'_>) -> Vec<Fault> {
    let Some((sizes, least)) = sizes(context).and_then(|sizes| Some((sizes, sizes.least.as_ref()?.value))) else {
        return vec![];
    };
    let small = groups(context).into_iter().filter(|full| (full.members.len() as i64) < least);
    small
        .map(|Full { group, members }| {
            let fact = words::group_small(members.len(), least);
            let fault = Fault::at("group-small", &group.source, &group.name.span, fact).cure(words::cure_group_small());
            fault.source(sizes.source.as_deref())
        })
        .collect()
}

/// Groups with members, but too few of those whom each needs.
pub(super) fn core(context: &Context<'_>) -> Vec<Fault> {
    let Some(core) = sizes(context).and_then(|sizes| sizes.core.as_ref()) else { return vec![] };
    let least = core.least.as_ref().map_or(1, |least| least.value);
    let name = Text::list(core.standings.iter().map(|standing| context.branch.standing_name(standing)));
    let without = groups(context).into_iter().filter_map(|Full { group, members }| {
        let of_core = members.iter().filter(|(_, member)| {
            let standing = member.standing_on(context.today);
            core.standings.iter().any(|at| Some(&at.value) == standing)
        });
        let number = of_core.count();
        let fact = words::group_core(name.clone(), number, least);
        let fault = || Fault::at("group-core", &group.source, &group.name.span, fact).cure(words::cure_group_small());
        (!members.is_empty() && (number as i64) < least).then(|| fault().source(core.source.as_deref()))
    });
    without.collect()
}

/// Groups with members that nobody leads.
pub(super) fn leaderless(context: &Context<'_>) -> Vec<Fault> {
    let Some(leader) = sizes(context).and_then(|sizes| sizes.leader.as_ref()) else { return vec![] };
    let Some(post) = context.branch.rules.post(&leader.post) else { return vec![] };
    let posts = std::slice::from_ref(&leader.post);
    let leads =
        |member: &Member| context.branch.holds_post(member, posts, member.group_on(context.today), context.today);
    let without = groups(context)
        .into_iter()
        .filter(|full| !full.members.is_empty() && !full.members.iter().any(|(_, member)| leads(member)));
    without
        .map(|Full { group, .. }| {
            let fault =
                Fault::at("group-leaderless", &group.source, &group.name.span, words::group_leaderless(post.name()));
            fault.cure(words::cure_group_leaderless(post.key())).source(leader.source.as_deref())
        })
        .collect()
}

/// Leaders of groups who may not lead one, by their standing.
pub(super) fn leader_standing(context: &Context<'_>) -> Vec<Fault> {
    let Some(leader) = sizes(context).and_then(|sizes| sizes.leader.as_ref()) else { return vec![] };
    let Some(post) = context.branch.rules.post(&leader.post) else { return vec![] };
    let mut faults = Vec::new();
    for (id, member) in context.branch.people_on(context.today) {
        let Some(is) = context.branch.unfit(member, &leader.standings, &leader.without, context.today) else {
            continue;
        };
        for held in context.branch.held_on(member, context.today).filter(|held| held.id.value == leader.post.value) {
            let fact = words::leader_standing(context.branch.name(id), is.clone(), post.name());
            let fault = Fault::at("leader-standing", &member.source, &held.id.span, fact);
            faults.push(fault.source(leader.source.as_deref()));
        }
    }
    faults
}

/// So many members that they should be divided, and no groups.
pub(super) fn needed(context: &Context<'_>) -> Vec<Fault> {
    let Some((source, _)) = &context.branch.rules.branch else { return vec![] };
    let Some(divide) = sizes(context).and_then(|sizes| sizes.divide.as_ref()) else { return vec![] };
    let members = context.branch.number_of_members(context.today);
    match members as i64 > divide.above.value && context.branch.groups_on(context.today).count() < 2 {
        true => {
            let fact = words::groups_needed(members, divide.above.value);
            let fault = Fault::at("groups-needed", source, &divide.above.span, fact).cure(words::cure_groups_needed());
            vec![fault.source(divide.source.as_deref())]
        }
        false => vec![],
    }
}
