//! Talks: who has talked with whom, who has yet to, and which few talks would settle it.

mod causes;
mod owed;
mod plan;
mod rule;
#[cfg(test)]
mod tests;

pub use owed::{missed_talks, owed_talks, owed_talks_query};
pub use plan::{PlannedTalk, talks_planned};
pub use rule::{OwedTalk, TalkRule};

use std::collections::{BTreeMap, HashMap};

use crate::branch::Branch;
use crate::record::{At, Day, Member, MemberId, Period, PostId, Talk};
use crate::rulebook::Those;

/// With whom each person talked in a period, and how often. The branch must hold the talks of its years.
pub fn talked(branch: &Branch, period: Period) -> BTreeMap<&MemberId, BTreeMap<&MemberId, usize>> {
    let mut all: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for (_, talk) in branch.talks().filter(|(_, talk)| period.contains(talk.date.value)) {
        for (one, other) in talk.sides() {
            *all.entry(one).or_default().entry(other).or_default() += 1;
        }
    }
    all
}

/// The talks that count, by each of the two people.
struct Talks<'a>(HashMap<&'a MemberId, Vec<(&'a Talk, &'a MemberId)>>);

impl<'a> Talks<'a> {
    /// Those until a day.
    fn until(branch: &'a Branch, day: Day) -> Self {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for (_, talk) in branch.talks().filter(|(_, talk)| talk.date.value <= day) {
            for (one, other) in talk.sides() {
                all.entry(one).or_default().push((talk, other));
            }
        }
        Self(all)
    }

    /// Those of a person in some days, each with the other.
    fn of(&self, who: &MemberId, days: Period) -> impl Iterator<Item = (&'a Talk, &'a MemberId)> {
        self.0.get(who).into_iter().flatten().copied().filter(move |(talk, _)| days.contains(talk.date.value))
    }
}

impl Branch {
    /// Whether a person was among those a rule means, on a day.
    pub fn is_among(&self, those: &Those, member: &Member, day: Day) -> bool {
        let holds =
            |posts: &[At<PostId>]| self.posts_on(member, day).any(|post| posts.iter().any(|at| at.value == *post));
        let of_standing = || those.standings.iter().any(|at| Some(&at.value) == member.standing_on(day));
        let of_class = || {
            let class = self.class_on(member, day).map(|class| &class.id.value);
            those.classes.iter().any(|at| Some(&at.value) == class)
        };
        member.is_there(day)
            && !holds(&those.not_posts)
            && (holds(&those.posts) || of_standing() || !those.classes.is_empty() && of_class())
    }

    /// Those a rule means on a day, by id.
    pub fn those_on<'a>(&'a self, those: &'a Those, day: Day) -> impl Iterator<Item = &'a MemberId> {
        self.members.iter().filter(move |(_, member)| self.is_among(those, member, day)).map(|(id, _)| id)
    }
}
