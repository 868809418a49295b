//! Whether those who hold a post today may hold it.

use super::context::Context;
use crate::branch::Filed;
use crate::error::Fault;
use crate::record::{Member, MemberId, PostSince};
use crate::rulebook::{Holder, Post};
use crate::words;

/// A post of today whose holders the rules say.
struct Held<'a> {
    id: &'a MemberId,
    member: &'a Filed<Member>,
    held: &'a PostSince,
    post: &'a Post,
    holder: &'a Holder,
}

/// The posts of today whose holders the rules say.
fn held<'a>(context: &'a Context<'_>) -> Vec<Held<'a>> {
    let of = |(id, member): (&'a MemberId, &'a Filed<Member>)| {
        let held = context.branch.held_on(member, context.today);
        held.filter_map(move |held| {
            let post = context.branch.rules.post(&held.id)?;
            Some(Held { id, member, held, post, holder: post.holder.as_ref()? })
        })
    };
    context.branch.people_on(context.today).flat_map(of).collect()
}

/// Posts held by somebody whose standing or class does not let them.
pub(super) fn standing(context: &Context<'_>) -> Vec<Fault> {
    let unfit = held(context).into_iter().filter_map(|Held { id, member, held, post, holder }| {
        let is = context.branch.unfit(member, &holder.standings, &holder.without, context.today)?;
        let fact = words::leader_standing(context.branch.name(id), is, post.name());
        let fault = Fault::at("post-standing", &member.source, &held.id.span, fact);
        let cure = words::cure_post_standing(id, post.key());
        Some(fault.cure(cure).source(holder.source.as_deref()))
    });
    unfit.collect()
}

/// Posts taken up by somebody who had not been of the standing for long enough.
pub(super) fn seniority(context: &Context<'_>) -> Vec<Fault> {
    let early = held(context).into_iter().filter_map(|Held { id, member, held, post, holder }| {
        let (length, from) = (holder.standing_for.as_ref()?.value, held.from.as_ref()?.value);
        let fits = |is: &str| holder.standings.iter().any(|at| at.as_str() == is);
        // The run of fitting standings in which the post was taken up; a post taken up in another is told by the standing.
        let before = member.taken_up().into_iter().rev().skip_while(|since| since.from.value > from);
        let since = before.take_while(|since| fits(since.is.as_str())).last()?;
        let first = context.branch.rules.after(since.from.value, length).day;
        let standing = context.branch.standing_name(&since.is);
        let fact = words::post_seniority(context.branch.name(id), from, post.name(), standing, since.from.value);
        let fault = || Fault::at("post-seniority", &member.source, &held.id.span, fact);
        let fact_of = words::cure_post_seniority(length.name());
        (from < first).then(|| fault().cure(fact_of).source(holder.source.as_deref()))
    });
    early.collect()
}
