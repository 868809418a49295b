//! What is prepared for a meeting that is planned: by the rules of its kind, and by whom the plan names.

use crate::branch::Branch;
use crate::record::{Agenda, At, Day, MemberId};
use crate::rulebook::Prepare;

/// One thing that is prepared.
#[derive(Clone, Debug)]
pub struct ToPrepare<'a> {
    /// What.
    pub what: &'a str,
    /// The last day on which it is in time.
    pub until: Day,
    /// Who sees to it, where somebody does.
    pub who: Option<&'a MemberId>,
    /// The day since which it is done.
    pub done: Option<Day>,
    /// The step of the rules; none of what the plan alone says.
    pub rule: Option<&'a Prepare>,
}

/// All that is prepared for a meeting, by day; what the plan alone says is ready on the day itself.
pub fn to_prepare<'a>(branch: &'a Branch, agenda: &'a Agenda) -> Vec<ToPrepare<'a>> {
    let (day, group) = (agenda.date.value, agenda.group.as_deref());
    let done = |what: &str| agenda.ready.iter().find(|ready| ready.what == what).map(|ready| ready.date.value);
    let steps = branch.rules.kind(&agenda.kind).into_iter().flat_map(|kind| &kind.prepares).map(|step| ToPrepare {
        what: &step.what,
        until: day.minus(step.days_before.value.max(0).unsigned_abs()),
        who: branch.holder(&step.posts, group, day, &|_| true),
        done: done(&step.what),
        rule: Some(step),
    });
    let named = agenda.prepares.iter().map(|one| {
        let who: &At<MemberId> = &one.member;
        ToPrepare { what: &one.what, until: day, who: Some(&who.value), done: done(&one.what), rule: None }
    });
    let mut all: Vec<_> = steps.chain(named).collect();
    all.sort_by_key(|one| one.until);
    all
}
