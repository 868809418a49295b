//! Whom a record is about: a member, the group the member was in that day, and the branch.

use foldhash::{HashMap, HashMapExt};

use crate::branch::Branch;
use crate::record::{Day, GroupId, MemberId};

/// Who is assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assessed<'a> {
    /// A member.
    Member(&'a MemberId),
    /// A group.
    Group(&'a GroupId),
    /// The branch.
    Branch,
}

impl<'a> Assessed<'a> {
    /// All that a record about a member is put down to: the member, the group of that day, and the branch where the
    /// person was a member of it that day.
    pub(super) fn all_of(branch: &'a Branch, id: &'a MemberId, day: Day) -> impl Iterator<Item = Self> {
        let member = branch.members.get(id);
        let group = member.and_then(|member| member.group_on(day)).map(Self::Group);
        let whole = member.filter(|member| branch.is_member(member, day)).map(|_| Self::Branch);
        std::iter::once(Self::Member(id)).chain(group).chain(whole)
    }
}

/// Things put down to whom they are about, each time in the order in which they came. To look through the things of all
/// for each of them would take the product of both.
pub(super) struct Book<'a, T>(HashMap<Assessed<'a>, Vec<T>>);

impl<'a, T> Book<'a, T> {
    /// One without anything in it.
    pub(super) fn new() -> Self {
        Self(HashMap::new())
    }

    /// Puts a thing down to somebody.
    pub(super) fn put(&mut self, whom: Assessed<'a>, thing: T) {
        self.0.entry(whom).or_default().push(thing);
    }

    /// What was last put down to somebody.
    pub(super) fn last(&mut self, whom: Assessed<'a>) -> Option<&mut T> {
        self.0.get_mut(&whom).and_then(|things| things.last_mut())
    }

    /// What is put down to somebody.
    pub(super) fn of(&self, whom: Assessed<'a>) -> &[T] {
        self.0.get(&whom).map_or(&[], |things| things)
    }
}
