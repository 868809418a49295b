//! Who may lead a meeting.

use super::context::Look;
use super::meetings::each;
use crate::branch::{Branch, Filed};
use crate::error::Fault;
use crate::record::{At, Meeting, MemberId, PostId};
use crate::words::{self, Text};

/// Meetings led by somebody who may not, by post or by being asked to.
pub(super) fn not_entitled(look: &Look<'_>) -> Vec<Fault> {
    each(look, |meeting, tell| {
        let Some(kind) = look.branch.rules.kind(&meeting.kind).filter(|kind| kind.chair_only.unwrap_or(false)) else {
            return;
        };
        let Some(chair) = meeting.chair.as_ref().filter(|chair| look.branch.members.contains_key(&chair.value)) else {
            return;
        };
        let holds = |who: &MemberId, posts: &[At<PostId>]| holds(look.branch, meeting, who, posts);
        if holds(chair, &kind.chair) {
            return;
        }
        let names = |posts: &[At<PostId>]| post_names(look.branch, posts);
        let who = look.branch.name(chair);
        let (at, fact) = match &meeting.delegated_by {
            None => (chair, words::chair_not_entitled(who, names(&kind.chair), kind.name())),
            // Nobody knows the posts of a person whose file could not be read.
            Some(by) if !look.branch.members.contains_key(&by.value) => return,
            Some(by) if !holds(by, &kind.chair) => {
                (by, words::cannot_delegate(look.branch.name(by), names(&kind.chair), kind.name()))
            }
            Some(_) if kind.delegates.is_empty() || holds(chair, &kind.delegates) => return,
            Some(_) => (chair, words::cannot_be_asked(who, names(&kind.delegates), kind.name())),
        };
        let cure = words::cure_chair_not_entitled(meeting.source.path.stem());
        tell(&at.span, Fault::new("chair-not-entitled", fact).cure(cure).source(kind.source.as_deref()));
    })
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
