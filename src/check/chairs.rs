//! Who may lead a meeting.

use super::context::Context;
use super::meetings::each;
use crate::branch::{Branch, Filed};
use crate::error::Fault;
use crate::record::{At, Meeting, MemberId, PostId};
use crate::rulebook::Kind;
use crate::words::{self, Text};

/// Meetings led by somebody who may not, by post or by being asked to.
pub(super) fn not_entitled(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        let Some(kind) = context.branch.rules.kind(&meeting.kind).filter(|kind| kind.chair_only.unwrap_or(false))
        else {
            return;
        };
        let known = |chair: &&At<MemberId>| context.branch.members.contains_key(&chair.value);
        for chair in meeting.chairs().into_iter().filter(known) {
            let Some((at, fact)) = wrong(context.branch, meeting, kind, chair) else { continue };
            let cure = words::cure_chair_not_entitled(meeting.source.path.stem());
            tell(&at.span, Fault::new("chair-not-entitled", fact).cure(cure).source(kind.source.as_deref()));
        }
    })
}

/// Why somebody may not lead a meeting or a sitting of it, and where that is written.
fn wrong<'a>(
    branch: &Branch,
    meeting: &'a Filed<Meeting>,
    kind: &Kind,
    chair: &'a At<MemberId>,
) -> Option<(&'a At<MemberId>, Text)> {
    let holds = |who: &MemberId, posts: &[At<PostId>]| holds(branch, meeting, who, posts);
    if holds(chair, &kind.chair) {
        return None;
    }
    let names = |posts: &[At<PostId>]| post_names(branch, posts);
    let who = branch.name(chair);
    match &meeting.delegated_by {
        None => Some((chair, words::chair_not_entitled(who, names(&kind.chair), kind.name()))),
        // Nobody knows the posts of a person whose file could not be read.
        Some(by) if !branch.members.contains_key(&by.value) => None,
        Some(by) if !holds(by, &kind.chair) => {
            Some((by, words::cannot_delegate(branch.name(by), names(&kind.chair), kind.name())))
        }
        Some(_) if kind.delegates.is_empty() || holds(chair, &kind.delegates) => None,
        Some(_) => Some((chair, words::cannot_be_asked(who, names(&kind.delegates), kind.name()))),
    }
}

/// Whether somebody held one of some posts when a meeting began; one of a group in the group that met.
fn holds(branch: &Branch, meeting: &Filed<Meeting>, who: &MemberId, posts: &[At<PostId>]) -> bool {
    let Some(member) = branch.members.get(who) else { return false };
    let member = branch.before(meeting, member);
    branch.holds_post(&member, posts, meeting.group.as_ref().map(|group| &group.value), meeting.date.value)
}

/// What some posts are called.
fn post_names(branch: &Branch, posts: &[At<PostId>]) -> Text {
    let name = |post: &At<PostId>| {
        let rule = branch.rules.post(post);
        rule.map_or_else(|| Text::same(post.as_str()), |rule| rule.name())
    };
    Text::list(posts.iter().map(name))
}
