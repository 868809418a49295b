//! Who sees to what is owed: the posts that the rules name for it, and those who hold them.

use super::Location;
use crate::branch::{Branch, Query};
use crate::record::{At, Day, GroupId, Member, MemberId, Period, PostId};
use crate::rulebook::{Bearer, Chore, Duty};
use crate::words::{self, Text};

/// One thing that a post is responsible for.
#[derive(Clone, Debug)]
pub struct Responsibility<'a> {
    /// The post.
    pub post: &'a PostId,
    /// Who held it on the day; of a post of groups, in all of them.
    pub people: Vec<&'a MemberId>,
    /// What it is.
    pub what: Charge<'a>,
    /// The rule.
    pub rule: Option<Location<'a>>,
}

/// What somebody is responsible for.
#[derive(Clone, Copy, Debug)]
pub enum Charge<'a> {
    /// A duty.
    Duty(&'a Duty),
    /// What is owed besides.
    Chore(Chore),
}

/// What [`responsibilities`] needs.
pub fn responsibilities_query(day: Day) -> Query {
    Query::roll().duties(Period::day(day))
}

/// What every post is responsible for on a day: the posts in the order of the rules, and of each its duties and chores as
/// they stand in the rules.
pub fn responsibilities(branch: &Branch, day: Day) -> Vec<Responsibility<'_>> {
    let Some((source, rules)) = &branch.rules.duties else { return vec![] };
    let duties = rules.duties.iter().filter(|duty| duty.holds(day) && duty.by() != Bearer::Member);
    let duties = duties.map(|duty| (Charge::Duty(duty), &duty.responsible, &duty.span));
    let chores = rules.responsible.iter().map(|one| (Charge::Chore(one.chore.value), &one.posts, &one.span));
    let all: Vec<_> = duties.chain(chores).collect();
    let of_post = |post: &'_ PostId| {
        let named = all.iter().filter(|(_, posts, _)| posts.iter().any(|at| at.value == *post));
        named.map(|(what, _, span)| (*what, Some(Location::new(source, Some(*span))))).collect::<Vec<_>>()
    };
    let posts = branch.rules.posts().map(|post| &post.id.value);
    let of_posts = posts.flat_map(|post| {
        let holds = |member: &Member| branch.posts_on(member, day).any(|held| held == post);
        let people: Vec<_> = branch.people_on(day).filter(|(_, member)| holds(member)).map(|(id, _)| id).collect();
        of_post(post).into_iter().map(move |(what, rule)| Responsibility { post, people: people.clone(), what, rule })
    });
    of_posts.collect()
}

/// The people who hold one of some posts on a day, by id and name, in the order in which the rule names the posts; a post
/// of groups, in the group that is meant.
pub(super) fn holders(branch: &Branch, posts: &[At<PostId>], group: Option<&GroupId>, day: Day) -> Vec<(String, Text)> {
    let mut people: Vec<(String, Text)> = vec![];
    for post in posts {
        let holds = |member: &Member| branch.holds_post(member, std::slice::from_ref(post), group, day);
        for (id, _) in branch.people_on(day).filter(|(_, member)| holds(member)) {
            if people.iter().all(|(known, _)| known != id.as_str()) {
                people.push((id.to_string(), branch.name(id)));
            }
        }
    }
    people
}

/// The same of those who see to what is owed and is no duty.
pub(super) fn charged(branch: &Branch, chore: Chore, day: Day) -> Vec<(String, Text)> {
    let rules = branch.rules.duties.iter().flat_map(|(_, rules)| &rules.responsible);
    let of_chore = rules.filter(|one| one.chore.value == chore);
    of_chore.flat_map(|one| holders(branch, &one.posts, None, day)).collect()
}

impl Charge<'_> {
    /// What it is called.
    pub fn name(self) -> Text {
        match self {
            Self::Duty(duty) => duty.name(),
            Self::Chore(chore) => words::chore(chore.key()),
        }
    }
}
