//! Who was what on a day.

use std::borrow::Cow;

use super::{Branch, Filed};
use crate::record::{
    At, ClassId, ClassSince, Day, Group, GroupId, GroupSince, KindId, LEFT, Meeting, Member, MemberId, Period, PostId,
    PostSince, StandingId, StandingSince,
};
use crate::rulebook::{Class, Kind};

/// Something that holds from a day, until a day or until the next of its sort.
pub trait Since {
    /// The first day.
    fn from(&self) -> Day;
    /// The last day, where one is said.
    fn until(&self) -> Option<Day>;

    /// Whether it holds on a day, as far as its own days say.
    fn holds(&self, day: Day) -> bool {
        self.from() <= day && self.until().is_none_or(|until| day <= until)
    }
}

impl Since for StandingSince {
    fn from(&self) -> Day {
        self.from.value
    }

    fn until(&self) -> Option<Day> {
        None
    }
}

macro_rules! since {
    ($($kind:ty),*) => {$(
        impl Since for $kind {
            fn from(&self) -> Day {
                self.from.value
            }

            fn until(&self) -> Option<Day> {
                self.until.as_ref().map(|until| until.value)
            }
        }
    )*};
}
since!(GroupSince, ClassSince, Group);

impl Since for PostSince {
    /// The first day; where it is not known the first of the calendar, since posts are held by those who are here only.
    fn from(&self) -> Day {
        self.from.as_ref().map_or(Day::FIRST, |from| from.value)
    }

    fn until(&self) -> Option<Day> {
        self.until.as_ref().map(|until| until.value)
    }
}

/// The one that holds on a day: the latest begun, unless it has ended.
fn current<T: Since>(all: &[T], day: Day) -> Option<&T> {
    all.iter().filter(|one| one.from() <= day).max_by_key(|one| one.from()).filter(|one| one.holds(day))
}

impl Member {
    /// What the person was on a day, `left` included; none before the first standing, nor before the first day here.
    pub fn standing_on(&self, day: Day) -> Option<&StandingId> {
        let is_here = self.here.as_ref().is_none_or(|here| here.value <= day);
        current(&self.standings, day).filter(|_| is_here).map(|standing| &standing.is.value)
    }

    /// The standings that were new to the person, by day: who leaves and comes back as the same is what they were.
    pub fn taken_up(&self) -> Vec<&StandingSince> {
        let mut standings: Vec<_> = self.standings.iter().filter(|since| since.is.as_str() != LEFT).collect();
        standings.sort_by_key(|since| since.from());
        standings.dedup_by(|next, before| next.is.value == before.is.value);
        standings
    }

    /// Whether the person was with the branch on a day, in whatever standing.
    pub fn is_there(&self, day: Day) -> bool {
        self.standing_on(day).is_some_and(|standing| standing.as_str() != LEFT)
    }

    /// Whether the person was with the branch on every day of a period.
    pub fn is_always_there(&self, period: Period) -> bool {
        self.turns(period).into_iter().all(|day| self.is_there(day))
    }

    /// The group the person was in on a day.
    pub fn group_on(&self, day: Day) -> Option<&GroupId> {
        current(&self.groups, day).filter(|_| self.is_there(day)).map(|group| &group.id.value)
    }

    /// The group in which a post is held: the one of its first day, else the first one after.
    fn group_of(&self, post: &PostSince) -> Option<&GroupId> {
        let later = || self.groups.iter().filter(|since| since.from() > post.from()).min_by_key(|since| since.from());
        current(&self.groups, post.from()).or_else(later).map(|since| &since.id.value)
    }

    /// The days from which on something about the person was different.
    fn changes(&self) -> impl Iterator<Item = Day> {
        fn of<T: Since>(all: &[T]) -> impl Iterator<Item = Day> {
            all.iter().flat_map(|one| [Some(one.from()), one.until().map(|day| day.plus(1))]).flatten()
        }
        let here = self.here.iter().map(|here| here.value);
        here.chain(of(&self.standings)).chain(of(&self.classes)).chain(of(&self.posts)).chain(of(&self.groups))
    }

    /// The days of a period from which on something about the person may have been different, its first day included.
    fn turns(&self, period: Period) -> Vec<Day> {
        let mut turns: Vec<_> = self.changes().filter(|day| period.contains(*day)).chain([period.first]).collect();
        turns.sort();
        turns
    }

    /// The class the person was put in on a day, if in any.
    fn named_class(&self, day: Day) -> Option<&ClassId> {
        current(&self.classes, day).map(|class| &class.id.value)
    }
}

impl Branch {
    /// Everybody in the order in which they came, so that the place of none is another's when somebody comes.
    pub fn in_order_of_coming(&self) -> Vec<&MemberId> {
        let mut people: Vec<_> = self.members.iter().collect();
        people.sort_by_key(|(_, member)| member.standings.first().map(Since::from));
        people.into_iter().map(|(id, _)| id).collect()
    }

    /// Those who were with the branch on a day, in whatever standing, by id.
    pub fn people_on(&self, day: Day) -> impl Iterator<Item = (&MemberId, &Filed<Member>)> {
        self.members.iter().filter(move |(_, member)| member.is_there(day))
    }

    /// Whether a person was a member on a day, by the standing.
    pub fn is_member(&self, member: &Member, day: Day) -> bool {
        let standing = member.standing_on(day).and_then(|id| self.rules.standing(id));
        standing.is_some_and(|standing| standing.member.unwrap_or(false))
    }

    /// How many were members on a day.
    pub fn number_of_members(&self, day: Day) -> usize {
        self.members.values().filter(|member| self.is_member(member, day)).count()
    }

    /// Whether a person was a member on some day of a period.
    pub fn is_member_in(&self, member: &Member, period: Period) -> bool {
        member.turns(period).into_iter().any(|day| self.is_member(member, day))
    }

    /// Whether a person was scored on a day, by standing and class.
    pub fn is_scored(&self, member: &Member, day: Day) -> bool {
        let standing = member.standing_on(day).and_then(|id| self.rules.standing(id));
        standing.is_some_and(|standing| standing.scored.unwrap_or(false))
            && self.class_on(member, day).is_none_or(|class| class.scored.unwrap_or(true))
    }

    /// The first day of a period on which a person was scored, of the days of which records are kept.
    pub fn first_scored(&self, member: &Member, period: Period) -> Option<Day> {
        let period = self.kept(period)?;
        if self.is_scored(member, period.first) {
            return Some(period.first);
        }
        member.turns(period).into_iter().find(|day| self.is_scored(member, *day))
    }

    /// The days of a period from which on a person was scored, or was not; its first day is the first of them.
    pub fn scored_turns(&self, member: &Member, period: Period) -> Vec<(Day, bool)> {
        member.turns(period).into_iter().map(|day| (day, self.is_scored(member, day))).collect()
    }

    /// The last day of a period on which a person was with the branch.
    pub fn last_there(&self, member: &Member, period: Period) -> Option<Day> {
        if member.is_there(period.last) {
            return Some(period.last);
        }
        let before = |turn: Day| turn.minus(1);
        let ends = member.turns(period).into_iter().rev().map(before).filter(|day| *day >= period.first);
        ends.into_iter().find(|day| member.is_there(*day))
    }

    /// The posts a person held on a day, in the order of the file.
    pub fn posts_on<'a>(&self, member: &'a Member, day: Day) -> impl Iterator<Item = &'a PostId> {
        self.held_on(member, day).map(|post| &post.id.value)
    }

    /// The same, each with the day from which it is held.
    pub fn held_on<'a>(&self, member: &'a Member, day: Day) -> impl Iterator<Item = &'a PostSince> {
        let there = member.is_there(day);
        let holds = move |post: &&PostSince| {
            there && post.holds(day) && self.post_end(member, post).is_none_or(|end| day <= end)
        };
        member.posts.iter().filter(holds)
    }

    /// The last day of a post, if it has one. Whoever leaves gives it up, and does not have it again on coming back; whoever
    /// leads a group and moves to another leads neither. A post whose first day is not known was taken after all that.
    pub fn post_end(&self, member: &Member, post: &PostSince) -> Option<Day> {
        let group = self.is_of_group(&post.id).then(|| member.group_of(post)).flatten();
        let begun = post.from.as_ref().map(|from| from.value);
        let last = member.standings.iter().map(Since::from).max();
        let leaves = member.standings.iter().filter(|since| since.is.as_str() == LEFT).map(Since::from);
        let leaves = leaves.filter(|day| begun.is_some() || Some(*day) == last);
        let moves = member.groups.iter().filter(|since| group.is_some_and(|group| since.id.value != *group));
        let moves = moves.map(Since::from).filter(|_| begun.is_some());
        let ends = leaves.chain(moves).filter(|day| *day > post.from()).map(|day| day.minus(1));
        ends.chain(post.until()).min()
    }

    /// The class of a member on a day: the one named in the file, else that of a post, else the default; none for
    /// people who are no members.
    pub fn class_on(&self, member: &Member, day: Day) -> Option<&Class> {
        if !self.is_member(member, day) {
            return None;
        }
        let by_post = || {
            let holds =
                |class: &&Class| self.posts_on(member, day).any(|post| class.posts.iter().any(|at| at.value == *post));
            self.rules.classes().find(holds)
        };
        let named = member.named_class(day).and_then(|id| self.rules.class(id));
        named.or_else(by_post).or_else(|| self.rules.default_class())
    }

    /// Whether attendance at a kind of meeting was no duty of a person on a day.
    pub fn is_exempt(&self, member: &Member, kind: &KindId, day: Day) -> bool {
        let excused = |class: &Class| class.excused.iter().any(|at| at.value == *kind);
        self.is_of_exempt_class(member, day) || self.class_on(member, day).is_some_and(excused)
    }

    /// Whether a person was of a class on a day to which no attendance and no study is a duty.
    pub fn is_of_exempt_class(&self, member: &Member, day: Day) -> bool {
        self.class_on(member, day).is_some_and(|class| class.exempt.unwrap_or(false))
    }

    /// Whether attendance at a meeting was no duty of a person, by what was decided before it.
    pub fn is_exempt_at(&self, member: &Member, meeting: &Filed<Meeting>) -> bool {
        self.is_exempt(&self.before(meeting, member), &meeting.kind, meeting.date.value)
    }

    /// The group a person was in when a meeting began.
    pub fn group_at(&self, member: &MemberId, meeting: &Filed<Meeting>) -> Option<&GroupId> {
        let member = self.members.get(member)?;
        match self.before(meeting, member) {
            Cow::Borrowed(member) => member.group_on(meeting.date.value),
            Cow::Owned(then) => {
                let group = then.group_on(meeting.date.value)?;
                member.groups.iter().map(|since| &since.id.value).find(|id| *id == group)
            }
        }
    }

    /// The days from which on something about anybody was different, in order: between two of them the same people are due.
    pub fn turns(&self) -> Vec<Day> {
        let mut turns: Vec<_> = self.members.values().flat_map(|member| member.changes()).collect();
        turns.sort_unstable();
        turns.dedup();
        turns
    }

    /// Whether a person was due at a kind of meeting on a day.
    fn is_due(&self, member: &Member, kind: &Kind, group: Option<&GroupId>, day: Day) -> bool {
        // Asked for everybody at every meeting: the group first, which leaves the fewest.
        let in_group = |group: &GroupId| current(&member.groups, day).is_some_and(|since| since.id.value == *group);
        if !group.is_none_or(in_group) {
            return false;
        }
        let Some(standing) = member.standing_on(day).filter(|standing| standing.as_str() != LEFT) else {
            return false;
        };
        let named = |post: &PostId| kind.posts.iter().any(|at| at.value == *post);
        kind.standings.iter().any(|at| at.value == *standing)
            || !kind.posts.is_empty() && self.posts_on(member, day).any(named)
    }

    /// Who was due at a kind of meeting on a day, exempt or not, by id.
    pub fn due<'a>(
        &'a self,
        kind: &'a Kind,
        group: Option<&'a GroupId>,
        day: Day,
    ) -> impl Iterator<Item = &'a MemberId> {
        self.members.iter().filter(move |(_, member)| self.is_due(member, kind, group, day)).map(|(id, _)| id)
    }

    /// Who was due at a meeting by what was decided before it, by id; nobody where its kind is not known.
    pub fn due_at<'a>(&'a self, meeting: &'a Filed<Meeting>) -> Vec<&'a MemberId> {
        let group = meeting.group.as_ref().map(|group| &group.value);
        let Some(kind) = self.rules.kind(&meeting.kind.value) else { return vec![] };
        let is_due = |member: &Member| self.is_due(&self.before(meeting, member), kind, group, meeting.date.value);
        self.members.iter().filter(|(_, member)| is_due(member)).map(|(id, _)| id).collect()
    }

    /// The holder of the first of these posts on a day who is fit; a post that belongs to a group is looked for in the
    /// group that meets.
    pub fn holder(
        &self,
        posts: &[At<PostId>],
        group: Option<&GroupId>,
        day: Day,
        fit: &dyn Fn(&MemberId) -> bool,
    ) -> Option<&MemberId> {
        posts.iter().find_map(|post| {
            let holds = |member: &Member| self.holds_post(member, std::slice::from_ref(post), group, day);
            self.people_on(day).find(|(id, member)| holds(member) && fit(id)).map(|(id, _)| id)
        })
    }

    /// Whether a person held one of some posts on a day; a post that belongs to a group, in the group that is meant.
    pub fn holds_post(&self, member: &Member, posts: &[At<PostId>], group: Option<&GroupId>, day: Day) -> bool {
        self.posts_on(member, day).any(|held| {
            posts.iter().any(|post| post.value == *held)
                && (!self.is_of_group(held) || group.is_some() && member.group_on(day) == group)
        })
    }

    /// Whether a post is one of a group.
    pub fn is_of_group(&self, post: &PostId) -> bool {
        self.rules.post(post).is_some_and(|rule| rule.of_group.unwrap_or(false))
    }

    /// The groups there were on a day, by id.
    pub fn groups_on(&self, day: Day) -> impl Iterator<Item = (&GroupId, &Filed<Group>)> {
        self.groups.iter().filter(move |(_, group)| group.holds(day))
    }
}
