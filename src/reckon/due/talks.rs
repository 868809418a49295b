//! Talks that somebody has yet to have.

use super::Due;
use crate::branch::Branch;
use crate::reckon::talks::{Planned, owed_talks, planned};
use crate::reckon::{OwedTalk, Spot};
use crate::record::Period;
use crate::words::{self, Text};

/// The few talks that would settle what is owed until the end of the window.
pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let mut owed = owed_talks(branch, window.first);
    owed.retain(|one| one.until <= window.last);
    let talks = planned(branch, &owed, window.first);
    talks.into_iter().filter_map(|talk| of(branch, &owed, &talk)).collect()
}

/// A talk of the plan, by the rule that asks for it first.
fn of<'a>(branch: &'a Branch, owed: &[OwedTalk<'a>], talk: &Planned<'a>) -> Option<Due<'a>> {
    let first = talk.settles.iter().map(|at| &owed[*at]).min_by_key(|one| (one.until, one.rule.firm()))?;
    let names = Text::list(talk.rules(owed).iter().map(|rule| rule.name()));
    Some(Due {
        until: first.until,
        what: if talk.times > 1 { words::due_talks(talk.times, names) } else { words::due_talk(names) },
        who: Some(Text::list([branch.name(talk.who), branch.name(talk.with)])),
        firm: first.rule.firm(),
        rule: branch.rules.talks.as_ref().map(|(source, _)| Spot::new(source, Some(first.rule.span()))),
        source: first.rule.source(),
        command: talk.command(),
    })
}
