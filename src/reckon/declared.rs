//! Points that people declare themselves: they count once a holder of the right post has confirmed them.

use super::responsible::holders;
use crate::branch::Branch;
use crate::record::{Day, Entry, MemberId};
use crate::rulebook::Item;
use crate::words::{self, Text};

/// Everything that waits on a day for somebody to confirm it, each with its item.
pub(super) fn waiting(branch: &Branch, day: Day) -> Vec<(&Entry, &Item)> {
    let items = branch.rules.item_book();
    let waiting = branch.entries().map(|(_, entry)| entry).filter(|entry| entry.struck.is_none());
    let waiting = waiting.filter(|entry| {
        let declared = entry.declared.as_ref().is_some_and(|declared| declared.value <= day);
        declared && entry.confirmed.as_ref().is_none_or(|confirmed| day < confirmed.value)
    });
    waiting.filter_map(|entry| Some((entry, items.on(&entry.item.value, entry.date.value)?))).collect()
}

impl Branch {
    /// Why somebody may not confirm on a day what a person declared; none where that is right.
    pub fn bars_confirming(&self, item: &Item, member: &MemberId, by: &MemberId, day: Day) -> Option<Text> {
        if by == member {
            return Some(words::confirms_own(self.name(by)));
        }
        let may = self.confirmers(item, member, day);
        let posts = || Text::list(item.confirm.iter().map(|post| self.post_name(post)));
        (!may.iter().any(|(id, _)| id == by.as_str())).then(|| words::may_not_confirm(self.name(by), posts(), day))
    }

    /// Who may confirm on a day what a person declared of an item, by id and name; never the person.
    pub fn confirmers(&self, item: &Item, member: &MemberId, day: Day) -> Vec<(String, Text)> {
        let group = self.members.get(member).and_then(|member| member.group_on(day));
        let mut people = holders(self, &item.confirm, group, day);
        people.retain(|(id, _)| id != member.as_str());
        people
    }
}
